/**
 * Chances of the states 0, 1, ... of a birth-death chain in the long run, from the balance of each cut:
 * p(n+1) = p(n) x birth(n) / death(n+1). Ends at `last`, or where what is left is below 1e-18 of the whole.
 */
export function birthDeath(
  birth: (state: number) => number,
  death: (state: number) => number,
  last = Number.POSITIVE_INFINITY,
): number[] {
  // Grows from state 0 with weight 1; rescaled on the way, or 1,000 agents would overflow a double.
  const weights = [1];
  let sum = 1;
  for (let state = 0; state < last; state++) {
    const ratio = birth(state) / death(state + 1);
    const next = weights[state] * ratio;
    weights.push(next);
    sum += next;
    if (sum > 1e200) {
      for (const [index, weight] of weights.entries()) weights[index] = weight / sum;
      sum = weights.reduce((total, weight) => total + weight, 0);
    }
    if (ratio < 1 && next / (1 - ratio) < 1e-18 * sum) break;
  }
  return weights.map((weight) => weight / sum);
}

/** One line before agents who are all alike, in any unit of time. */
export interface Line {
  readonly rate: number;
  readonly serviceRate: number;
  readonly agents: number;
  /** Rate at which one who waits hangs up; 0 where nobody does. */
  readonly hangUpRate?: number;
  /** Contacts waiting or in service; past it a busy signal. */
  readonly lines?: number;
  /** Chance that one who finds all agents busy does not go at once. */
  readonly joinShare?: number;
}

/** M/M/c/K+M in the long run, by its states. */
export function lineInTheLongRun(line: Line, within: number) {
  const { rate, serviceRate, agents, hangUpRate = 0, lines, joinShare = 1 } = line;
  const states = birthDeath(
    (state) => (state < agents ? rate : rate * joinShare),
    (state) => Math.min(state, agents) * serviceRate + Math.max(0, state - agents) * hangUpRate,
    lines,
  );
  const full = lines === undefined ? 0 : states[lines];
  const accepted = 1 - full;
  const places = states.slice(agents, lines);
  const joining = places.reduce((sum, share) => sum + share, 0);
  const line1 = waitsByPlace(agents * serviceRate, hangUpRate, places.length);
  const soon = answeredBy(agents * serviceRate, hangUpRate, places, within);
  const over = (of: (place: number) => number) =>
    places.reduce((sum, share, place) => sum + share * of(place), 0);
  const answered = accepted - joining + over((place) => line1.answered[place]);
  const busy = states.reduce((sum, share, state) => sum + share * Math.min(state, agents), 0);
  const waiting = states.reduce((sum, share, state) => sum + share * Math.max(0, state - agents), 0);
  const answeredWithin = accepted - joining + soon.answered;
  return {
    p_block: full,
    p_wait: joining / accepted,
    p_abandon: (accepted - answered) / accepted,
    asa: over((place) => line1.answeredWait[place]) / answered,
    mean_wait_all: over((place) => line1.wait[place]) / accepted,
    lq: waiting,
    occupancy: busy / agents,
    carried: busy,
    sl: answeredWithin / accepted,
    sl_answered: answeredWithin / answered,
    sl_excl_short: answeredWithin / (accepted - soon.abandoned),
    p_abandon_within_T: soon.abandoned / accepted,
    asa_given_wait: over((place) => line1.answeredWait[place]) / (answered - (accepted - joining)),
    mean_wait_abandoned:
      over((place) => line1.wait[place] - line1.answeredWait[place]) / (accepted - answered),
  };
}

/**
 * What becomes of one who joins with so many before, by first steps: the chance of an answer, the mean wait,
 * and the part of it that ends in an answer. Those before leave by an answer or by hanging up.
 */
export function waitsByPlace(drain: number, hangUpRate: number, places: number) {
  const answered: number[] = [];
  const wait: number[] = [];
  const answeredWait: number[] = [];
  for (let place = 0; place < places; place++) {
    const onward = drain + place * hangUpRate;
    const step = 1 / (onward + hangUpRate);
    const chance = onward * step;
    answered.push(chance * (place === 0 ? 1 : answered[place - 1]));
    wait.push(step + chance * (place === 0 ? 0 : wait[place - 1]));
    answeredWait.push(step * answered[place] + chance * (place === 0 ? 0 : answeredWait[place - 1]));
  }
  return { answered, wait, answeredWait };
}

/**
 * Of those who join at each place, shares that are answered and that hang up by a time: the place is a chain
 * that only falls, followed jump by jump of a clock faster than any of its rates (uniformization).
 */
export function answeredBy(drain: number, hangUpRate: number, joining: readonly number[], time: number) {
  const clock = drain + (joining.length + 1) * hangUpRate;
  let places = Float64Array.from(joining);
  let answered = 0;
  let abandoned = 0;
  const of = { answered: 0, abandoned: 0 };
  const jumps = poissonWeights(clock * time);
  for (const weight of jumps) {
    of.answered += weight * answered;
    of.abandoned += weight * abandoned;
    const next = new Float64Array(places.length);
    for (let place = 0; place < places.length; place++) {
      const share = places[place];
      const onward = drain + place * hangUpRate;
      if (place === 0) answered += (share * onward) / clock;
      else next[place - 1] += (share * onward) / clock;
      abandoned += (share * hangUpRate) / clock;
      next[place] += share * (1 - (onward + hangUpRate) / clock);
    }
    places = next;
  }
  return of;
}

/** Poisson chances of 0, 1, ... until 1e-17 is left, also where the mean is so large that e^-mean is 0. */
export function poissonWeights(mean: number): number[] {
  const mode = Math.floor(mean);
  const last = Math.ceil(mean + 12 * Math.sqrt(mean) + 40);
  const weights = new Array<number>(last + 1).fill(0);
  weights[mode] = 1;
  for (let count = mode; count < last; count++) weights[count + 1] = (weights[count] * mean) / (count + 1);
  for (let count = mode; count > 0; count--) weights[count - 1] = (weights[count] * count) / mean;
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}
