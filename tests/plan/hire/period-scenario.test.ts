import { describe, expect, it } from "vitest";
import { EVER_SECONDS, firstHeads } from "../../../src/plan/hire/first-heads.js";
import { periodScenario, tenureMatters, tenureQuantiles } from "../../../src/plan/hire/period-scenario.js";
import { wholeNumbers } from "../../../src/plan/hire/simulations.js";
import type { TeamTerms } from "../../../src/plan/hire/team-terms.js";
import type { HiredTeam } from "../../../src/scenario/hiring.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import { buildScenario, type TeamPart } from "../../build-scenario.js";
import { exponential } from "../busy-hours.js";
import { hiredTeam } from "./questions.js";

const WEEK = 604_800;
const shift = (name: string, hour: number) => ({
  name,
  startClockSeconds: hour * 3600,
  lengthSeconds: 8 * 3600,
});

function rostered(team: TeamPart): Scenario {
  const shifts = [
    { shift: "early", agents: 6 },
    { shift: "late", agents: 3 },
  ];
  return buildScenario({
    teams: [
      { ...team, staffing: { kind: "roster", shifts } },
      { name: "seniors", agents: 2 },
    ],
    shifts: [shift("early", 6), shift("late", 14)],
  });
}

function termsOf(scenario: Scenario, hired: Partial<HiredTeam> = {}): TeamTerms {
  const team = hiredTeam(hired);
  return {
    hired: team,
    team: scenario.teams[0],
    index: 0,
    hoursPerAgent: 40,
    hoursPerHead: 40,
    rosterHoursPerHead: 40,
    pay: 10,
    rosterPay: 10,
    course: { attrition: team.attrition, training: team.training, learning: undefined },
  };
}

const LEARNING = { handle: { start: 1.4, halfSeconds: 4 * WEEK } };

describe("the scenario of a period", () => {
  it("has the period's contacts and handle times, and its agents on shifts in proportion", () => {
    const scenario = rostered({});
    const terms = termsOf(scenario);
    const staff = { agents: 12, tenures: undefined };
    const made = periodScenario(scenario, { volume: 1.5, handleTime: 1.2 }, [{ terms, staff }]);
    expect(made.teams[0].staffing).toEqual({
      kind: "roster",
      shifts: [
        { shift: "early", agents: 8 },
        { shift: "late", agents: 4 },
      ],
    });
    expect(made.teams[1]).toEqual(scenario.teams[1]);
    expect(made.queues[0].arrivals).toMatchObject({ factor: 1.5 });
    expect(made.queues[0].handle.talk).toEqual({ kind: "exponential", meanSeconds: 216 });
  });

  it("gives every shift its part of the new and of the old", () => {
    const scenario = rostered({ learning: LEARNING, tenure: { kind: "drawn", of: exponential(WEEK) } });
    const terms = termsOf(scenario);
    const tenures = [
      WEEK,
      WEEK,
      WEEK,
      9 * WEEK,
      9 * WEEK,
      9 * WEEK,
      EVER_SECONDS,
      EVER_SECONDS,
      EVER_SECONDS,
    ];
    const [team] = periodScenario(scenario, { volume: 1, handleTime: 1 }, [
      { terms, staff: { agents: 9, tenures } },
    ]).teams;
    expect(team.tenure).toEqual({
      kind: "hired",
      groups: [
        { shift: "early", agents: 2, tenureSeconds: WEEK },
        { shift: "early", agents: 2, tenureSeconds: 9 * WEEK },
        { shift: "late", agents: 1, tenureSeconds: WEEK },
        { shift: "late", agents: 1, tenureSeconds: 9 * WEEK },
      ],
    });
    expect(team.learning).toEqual(LEARNING);
  });

  it("keeps the seniors of another team beside those who came out of training", () => {
    const supervision = { team: "seniors", share: 0.2, blockSeconds: 1800 };
    const training = { lengthSeconds: 3 * WEEK, nestingSeconds: 2 * WEEK, supervision };
    const scenario = rostered({ training, tenure: { kind: "drawn", of: exponential(WEEK) } });
    const own = { lengthSeconds: 5 * WEEK, passShare: 1, nestingSeconds: 4 * WEEK, seniorsShare: 0 };
    const terms = termsOf(scenario, { training: own });
    expect(tenureMatters(terms)).toBe(true);
    const tenures = new Array<number>(9).fill(6 * WEEK);
    const [team] = periodScenario(scenario, { volume: 1, handleTime: 1 }, [
      { terms, staff: { agents: 9, tenures } },
    ]).teams;
    expect(team.training).toEqual({ lengthSeconds: 5 * WEEK, nestingSeconds: 4 * WEEK, supervision });
  });

  it("asks for no tenures where they change nothing", () => {
    expect(tenureMatters(termsOf(rostered({})))).toBe(false);
    expect(tenureMatters(termsOf(rostered({ learning: LEARNING })))).toBe(true);
  });
});

describe("tenures of agents", () => {
  it("are the quantiles at the middles of equal parts of the cohorts", () => {
    const cohorts = [
      { weight: 6, tenureSeconds: 50 },
      { weight: 1, tenureSeconds: 10 },
      { weight: 3, tenureSeconds: 20 },
    ];
    expect(tenureQuantiles(cohorts, 10)).toEqual([10, 20, 20, 20, 50, 50, 50, 50, 50, 50]);
    expect(tenureQuantiles(cohorts, 2)).toEqual([20, 50]);
    expect(tenureQuantiles([{ weight: 0, tenureSeconds: Number.NaN }], 2)).toEqual([
      EVER_SECONDS,
      EVER_SECONDS,
    ]);
  });
});

describe("agents that are not a whole number", () => {
  it("are the whole ones beside it, in parts that have it as their mean", () => {
    expect(wholeNumbers([26.4])).toEqual([
      { weight: expect.closeTo(0.6, 12), agents: [26] },
      { weight: expect.closeTo(0.4, 12), agents: [27] },
    ]);
    for (const exact of [
      [3.5, 8.25],
      [0.3, 0.3, 4],
      [7.999, 2.9, 1.1],
      [5, 6],
    ]) {
      const points = wholeNumbers(exact);
      expect(points.length).toBeLessThanOrEqual(exact.length + 1);
      expect(points.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
      for (const [team, number] of exact.entries()) {
        const mean = points.reduce((sum, { weight, agents }) => sum + weight * agents[team], 0);
        expect(Math.abs(mean - number)).toBeLessThan(0.021);
      }
    }
    expect(wholeNumbers([5, 6])).toEqual([{ weight: 1, agents: [5, 6] }]);
  });
});

describe("those with whom a plan begins", () => {
  const mean = (scenario: Scenario) =>
    firstHeads(scenario.teams[0]).reduce((sum, { share, tenureSeconds }) => sum + share * tenureSeconds, 0);

  it("have the tenures that the team's distribution tells, within four standard errors of 4,000 draws", () => {
    const team = { tenure: { kind: "drawn", of: exponential(60 * WEEK) } } as const;
    const scenario = buildScenario({ teams: [team] });
    const standardError = (60 * WEEK) / Math.sqrt(4000);
    expect(Math.abs(mean(scenario) - 60 * WEEK)).toBeLessThan(4 * standardError);
    // Ten per cent longer would be seen.
    expect(Math.abs(mean(scenario) - 66 * WEEK)).toBeGreaterThan(4 * standardError);
    expect(firstHeads(scenario.teams[0]).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it("are those hired lately in proportion to the team's agents, the others there for ever", () => {
    const tenure = { kind: "hired", groups: [{ agents: 3, tenureSeconds: WEEK }] } as const;
    expect(firstHeads(buildScenario({ teams: [{ agents: 12, tenure }] }).teams[0])).toEqual([
      { share: 0.25, tenureSeconds: WEEK },
      { share: 0.75, tenureSeconds: EVER_SECONDS },
    ]);
    expect(firstHeads(buildScenario().teams[0])).toEqual([{ share: 1, tenureSeconds: EVER_SECONDS }]);
  });
});
