import { readScenarioText } from "../../src/scenario/read-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import type {
  Figure,
  Figures,
  IntervalSummary,
  QuotaSummary,
  Summary,
} from "../../src/statistics/summary.js";

/** A figure with an interval; of one number, a figure without. */
export function figure(mean: number, half = Number.NaN): Figure {
  return { mean, low: mean - half, high: mean + half };
}

/** A line with two queues and two teams, one on shifts with a quota, over two days. */
export function lineScenario(queueName = "claims"): Scenario {
  const text = `
callsim: 1
name: Insurance line
about: One weekend.
sources:
  teams.desk.pay: D4
  queues: "assumption: made up for a test, with a sentence that is long enough to need a second line of text"
calendar: {timezone: America/New_York, start: 2026-03-06, days: 2, interval: 60m}
queues:
  ${JSON.stringify(queueName)}:
    arrivals: {perDay: 2400}
    handle: {talk: 4m}
    patience: {exponential: {mean: 3m}}
    target: {answered: 80%, within: 20s, abandoned: 5%}
  fleet: {arrivals: {perDay: 24}, handle: {talk: 6m}, patience: 2m}
teams:
  desk:
    skills: [${JSON.stringify(queueName)}]
    roster: {day: 20, night: 4}
    pay: 17.5
    quota: {contacts: 60, handled: 90%, within: 6m}
  experts: {skills: [fleet], agents: 2}
shifts:
  day: {days: daily, start: "07:00", length: 8h}
  night: {days: daily, start: "22:00", length: 8h}
`;
  return readScenarioText(text, "line.yaml").scenario;
}

const QUOTA: QuotaSummary = {
  agentShifts: 480,
  contactsMet: 0.42,
  handledMet: 0.97,
  met: 0.42,
  contactsNineInTen: 19,
  handledNineInTen: 0.91,
};

/** What simulating it could have given. */
export function lineSummary(scenario: Scenario): Summary {
  const claims: Figures = {
    offered: figure(4801, 40),
    answered: figure(4612, 38),
    abandoned: figure(189, 9),
    blocked: figure(0, 0),
    closed: figure(0, 0),
    serviceLevel: figure(0.813, 0.006),
    abandonRate: figure(0.0394, 0.002),
    asa: figure(21.4, 1.1),
    aht: figure(285, 2),
  };
  const nothing = Object.fromEntries(Object.keys(claims).map((name) => [name, figure(Number.NaN)]));
  const fleet: Figures = { ...nothing, offered: figure(0, 0), answered: figure(0, 0) };
  const desk: Figures = {
    occupancy: figure(0.812, 0.004),
    paidHours: figure(1344, 0),
    overtimeHours: figure(3.25, 0.2),
    shrinkage: figure(0.061),
    adherence: figure(0.982),
    cost: figure(24_560, 12),
    costPerContact: figure(5.3, 0.1),
  };
  const night: Figures = { ...desk, occupancy: figure(0.31, 0.01), cost: figure(4120, 5) };
  return {
    version: "0.1.0",
    scenario: { name: scenario.name, hash: scenario.hash },
    seed: "monday",
    replications: 20,
    queues: [
      {
        name: scenario.queues[0]!.name,
        figures: claims,
        serviceLevels: { "ignore-short": figure(0.813, 0.006) },
        waitPercentiles: percentiles(0, 4.2, 48, 93, 405),
        longestWaitSeconds: 4830,
        target: "met",
      },
      {
        name: "fleet",
        figures: fleet,
        serviceLevels: { "ignore-short": figure(Number.NaN) },
        waitPercentiles: percentiles(Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN),
        longestWaitSeconds: Number.NaN,
        target: "none",
      },
    ],
    teams: [
      {
        name: "desk",
        figures: desk,
        shifts: [
          { team: "desk", shift: "day", figures: desk, quota: { ...QUOTA, met: 0.95, contactsMet: 0.96 } },
          { team: "desk", shift: "night", figures: night, quota: QUOTA },
        ],
        quota: QUOTA,
      },
      {
        name: "experts",
        figures: { ...desk, cost: figure(Number.NaN), costPerContact: figure(Number.NaN) },
        shifts: [{ team: "experts", shift: undefined, figures: desk, quota: undefined }],
        quota: undefined,
      },
    ],
    intervals: scenario.calendar.intervals.map(({ start }, index) => intervalOf(index, start)),
    weekdayIntervals: Array.from({ length: 48 }, (_, step) => {
      const hour = String(step % 24).padStart(2, "0");
      return intervalOf((step < 24 ? 4 : 5) * 24 + (step % 24), `${step < 24 ? "fri" : "sat"} ${hour}:00`);
    }),
    total: { ...claims, ...desk },
    contacts: 96_040,
    events: 400_000,
  };
}

function percentiles(p50: number, p80: number, p90: number, p95: number, p99: number): Figures {
  return { p50: figure(p50), p80: figure(p80), p90: figure(p90), p95: figure(p95), p99: figure(p99) };
}

/** Nobody calls before six; from then on each hour is served better than the one before. */
function intervalOf(index: number, start: string): IntervalSummary {
  const hour = index % 24;
  const claims: Figures =
    hour < 6
      ? { offered: figure(0), serviceLevel: figure(Number.NaN) }
      : { offered: figure(200, 5), serviceLevel: figure(hour / 23, 0.01) };
  return {
    index,
    start,
    queues: [claims, { offered: figure(0), serviceLevel: figure(Number.NaN) }],
    teams: [{ occupancy: figure(0.8) }, { occupancy: figure(0.1) }],
  };
}
