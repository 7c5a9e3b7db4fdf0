import { afterAll, describe, expect, it } from "vitest";
import { grow } from "../../src/plan/growth/grow.js";
import { hasPeople, staffFlow } from "../../src/plan/growth/people-parts.js";
import { threadRunner } from "../../src/run/thread-runner.js";
import type { Team } from "../../src/scenario/team.js";
import { buildScenario } from "../build-scenario.js";
import { exponential } from "./busy-hours.js";
import { growing } from "./growing-scenario.js";

const runner = threadRunner(2);
afterAll(() => runner.close());

const WEEK = 7 * 86_400;
const YEAR_WEEKS = 365.25 / 7;

describe("leavers, hires and training of a year", () => {
  const growth = { baseYear: 2026, cases: [] };
  const stays = (weeks: number) => ({ kind: "drawn", of: exponential(weeks * WEEK) }) as const;
  const training = { lengthSeconds: 6 * WEEK, nestingSeconds: 0 };

  it("are as worked by hand from an attrition, shared out by agents", () => {
    const teams = [{ agents: 30, training }, { agents: 10 }];
    const scenario = buildScenario({ teams, growth: { ...growth, attritionShare: 0.25 } });
    // 48 heads: 36 and 12; a quarter leave; four more heads come, three of them to the first team.
    const flow = staffFlow(scenario, 48, 4);
    expect(flow.leavers).toBeCloseTo(12, 12);
    expect(flow.hires).toBeCloseTo(16, 12);
    // 9 + 3 trained for six weeks each.
    expect(flow.inTraining).toBeCloseTo((12 * 6) / YEAR_WEEKS, 12);
  });

  it("hire nobody where fewer heads are needed than leave", () => {
    const scenario = buildScenario({ teams: [{ agents: 10 }], growth: { ...growth, attritionShare: 0.1 } });
    expect(staffFlow(scenario, 50, -8)).toEqual({ leavers: 5, hires: 0, inTraining: 0 });
  });

  it("are told by exponential tenures: of a mean of 52 weeks a year's worth leaves", () => {
    const scenario = buildScenario({
      teams: [{ agents: 10, tenure: stays(YEAR_WEEKS), training }, { agents: 10 }],
      growth,
    });
    const flow = staffFlow(scenario, 40, 0);
    expect(flow.leavers).toBeCloseTo(20, 9);
    expect(flow.hires).toBeCloseTo(20, 9);
    // Six of 52 weeks in training: as many as have a tenure below six weeks, to the first order.
    expect(flow.inTraining).toBeCloseTo((20 * 6) / YEAR_WEEKS, 9);
  });

  it("are not known where tenure is told in another way", () => {
    const tenure = { kind: "drawn", of: { kind: "constant", seconds: WEEK } } as const;
    const scenario = buildScenario({ teams: [{ agents: 10, tenure }], growth });
    expect(staffFlow(scenario, 40, 0).leavers).toBeNaN();
    expect(staffFlow({ ...scenario, growth: { ...growth, attritionShare: 0.5 } }, 40, 0).leavers).toBe(20);
  });

  it("are followed only where something is said of people", () => {
    expect(hasPeople(buildScenario({ growth }))).toBe(false);
    expect(hasPeople(buildScenario({ growth: { ...growth, attritionShare: 0.2 } }))).toBe(true);
    expect(hasPeople(buildScenario({ teams: [{ tenure: stays(60), training }], growth }))).toBe(true);
  });
});

describe("agents more because of new people", () => {
  const tenure = { kind: "drawn", of: exponential(40 * WEEK) } as const;
  const learning = { handle: { start: 1.6, halfSeconds: 12 * WEEK } };
  const training = { lengthSeconds: 5 * WEEK, nestingSeconds: 0 };
  const cases = [{ change: 0.3, until: 2018 }];
  const team = (more: Partial<Team>): Partial<Team> => ({ ...growing([]).teams[0], name: "t0", ...more });

  it("add up to the agents needed, from those that would do if all were experienced", async () => {
    const skills = [
      { queue: "q0", preference: 1, speed: 1, licence: { afterSeconds: 3 * WEEK, passShare: 1 } },
    ];
    const all = growing(cases, { teams: [team({ tenure, learning, training, skills })] });
    const plain = growing(cases, { teams: [team({})] });
    const [found] = (await grow(all, { runner })).cases;
    const [experienced] = (await grow(plain, { runner })).cases;
    expect(found.people!.map(({ year }) => year)).toEqual([2016, 2017, 2018]);
    for (const [index, year] of found.people!.entries()) {
      expect(year.more.map(({ because }) => because)).toEqual(["training", "learning", "licences"]);
      expect(year.agentsExperienced).toBe(experienced.years[index].agents);
      const more = year.more.reduce((sum, { agents }) => sum + agents, 0);
      const { agents, heads } = found.years[index];
      expect(year.agentsExperienced! + more).toBe(agents);
      expect(year.headsMore).toBeCloseTo((heads * more) / agents, 9);
      // 1 - exp(-3/40) = 7 % are not licensed yet, 1 - exp(-5/40) = 12 % in training.
      for (const { agents: some } of year.more) expect(some).toBeGreaterThan(0);
    }
  });

  it("are none where a beginner is as fast as the others", async () => {
    const same = { handle: { start: 1, halfSeconds: WEEK } };
    const [found] = (await grow(growing(cases, { teams: [team({ tenure, learning: same })] }), { runner }))
      .cases;
    for (const year of found.people!) expect(year.more).toEqual([{ because: "learning", agents: 0 }]);
  });

  it("are not sought of jobs, whose agents are given", async () => {
    const jobs = [{ of: "jobs", change: 0.1, until: 2017 }] as const;
    const [found] = (await grow(growing(jobs, { teams: [team({ tenure, learning })] }), { runner })).cases;
    for (const year of found.people!) {
      expect(year.more).toEqual([]);
      expect(year.agentsExperienced).toBeUndefined();
      expect(year.leavers).toBeGreaterThan(0);
    }
  });
});
