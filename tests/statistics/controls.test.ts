import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { compile, type Model } from "../../src/model/model.js";
import type { Distribution } from "../../src/random/distribution.js";
import type { TableArrivals } from "../../src/scenario/arrivals.js";
import { planControls } from "../../src/statistics/controls.js";
import { buildScenario, type ScenarioParts, type TeamPart } from "../build-scenario.js";

const HOUR = 3600;
const exponential = (meanSeconds: number): Distribution => ({ kind: "exponential", meanSeconds });
const lognormal: Distribution = { kind: "lognormal", medianSeconds: 100, sigma: 0.8 };
const redial = { chance: 0.8, after: exponential(300), attempts: 3 };
const everyDay = [1, 1, 1, 1, 1, 1, 1];

/** Each control's mean over replications, in standard errors from 0; `stated` may say other than is simulated. */
function errorsFromZero(parts: ScenarioParts, stated: ScenarioParts = parts, replications = 300): number[] {
  const model = compile(buildScenario(parts));
  const controls = planControls(compile(buildScenario(stated)));
  const row = new Float64Array(controls.count);
  const sums = row.map(() => 0);
  const squares = row.map(() => 0);
  for (let replication = 1; replication <= replications; replication++) {
    controls.read(simulate(model, "controls", replication), row);
    for (const [index, value] of row.entries()) {
      sums[index] += value;
      squares[index] += value * value;
    }
  }
  return Array.from(sums, (sum, index) => {
    const mean = sum / replications;
    return mean / Math.sqrt((squares[index] / replications - mean * mean) / replications);
  });
}

const namesOf = (parts: ScenarioParts) =>
  planControls(compile(buildScenario(parts))).islands.map(({ names }) => names);

/** A day shift of so many agents. */
const onShift = (agents: number) => ({
  shifts: [
    {
      name: "day",
      startClockSeconds: 8 * HOUR,
      lengthSeconds: 9 * HOUR,
      breaks: [{ afterSeconds: HOUR, lengthSeconds: 1800, paid: false }],
    },
  ],
  staffing: { kind: "roster" as const, shifts: [{ shift: "day", agents }] },
});
const { shifts } = onShift(8);

/** Expected contacts and mean handle time that change every half hour. */
const table: TableArrivals = {
  kind: "table",
  factor: 1,
  events: [{ fromSeconds: 9.25 * HOUR, toSeconds: 11 * HOUR, factor: 1.7, why: "storm" }],
  steps: Array.from({ length: 18 }, (_, step) => ({
    fromSeconds: 8 * HOUR + step * 1800,
    toSeconds: 8.5 * HOUR + step * 1800,
    contacts: 10 + step,
    ahtSeconds: 120 + 10 * step,
  })),
};

const cases: readonly (readonly [string, ScenarioParts])[] = [
  [
    "of a short line that hangs up, redials and meets busy signals",
    {
      warmupSeconds: 2 * HOUR,
      queues: [
        {
          perHour: 40,
          patience: exponential(60),
          redial,
          lines: 7,
          handle: { talk: lognormal, wrap: exponential(40) },
        },
      ],
      teams: [{ agents: 3 }],
    },
  ],
  [
    "of busy and quiet days, of each queue and in common",
    {
      days: 2,
      busynessCv: 0.3,
      queues: [0.2, 0.5].map((busynessCv) => ({
        arrivals: {
          kind: "volume",
          per: "day",
          contacts: 150,
          weekdayWeights: everyDay,
          factor: 1,
          events: [],
          busynessCv,
        },
      })),
      teams: [{ agents: 2 }],
    },
  ],
  [
    "of tables that state handle times, and redials of them",
    {
      queues: [{ arrivals: table, patience: exponential(100), redial }],
      teams: [{ agents: 4 }],
    },
  ],
  [
    "of a team half as fast as it is meant to be, until closing",
    {
      queues: [{ perHour: 30 }],
      teams: [{ agents: 2, skills: [{ queue: "q0", preference: 1, speed: 0.5 }] }],
      open: [{ fromSeconds: 9 * HOUR, toSeconds: 17 * HOUR }],
    },
  ],
  [
    "of absence and lateness on shifts, some past the end of what is counted",
    {
      days: 2,
      warmupSeconds: HOUR,
      shifts: [...shifts, { name: "night", startClockSeconds: 20 * HOUR, lengthSeconds: 9 * HOUR }],
      teams: [
        {
          absenceShare: 0.15,
          lateness: { kind: "gamma", meanSeconds: 3 * HOUR, cv: 1.2 },
          staffing: {
            kind: "roster",
            shifts: [
              { shift: "day", agents: 8 },
              { shift: "night", agents: 5 },
            ],
          },
        },
      ],
      queues: [{ perHour: 60, patience: exponential(100) }],
    },
  ],
  [
    "of absence from a table of agents",
    {
      teams: [
        {
          absenceShare: 0.2,
          staffing: {
            kind: "table",
            steps: [
              { fromSeconds: 8 * HOUR, toSeconds: 12 * HOUR, agents: 9 },
              { fromSeconds: 12 * HOUR, toSeconds: 20 * HOUR, agents: 4 },
            ],
          },
        },
      ],
      queues: [{ perHour: 60, patience: exponential(100) }],
    },
  ],
];

describe("control variates have expectation 0", () => {
  it.each(cases)("%s", (_, parts) => {
    for (const errors of errorsFromZero(parts)) expect(Math.abs(errors)).toBeLessThan(4);
  });

  const busy = (perHour: number, talkSeconds = 180): ScenarioParts => ({
    queues: [{ perHour, handle: { talk: exponential(talkSeconds) }, patience: exponential(100) }],
    teams: [{ agents: 12 }],
  });

  it("and 1 % more contacts, or longer handle times, than are simulated would be noticed", () => {
    expect(Math.abs(errorsFromZero(busy(200))[0])).toBeLessThan(4);
    expect(errorsFromZero(busy(202), busy(200))[0]).toBeGreaterThan(4);
    expect(errorsFromZero(busy(200, 181.8), busy(200))[0]).toBeGreaterThan(4);
  });

  it("and a hundredth more absence, or a minute more of lateness, would be noticed", () => {
    const of = (absenceShare: number, lateSeconds: number): ScenarioParts => ({
      days: 2,
      queues: [{ perHour: 5 }],
      shifts,
      teams: [{ staffing: onShift(40).staffing, absenceShare, lateness: exponential(lateSeconds) }],
    });
    expect(Math.abs(errorsFromZero(of(0.1, 600))[1])).toBeLessThan(4);
    expect(errorsFromZero(of(0.11, 600), of(0.1, 600))[1]).toBeGreaterThan(4);
    expect(errorsFromZero(of(0, 600), of(0, 540))[1]).toBeGreaterThan(4);
  });
});

describe("control variates are used", () => {
  it("of each island by itself, of absence where somebody may be absent", () => {
    const names = namesOf({
      queues: [{}, {}],
      teams: [{ skills: ["q0"], absenceShare: 0.1 }, { skills: ["q1"] }],
    });
    expect(names).toEqual([["workload", "absence"], ["workload"]]);
  });

  it("not where the scenario's run does without", () => {
    const run = { seed: "s", replications: 30, controlVariates: false } as const;
    expect(namesOf({ run, teams: [{ absenceShare: 0.1 }] })).toEqual([[]]);
  });

  it("not of lateness where the shift before may still hold agents up", () => {
    const two = (gapHours: number): ScenarioParts => ({
      shifts: [{ name: "day", startClockSeconds: 0, lengthSeconds: (24 - gapHours) * HOUR }],
      days: 2,
      teams: [
        { staffing: { kind: "roster", shifts: [{ shift: "day", agents: 3 }] }, lateness: exponential(60) },
      ],
    });
    expect(namesOf(two(2))).toEqual([["workload"]]);
    expect(namesOf(two(6))).toEqual([["workload", "absence"]]);
  });

  it("of arrivals alone where teams differ in speed, for nobody knows who handled how many", () => {
    const team = (speed: number) => ({ agents: 4, skills: [{ queue: "q0", preference: 1, speed }] });
    const deviation = (teams: readonly TeamPart[], talkSeconds: number) =>
      deviationOf(
        compile(buildScenario({ teams })),
        compile(
          buildScenario({
            teams,
            queues: [{ handle: { talk: { kind: "constant", seconds: talkSeconds } } }],
          }),
        ),
      );
    // Constant handle times of another length than stated: seen where handle times count.
    expect(deviation([team(1), team(1)], 200)).not.toBeCloseTo(deviation([team(1), team(1)], 180), 3);
    expect(deviation([team(1), team(0.9)], 200)).toBe(deviation([team(1), team(0.9)], 180));
  });

  it("of recorded contacts only for what is drawn of them", () => {
    const atSeconds = Array.from({ length: 200 }, (_, index) => index * 300);
    const recorded = (more: object): ScenarioParts => ({
      queues: [{ arrivals: { kind: "replay", atSeconds, ...more } }],
    });
    expect(Math.abs(errorsFromZero(recorded({}))[0])).toBeLessThan(4);
    expect(errorsFromZero(recorded({ handleSeconds: atSeconds.map(() => 100) }), undefined, 3)[0]).toBeNaN();
  });
});

/** The workload's deviation, as `stated` reckons it, in a replication of `simulated`. */
function deviationOf(stated: Model, simulated: Model): number {
  const controls = planControls(stated);
  const row = new Float64Array(controls.count);
  controls.read(simulate(simulated, "speed", 1), row);
  return row[0];
}
