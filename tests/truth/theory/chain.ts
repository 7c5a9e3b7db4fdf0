import { poissonWeights } from "./birth-death.js";

/** A finite chain in continuous time: from state `from[k]` to `to[k]` at `rates[k]`, sorted by `from`. */
export interface Chain<State> {
  readonly states: readonly State[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly rates: Float64Array;
  /** All that leaves each state. */
  readonly leaving: Float64Array;
}

/** Where a state leads. */
export type Moves<State> = (state: State) => readonly (readonly [rate: number, to: State])[];

/** All states that can be reached from some, in the order of being found, and how they lead to each other. */
export function explore<State>(starts: readonly State[], moves: Moves<State>, most = 400_000): Chain<State> {
  const places = new Map(starts.map((start, place) => [JSON.stringify(start), place]));
  const states = [...starts];
  const from: number[] = [];
  const to: number[] = [];
  const rates: number[] = [];
  for (let place = 0; place < states.length; place++) {
    for (const [rate, next] of moves(states[place])) {
      if (rate === 0) continue;
      const key = JSON.stringify(next);
      let target = places.get(key);
      if (target === undefined) {
        target = states.length;
        if (target >= most) throw new Error(`more than ${most} states`);
        places.set(key, target);
        states.push(next);
      }
      if (target === place) continue;
      from.push(place);
      to.push(target);
      rates.push(rate);
    }
  }
  const leaving = new Float64Array(states.length);
  for (const [index, rate] of rates.entries()) leaving[from[index]] += rate;
  return {
    states,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    rates: Float64Array.from(rates),
    leaving,
  };
}

/**
 * Chances of the states in the long run: Gauss and Seidel's sweeps, forwards and backwards in turn, until no
 * state changes by more than 1e-15 of the greatest.
 */
export function inTheLongRun<State>(chain: Chain<State>): Float64Array {
  const { from, to, rates, leaving, states } = chain;
  const count = states.length;
  const start = new Int32Array(count + 1);
  for (const target of to) start[target + 1]++;
  for (let state = 0; state < count; state++) start[state + 1] += start[state];
  const source = new Int32Array(to.length);
  const into = new Float64Array(to.length);
  const filled = start.slice();
  for (let k = 0; k < to.length; k++) {
    const at = filled[to[k]]++;
    source[at] = from[k];
    into[at] = rates[k];
  }
  const shares = new Float64Array(count).fill(1 / count);
  for (let sweep = 0; sweep < 20_000; sweep++) {
    let change = 0;
    let greatest = 0;
    for (let k = 0; k < count; k++) {
      const state = sweep % 2 === 0 ? k : count - 1 - k;
      let sum = 0;
      for (let at = start[state]; at < start[state + 1]; at++) sum += shares[source[at]] * into[at];
      const share = sum / leaving[state];
      change = Math.max(change, Math.abs(share - shares[state]));
      greatest = Math.max(greatest, share);
      shares[state] = share;
    }
    const whole = shares.reduce((sum, share) => sum + share, 0);
    for (let state = 0; state < count; state++) shares[state] /= whole;
    if (change <= 1e-15 * greatest) return shares;
  }
  throw new Error(`${count} states have not settled`);
}

/** The chances some time later, and how long each state holds in between on average (uniformization). */
export function later<State>(chain: Chain<State>, shares: Float64Array, time: number) {
  const { from, to, rates, leaving } = chain;
  const clock = leaving.reduce((most, rate) => Math.max(most, rate), 0);
  const after = new Float64Array(shares.length);
  const spent = new Float64Array(shares.length);
  // Short stretches, or so many jumps would be held at once.
  const parts = Math.max(1, Math.ceil((clock * time) / 400));
  const weights = poissonWeights((clock * time) / parts);
  let now = Float64Array.from(shares);
  for (let part = 0; part < parts; part++) {
    after.fill(0);
    let left = 1;
    let here = now;
    for (const weight of weights) {
      left -= weight;
      const stay = Math.max(0, left) / clock;
      for (let state = 0; state < here.length; state++) {
        after[state] += weight * here[state];
        spent[state] += stay * here[state];
      }
      const next = new Float64Array(here.length);
      for (let state = 0; state < here.length; state++)
        next[state] = here[state] * (1 - leaving[state] / clock);
      for (let k = 0; k < to.length; k++) next[to[k]] += (here[from[k]] * rates[k]) / clock;
      here = next;
    }
    now = Float64Array.from(after);
  }
  return { shares: now, spent };
}

/** Sum over states of chance times value. */
export function mean<State>(
  chain: Chain<State>,
  shares: Float64Array,
  value: (state: State) => number,
): number {
  let sum = 0;
  for (const [place, state] of chain.states.entries()) sum += shares[place] * value(state);
  return sum;
}
