import { poissonWeights } from "./birth-death.js";
import { explore, inTheLongRun, mean } from "./chain.js";

/** A handle time by its kind; `two-kinds` is exponential with one of two means. */
export type HandleTime =
  | { readonly kind: "exponential"; readonly meanSeconds: number }
  | { readonly kind: "constant"; readonly meanSeconds: number }
  | { readonly kind: "erlang"; readonly meanSeconds: number; readonly stages: number }
  | { readonly kind: "lognormal"; readonly meanSeconds: number; readonly cv: number }
  | { readonly kind: "gamma"; readonly meanSeconds: number; readonly cv: number }
  | { readonly kind: "uniform"; readonly meanSeconds: number; readonly halfWidth: number }
  | {
      readonly kind: "two-kinds";
      readonly share: number;
      readonly meansSeconds: readonly [number, number];
    };

/** First three moments about 0, in seconds. */
export function momentsOf(time: HandleTime): readonly [number, number, number] {
  if (time.kind === "two-kinds") {
    const { share, meansSeconds } = time;
    const [one, other] = meansSeconds;
    const mixed = (power: number, factor: number) =>
      factor * (share * one ** power + (1 - share) * other ** power);
    return [mixed(1, 1), mixed(2, 2), mixed(3, 6)];
  }
  const m = time.meanSeconds;
  switch (time.kind) {
    case "exponential":
      return [m, 2 * m ** 2, 6 * m ** 3];
    case "constant":
      return [m, m ** 2, m ** 3];
    case "erlang": {
      const k = time.stages;
      return [m, m ** 2 * (1 + 1 / k), m ** 3 * (1 + 1 / k) * (1 + 2 / k)];
    }
    case "gamma": {
      const square = time.cv ** 2;
      return [m, m ** 2 * (1 + square), m ** 3 * (1 + square) * (1 + 2 * square)];
    }
    case "lognormal":
      return [m, m ** 2 * (1 + time.cv ** 2), m ** 3 * (1 + time.cv ** 2) ** 3];
    case "uniform": {
      // Mean plus or minus so large a part of it.
      const w = time.halfWidth;
      return [m, m ** 2 * (1 + w ** 2 / 3), m ** 3 * (1 + w ** 2)];
    }
  }
}

/** M/G/1 in the long run: Pollaczek and Khinchine; the second moment of the wait is Takács's. */
export function oneAgent(ratePerSecond: number, time: HandleTime) {
  const [first, second, third] = momentsOf(time);
  const rho = ratePerSecond * first;
  const asa = (ratePerSecond * second) / 2 / (1 - rho);
  return {
    occupancy: rho,
    p_wait: rho,
    asa,
    asa_given_wait: asa / rho,
    lq: ratePerSecond * asa,
    wq_second_moment: 2 * asa ** 2 + (ratePerSecond * third) / 3 / (1 - rho),
  };
}

/**
 * M/D/c in the long run. Whoever is served now is gone one handle time later and who came since is not: the
 * number in the system one handle time later is what exceeded the agents, and a Poisson number (Crommelin
 * 1932). Repeated until nothing changes.
 */
export function constantHandle(ratePerSecond: number, agents: number, seconds: number) {
  const arrivals = poissonWeights(ratePerSecond * seconds);
  const most = agents * 40;
  let states = new Float64Array(most + 1);
  states[0] = 1;
  for (let round = 0; round < 100_000; round++) {
    const left = new Float64Array(most + 1);
    for (let state = 0; state <= most; state++) left[Math.max(0, state - agents)] += states[state];
    const next = new Float64Array(most + 1);
    for (let state = 0; state <= most; state++) {
      if (left[state] < 1e-25) continue;
      for (const [count, weight] of arrivals.entries()) {
        if (state + count <= most) next[state + count] += left[state] * weight;
      }
    }
    const change = next.reduce((sum, share, state) => sum + Math.abs(share - states[state]), 0);
    states = next;
    if (change < 1e-15) break;
  }
  const whole = states.reduce((sum, share) => sum + share, 0);
  const over = (of: (state: number) => number) =>
    states.reduce((sum, share, state) => sum + (share / whole) * of(state), 0);
  const lq = over((state) => Math.max(0, state - agents));
  return longRun(
    ratePerSecond,
    agents,
    seconds,
    over((state) => (state >= agents ? 1 : 0)),
    lq,
  );
}

function longRun(rate: number, agents: number, meanSeconds: number, p_wait: number, lq: number) {
  return {
    occupancy: (rate * meanSeconds) / agents,
    p_wait,
    asa: lq / rate,
    asa_given_wait: lq / rate / p_wait,
    lq,
  };
}

/** M/E_k/c as a chain: agents in each stage, and who waits; cut where the line is never so long. */
export function stagedHandle(
  ratePerSecond: number,
  agents: number,
  { meanSeconds, stages }: { readonly meanSeconds: number; readonly stages: number },
  longest: number,
) {
  const stageRate = stages / meanSeconds;
  type State = readonly [waiting: number, ...inStage: number[]];
  const busy = ([, ...inStage]: State) => inStage.reduce((sum, count) => sum + count, 0);
  const chain = explore<State>([[0, ...new Array<number>(stages).fill(0)]], (state) => {
    const [waiting, ...inStage] = state;
    const starts = (line: number, counts: readonly number[]): State => [
      line,
      counts[0] + 1,
      ...counts.slice(1),
    ];
    const moves: [number, State][] = [];
    if (busy(state) < agents) moves.push([ratePerSecond, starts(0, inStage)]);
    else if (waiting < longest) moves.push([ratePerSecond, [waiting + 1, ...inStage]]);
    for (const [stage, count] of inStage.entries()) {
      if (count === 0) continue;
      const counts = inStage.map((one, at) => one - (at === stage ? 1 : 0) + (at === stage + 1 ? 1 : 0));
      if (stage < stages - 1) moves.push([count * stageRate, [waiting, ...counts]]);
      else if (waiting > 0) moves.push([count * stageRate, starts(waiting - 1, counts)]);
      else moves.push([count * stageRate, [0, ...counts]]);
    }
    return moves;
  });
  const shares = inTheLongRun(chain);
  const lq = mean(chain, shares, ([waiting]) => waiting);
  const p_wait = mean(chain, shares, (state) => (busy(state) === agents ? 1 : 0));
  return longRun(ratePerSecond, agents, meanSeconds, p_wait, lq);
}

/** M/H2/c as a chain: agents with a contact of each kind, and who waits; its kind shows when it is taken. */
export function twoKindsHandle(
  ratePerSecond: number,
  agents: number,
  { share, meansSeconds }: { readonly share: number; readonly meansSeconds: readonly [number, number] },
  longest: number,
) {
  type State = readonly [waiting: number, one: number, other: number];
  const chances = [share, 1 - share];
  const chain = explore<State>([[0, 0, 0]], ([waiting, one, other]) => {
    const moves: [number, State][] = [];
    const takes = (rate: number, line: number, kinds: readonly [number, number]) => {
      moves.push([rate * chances[0], [line, kinds[0] + 1, kinds[1]]]);
      moves.push([rate * chances[1], [line, kinds[0], kinds[1] + 1]]);
    };
    if (one + other < agents) takes(ratePerSecond, 0, [one, other]);
    else if (waiting < longest) moves.push([ratePerSecond, [waiting + 1, one, other]]);
    for (const [kind, count] of [one, other].entries()) {
      if (count === 0) continue;
      const kinds: readonly [number, number] = kind === 0 ? [one - 1, other] : [one, other - 1];
      if (waiting > 0) takes(count / meansSeconds[kind], waiting - 1, kinds);
      else moves.push([count / meansSeconds[kind], [0, ...kinds]]);
    }
    return moves;
  });
  const shares = inTheLongRun(chain);
  const lq = mean(chain, shares, ([waiting]) => waiting);
  const p_wait = mean(chain, shares, ([, one, other]) => (one + other === agents ? 1 : 0));
  const meanSeconds = share * meansSeconds[0] + (1 - share) * meansSeconds[1];
  return longRun(ratePerSecond, agents, meanSeconds, p_wait, lq);
}
