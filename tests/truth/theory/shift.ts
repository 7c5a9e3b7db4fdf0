import { explore, later, mean } from "./chain.js";

/**
 * One agent, or two of whom the longer idle takes the next, and `lines` in all: chances of the numbers that
 * one of them takes in hand in a shift that begins empty. States: who is in service, who waits, how many so
 * far; `next` says whether the one whose contacts are counted is the longer idle.
 */
export function handledInShift(input: {
  readonly ratePerSecond: number;
  readonly handleSeconds: number;
  readonly agents: 1 | 2;
  readonly lines: number;
  readonly seconds: number;
  readonly most: number;
}): number[] {
  const { ratePerSecond, handleSeconds, agents, lines, seconds, most } = input;
  type State = readonly [own: boolean, other: boolean, waiting: number, isNext: boolean, handled: number];
  const count = (handled: number) => Math.min(most, handled + 1);
  const start = (isNext: boolean): State => [false, agents === 1, 0, isNext, 0];
  const chain = explore<State>([start(true), start(false)], ([own, other, waiting, isNext, handled]) => {
    const moves: [number, State][] = [];
    const others = agents === 2 && other ? 1 : 0;
    const isOwns = !own && (other || isNext);
    if (isOwns) moves.push([ratePerSecond, [true, other, waiting, isNext, count(handled)]]);
    else if (!other) moves.push([ratePerSecond, [own, true, waiting, isNext, handled]]);
    else if (1 + others + waiting < lines) {
      moves.push([ratePerSecond, [own, other, waiting + 1, isNext, handled]]);
    }
    const end = 1 / handleSeconds;
    if (own) {
      if (waiting > 0) moves.push([end, [own, other, waiting - 1, isNext, count(handled)]]);
      // Just freed, so the other one idles longer, if idle.
      else moves.push([end, [false, other, 0, agents === 1, handled]]);
    }
    if (others > 0) {
      if (waiting > 0) moves.push([end, [own, other, waiting - 1, isNext, handled]]);
      else moves.push([end, [own, false, 0, true, handled]]);
    }
    return moves;
  });
  const begin = new Float64Array(chain.states.length);
  begin[0] = 0.5;
  begin[1] = 0.5;
  const { shares } = later(chain, begin, seconds);
  return Array.from({ length: most + 1 }, (_, handled) =>
    mean(chain, shares, (state) => (state[4] === handled ? 1 : 0)),
  );
}

/**
 * A shift to which every agent comes late by an exponential time of their own: times of agents still to come,
 * of agents in service and of callers waiting, added up over its hours.
 */
export function lateShift(input: {
  /** By the hour. */
  readonly ratesPerSecond: readonly number[];
  readonly handleSeconds: number;
  readonly patienceSeconds: number;
  readonly agents: number;
  readonly latenessSeconds: number;
  readonly longest: number;
}) {
  const { ratesPerSecond, handleSeconds, patienceSeconds, agents, latenessSeconds, longest } = input;
  type State = readonly [late: number, busy: number, waiting: number];
  const all: State[] = [];
  for (let late = 0; late <= agents; late++) {
    for (let busy = 0; busy <= agents - late; busy++) all.push([late, busy, 0]);
    for (let waiting = 1; waiting <= longest; waiting++) all.push([late, agents - late, waiting]);
  }
  const nobody = all.findIndex(([late]) => late === agents);
  let shares = new Float64Array(all.length);
  shares[nobody] = 1;
  const sums = { waitingSeconds: 0, busySeconds: 0, lateSeconds: 0 };
  for (const rate of ratesPerSecond) {
    const chain = explore<State>(all, ([late, busy, waiting]) => {
      const moves: [number, State][] = [];
      if (busy < agents - late) moves.push([rate, [late, busy + 1, waiting]]);
      else if (waiting < longest) moves.push([rate, [late, busy, waiting + 1]]);
      if (late > 0) {
        const to: State = waiting > 0 ? [late - 1, busy + 1, waiting - 1] : [late - 1, busy, waiting];
        moves.push([late / latenessSeconds, to]);
      }
      if (busy > 0) {
        const to: State = waiting > 0 ? [late, busy, waiting - 1] : [late, busy - 1, waiting];
        moves.push([busy / handleSeconds, to]);
      }
      if (waiting > 0) moves.push([waiting / patienceSeconds, [late, busy, waiting - 1]]);
      return moves;
    });
    const passed = later(chain, shares, 3600);
    shares = passed.shares;
    sums.waitingSeconds += mean(chain, passed.spent, ([, , waiting]) => waiting);
    sums.busySeconds += mean(chain, passed.spent, ([, busy]) => busy);
    sums.lateSeconds += mean(chain, passed.spent, ([late]) => late);
  }
  return sums;
}

/** Chances of 0, 1, ... of so many agents coming, each away by so large a chance. */
export function whoComes(agents: number, absenceShare: number): number[] {
  let chances = [1];
  for (let agent = 0; agent < agents; agent++) {
    chances = [...chances, 0].map(
      (chance, count) => chance * absenceShare + (count > 0 ? chances[count - 1] * (1 - absenceShare) : 0),
    );
  }
  return chances;
}
