import { describe, expect, it } from "vitest";
import { checkPromises } from "../../src/plan/check/check-promises.js";
import { threadRunner } from "../../src/run/thread-runner.js";
import { readScenarioText } from "../../src/scenario/read-scenario.js";
import { erlangC } from "../../src/statistics/theory/erlang-c.js";
import { steadyServiceLevel } from "../../src/statistics/theory/steady-state.js";

/** A day of an Erlang C desk with these promises: 60 calls an hour of three minutes, five agents. */
function desk(...expected: string[]) {
  return readScenarioText(
    `
callsim: 1
name: Desk
calendar: {start: 2026-03-02, days: 1, warmup: 2h, timezone: UTC}
queues:
  calls: {arrivals: {perHour: 60}, handle: {talk: {exponential: {mean: 3m}}}, target: {answered: 80%, within: 20s}}
teams:
  desk: {skills: [calls], agents: 5, pay: 10}
run: {replications: 10, seed: desk}
expect: ${JSON.stringify(expected)}
`,
    "desk.yaml",
  );
}

const workload = { ratePerSecond: 60 / 3600, handleSeconds: 180 };
const rule = { withinSeconds: 20, counting: "ignore-short", underSeconds: 5 } as const;
/** By Erlang's formula. */
const truth = steadyServiceLevel(erlangC(workload, 5), rule);
const percent = (share: number) => `${(100 * share).toFixed(2)}%`;

async function check(texts: readonly string[], options: Parameters<typeof checkPromises>[2] = {}) {
  const { scenario, promises } = desk(...texts);
  return checkPromises(scenario, promises, options);
}
const verdicts = async (texts: readonly string[], most?: number) =>
  (await check(texts, most === undefined ? {} : { mostReplications: most })).promises.map(
    ({ verdict }) => verdict,
  );

describe("checking the promises of a scenario", () => {
  it("finds what holds, what fails, and what is too close to tell", async () => {
    const near = percent(truth);
    const texts = [
      `calls.serviceLevel >= ${percent(truth - 0.06)}`,
      `calls.serviceLevel >= ${percent(truth + 0.06)}`,
      `calls.serviceLevel >= ${near}`,
      "desk.paidHours <= 120",
      "desk.cost < 1200",
    ];
    const { promises, looks, replications, stopped } = await check(texts, { mostReplications: 40 });
    expect(promises.map(({ verdict }) => verdict)).toEqual(["holds", "fails", "undecided", "holds", "fails"]);
    expect(looks.replications).toEqual([10, 20, 40]);
    expect([replications, stopped]).toEqual([40, false]);
    expect(promises.map((one) => one.replications)[2]).toBe(40);
    expect(promises.map(({ place }) => place?.line)).toEqual([10, 10, 10, 10, 10]);
  });

  it("simulates no more than the scenario says where all is decided", async () => {
    const { replications, summary } = await check([`calls.serviceLevel >= ${percent(truth - 0.1)}`]);
    expect(replications).toBe(10);
    expect(summary.replications).toBe(10);
  });

  it("simulates undecided promises on, eight times as long at most", async () => {
    const { replications, summary, looks } = await check([`calls.serviceLevel >= ${percent(truth)}`]);
    expect(looks.replications).toEqual([10, 20, 40, 80]);
    expect(replications).toBeGreaterThan(10);
    expect(summary.replications).toBe(10);
  });

  it("decides by more replications what fewer left open, on the side of the truth", async () => {
    const close = `calls.serviceLevel >= ${percent(truth - 0.012)}`;
    expect(await verdicts([close], 10)).toEqual(["undecided"]);
    expect(await verdicts([close], 640)).toEqual(["holds"]);
  });

  it("judges each promise as if it were alone", async () => {
    const texts = [-0.05, -0.03, -0.015, 0, 0.015, 0.04].map(
      (above) => `calls.serviceLevel >= ${percent(truth + above)}`,
    );
    const together = (await check(texts)).promises;
    for (const [index, text] of texts.entries()) {
      const [alone] = (await check([text])).promises;
      const { verdict, reached, replications } = together[index];
      expect([verdict, reached, replications]).toEqual([alone.verdict, alone.reached, alone.replications]);
    }
  });

  it("does not look again at what nothing was observed of", async () => {
    const { promises, replications } = await check(["calls.meanWaitAbandoned <= 1m"]);
    expect(promises[0].verdict).toBe("undecided");
    expect(replications).toBe(10);
  });

  it("finds the same bits on one worker and on two", async () => {
    const found = [];
    for (const workers of [1, 2]) {
      const runner = threadRunner(workers);
      const { promises, summary } = await check([`calls.serviceLevel >= ${percent(truth)}`], { runner });
      await runner.close();
      found.push(JSON.stringify([promises, summary]));
    }
    expect(found[0]).toBe(found[1]);
  });

  it("keeps what it has judged when it is stopped, and judges nothing by fewer replications than asked", async () => {
    const stopAfter = async (replications: number) => {
      const stop = new AbortController();
      const texts = [
        `calls.serviceLevel >= ${percent(truth - 0.06)}`,
        `calls.serviceLevel >= ${percent(truth)}`,
      ];
      return check(texts, {
        signal: stop.signal,
        onProgress: (done) => {
          if (done === replications) stop.abort();
        },
      });
    };
    const early = await stopAfter(5);
    expect([early.promises, early.stopped, early.replications]).toEqual([[], true, 5]);
    const later = await stopAfter(15);
    expect(later.promises.map(({ verdict }) => verdict)).toEqual(["holds", "undecided"]);
    expect(later.stopped).toBe(true);
    expect(later.promises[1].replications).toBe(10);
  });
});
