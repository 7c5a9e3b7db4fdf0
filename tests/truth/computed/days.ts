import { waitSeconds } from "../simulated/steady-figures.js";
import { exponential } from "../simulated/steady-scenario.js";
import { answeredBy, waitsByPlace } from "../theory/birth-death.js";
import { type Day, followDay, type Passed } from "../theory/day.js";
import { daily, HOUR, hourlyStaff, ratioOf, simulateDays } from "./day-scenario.js";
import { family } from "./family.js";

interface Hours {
  readonly perHour: readonly number[];
  readonly agents: readonly number[];
  readonly handleSeconds: number;
  readonly patienceSeconds?: number;
  readonly lines?: number;
  readonly withinSeconds: number;
  /** Hours of which figures are compared. */
  readonly looked: readonly number[];
}

const FROM = 6 * HOUR;
const contacts = ({ perHour }: Hours) => perHour.reduce((sum, count) => sum + count, 0);
const stretched = (input: Hours, factor: number): Hours => ({
  ...input,
  handleSeconds: input.handleSeconds * factor,
});

function dayOf({ perHour, agents, handleSeconds, patienceSeconds, lines }: Hours): Day {
  return {
    handleSeconds,
    ...(patienceSeconds !== undefined && { patienceSeconds }),
    ...(lines !== undefined && { lines }),
    longest: lines ?? 260,
    stretches: perHour.map((count, hour) => ({
      seconds: HOUR,
      ratePerSecond: count / HOUR,
      agents: agents[hour],
    })),
  };
}

function simulated(input: Hours, seed: string) {
  const { perHour, agents, handleSeconds, patienceSeconds, lines, withinSeconds, looked } = input;
  const days = Math.max(200, Math.round(400_000 / contacts(input) / 50) * 50);
  const simulation = simulateDays({
    fromSeconds: FROM,
    perHour,
    talk: exponential(handleSeconds),
    ...(patienceSeconds !== undefined && { patience: exponential(patienceSeconds) }),
    ...(lines !== undefined && { lines }),
    withinSeconds,
    team: hourlyStaff(FROM, agents, days / 50),
    days,
    seed,
  });
  const figures = {
    mean_wait: simulation.ratio(
      ({ queues: [queue] }) => waitSeconds(queue),
      ({ queues: [queue] }) => queue.arrived,
    ),
    abandoned: daily(simulation, ({ queues: [queue] }) => queue.abandoned),
    blocked: daily(simulation, ({ queues: [queue] }) => queue.blocked),
    ...Object.fromEntries(
      looked.flatMap((hour) => {
        const samples = simulation.between(FROM + hour * HOUR, FROM + (hour + 1) * HOUR);
        return [
          [
            `within, hour ${hour}`,
            ratioOf(
              samples,
              ({ queues: [queue] }) => queue.answeredWithin,
              ({ queues: [queue] }) => queue.arrived,
            ),
          ],
          [
            `asa, hour ${hour}`,
            ratioOf(
              samples,
              ({ queues: [queue] }) => queue.answeredWaitSeconds,
              ({ queues: [queue] }) => queue.answered,
            ),
          ],
          [
            `busy, hour ${hour}`,
            ratioOf(
              samples,
              ({ teams: [team] }) => team.busySeconds,
              ({ seconds }) => seconds,
            ),
          ],
        ];
      }),
    ),
  };
  return { ...simulation, figures };
}

const area = (days: readonly Passed[], of: (passed: Passed) => number) =>
  days.reduce((sum, passed) => sum + of(passed), 0);

/** Whole days; `late` tells the share of an hour's arrivals that is answered within the time, and the ASA. */
function exactDay(input: Hours, late: boolean): Record<string, number> {
  const { handleSeconds, patienceSeconds, lines = Number.POSITIVE_INFINITY, withinSeconds, looked } = input;
  const passed = followDay(dayOf(input));
  const waiting = area(passed, (one) => one.over(([, count]) => count));
  const figures: Record<string, number> = { mean_wait: waiting / contacts(input) };
  if (patienceSeconds !== undefined) figures["abandoned"] = waiting / patienceSeconds;
  if (lines < Number.POSITIVE_INFINITY) {
    const full = ({ over, stretch }: Passed) =>
      stretch.ratePerSecond * over(([busy, count]) => (busy + count >= lines ? 1 : 0));
    figures["blocked"] = area(passed, full);
  }
  const hangUpRate = patienceSeconds === undefined ? 0 : 1 / patienceSeconds;
  for (const hour of looked) {
    const { over, stretch } = passed[hour];
    const { agents, ratePerSecond, seconds } = stretch;
    const soon = over(([busy]) => (busy < agents ? 1 : 0)) / seconds;
    figures[`busy, hour ${hour}`] = over(([busy]) => busy) / seconds;
    if (ratePerSecond === 0) continue;
    if (!late) {
      figures[`within, hour ${hour}`] = soon;
      continue;
    }
    // Who finds a line so long, by the length of the line; blocked ones are not answered at all.
    const found: number[] = [];
    for (const [place, [busy, count]] of passed[hour].chain.states.entries()) {
      if (busy < agents || busy + count >= lines) continue;
      found[count] = (found[count] ?? 0) + passed[hour].spent[place] / seconds;
    }
    const joining = Array.from(found, (share) => share ?? 0);
    const drain = agents / handleSeconds;
    figures[`within, hour ${hour}`] = soon + answeredBy(drain, hangUpRate, joining, withinSeconds).answered;
    const { answered, answeredWait } = waitsByPlace(drain, hangUpRate, joining.length);
    const over_ = (of: readonly number[]) =>
      joining.reduce((sum, share, place) => sum + share * of[place], 0);
    figures[`asa, hour ${hour}`] = over_(answeredWait) / (soon + over_(answered));
  }
  return figures;
}

const same = (agents: number, hours: number) => new Array<number>(hours).fill(agents);
const quiet = [0, 0, 0];
const hours = (
  perHour: readonly number[],
  agents: number,
  handleSeconds: number,
  rest: Partial<Hours> & { readonly looked: readonly number[] },
): Hours => ({
  perHour: [...perHour, ...quiet],
  agents: same(agents, perHour.length + quiet.length),
  handleSeconds,
  withinSeconds: 20,
  ...rest,
});

const RATED: readonly (readonly [string, Hours])[] = [
  ["a rise and a fall", hours([40, 70, 90, 70, 40], 6, 180, { looked: [0, 1, 2, 3, 4] })],
  ["an hour above capacity", hours([60, 130, 60, 40], 8, 240, { looked: [0, 1, 2, 3] })],
  [
    "a morning peak, hang-ups",
    hours([50, 140, 100, 60], 8, 240, { looked: [0, 1, 2, 3], patienceSeconds: 120 }),
  ],
  [
    "two peaks, hang-ups",
    hours([80, 160, 80, 160, 80], 10, 240, { looked: [0, 1, 3, 4], patienceSeconds: 240 }),
  ],
  ["one agent's day", hours([10, 15, 12, 6], 1, 180, { looked: [0, 1, 2], withinSeconds: 60 })],
  ["a peak with few lines", hours([60, 150, 150, 60], 8, 200, { looked: [0, 1, 2, 3], lines: 12 })],
  [
    "few lines and hang-ups",
    hours([100, 220, 120, 60], 12, 220, { looked: [0, 1, 2], lines: 18, patienceSeconds: 150 }),
  ],
  [
    "a storm for twenty agents",
    hours([250, 500, 300, 200], 20, 180, { looked: [1, 2, 3], patienceSeconds: 180 }),
  ],
];

/** M_t/M/c with and without hang-ups and few lines: agents all day the same. */
export const rated = family<Hours>({
  name: "days with changing arrivals",
  truth: "M_t/M/c/K+M from empty by uniformization, hour by hour; waits of an hour's arrivals by first steps",
  points: RATED.map(([title, input], index) => ({ id: `DAY-${index + 1}`, title, input })),
  exact: (input) => exactDay(input, true),
  stretched,
  simulated,
});

const steps = (
  perHour: readonly number[],
  agents: readonly number[],
  handleSeconds: number,
  rest: Partial<Hours> & { readonly looked: readonly number[] },
): Hours => ({
  perHour: [...perHour, ...quiet],
  agents: [...agents, ...quiet.map(() => agents.at(-1)!)],
  handleSeconds,
  withinSeconds: 0,
  ...rest,
});

const STAFFED: readonly (readonly [string, Hours])[] = [
  ["agents added for the peak", steps([60, 120, 60], [6, 10, 6], 240, { looked: [0, 1, 2, 3] })],
  [
    "a fall in staff while busy",
    steps([100, 100, 60], [10, 6, 6], 200, { looked: [0, 1, 2], patienceSeconds: 180 }),
  ],
  [
    "one agent more, one less",
    steps([25, 25, 25, 15], [2, 3, 2, 3], 200, { looked: [0, 1, 2, 3], patienceSeconds: 240 }),
  ],
  [
    "half the staff at noon",
    steps([120, 120, 120], [12, 6, 12], 240, { looked: [0, 1, 2], patienceSeconds: 120 }),
  ],
  ["steps with few lines", steps([90, 140, 90], [7, 9, 5], 240, { looked: [0, 1, 2], lines: 12 })],
  [
    "staff that follows the arrivals",
    steps([50, 90, 140, 90, 50], [5, 8, 12, 8, 5], 250, { looked: [1, 2, 3, 4] }),
  ],
];

/** Agents by the hour: who is above a lower number finishes and goes. */
export const staffed = family<Hours>({
  name: "days with changing staff",
  truth: "M_t/M/c_t/K+M from empty by uniformization; after a fall in staff the busy above it drain",
  points: STAFFED.map(([title, input], index) => ({ id: `STAFF-${index + 1}`, title, input })),
  exact: (input) => exactDay(input, false),
  stretched,
  simulated,
});
