/** How long callers wait before they hang up: the share that still waits after a time. */
export type Patience =
  | { readonly kind: "exponential"; readonly meanSeconds: number }
  | { readonly kind: "constant"; readonly seconds: number }
  | { readonly kind: "uniform"; readonly minSeconds: number; readonly maxSeconds: number }
  | { readonly kind: "erlang"; readonly meanSeconds: number; readonly stages: number }
  | { readonly kind: "weibull"; readonly meanSeconds: number; readonly shape: 0.5 | 2 }
  | {
      readonly kind: "two-kinds";
      readonly share: number;
      readonly meansSeconds: readonly [number, number];
    }
  /** Whatever ends first. */
  | { readonly kind: "exponential-until"; readonly meanSeconds: number; readonly seconds: number };

/** The share that exceeds a time, and the times at which it jumps or bends. */
export function stillWaiting(patience: Patience): {
  after: (x: number) => number;
  breaks: readonly number[];
} {
  switch (patience.kind) {
    case "exponential":
      return { after: (x) => Math.exp(-x / patience.meanSeconds), breaks: [] };
    case "constant":
      return { after: (x) => (x < patience.seconds ? 1 : 0), breaks: [patience.seconds] };
    case "uniform": {
      const { minSeconds, maxSeconds } = patience;
      const after = (x: number) =>
        x < minSeconds ? 1 : Math.max(0, maxSeconds - x) / (maxSeconds - minSeconds);
      return { after, breaks: [minSeconds, maxSeconds] };
    }
    case "erlang": {
      const { meanSeconds, stages } = patience;
      const after = (x: number) => {
        const passed = (x * stages) / meanSeconds;
        let term = 1;
        let sum = 1;
        for (let stage = 1; stage < stages; stage++) {
          term *= passed / stage;
          sum += term;
        }
        return sum * Math.exp(-passed);
      };
      return { after, breaks: [] };
    }
    case "weibull": {
      const { meanSeconds, shape } = patience;
      // The mean over the scale is the gamma function of 1 + 1 / shape: of 3, or of 3/2.
      const scale = meanSeconds / (shape === 0.5 ? 2 : Math.sqrt(Math.PI) / 2);
      return { after: (x) => Math.exp(-((x / scale) ** shape)), breaks: [] };
    }
    case "two-kinds": {
      const [one, other] = patience.meansSeconds;
      const { share } = patience;
      return { after: (x) => share * Math.exp(-x / one) + (1 - share) * Math.exp(-x / other), breaks: [] };
    }
    case "exponential-until": {
      const { meanSeconds, seconds } = patience;
      return { after: (x) => (x < seconds ? Math.exp(-x / meanSeconds) : 0), breaks: [seconds] };
    }
  }
}

/** Points and weights of Gauss and Legendre's rule of order 8 on 0..1. */
const GAUSS: readonly (readonly [at: number, weight: number])[] = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763],
].flatMap(([x, weight]) => [[0.5 - x / 2, weight / 2] as const, [0.5 + x / 2, weight / 2] as const]);

/** Callers who come, agents who serve, patience of any kind. */
export interface ImpatientLine {
  readonly ratePerSecond: number;
  readonly handleSeconds: number;
  readonly agents: number;
  readonly patience: Patience;
}

/**
 * M/M/c+G by the density of the wait that a caller without end of patience would meet: it is proportional to
 * exp(rate x H(x) - c mu x), H the integral of the share still waiting. Baccelli and Hebuterne 1981; Zeltyn
 * and Mandelbaum 2005. Integrated in panels by Gauss and Legendre.
 */
export function impatientInTheLongRun(line: ImpatientLine, within: number) {
  const { ratePerSecond: rate, handleSeconds, agents, patience } = line;
  const { after, breaks } = stillWaiting(patience);
  const drain = agents / handleSeconds;
  const step = Math.min(handleSeconds / agents, 5) / 4;
  const cuts = [...breaks, within];
  const sum = { density: 0, answered: 0, answeredWait: 0, wait: 0, soon: 0, goneSoon: 0 };
  let from = 0;
  let waited = 0;
  let weight = 1;
  while (weight > 1e-19 || from < within) {
    const cut = cuts.filter((one) => one > from + 1e-9).sort((a, b) => a - b)[0] ?? Number.POSITIVE_INFINITY;
    // Short panels near 0, where patience may end as abruptly as a root.
    const to = Math.min(from + Math.min(step, Math.max(from, 1e-9)), cut);
    const length = to - from;
    const integral = (upTo: number) =>
      GAUSS.reduce((total, [at, share]) => total + share * upTo * after(from + at * upTo), 0);
    for (const [at, share] of GAUSS) {
      const x = from + at * length;
      const heldUp = waited + integral(at * length);
      const density = share * length * Math.exp(rate * heldUp - drain * x);
      const stays = after(x);
      sum.density += density;
      sum.answered += density * stays;
      sum.answeredWait += density * stays * x;
      sum.wait += density * heldUp;
      if (x <= within) sum.soon += density * stays;
      if (x <= within) sum.goneSoon += density * (1 - stays);
      else sum.goneSoon += density * (1 - after(within));
    }
    waited += integral(length);
    from = to;
    weight = Math.exp(rate * waited - drain * from);
  }
  // Chances of fewer than c busy, relative to that of c - 1.
  let idle = 1;
  let term = 1;
  for (let busy = agents - 1; busy > 0; busy--) {
    term *= busy / (rate * handleSeconds);
    idle += term;
  }
  const whole = idle + rate * sum.density;
  const share = (of: number) => (rate * of) / whole;
  const p_wait = share(sum.density);
  const answered = 1 - p_wait + share(sum.answered);
  const answeredWithin = 1 - p_wait + share(sum.soon);
  const mean_wait_all = share(sum.wait);
  return {
    p_wait,
    p_abandon: 1 - answered,
    asa: share(sum.answeredWait) / answered,
    mean_wait_all,
    lq: rate * mean_wait_all,
    occupancy: (rate * answered * handleSeconds) / agents,
    sl: answeredWithin,
    sl_answered: answeredWithin / answered,
    sl_excl_short: answeredWithin / (1 - share(sum.goneSoon)),
  };
}
