import { afterAll, describe, expect, it } from "vitest";
import { changedScenario } from "../../src/plan/changed-scenario.js";
import { grow } from "../../src/plan/growth/grow.js";
import { overallMargins } from "../../src/plan/requirement/margins.js";
import { evaluate } from "../../src/run/evaluate.js";
import { threadRunner } from "../../src/run/thread-runner.js";
import { readScenarioText } from "../../src/scenario/read-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { normalQuantile, normalShareBelow } from "../../src/statistics/theory/special-functions.js";
import { growing } from "./growing-scenario.js";

const runner = threadRunner(2);
afterAll(() => runner.close());

const until = 2019;

function read(cases: string, more = ""): Scenario {
  return readScenarioText(
    `
callsim: 1
name: Two queues
calendar: {start: 2026-03-02, days: 1}
queues:
  claims: {arrivals: {perHour: 60}, handle: {talk: {exponential: {mean: 4m}}}, patience: {exponential: {mean: 3m}}}
  sales: {arrivals: {perHour: 30}, handle: {talk: {exponential: {mean: 6m}}}, patience: {exponential: {mean: 3m}}}
teams:
  all: {skills: [claims, sales], agents: 11, pay: 16}
run: {replications: 4, seed: growth}
growth:
  baseYear: 2016
${more}  cases:
${cases}`,
    "test.yaml",
  ).scenario;
}

describe("low, middle and high", () => {
  it("are, where equal, one change: the same scenario to the last bit", () => {
    const three = read("    a: {of: volume, change: {low: 36%, middle: 36%, high: 36%}, until: 2020}");
    const one = read("    a: {of: volume, change: 36%, until: 2020}");
    expect(three).toEqual(one);
    expect(three.hash).toBe(one.hash);
    const rates = read("    a: {of: volume, rate: {low: 3%, middle: 3%, high: 3%}, until: 2020}");
    expect(rates).toEqual(read("    a: {of: volume, rate: 3%, until: 2020}"));
  });

  it("have the years of plain cases, and the year the target breaks of the high and of the low", async () => {
    const range = { low: 0.05, high: 0.6 };
    const [ranged, low, middle, high] = (
      await grow(
        growing([
          { change: 0.3, changeRange: range, until },
          { change: 0.05, until },
          { change: 0.3, until },
          { change: 0.6, until },
        ]),
        { runner },
      )
    ).cases;
    expect(ranged.years).toEqual(middle.years);
    expect(ranged.range!.kind).toBe("levels");
    for (const [index, year] of ranged.range!.years.entries()) {
      for (const key of ["contacts", "agents", "fullTimeEquivalents", "heads", "cost"] as const) {
        expect(year[key]).toEqual({ low: low.years[index][key], high: high.years[index][key] });
      }
    }
    expect(ranged.range!.breaksEarliest).toBe(high.breaksIn);
    expect(ranged.range!.breaksLatest).toBe(low.breaksIn);
    expect(high.breaksIn).toBeLessThan(middle.breaksIn!);
    expect(low.breaksIn).toBeUndefined();
  });

  it("of jobs have the staff and the contacts of plain cases", async () => {
    const [ranged, low, high] = (
      await grow(
        growing([
          { of: "jobs", change: 0.1, changeRange: { low: -0.1, high: 0.2 }, until: 2017 },
          { of: "jobs", change: -0.1, until: 2017 },
          { of: "jobs", change: 0.2, until: 2017 },
        ]),
        { runner, replications: 4 },
      )
    ).cases;
    const last = ranged.range!.years.at(-1)!;
    expect(last.agents).toEqual({ low: low.years[1].agents, high: high.years[1].agents });
    expect(last.contacts.low).toBeCloseTo(low.years[1].contacts, 0);
    expect(last.contacts.high).toBeCloseTo(high.years[1].contacts, 0);
  });

  it("of one queue alone are a range of the case", async () => {
    const scenario = read(
      "    a: {of: volume, change: 0%, queues: {claims: {low: 0%, middle: 50%, high: 100%}}, until: 2017}",
    );
    const [{ years, range }] = (await grow(scenario)).cases;
    const [first, last] = [years[0].contacts, range!.years[1].contacts];
    expect(last.low).toBeCloseTo(first, 6);
    // Claims are two thirds of the contacts, within the luck of 4 x 2,160 of them.
    expect(Math.abs(last.high / first - 5 / 3)).toBeLessThan((4 * 2) / 3 / Math.sqrt(8640));
  });
});

describe("growth by queue", () => {
  it("is a plain change to the last bit where all queues change alike", async () => {
    const each = read("    a: {of: volume, change: 0%, queues: {claims: 36%, sales: 36%}, until: 2018}");
    const plain = read("    a: {of: volume, change: 36%, until: 2018}");
    const [a, b] = [await grow(each), await grow(plain)];
    expect(a.cases[0].years).toEqual(b.cases[0].years);
    expect(a.evaluations).toBe(b.evaluations);
  });

  it("multiplies the named queues by theirs and the others by the case's, compound", async () => {
    const scenario = read("    a: {of: volume, change: 10%, queues: {claims: 44%}, until: 2018}");
    const { today, cases } = await grow(scenario);
    const [claims, sales] = today.queues.map(({ figures }) => figures["offered"].mean);
    const contacts = cases[0].years.map((year) => year.contacts);
    expect(contacts[0]).toBeCloseTo(claims + sales, 6);
    expect(contacts[1]).toBeCloseTo(1.2 * claims + Math.sqrt(1.1) * sales, 6);
    expect(contacts[2]).toBeCloseTo(1.44 * claims + 1.1 * sales, 6);
  });

  it("does not hang on the order in which the file names the queues", () => {
    const [a, b] = ["claims: 50%, sales: -10%", "sales: -10%, claims: 50%"].map((queues) =>
      read(`    a: {of: volume, change: 0%, queues: {${queues}}, until: 2018}`),
    );
    expect(a).toEqual(b);
  });
});

describe("cases combined", () => {
  it("are the case that says all of it at once", async () => {
    const { cases } = await grow(
      read(`    boom: {of: volume, change: 36%, until: 2018}
    self: {of: volume, change: 0%, deflected: 30%, handleTime: 20%, until: 2018}
    both: {combine: [boom, self]}
    once: {of: volume, change: 36%, deflected: 30%, handleTime: 20%, until: 2018}`),
    );
    expect(cases[2].years).toEqual(cases[3].years);
    expect(cases[2].assumption).toMatch(/^boom and self together \(contacts \+36 %/);
  });

  it("multiply their changes, each from its own first year to its last, and stay there", async () => {
    const { today, cases } = await grow(
      read(`    early: {of: volume, change: 21%, until: 2018, source: D0}
    late: {of: volume, change: -10%, from: 2018, until: 2020, source: D2}
    both: {combine: [early, late]}`),
    );
    const contacts = cases[2].years.map((year) => year.contacts / today.total["offered"].mean);
    const expected = [1, 1.1, 1.21, 1.21 * Math.sqrt(0.9), 1.21 * 0.9];
    expect(cases[2].years.map(({ year }) => year)).toEqual([2016, 2017, 2018, 2019, 2020]);
    for (const [year, one] of expected.entries()) expect(contacts[year]).toBeCloseTo(one, 12);
    expect(cases[2].source).toBe("D0; D2");
  });

  it("carry the range of their parts", async () => {
    const { cases } = await grow(
      read(`    boom: {of: volume, change: {low: 10%, middle: 36%, high: 50%}, until: 2017}
    self: {of: volume, change: 0%, deflected: 30%, until: 2017}
    both: {combine: [boom, self]}
    high: {of: volume, change: 50%, deflected: 30%, until: 2017}`),
    );
    expect(cases[2].range!.years[1].agents.high).toBe(cases[3].years[1].agents);
    expect(cases[2].range!.years[1].contacts.high).toBe(cases[3].years[1].contacts);
  });
});

describe("every so many years", () => {
  it("has these rows, the first and the last, as the rows of all years say", async () => {
    const one = "    a: {of: volume, change: 36%, until: 2021}";
    const all = (await grow(read(one))).cases[0].years;
    const some = (await grow(read(one, "  every: 2\n"))).cases[0].years;
    expect(some).toEqual([all[0], all[2], all[4], all[5]]);
  });
});

describe("a distribution of the yearly rate", () => {
  const drawn = { of: { kind: "lognormal", mean: 0.05, sd: 0.03 }, persistence: 1 } as const;
  const scenario = growing([{ change: 0, rate: drawn, until: 2020 }]);
  const sigma = Math.sqrt(Math.log1p((0.03 / 1.05) ** 2));
  const mu = Math.log(1.05) - sigma ** 2 / 2;

  it("has contacts of which 5, 50 and 95 % of the paths stay below, as the closed form says", async () => {
    const { today, cases } = await grow(scenario, { runner, replications: 4 });
    const offered = today.total["offered"].mean;
    const { years, range } = cases[0];
    expect(range!.kind).toBe("distribution");
    for (const [index, { contacts }] of range!.years.entries()) {
      const at = (share: number) => Math.exp(index * (mu + sigma * normalQuantile(share)));
      expect(contacts.low / offered / at(0.05)).toBeCloseTo(1, 3);
      expect(years[index].contacts / offered / at(0.5)).toBeCloseTo(1, 3);
      expect(contacts.high / offered / at(0.95)).toBeCloseTo(1, 3);
    }
  });

  it("needs at each end the fewest agents that keep the target with its contacts", async () => {
    const { today, cases } = await grow(scenario, { runner });
    const { agents, contacts } = cases[0].range!.years.at(-1)!;
    const margin = async (volume: number, staff: number) => {
      const changed = changedScenario(scenario, { volume, handleTime: 1, agents: staff });
      return Math.min(...overallMargins(changed, await evaluate(changed, { runner })));
    };
    for (const end of ["low", "high"] as const) {
      const volume = contacts[end] / today.total["offered"].mean;
      expect(await margin(volume, agents[end])).toBeGreaterThanOrEqual(0);
      expect(await margin(volume, agents[end] - 1)).toBeLessThan(0);
    }
  });

  it("breaks the target on the share of paths that pass what today's agents carry", async () => {
    const { cases } = await grow(scenario, { runner });
    // What they carry, by bisection on its own.
    let [low, high] = [0.8, 2];
    for (let round = 0; round < 14; round++) {
      const volume = (low + high) / 2;
      const changed = changedScenario(scenario, { volume, handleTime: 1, agents: 40 });
      const margin = Math.min(...overallMargins(changed, await evaluate(changed, { runner })));
      if (margin >= 0) low = volume;
      else high = volume;
    }
    const years = cases[0].range!.years;
    // One rate for all years: who is past the bound stays past it.
    const shareAt = (year: number, bound: number) =>
      1 - normalShareBelow((Math.log(bound) - year * mu) / (year * sigma));
    for (const [year, { brokenShare }] of years.entries()) {
      if (year === 0) {
        expect(brokenShare).toBe(low >= 1 ? 0 : 1);
        continue;
      }
      expect(brokenShare).toBeLessThan(shareAt(year, low * 0.997) + 0.001);
      expect(brokenShare).toBeGreaterThan(shareAt(year, low * 1.003) - 0.001);
    }
    expect(years.at(-1)!.brokenShare).toBeGreaterThan(0.3);
    const firstWith = (share: number) => years.find((one) => one.brokenShare! >= share)?.year;
    expect(cases[0].range!.breaksEarliest).toBe(firstWith(0.05));
    expect(cases[0].range!.breaksLatest).toBe(firstWith(0.95));
  });

  it("is the same, bit for bit, on any number of workers", async () => {
    const several = growing([
      { rate: drawn, until: 2018 },
      { of: "jobs", rate: { ...drawn, persistence: 0.5 }, until: 2018 },
      { pool: 4, pools: [1, 2, 4], until: 2017 },
    ]);
    const found = await grow(several, { replications: 3 });
    expect(await grow(several, { replications: 3, runner })).toEqual(found);
    const alone = threadRunner(1);
    expect(await grow(several, { replications: 3, runner: alone })).toEqual(found);
    await alone.close();
  });

  it("breaks the target on every path where no staff meets it, and on none where nobody calls", async () => {
    const cases = [{ rate: drawn, until: 2018 }];
    const refused = { perHour: 190, lines: 3, countBlocked: true, target: { answeredShare: 0.9 } };
    const [never] = (await grow(growing(cases, { queues: [refused] }), { replications: 2 })).cases;
    expect(never.range!.years.map(({ brokenShare }) => brokenShare)).toEqual([1, 1, 1]);
    expect(never.range).toMatchObject({ breaksEarliest: 2016, breaksLatest: 2016 });
    for (const { agents } of never.range!.years) expect(agents).toEqual({ low: NaN, high: NaN });
    const nobody = growing(cases, { queues: [{ perHour: 0, target: { answeredShare: 0.8 } }] });
    const [always] = (await grow(nobody, { replications: 2 })).cases;
    expect(always.range!.years.map(({ brokenShare }) => brokenShare)).toEqual([0, 0, 0]);
    expect(always.range!.breaksEarliest).toBeUndefined();
    expect(always.range!.years.at(-1)!.agents).toEqual({ low: 0, high: 0 });
  });

  it("of jobs breaks the target where there are more of them than today's agents", async () => {
    const uniform = { of: { kind: "uniform", min: -0.02, max: 0.06 }, persistence: 1 } as const;
    const { cases } = await grow(growing([{ of: "jobs", rate: uniform, until: 2018 }]), { runner });
    const { years } = cases[0].range!;
    // 40 agents become 41 from 40.5 on; they carry more, whatever the search's precision.
    const bound = (year: number) => (40.5 / 40) ** (1 / year) - 1;
    expect(years[0].brokenShare).toBe(0);
    for (const year of [1, 2]) {
      expect(years[year].brokenShare).toBeCloseTo((0.06 - bound(year)) / 0.08, 3);
    }
  });
});

describe("the year in which the target breaks", () => {
  it("is the one worked by hand where occupancy is the target", async () => {
    // 90 calls an hour of four minutes keep six of ten agents busy; 80 % are reached at 4/3 of them.
    const { scenario } = readScenarioText(
      `
callsim: 1
name: Occupancy
calendar: {start: 2026-03-02, days: 5}
queues:
  calls: {arrivals: {perHour: 90}, handle: {talk: {exponential: {mean: 4m}}}, target: {occupancy: 80%}}
teams:
  all: {skills: [calls], agents: 10}
run: {replications: 8, seed: occupancy}
growth:
  baseYear: 2016
  cases:
    three: {of: volume, rate: {low: 2%, middle: 4%, high: 6.5%}, until: 2026}
`,
      "test.yaml",
    );
    const [{ breaksIn, range, years }] = (await grow(scenario, { runner })).cases;
    const byHand = (rate: number) => {
      for (let year = 2016; year <= 2026; year++) {
        if ((6 * (1 + rate) ** (year - 2016)) / 10 > 0.8) return year;
      }
      return undefined;
    };
    // No year is so near that the luck of 86,400 calls could decide: all are 1.7 % away or more.
    expect([byHand(0.02), byHand(0.04), byHand(0.065)]).toEqual([undefined, 2024, 2021]);
    expect(breaksIn).toBe(byHand(0.04));
    expect(range!.breaksEarliest).toBe(byHand(0.065));
    expect(range!.breaksLatest).toBe(byHand(0.02));
    // Without anybody hired in 2026, 6 x 1.04^10 of ten are busy; with the agents needed, at most 80 %.
    expect(years.at(-1)!.agents).toBe(Math.ceil((6 * 1.04 ** 10) / 0.8));
  });
});
