import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import type { Observations } from "../../src/engine/observations.js";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import type { Distribution } from "../../src/random/distribution.js";
import { inProcessRunner } from "../../src/run/in-process-runner.js";
import type { Job, Runner } from "../../src/run/runner.js";
import { threadRunner } from "../../src/run/thread-runner.js";
import { buildScenario } from "../build-scenario.js";

const runners: readonly { name: string; atOnce: number; open: () => Runner; code: string }[] = [
  {
    name: "in process",
    atOnce: 1,
    open: inProcessRunner,
    code: "run/in-process-runner.js')).inProcessRunner()",
  },
  ...[1, 2, 3].map((workers) => ({
    name: `on ${workers} worker thread${workers === 1 ? "" : "s"}`,
    atOnce: workers,
    open: () => threadRunner(workers),
    code: `run/thread-runner.js')).threadRunner(${workers})`,
  })),
];

const scenario = buildScenario({
  queues: [
    { perHour: 80, patience: { kind: "exponential", meanSeconds: 90 } },
    { perHour: 40, handle: { talk: { kind: "lognormal", medianSeconds: 180, sigma: 0.8 } } },
  ],
  teams: [{ agents: 4, skills: ["q0"] }, { agents: 5 }],
  shifts: [
    {
      name: "day",
      startClockSeconds: 8 * 3600,
      lengthSeconds: 8 * 3600,
      breaks: [{ afterSeconds: 7200, lengthSeconds: 900, paid: true }],
    },
  ],
});
const otherScenario = buildScenario({ queues: [{ perHour: 30 }], teams: [{ agents: 2 }] });
const job: Job = { scenario, seed: "contract", first: 1, count: 6 };

/** Nobody can draw from it: the simulation of the first replication fails. */
const unknown = { kind: "unheard of" } as unknown as Distribution;
const failing: Job = {
  ...job,
  scenario: buildScenario({ queues: [{ handle: { talk: unknown } }] }),
};

describe.each(runners)("a runner $name", ({ open, code, atOnce }) => {
  let opened: Runner[] = [];
  const runner = () => {
    const one = open();
    opened.push(one);
    return one;
  };
  afterEach(async () => {
    await Promise.all(opened.map((one) => one.close()));
    opened = [];
  });

  it("returns the observations in the order of their replications, bit for bit those of a plain loop", async () => {
    const found = await runner().perform(job);
    expect(found.map((one) => one.replication)).toEqual([1, 2, 3, 4, 5, 6]);
    expectSameBits(found, plainly(job));
  });

  it("numbers replications from the first one asked for, each by itself as it would be among others", async () => {
    const found = await runner().perform({ ...job, first: 4, count: 2 });
    expectSameBits(found, plainly(job).slice(3, 5));
  });

  it("performs jobs one after the other, of the same scenario and of others", async () => {
    const one = runner();
    const other: Job = { ...job, scenario: otherScenario };
    const otherSeed: Job = { ...job, seed: "another" };
    for (const next of [job, { ...job, first: 7 }, other, otherSeed, job]) {
      expectSameBits(await one.perform(next), plainly(next));
    }
  });

  it("performs jobs that were started together", async () => {
    const one = runner();
    const jobs: Job[] = [job, { ...job, scenario: otherScenario, count: 1 }, { ...job, seed: "b", count: 9 }];
    const found = await Promise.all(jobs.map((next) => one.perform(next)));
    for (const [index, next] of jobs.entries()) expectSameBits(found[index], plainly(next));
  });

  it("returns nothing for no replications", async () => {
    const told: number[] = [];
    const found = await runner().perform({ ...job, count: 0 }, { onProgress: (done) => told.push(done) });
    expect(found).toEqual([]);
    expect(told).toEqual([]);
  });

  it("tells after each replication how many are done", async () => {
    const told: number[] = [];
    await runner().perform(job, { onProgress: (done) => told.push(done) });
    expect(told).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("hands observations over in order instead of returning them where somebody takes them", async () => {
    const taken: Observations[] = [];
    const found = await runner().perform({ ...job, count: 20 }, { take: (one) => taken.push(one) });
    expect(found).toEqual([]);
    expectSameBits(taken, plainly({ ...job, count: 20 }));
  });

  it("has handed over what is finished, up to the first gap, when stopped", async () => {
    const stop = new AbortController();
    const taken: Observations[] = [];
    await runner().perform(
      { ...job, count: 200 },
      {
        signal: stop.signal,
        take: (one) => {
          taken.push(one);
          if (taken.length === 5) stop.abort();
        },
      },
    );
    // The one that stopped it may have been waited for by those behind it, however many they were by then.
    expect(taken.length).toBeGreaterThanOrEqual(5);
    if (atOnce === 1) expect(taken.length).toBe(5);
    expect(taken.length).toBeLessThan(200);
    expectSameBits(taken, plainly({ ...job, count: taken.length }));
  });

  it("rejects when whoever takes the observations throws, and performs the next job", async () => {
    const one = runner();
    const take = () => {
      throw new Error("no room, please");
    };
    await expect(one.perform(job, { take })).rejects.toThrow("no room, please");
    expectSameBits(await one.perform(job), plainly(job));
  });

  it("rejects with the replication's own error, and performs the next job", async () => {
    const one = runner();
    const error = await one.perform(failing).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect((error as Error).message).toBe(plainError(failing).message);
    expectSameBits(await one.perform(job), plainly(job));
  });

  it("rejects one of several jobs started together, and performs the others", async () => {
    const one = runner();
    const [before, failed, after] = await Promise.allSettled([
      one.perform(job),
      one.perform(failing),
      one.perform({ ...job, seed: "after" }),
    ]);
    expect([before.status, failed.status, after.status]).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expectSameBits(
      (after as PromiseFulfilledResult<Observations[]>).value,
      plainly({ ...job, seed: "after" }),
    );
  });

  it("rejects when whoever watches the progress throws, and performs the next job", async () => {
    const one = runner();
    const onProgress = () => {
      throw new Error("no progress, please");
    };
    await expect(one.perform(job, { onProgress })).rejects.toThrow("no progress, please");
    expectSameBits(await one.perform(job), plainly(job));
  });

  it("returns what is finished, up to the first gap, when stopped, and performs the next job", async () => {
    const one = runner();
    const stop = new AbortController();
    const long = { ...job, count: 200 };
    const found = await one.perform(long, {
      signal: stop.signal,
      onProgress: (done) => {
        if (done === 5) stop.abort();
      },
    });
    // Of several at work, one may lag behind: what the others did after its replication is past the gap.
    if (atOnce === 1) expect(found.length).toBe(5);
    expect(found.length).toBeLessThanOrEqual(5);
    expectSameBits(found, plainly({ ...job, count: found.length }));
    expectSameBits(await one.perform(job), plainly(job));
  });

  it("starts nothing when it was stopped before", async () => {
    const told: number[] = [];
    const signal = AbortSignal.abort();
    const found = await runner().perform(job, { signal, onProgress: (done) => told.push(done) });
    expect(found).toEqual([]);
    expect(told).toEqual([]);
  });

  it("forgets a job's signal with the job", async () => {
    const one = runner();
    const stop = new AbortController();
    await one.perform(job, { signal: stop.signal });
    const next = one.perform(job);
    stop.abort();
    expectSameBits(await next, plainly(job));
  });

  it("rejects the job in hand, those behind it and later ones when closed", async () => {
    const one = runner();
    const inHand = one.perform({ ...job, count: 500 }, { onProgress: () => void one.close() });
    const behind = one.perform({ ...job, count: 500 });
    const settled = [...(await Promise.allSettled([inHand, behind]))];
    settled.push(...(await Promise.allSettled([one.perform(job)])));
    for (const { status, ...rest } of settled) {
      expect(status).toBe("rejected");
      expect((rest as { reason: Error }).reason.message).toBe("the runner is closed");
    }
  });

  it("keeps no process alive once closed, whatever it was doing", async () => {
    const dist = new URL("../../dist/", import.meta.url).href;
    const script = `
      const { readFileSync } = await import('node:fs');
      const dist = '${dist}';
      const scenario = JSON.parse(readFileSync(0, 'utf8'));
      const runner = (await import('${dist}${code};
      await runner.perform({ scenario, seed: 's', first: 1, count: 3 });
      const long = { scenario, seed: 's', first: 1, count: 500 };
      const cut = runner.perform(long).catch((error) => error.message);
      setTimeout(() => runner.close(), 20);
      console.log(await cut);
    `;
    const child = promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
      timeout: 20_000,
    });
    child.child.stdin!.end(JSON.stringify(scenario));
    expect((await child).stdout).toBe("the runner is closed\n");
  });
});

describe("worker threads", () => {
  it.each([0, -1, 1.5, Number.NaN])("are refused when there are %s of them", (workers) => {
    expect(() => threadRunner(workers)).toThrow(RangeError);
  });
});

function plainly({ scenario, seed, first, count }: Job): Observations[] {
  const model = compile(scenario);
  return Array.from({ length: count }, (_, index) => simulate(model, seed, first + index));
}

function plainError(of: Job): Error {
  try {
    plainly(of);
  } catch (error) {
    return error as Error;
  }
  throw new Error("the job was to fail");
}

function expectSameBits(found: readonly Observations[], wanted: readonly Observations[]): void {
  expect(found.length).toBe(wanted.length);
  for (const [index, one] of found.entries()) expect(bitsOf(one)).toEqual(bitsOf(wanted[index]));
}

/**
 * Every field of the observations; arrays as their bytes, so that 0 and -0 or two NaNs differ where their
 * bits do.
 */
function bitsOf(observations: Observations): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(observations).map(([name, value]) => [
      name,
      ArrayBuffer.isView(value)
        ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("base64")
        : (value as number),
    ]),
  );
}
