import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import { summarise } from "../../src/statistics/summarise.js";
import type { Figure, Summary } from "../../src/statistics/summary.js";
import { erlangA } from "../../src/statistics/theory/erlang-a.js";
import { erlangC } from "../../src/statistics/theory/erlang-c.js";
import { buildScenario, type ScenarioParts } from "../build-scenario.js";
import { followDay } from "../truth/theory/day.js";

const HOUR = 3600;
const HANDLE_SECONDS = 180;
const PATIENCE_SECONDS = 120;
const EXPERIMENTS = 300;
const REPLICATIONS = 20;
const detail = { intervals: false, weekdayIntervals: false, shifts: false } as const;
const about = { seed: "coverage", version: "test" };

const exponential = (meanSeconds: number) => ({ kind: "exponential" as const, meanSeconds });
const serviceLevel = { withinSeconds: 20, counting: "abandoned-miss" as const, underSeconds: 5 };
const patience = exponential(PATIENCE_SECONDS);

const steady = (perHour: number, agents: number, more: object = {}): ScenarioParts => ({
  warmupSeconds: 2 * HOUR,
  queues: [{ perHour, handle: { talk: exponential(HANDLE_SECONDS) }, serviceLevel, ...more }],
  teams: [{ agents }],
});

/** Three stretches of a morning; then nobody calls until all is over. */
const stretches = [
  { seconds: 2 * HOUR, ratePerSecond: 40 / HOUR, agents: 3 },
  { seconds: HOUR, ratePerSecond: 90 / HOUR, agents: 3 },
  { seconds: 2 * HOUR, ratePerSecond: 50 / HOUR, agents: 3 },
  { seconds: 2 * HOUR, ratePerSecond: 0, agents: 3 },
];

const morning: ScenarioParts = {
  queues: [
    {
      handle: { talk: exponential(HANDLE_SECONDS) },
      patience,
      arrivals: {
        kind: "table",
        factor: 1,
        events: [],
        steps: stretches.slice(0, 3).map(({ seconds, ratePerSecond }, index) => {
          const fromSeconds = stretches.slice(0, index).reduce((sum, one) => sum + one.seconds, 0);
          return { fromSeconds, toSeconds: fromSeconds + seconds, contacts: ratePerSecond * seconds };
        }),
      },
    },
  ],
  teams: [{ agents: 3 }],
};

/** Expected hang-ups over expected arrivals, by the chances of all states from one instant to the next. */
function morningAbandonRate(): number {
  const day = { handleSeconds: HANDLE_SECONDS, patienceSeconds: PATIENCE_SECONDS, stretches, longest: 80 };
  const lost = followDay(day).map(({ over }) => over(([, waiting]) => waiting / PATIENCE_SECONDS));
  const arrivals = stretches.map(({ seconds, ratePerSecond }) => seconds * ratePerSecond);
  const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
  return sum(lost) / sum(arrivals);
}

const c = erlangC({ ratePerSecond: 20 / HOUR, handleSeconds: HANDLE_SECONDS }, 2);
const a = erlangA({ ratePerSecond: 25 / HOUR, handleSeconds: HANDLE_SECONDS }, 2, PATIENCE_SECONDS);

interface Case {
  readonly name: string;
  readonly parts: ScenarioParts;
  readonly truths: Readonly<Record<string, number>>;
  readonly of: (summary: Summary) => Readonly<Record<string, Figure>>;
}

const ofQueue = ({ queues, teams }: Summary) => ({
  ...queues[0].figures,
  occupancy: teams[0].figures["occupancy"],
});

const cases: readonly Case[] = [
  {
    name: "Erlang C",
    parts: steady(20, 2),
    truths: { serviceLevel: c.answeredWithin(20), occupancy: 0.5, offered: 480 },
    of: ofQueue,
  },
  {
    name: "Erlang A",
    parts: steady(25, 2, { patience }),
    truths: {
      serviceLevel: a.answeredWithin(20),
      abandonRate: a.abandonedShare,
      asa: a.asaSeconds,
      occupancy: a.occupancyShare,
    },
    of: ofQueue,
  },
  {
    name: "a morning whose rate changes",
    parts: morning,
    truths: { abandonRate: morningAbandonRate(), offered: 270 },
    of: ofQueue,
  },
];

interface Tally {
  held: number;
  /** Held by intervals that are three tenths narrower. */
  heldByTooNarrow: number;
  error: number;
  squares: number;
  halves: number;
}

/**
 * Every figure's experiments, with and without control variates, from the same replications; the controls may
 * expect what other parts say.
 */
function tally({ parts, truths, of }: Case, stated = parts) {
  const run = { seed: about.seed, replications: REPLICATIONS };
  const simulated = compile(buildScenario({ ...parts, run }));
  const adjusting = compile(buildScenario({ ...stated, run }));
  const observing = compile(buildScenario({ ...parts, run: { ...run, controlVariates: false } }));
  const fresh = () => Object.fromEntries(Object.keys(truths).map((name) => [name, emptyTally()]));
  const tallies = { with: fresh(), without: fresh() };
  for (let experiment = 0; experiment < EXPERIMENTS; experiment++) {
    const observations = Array.from({ length: REPLICATIONS }, (_, index) =>
      simulate(simulated, about.seed, experiment * REPLICATIONS + index + 1),
    );
    const adjusted = of(summarise(adjusting, observations, about, detail));
    const observed = of(summarise(observing, observations, about, detail));
    for (const [name, truth] of Object.entries(truths)) {
      count(tallies.with[name], adjusted[name], truth);
      count(tallies.without[name], observed[name], truth);
    }
  }
  return tallies;
}

function emptyTally(): Tally {
  return { held: 0, heldByTooNarrow: 0, error: 0, squares: 0, halves: 0 };
}

function count(into: Tally, { mean, low, high }: Figure, truth: number): void {
  if (low <= truth && truth <= high) into.held++;
  if (Math.abs(mean - truth) <= 0.7 * (mean - low)) into.heldByTooNarrow++;
  into.error += mean - truth;
  into.squares += (mean - truth) ** 2;
  into.halves += (high - low) / 2;
}

const heldError = Math.sqrt((0.95 * 0.05) / EXPERIMENTS);
const farFrom95 = (held: number) => Math.abs(held / EXPERIMENTS - 0.95) / heldError;
const biasErrors = ({ error, squares }: Tally) => Math.abs(error) / Math.sqrt(squares);

describe.each(cases)("over many seeds of $name", (one) => {
  let known: ReturnType<typeof tally> | undefined;
  const tallies = () => {
    known ??= tally(one);
    return known;
  };
  const names = Object.keys(one.truths);

  it.each(names)(
    "the intervals of %s hold the truth in 95 of 100, with control variates and without",
    (name) => {
      expect(farFrom95(tallies().without[name].held)).toBeLessThan(4);
      expect(farFrom95(tallies().with[name].held)).toBeLessThan(4);
      expect(farFrom95(tallies().with[name].heldByTooNarrow)).toBeGreaterThan(4);
    },
  );

  it.each(names)("%s is not biased, with control variates or without", (name) => {
    expect(biasErrors(tallies().with[name])).toBeLessThan(4);
    expect(biasErrors(tallies().without[name])).toBeLessThan(4);
  });

  it.each(names)("control variates narrow the intervals of %s as much as its errors", (name) => {
    const { with: adjusted, without } = tallies();
    const narrower = adjusted[name].halves / without[name].halves;
    expect(narrower).toBeLessThan(0.9);
    const fewerErrors = Math.sqrt(adjusted[name].squares / without[name].squares);
    // The ratio of two deviations, each known to 1 / sqrt(2 n) of itself.
    expect(Math.abs(narrower / fewerErrors - 1)).toBeLessThan(4 / Math.sqrt(EXPERIMENTS));
  });
});

describe("figures adjusted by controls that expect too much", () => {
  it("are biased: 2 % more contacts than are simulated would be noticed", () => {
    const [, erlang] = cases;
    const { with: adjusted, without } = tally(erlang, steady(25.5, 2, { patience }));
    expect(biasErrors(without["occupancy"])).toBeLessThan(4);
    expect(biasErrors(adjusted["occupancy"])).toBeGreaterThan(4);
  });
});
