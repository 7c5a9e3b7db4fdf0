import { afterAll, describe, expect, it } from "vitest";
import { WrongUsage } from "../../src/kit/problem.js";
import { changedScenario } from "../../src/plan/changed-scenario.js";
import { grow } from "../../src/plan/growth/grow.js";
import { overallMargins } from "../../src/plan/requirement/margins.js";
import { evaluate } from "../../src/run/evaluate.js";
import { threadRunner } from "../../src/run/thread-runner.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { buildScenario } from "../build-scenario.js";
import { exponential } from "./busy-hours.js";
import { growing } from "./growing-scenario.js";

const runner = threadRunner(2);
afterAll(() => runner.close());

async function marginWith(scenario: Scenario, volume: number, agents: number): Promise<number> {
  const changed = changedScenario(scenario, { volume, handleTime: 1, agents });
  return Math.min(...overallMargins(changed, await evaluate(changed, { runner })));
}

describe("growth of volume", () => {
  const scenario = growing([{ change: 0.36 }]);

  it("asks each year for the fewest agents that keep the target, and says when today's no longer do", async () => {
    const result = await grow(scenario, { runner });
    expect(result.agentsToday).toBe(40);
    const [boom] = result.cases;
    expect(boom.years.map(({ year }) => year)).toEqual([2016, 2017, 2018, 2019, 2020]);
    for (const [index, { agents, found, serviceLevel }] of boom.years.entries()) {
      const volume = 1.36 ** (index / 4);
      expect(found).toBe(true);
      expect(serviceLevel.mean).toBeGreaterThanOrEqual(0.8);
      expect(await marginWith(scenario, volume, agents)).toBeGreaterThanOrEqual(0);
      expect(await marginWith(scenario, volume, agents - 1)).toBeLessThan(0);
      if (index > 0) expect(agents).toBeGreaterThanOrEqual(boom.years[index - 1].agents);
    }
    const [first, last] = [boom.years[0], boom.years.at(-1)!];
    expect(last.contacts / first.contacts).toBeCloseTo(1.36, 1);
    // The economy of scale.
    expect(last.agents / first.agents).toBeGreaterThan(1.15);
    expect(last.agents / first.agents).toBeLessThan(1.34);
    const broken = boom.years.findIndex(({ noHireMeets }) => !noHireMeets);
    expect(broken).toBeGreaterThan(0);
    expect(boom.breaksIn).toBe(boom.years[broken].year);
    for (const year of boom.years.slice(broken)) {
      expect(year.serviceLevelNoHire.mean).toBeLessThan(0.8);
    }
    expect(boom.finding).toMatch(
      /^\+3\d(\.\d)? % contacts need \+\d+(\.\d)? % agents \(\d+ to \d+; today there are 40\)\.$/,
    );
  });

  it("says that nothing can grow from no contacts, and prints no ratio of nothing", async () => {
    const queues = [{ perHour: 0, patience: exponential(180), target: { answeredShare: 0.8 } }];
    const [{ finding }] = (await grow(growing([{ change: 0.36 }], { queues }), { runner })).cases;
    expect(finding).toBe("There are no contacts to grow from.");
  });

  it("turns paid hours into full-time equivalents, heads and cost", async () => {
    const [{ years }] = (await grow(growing([{}]), { runner })).cases;
    // A shift is eight hours every day of the week; overtime is paid on top and hires nobody.
    const weeklyHours = years[0].agents * 8 * 7;
    expect(years[0].fullTimeEquivalents).toBeCloseTo(weeklyHours / 40, 9);
    expect(years[0].heads / years[0].fullTimeEquivalents).toBeCloseTo(40 / 36, 9);
    const rostered = (weeklyHours * 20) / 7;
    expect(years[0].cost).toBeGreaterThan(rostered);
    expect(years[0].cost).toBeLessThan(rostered * 1.05);
  });

  it("has two equal rows where nothing changes", async () => {
    const result = await grow(growing([{ change: 0 }]), { runner });
    const [first, last, ...more] = result.cases[0].years;
    expect(more).toEqual([]);
    expect({ ...last, year: 0 }).toEqual({ ...first, year: 0 });
    expect(last.year).toBe(2020);
    expect(result.evaluations).toBeLessThan(12);
  });

  it("needs fewer agents for self-service, and more for harder contacts", async () => {
    const result = await grow(
      growing([
        { deflected: 0.3, until: 2017 },
        { deflected: 0.3, handleTime: 0.5, until: 2017 },
      ]),
      { runner },
    );
    const [easy, hard] = result.cases.map(({ years }) => years.at(-1)!);
    expect(easy.agents).toBeLessThan(result.cases[0].years[0].agents);
    expect(hard.agents).toBeGreaterThan(result.cases[1].years[0].agents);
    expect(hard.contacts).toBeCloseTo(easy.contacts, -2);
    expect(result.cases[0].breaksIn).toBeUndefined();
  });

  it("needs fewer agents for four centres in one than apart", async () => {
    const [{ years, finding }] = (await grow(growing([{ pool: 4 }]), { runner })).cases;
    const [{ agents, agentsApart, contacts }] = years;
    const [alone] = (await grow(growing([{}]), { runner })).cases[0].years;
    expect(agentsApart).toBe(alone.agents * 4);
    expect(agents).toBeLessThan(agentsApart! * 0.97);
    expect(contacts / alone.contacts).toBeCloseTo(4, 1);
    expect(finding).toContain(`need ${agentsApart} agents; as one ${agents}`);
  });

  it("needs more agents for a tighter target", async () => {
    const [{ years }] = (
      await grow(growing([{ until: 2018, target: { answeredShare: 0.95, withinSeconds: 10 } }]), { runner })
    ).cases;
    expect(years.map(({ agents }) => agents)).toEqual(
      years.map(({ agents }) => agents).sort((a, b) => a - b),
    );
    expect(years[2].agents).toBeGreaterThan(years[0].agents + 2);
    expect(years[2].serviceLevel.mean).toBeGreaterThanOrEqual(0.95);
    expect(years[2].noHireMeets).toBe(false);
  });

  it("says that no number of agents is enough, and follows the next case", async () => {
    const scenario = growing([{ change: 0.5, until: 2017 }, { change: 0 }], {
      queues: [
        {
          perHour: 190,
          lines: 3,
          countBlocked: true,
          target: { answeredShare: 0.9 },
        },
      ],
    });
    const { cases } = await grow(scenario, { runner, replications: 2 });
    expect(cases.length).toBe(2);
    for (const { years, finding, breaksIn } of cases) {
      expect(years.every(({ found, agents }) => !found && Number.isNaN(agents))).toBe(true);
      expect(finding).toBe("No number of agents tried meets the targets.");
      expect(breaksIn).toBe(2016);
    }
  });
});

describe("growth of jobs", () => {
  const scenario = growing([
    { of: "jobs", change: 0.36 },
    { of: "jobs", change: 0.5, share: 0.1, until: 2018 },
  ]);

  it("finds the volume that those agents carry at the target, to its precision", async () => {
    const result = await grow(scenario, { runner });
    const [boom, share] = result.cases;
    expect(boom.years.map(({ agents }) => agents)).toEqual([40, 43, 47, 50, 54]);
    expect(share.years.map(({ agents }) => agents)).toEqual([40, 41, 42]);
    const today = result.today.total["offered"].mean;
    for (const { agents, contacts, serviceLevel } of [boom.years[0], boom.years[4]]) {
      expect(serviceLevel.mean).toBeGreaterThanOrEqual(0.8);
      const volume = contacts / today;
      expect(await marginWith(scenario, volume * 0.97, agents)).toBeGreaterThan(0);
      expect(await marginWith(scenario, volume * 1.03, agents)).toBeLessThan(0);
    }
    const [first, last] = [boom.years[0], boom.years[4]];
    expect(last.contacts / first.contacts).toBeGreaterThan(54 / 40);
    expect(boom.finding).toMatch(/^\+35 % agents carry \+\d+(\.\d)? % contacts at the target\.$/);
    // Today's agents just keep the target in the first year; the volume that more agents carry is too much
    // for them.
    expect(first.noHireMeets).toBe(true);
    expect(last.noHireMeets).toBe(false);
  });

  it("tells the same of the same number of agents, whichever year or case asks", async () => {
    const { cases } = await grow(scenario, { runner });
    expect({ ...cases[1].years[0], year: 0 }).toEqual({ ...cases[0].years[0], year: 0 });
    const [alone] = (await grow(growing([{ of: "jobs", change: 0.36, until: 2018 }]), { runner })).cases;
    expect(alone.years[0]).toEqual(cases[0].years[0]);
  });
});

describe("growth", () => {
  it("is the same, bit for bit, on any number of workers", async () => {
    const scenario = growing([
      { change: 0.2, until: 2017 },
      { of: "jobs", change: -0.1, until: 2017 },
    ]);
    const found = await grow(scenario);
    expect(await grow(scenario, { runner })).toEqual(found);
    const alone = threadRunner(1);
    expect(await grow(scenario, { runner: alone })).toEqual(found);
    await alone.close();
  });

  it("tells how many scenarios it has simulated, and how many steps of how many are done", async () => {
    const told: number[] = [];
    const steps: number[] = [];
    const { evaluations } = await grow(
      growing([
        { change: 0.1, until: 2017 },
        { change: 0.2, until: 2019 },
      ]),
      {
        replications: 2,
        onProgress(number, done, of) {
          told.push(number);
          steps.push(done);
          expect(of).toBe(6);
          expect(done).toBeLessThan(of);
        },
      },
    );
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps[0]).toBe(0);
    expect(steps.at(-1)).toBeGreaterThanOrEqual(4);
    expect(told).toEqual(Array.from({ length: evaluations }, (_, index) => index + 1));
    const silent = await grow(
      growing([
        { change: 0.1, until: 2017 },
        { change: 0.2, until: 2019 },
      ]),
      {
        replications: 2,
      },
    );
    expect(silent.evaluations).toBe(evaluations);
  });

  it("keeps the cases that were finished when it is stopped", async () => {
    const stop = new AbortController();
    const scenario = growing([{ change: 0 }, { change: 0.5, until: 2050 }]);
    const { cases } = await grow(scenario, {
      replications: 2,
      signal: stop.signal,
      onProgress: (evaluations) => evaluations === 20 && stop.abort(),
    });
    expect(cases.map(({ name }) => name)).toEqual(["case0", "case1"]);
    const [whole, half] = cases;
    expect(whole.interrupted).toBeUndefined();
    expect(half.interrupted).toBe(true);
    // The years that were finished are those of a run to the end.
    const { length } = half.years;
    expect(length).toBeGreaterThan(1);
    expect(length).toBeLessThan(20);
    const shorter = growing([{ change: 1.5 ** (1 / 34) - 1, until: 2017 }]);
    const [first] = (await grow(shorter, { replications: 2 })).cases[0].years;
    expect(half.years[0]).toEqual(first);
    await expect(grow(scenario, { signal: AbortSignal.abort(new Error("at once")) })).rejects.toThrow(
      "at once",
    );
  });

  it("refuses recorded contacts that a case would multiply, and names both", async () => {
    const replay = { queues: [{ name: "calls", arrivals: { kind: "replay", atSeconds: [1, 2] } as const }] };
    await expect(grow(growing([{}, { change: 0.1 }], replay))).rejects.toThrow(WrongUsage);
    await expect(grow(growing([{}, { change: 0.1 }], replay))).rejects.toThrow(
      "growth case case1 multiplies contacts, but queue calls replays recorded ones",
    );
    const tighter = growing([{ target: { answeredShare: 0.85 } }], {
      queues: [{ arrivals: { kind: "replay", atSeconds: [20_000, 30_000] } }],
    });
    expect((await grow(tighter, { replications: 1 })).cases[0].years.length).toBe(5);
  });

  it("refuses a scenario without cases", async () => {
    await expect(grow(buildScenario())).rejects.toThrow(WrongUsage);
  });
});
