import { describe, expect, it } from "vitest";
import { BadInput } from "../../src/kit/problem.js";
import { type Baseline, baselineOf, unitAt } from "../../src/plan/check/baseline.js";
import { compareBaseline } from "../../src/plan/check/compare-baseline.js";
import { parseBaseline } from "../../src/plan/check/parse-baseline.js";
import { formatBaseline } from "../../src/report/check/baseline-text.js";
import { evaluate } from "../../src/run/evaluate.js";
import { mechanismsOf } from "../../src/scenario/mechanisms.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { namedMeasures } from "../../src/statistics/measures.js";
import { buildScenario } from "../build-scenario.js";
import { lineScenario, lineSummary } from "../report/fixtures.js";

const line = lineScenario();
const stored = baselineOf(lineSummary(line));

function changed(path: string, mean: number, half: number, others: Partial<Baseline> = {}): Baseline {
  return { ...stored, ...others, figures: new Map(stored.figures).set(path, { mean, half }) };
}

const OVERALL = { intervals: false, weekdayIntervals: false, shifts: false } as const;
const simulated = async (scenario: Scenario, seed: string, replications: number) =>
  baselineOf(await evaluate(scenario, { seed, replications, detail: OVERALL }));
const desk = (agents = 5) =>
  buildScenario({
    queues: [{ perHour: 40, patience: { kind: "exponential", meanSeconds: 120 } }],
    teams: [{ agents }],
  });

describe("a baseline", () => {
  it("keeps every figure that a promise can name, and no other", async () => {
    const { figures } = await simulated(desk(), "keep", 2);
    const known = namedMeasures(mechanismsOf(desk()));
    const named = [
      ...known.queue.map(({ name }) => `queues.q0.${name}`),
      ...known.team.map(({ name }) => `teams.t0.${name}`),
      ...known.total.map(({ name }) => `total.${name}`),
    ];
    expect([...figures.keys()].sort()).toEqual(named.sort());
    expect(unitAt("queues.a.b.asa")).toBe("seconds");
    expect(unitAt("teams.serviceLevel.occupancy")).toBe("share");
    expect(unitAt("total.cost")).toBe("money");
  });

  it("reads back from its file as it was, one figure a line, names like numbers and worse included", () => {
    for (const name of ["claims", "10", "__proto__", 'a"b\\c', "日本 ]]>", "x".repeat(200)]) {
      const baseline = baselineOf({
        ...lineSummary(line),
        queues: [{ ...lineSummary(line).queues[0], name }],
      });
      const text = formatBaseline(baseline);
      expect(parseBaseline(text, "b.json")).toEqual(baseline);
      expect(JSON.parse(text).callsimBaseline).toBe(1);
      const lines = text.split("\n").filter((one) => one.startsWith("  "));
      expect(lines).toHaveLength(baseline.figures.size);
    }
  });

  it("keeps the last bit of a number, and nothing where there is none", () => {
    const odd = changed("queues.claims.asa", 0.1 + 0.2, Number.NaN);
    const text = formatBaseline(odd);
    expect(text).toContain('"queues.claims.asa": [0.30000000000000004, null]');
    expect(text).not.toMatch(/NaN|Infinity|undefined/);
    expect(parseBaseline(text, "b.json").figures.get("queues.claims.asa")).toEqual({
      mean: 0.1 + 0.2,
      half: Number.NaN,
    });
  });
});

describe("with the same seed and replications, results", () => {
  it("are the same where every figure is, whichever version stored them", () => {
    for (const version of [stored.version, "0.0.9"]) {
      const comparison = compareBaseline({ ...stored, version }, stored);
      expect(comparison).toMatchObject({ kind: "exact", moved: [], fresh: [], unjudged: [] });
      expect(comparison.compared).toBe(stored.figures.size);
    }
  });

  it("have moved where one figure differs by its last bit, or its interval does", () => {
    const asa = stored.figures.get("queues.claims.asa")!;
    const by = (mean: number, half: number) =>
      compareBaseline(stored, changed("queues.claims.asa", mean, half)).moved.map(({ path }) => path);
    expect(by(asa.mean + 4e-15, asa.half)).toEqual(["queues.claims.asa"]);
    expect(by(asa.mean, asa.half * (1 + 1e-15))).toEqual(["queues.claims.asa"]);
    expect(by(Number.NaN, Number.NaN)).toEqual(["queues.claims.asa"]);
    expect(by(asa.mean, asa.half)).toEqual([]);
  });

  it("are the same when simulated again, and another agent moves them", async () => {
    const before = await simulated(desk(), "again", 5);
    expect(compareBaseline(before, await simulated(desk(), "again", 5)).moved).toEqual([]);
    const moved = compareBaseline(before, await simulated(desk(6), "again", 5)).moved.map(({ path }) => path);
    expect(moved).toContain("teams.t0.occupancy");
    expect(moved).not.toContain("queues.q0.closed");
  });
});

describe("with another seed or other replications, results", () => {
  it("have not moved where only the luck is another", async () => {
    const before = await simulated(desk(), "first", 20);
    for (const [seed, replications] of [
      ["second", 20],
      ["third", 35],
      ["first", 30],
    ] as const) {
      const comparison = compareBaseline(before, await simulated(desk(), seed, replications));
      expect(comparison.kind).toBe("statistical");
      expect(comparison.moved).toEqual([]);
      expect(comparison.compared).toBeGreaterThan(40);
      expect(comparison.unjudged).toEqual(["queues.q0.longestWait"]);
    }
  });

  it("have moved where the plan is another, the clearest first", async () => {
    const before = await simulated(desk(), "first", 20);
    const { moved } = compareBaseline(before, await simulated(desk(4), "second", 20));
    const paths = moved.map(({ path }) => path);
    expect(paths).toContain("queues.q0.serviceLevel");
    // Constants: what does not vary has moved for certain.
    const constant = ["agentsOn", "agentsAvailable", "paidHours"];
    expect(paths.slice(0, 6).every((path) => constant.some((name) => path.endsWith(`.${name}`)))).toBe(true);
    expect(paths).not.toContain("queues.q0.offered");
  });

  it("raise an alarm no oftener than one comparison in twenty, and would without Holm's correction", async () => {
    const scenario = desk();
    const comparisons = 100;
    let alarms = 0;
    let naive = 0;
    for (let index = 0; index < comparisons; index++) {
      const before = await simulated(scenario, `before ${index}`, 10);
      const now = await simulated(scenario, `now ${index}`, 10);
      if (compareBaseline(before, now).moved.length > 0) alarms++;
      const alone = (path: string) => {
        const only = (one: Baseline): Baseline => ({
          ...one,
          figures: new Map([[path, one.figures.get(path)!]]),
        });
        return compareBaseline(only(before), only(now)).moved.length > 0;
      };
      if ([...before.figures.keys()].some(alone)) naive++;
    }
    const error = Math.sqrt(0.05 * 0.95 * comparisons);
    expect(alarms).toBeLessThan(0.05 * comparisons + 4 * error);
    expect(naive).toBeGreaterThan(0.05 * comparisons + 4 * error);
  });

  it("cannot be compared where one replication has no interval", () => {
    const alone = new Map([...stored.figures].map(([path, { mean }]) => [path, { mean, half: Number.NaN }]));
    const comparison = compareBaseline({ ...stored, replications: 1, figures: alone }, stored);
    expect(comparison).toMatchObject({ kind: "statistical", compared: 0, moved: [] });
    expect(comparison.unjudged.length).toBeGreaterThan(10);
  });
});

describe("a queue", () => {
  it("that is gone has moved; one that is new is said and not compared", () => {
    const summary = lineSummary(line);
    const fewer = baselineOf({ ...summary, queues: summary.queues.slice(0, 1) });
    const gone = compareBaseline(stored, fewer);
    expect(gone.moved.every(({ path, now }) => path.startsWith("queues.fleet.") && !now)).toBe(true);
    expect(gone.moved.length).toBeGreaterThan(5);
    const fresh = compareBaseline(fewer, stored);
    expect(fresh.moved).toEqual([]);
    expect(fresh.fresh).toEqual(gone.moved.map(({ path }) => path));
  });
});

describe("a file that is no baseline of ours", () => {
  const good = formatBaseline(stored);
  const problemsOf = (text: string) => {
    try {
      parseBaseline(text, "dir/b.json");
    } catch (error) {
      if (error instanceof BadInput) return (error as Error).message;
      throw error;
    }
    return "no problem";
  };

  it("is no problem where it is one", () => {
    expect(problemsOf(good)).toBe("no problem");
    expect(problemsOf(good.replaceAll("\n", "\r\n"))).toBe("no problem");
  });

  it.each([
    ["nothing", "", /^dir\/b\.json:1:1: error: the file is empty; delete it/],
    [
      "half of it",
      good.slice(0, 300),
      /^dir\/b\.json:\d+:\d+: error: the file ends too soon, perhaps it was cut off/,
    ],
    ["a text", "hello", /^dir\/b\.json:1:1: error: this is not JSON/],
    ["a comma too many", good.replace("],", "],,"), /^dir\/b\.json:\d+:\d+: error: this is not JSON/],
    ["a list", "[1, 2]", /^dir\/b\.json:1:1: error: this is not a baseline of callsim/],
    ["null", "null", /this is not a baseline of callsim/],
    [
      "another's file",
      '{"name": "app", "version": "1.0.0"}',
      /this is not a baseline of callsim; name another/,
    ],
    [
      "a later format",
      good.replace('line": 1', 'line": 2'),
      /:2:2: error: found format 2; this version reads format 1, update/,
    ],
    [
      "no format",
      good.replace('line": 1', 'line": "x"'),
      /:2:2: error: found format "x"; this version reads format 1/,
    ],
    [
      "figures that stand there twice",
      good.replace(/^( *)("total\.offered": .*?),?$/m, '$1"total.offered": [1, 0],\n$&'),
      /:\d+:3: error: "total.offered" stands here again; two baselines were merged/,
    ],
    [
      "a conflict",
      good.replace(' "seed"', '<<<<<<< HEAD\n "seed"'),
      /:5:1: error: the file has a merge conflict/,
    ],
    ["no seed", good.replace('"seed": "monday"', '"seed": 5'), /:5:2: error: seed: found 5, expected a text/],
    [
      "no figures",
      good.replace(/"figures": \{[^}]*\}/, '"figures": {}'),
      /:7:2: error: there are no figures/,
    ],
    [
      "half a replication",
      good.replace('ions": 20', 'ions": 0.5'),
      /:6:2: error: found 0\.5, expected a number of/,
    ],
    ["a key more", good.replace(' "seed"', ' "sed": 1, "seed"'), /:5:2: error: a baseline has no "sed"/],
    [
      "a figure as text",
      good.replace("[4801, 40]", '["4801", 40]'),
      /:8:3: error: found \["4801",40\], expected \[mean/,
    ],
    [
      "three numbers",
      good.replace("[4801, 40]", "[4801, 40, 1]"),
      /:8:3: error: found \[4801,40,1\], expected \[mean/,
    ],
    [
      "an endless number",
      good.replace("[4801, 40]", "[1e999, 40]"),
      /:8:3: error: found \[null,40\], expected/,
    ],
    ["no path", good.replace("queues.claims.offered", "offered"), /:8:3: error: "offered" is no figure/],
    ["prototypes", '{"__proto__": {"callsimBaseline": 1}}', /this is not a baseline of callsim/],
    ["deep lists", "[".repeat(200_000), /error: /],
    ["a deep list", "[".repeat(100_000) + "]".repeat(100_000), /this is not a baseline of callsim/],
  ])("such as %s is told", (_, text, expected) => {
    expect(problemsOf(text)).toMatch(expected);
  });

  it("has all its problems told at once, and not without end", () => {
    const broken = good.replaceAll(/\[[^\]]*\]/g, "[1]").replace('"seed": "monday"', '"seed": null');
    const lines = problemsOf(broken).split("\n");
    expect(lines).toHaveLength(21);
    expect(lines[0]).toContain("seed");
    expect(lines[20]).toMatch(/and \d+ more such problems$/);
  });

  it("cannot put control characters into a message", () => {
    const message = problemsOf(good.replace("queues.claims.offered", "\\u001b[31mred"));
    expect(message).toContain("is no figure");
    expect(message).not.toContain("\u001b");
  });
});
