import { describe, expect, it } from "vitest";
import { inProcessRunner } from "../../src/run/in-process-runner.js";
import { rememberingRunner } from "../../src/run/remembering-runner.js";
import type { Job, Runner } from "../../src/run/runner.js";
import { buildScenario } from "../build-scenario.js";

const scenario = buildScenario({ queues: [{ perHour: 20 }], teams: [{ agents: 2 }] });
const job: Job = { scenario, seed: "remember", first: 1, count: 3 };

/** A runner that writes down what it performs. */
function watched(): { readonly runner: Runner; readonly performed: string[] } {
  const inner = inProcessRunner();
  const performed: string[] = [];
  return {
    performed,
    runner: {
      perform(one, options) {
        performed.push(`${one.seed} ${one.first}+${one.count}`);
        return inner.perform(one, options);
      },
      close: () => inner.close(),
    },
  };
}

describe("a runner that remembers", () => {
  it("performs of a longer job only what it has not performed", async () => {
    const { runner, performed } = watched();
    const remembering = rememberingRunner(runner);
    const short = await remembering.perform(job);
    const told: number[] = [];
    const long = await remembering.perform({ ...job, count: 5 }, { onProgress: (done) => told.push(done) });
    expect(performed).toEqual(["remember 1+3", "remember 4+2"]);
    expect(told).toEqual([4, 5]);
    expect(long.slice(0, 3)).toEqual(short);
    expect(long.map(({ replication }) => replication)).toEqual([1, 2, 3, 4, 5]);
    await remembering.perform({ ...job, first: 2, count: 4 });
    expect(performed).toHaveLength(2);
  });

  it("forgets when another seed comes", async () => {
    const { runner, performed } = watched();
    const remembering = rememberingRunner(runner);
    await remembering.perform(job);
    await remembering.perform({ ...job, seed: "other" });
    await remembering.perform(job);
    expect(performed).toEqual(["remember 1+3", "other 1+3", "remember 1+3"]);
  });
});
