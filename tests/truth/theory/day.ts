import { type Chain, explore, later, mean } from "./chain.js";

/** A stretch of a day with one arrival rate and one number of agents. */
export interface Stretch {
  readonly seconds: number;
  readonly ratePerSecond: number;
  readonly agents: number;
}

/** A line that begins empty; callers are patient where no mean patience is given. */
export interface Day {
  readonly handleSeconds: number;
  readonly patienceSeconds?: number;
  readonly lines?: number;
  readonly stretches: readonly Stretch[];
  /** Longest line; beyond all that ever happens, where there are no lines. */
  readonly longest: number;
}

/** Who is in service and who waits. More are in service than there are agents only after a fall in staff. */
export type Crowd = readonly [busy: number, waiting: number];

/** One stretch as it went, on average over days. */
export interface Passed {
  readonly stretch: Stretch;
  readonly chain: Chain<Crowd>;
  /** Mean time in each state, and chances of the states at the end. */
  readonly spent: Float64Array;
  readonly atEnd: Float64Array;
  over(value: (crowd: Crowd) => number): number;
  atLast(value: (crowd: Crowd) => number): number;
}

/**
 * A day's states by uniformization, stretch after stretch. Who is above a lower number of agents finishes and
 * goes; a greater number takes at once from the line.
 */
export function followDay(day: Day): Passed[] {
  let crowds: readonly (readonly [Crowd, number])[] = [[[0, 0], 1]];
  return day.stretches.map((stretch) => {
    const settled = new Map<string, readonly [Crowd, number]>();
    for (const [crowd, share] of crowds) {
      const to = staffed(crowd, stretch.agents);
      const key = to.join();
      settled.set(key, [to, (settled.get(key)?.[1] ?? 0) + share]);
    }
    const found = [...settled.values()];
    const chain = exploreAll(
      day,
      stretch,
      found.map(([crowd]) => crowd),
    );
    const places = new Map(chain.states.map((state, place) => [state.join(), place]));
    const begin = new Float64Array(chain.states.length);
    for (const [crowd, share] of found) begin[places.get(crowd.join())!] += share;
    const { shares, spent } = later(chain, begin, stretch.seconds);
    crowds = chain.states.map((state, place) => [state, shares[place]] as const);
    const over = (value: (crowd: Crowd) => number) => mean(chain, spent, value);
    const atLast = (value: (crowd: Crowd) => number) => mean(chain, shares, value);
    return { stretch, chain, spent, atEnd: shares, over, atLast };
  });
}

function staffed([busy, waiting]: Crowd, agents: number): Crowd {
  const taken = Math.max(0, Math.min(waiting, agents - busy));
  return [busy + taken, waiting - taken];
}

function exploreAll(day: Day, stretch: Stretch, begin: readonly Crowd[]): Chain<Crowd> {
  const { handleSeconds, patienceSeconds, lines = Number.POSITIVE_INFINITY, longest } = day;
  const { ratePerSecond, agents } = stretch;
  return explore<Crowd>(begin, ([busy, waiting]) => {
    const moves: [number, Crowd][] = [];
    const room = busy + waiting < lines && waiting < longest;
    if (room) moves.push([ratePerSecond, busy < agents ? [busy + 1, waiting] : [busy, waiting + 1]]);
    if (waiting > 0 && patienceSeconds !== undefined) {
      moves.push([waiting / patienceSeconds, [busy, waiting - 1]]);
    }
    if (busy > 0) {
      const takes = busy <= agents && waiting > 0;
      moves.push([busy / handleSeconds, takes ? [busy, waiting - 1] : [busy - 1, waiting]]);
    }
    return moves;
  });
}
