import { describe, expect, it } from "vitest";
import { WrongUsage } from "../../src/kit/problem.js";
import * as known from "../../src/scenario/measure-names.js";
import { MECHANISMS } from "../../src/scenario/mechanisms.js";
import type { ServiceLevelVariant } from "../../src/scenario/queue.js";
import {
  findMeasure,
  type Measure,
  type MeasureName,
  NAMED_MEASURES,
  namedMeasures,
  QUEUE_MEASURES,
  queueMeasures,
  SERVICE_LEVEL_MEASURES,
  TEAM_MEASURES,
  TOTAL_MEASURES,
  teamMeasures,
  totalMeasures,
} from "../../src/statistics/measures.js";
import { noQueueSums, noTeamSums, Q, T } from "../../src/statistics/sums.js";
import { buildScenario } from "../build-scenario.js";

function value(measures: readonly Measure[], name: string, sums: Float64Array): number {
  const { numerator, denominator } = measures.find((one) => one.name === name)!;
  return numerator(sums) / denominator(sums);
}

function queueSums(values: Partial<Record<keyof typeof Q, number>>): Float64Array {
  const sums = noQueueSums();
  for (const [name, amount] of Object.entries(values)) sums[Q[name as keyof typeof Q]] = amount;
  return sums;
}

function teamSums(values: Partial<Record<keyof typeof T, number>>): Float64Array {
  const sums = noTeamSums();
  for (const [name, amount] of Object.entries(values)) sums[T[name as keyof typeof T]] = amount;
  return sums;
}

describe("service level in its six variants", () => {
  const sums = queueSums({
    offered: 1060,
    answered: 1000,
    abandoned: 60,
    answeredWithin: 860,
    abandonedWithin: 20,
    abandonedUnder: 10,
  });
  it.each([
    ["ignore-short", "82.69"],
    ["abandoned-miss", "81.13"],
    ["abandoned-hit", "83.02"],
    ["answered-only", "86.00"],
    ["ignore-under", "81.90"],
    ["credit-under", "82.08"],
  ] satisfies [ServiceLevelVariant, string][])("%s of the reference counts is %s %%", (name, percent) => {
    expect((100 * value(SERVICE_LEVEL_MEASURES, name, sums)).toFixed(2)).toBe(percent);
  });

  it("are all there, once", () => {
    expect(new Set(SERVICE_LEVEL_MEASURES.map((one) => one.name)).size).toBe(6);
  });
});

describe("measures of a queue", () => {
  const sums = queueSums({
    arrived: 130,
    offered: 100,
    answered: 80,
    abandoned: 20,
    blocked: 25,
    closed: 5,
    answeredWaitSeconds: 1600,
    abandonedWaitSeconds: 900,
    talkSeconds: 16_000,
    holdSeconds: 800,
    wrapSeconds: 2400,
    occurrences: 2,
  });
  it.each([
    ["answered", 40],
    ["abandonRate", 0.2],
    ["blockedRate", 0.2],
    ["asa", 20],
    ["meanWaitAbandoned", 45],
    ["aht", 240],
    ["talk", 200],
    ["hold", 10],
    ["wrap", 30],
  ])("%s of hand-made sums is %d", (name, expected) => {
    expect(value(QUEUE_MEASURES, name, sums)).toBe(expected);
  });
});

describe("measures of a team", () => {
  const sums = teamSums({
    busySeconds: 20_000,
    idleSeconds: 5000,
    breakSeconds: 1000,
    unpaidBreakSeconds: 1500,
    offPhoneSeconds: 2500,
    absentSeconds: 500,
    overtimeSeconds: 360,
    paidSeconds: 36_000,
    plannedSeconds: 40_000,
    offPlanSeconds: 4000,
    answered: 50,
    cost: 200,
    occurrences: 1,
    seconds: 3000,
  });
  it.each([
    ["occupancy", 0.8],
    ["contactsPerHour", 7.2],
    ["agentsOn", 10],
    ["agentsAvailable", 25_000 / 3000],
    ["shrinkage", 4000 / 36_000],
    ["adherence", 0.9],
    ["paidHours", 10],
    ["overtimeHours", 0.1],
    ["overtimeShare", 0.01],
    ["cost", 200],
    ["costPerContact", 4],
  ])("%s of hand-made sums is %d", (name, expected) => {
    expect(value(TEAM_MEASURES, name, sums)).toBeCloseTo(expected, 12);
  });
});

describe("names of measures", () => {
  const scenario = buildScenario({
    queues: [{ name: "claims" }],
    teams: [{ name: "claims" }, { name: "night" }],
  });
  const sorted = (measures: readonly Pick<MeasureName, "name" | "unit" | "of">[]) =>
    measures.map(({ name, unit, of }) => `${name} ${unit} ${of ?? "always"}`).sort();

  it("that a scenario may promise are exactly those that are computed, in the same units and uses", () => {
    expect(sorted(NAMED_MEASURES.queue)).toEqual(sorted(known.QUEUE_MEASURES));
    expect(sorted(NAMED_MEASURES.team)).toEqual(sorted(known.TEAM_MEASURES));
    expect(sorted(NAMED_MEASURES.total)).toEqual(sorted(known.TOTAL_MEASURES));
  });

  it("that queues and teams share are of the same mechanism, so that whose is meant hangs on none", () => {
    const shared = NAMED_MEASURES.queue.filter((one) => NAMED_MEASURES.team.some((t) => t.name === one.name));
    expect(shared.map(({ name }) => name)).toContain("answered");
    for (const { name, of } of shared) {
      expect(NAMED_MEASURES.team.find((one) => one.name === name)!.of, name).toBe(of);
    }
    const totals = NAMED_MEASURES.total.map(({ name }) => name);
    expect(new Set(totals).size).toBe(totals.length);
  });

  it("in force are all but those of mechanisms that are not in use", () => {
    const always = (measures: readonly MeasureName[]) => measures.filter(({ of }) => of === undefined);
    const { queue, team, total } = NAMED_MEASURES;
    expect(namedMeasures(new Set(MECHANISMS))).toEqual(NAMED_MEASURES);
    expect(namedMeasures(new Set())).toEqual({
      queue: always(queue),
      team: always(team),
      total: always(total),
    });
    expect(queueMeasures(scenario)).toEqual(always(QUEUE_MEASURES));
    expect(teamMeasures(scenario)).toEqual(always(TEAM_MEASURES));
    expect(totalMeasures(scenario)).toEqual(always(TOTAL_MEASURES));
  });

  it("lead to whose figure it is, a queue's before a team's", () => {
    expect(findMeasure("claims.answered", scenario)).toMatchObject({
      of: "queue",
      name: "claims",
      unit: "count",
    });
    expect(findMeasure("teams.claims.answered", scenario)).toMatchObject({ of: "team", name: "claims" });
    expect(findMeasure("night.occupancy", scenario)).toMatchObject({ of: "team", title: "Occupancy" });
    expect(findMeasure("total.cost", scenario)).toMatchObject({
      of: "total",
      measure: "cost",
      unit: "money",
    });
  });

  it("that lead nowhere are refused with the nearest spelling", () => {
    expect(() => findMeasure("claims.servicelevel", scenario)).toThrow(WrongUsage);
    expect(() => findMeasure("claims.servicelevel", scenario)).toThrow(/serviceLevel/);
    expect(() => findMeasure("clams.asa", scenario)).toThrow(/claims/);
  });
});
