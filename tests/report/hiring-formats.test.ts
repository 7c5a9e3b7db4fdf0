import { beforeAll, describe, expect, it } from "vitest";
import type { HiringPlan, HiringResult, TeamPeriod } from "../../src/plan/hire/hiring-result.js";
import { formatHiringCsv } from "../../src/report/hiring/hiring-csv.js";
import { hiringGap, hiringJson } from "../../src/report/hiring/hiring-json.js";
import { formatJson } from "../../src/report/json.js";
import { formatHiringPicture } from "../../src/report/text/hiring-picture.js";
import { formatHiringText } from "../../src/report/text/hiring-text.js";
import { PLAIN } from "../../src/report/text/paint.js";
import { evaluate } from "../../src/run/evaluate.js";
import { hiringPeriods } from "../../src/scenario/hiring-periods.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { buildScenario } from "../build-scenario.js";
import { hiredTeam } from "../plan/hire/questions.js";

const scenario: Scenario = buildScenario({
  name: "Three months",
  teams: [{ name: "li\u001bne", agents: 12, pay: 20 }],
  hiring: {
    unit: "month",
    periods: hiringPeriods("month", "2026-11-01", 3),
    volume: { yearlyChange: 0, seasonality: new Array<number>(12).fill(1) },
    teams: [hiredTeam({ team: "li\u001bne", heads: 20, headsAtEnd: 30 })],
  },
});

function period(parts: Partial<TeamPeriod>): TeamPeriod {
  return {
    need: 20,
    productive: 20,
    heads: 21,
    headsAtEnd: 21,
    trainees: 0,
    leavers: 0.5,
    hired: 0,
    overtimeHours: 0,
    outsourcedHours: 0,
    overtimeHeads: 0,
    outsourcedHeads: 0,
    uncoveredHours: 0,
    agents: 12,
    wages: 1000,
    trainingWages: 0,
    recruiting: 0,
    overtimeCost: 0,
    outsourcerCost: 0,
    cost: 1000,
    ...parts,
  };
}

const figure = (mean: number) => ({ mean, low: mean - 0.01, high: mean + 0.01 });
const UNKNOWN = { serviceLevel: figure(Number.NaN), queue: "", meets: undefined };

function plan(parts: Partial<HiringPlan>, periods: readonly TeamPeriod[]): HiringPlan {
  return {
    name: "chosen",
    teams: [{ team: "li\u001bne", periods, cost: 3000 }],
    service: [0.85, 0.82, 0.81].map((level) => ({ serviceLevel: figure(level), queue: "q0", meets: true })),
    cost: 3000,
    penalty: 0,
    bound: 2994,
    missesFrom: undefined,
    ...parts,
  };
}

const CHOSEN = plan({}, [
  period({ hired: 4, trainees: 2, recruiting: 100, cost: 1100 }),
  period({
    productive: 18,
    overtimeHours: 60,
    overtimeHeads: 0.5,
    outsourcedHours: 20,
    outsourcedHeads: 1.5,
  }),
  period({ need: 24, headsAtEnd: 22.5 }),
]);
const FROZEN = plan(
  {
    name: "frozen",
    service: [
      { serviceLevel: figure(0.85), queue: "q0", meets: true },
      { serviceLevel: figure(0.7), queue: "q0", meets: false },
      UNKNOWN,
    ],
    missesFrom: 1,
  },
  [period({}), period({ uncoveredHours: 40 }), period({ uncoveredHours: 80 })],
);

let result: HiringResult;
beforeAll(async () => {
  result = {
    base: await evaluate(scenario),
    volumes: [1, 1.1, 1.2].map((volume) => ({ volume, handleTime: 1 })),
    works: [1, 1.1, 1.2],
    plans: [CHOSEN, FROZEN],
    evaluations: 9,
    replications: 1,
    rounds: 2,
    interrupted: false,
  };
});

describe("the report of a plan of head counts", () => {
  it("says what to do, what it costs, how near that is to the least, and whether it holds", () => {
    const text = formatHiringText({ scenario, result, warnings: [] }).replace(/\n +/g, " ");
    expect(text).toContain("li\ufffdne: hire 4 in one class: 4 in 2026-11.");
    expect(text).toContain(
      "Of 20 heads and these 1.5 leave, and 22.5 are there at the end, not the 30 asked for.",
    );
    expect(text).toContain("It costs 3,000 USD in 3 months, at most 0.20 % above the least.");
    expect(text).toContain(
      "The targets hold in every month, as simulated. The plan was sought 2 times, until",
    );
    expect(text).not.toContain("\u001b");
  });

  it("puts what hiring nobody misses beside it: hours, months, the first of them", () => {
    const lines = formatHiringText({ scenario, result, warnings: [] }).split("\n");
    const frozen = lines.find((line) => line.startsWith("  hire nobody"))!;
    // 120 hours a week for a month of 365.25 / 84 weeks.
    expect(frozen.split(/ {2,}| (?=\d)/).slice(-3)).toEqual(["522", "1", "2026-12"]);
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(100);
  });

  it("has a dash where a month was not simulated", () => {
    const text = formatHiringText({ scenario, result, warnings: [] });
    expect(text).toMatch(/^ +2027-01 +81\.0 % +1,000 +- +1,000 +80$/m);
  });

  it("draws own heads, overtime and outsourcer up to the need", () => {
    const lines = formatHiringPicture(["2026-11", "2026-12", "2027-01"], CHOSEN.teams[0].periods, PLAIN);
    expect(lines.slice(0, -2)).toEqual([
      "     24.0       ──",
      "     23.3",
      "     22.5",
      "     21.8",
      "     21.0",
      "     20.3 ── ── ██",
      "     19.5 ██ ░░ ██",
      "     18.8 ██ ▒▒ ██",
      "     18.0 ██ ██ ██",
    ]);
    expect(lines.slice(-2)).toEqual(["          11 12 01", "          2026  2027"]);
  });
});

describe("a plan of head counts for machines", () => {
  it("has a row for each plan, team and period in CSV, its text safe", () => {
    const [head, ...rows] = formatHiringCsv(scenario, result).trimEnd().split("\n");
    const columns = head.split(",");
    expect(rows).toHaveLength(6);
    const at = (row: string, column: string) => row.split(",")[columns.indexOf(column)];
    expect(at(rows[1], "overtimeHours")).toBe("60");
    expect(at(rows[1], "work")).toBe("1.1");
    expect(at(rows[4], "meets")).toBe("no");
    expect(at(rows[5], "serviceLevel")).toBe("");
    expect(at(rows[5], "meets")).toBe("");
  });

  it("has every period and plan in JSON, with null for what is not known", () => {
    const found = JSON.parse(formatJson(hiringJson(scenario, result)));
    expect(found.planOrder).toEqual(["chosen", "frozen"]);
    expect(found.periods[1]).toMatchObject({ name: "2026-12", start: "2026-12-01", volume: 1.1, work: 1.1 });
    expect(found.plans.chosen).toMatchObject({ cost: 3000, bound: 2994, missesFrom: null });
    expect(found.plans.chosen.gap).toBeCloseTo(0.002, 12);
    expect(found.plans.frozen.missesFrom).toBe("2026-12");
    expect(found.plans.frozen.service[2]).toEqual({
      serviceLevel: { mean: null, low: null, high: null },
      queue: null,
      meets: null,
    });
  });

  it("knows no gap where nothing was proved", () => {
    expect(hiringGap({ ...CHOSEN, bound: Number.NEGATIVE_INFINITY })).toBeNaN();
    expect(hiringGap({ ...CHOSEN, bound: 3000.0001 })).toBe(0);
  });
});
