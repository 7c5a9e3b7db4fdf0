import { type Patience, stillWaiting } from "./impatience.js";

/** Gauss and Legendre's three points on 0..1. */
const POINTS = [
  [0.5 - Math.sqrt(0.15), 5 / 18],
  [0.5, 8 / 18],
  [0.5 + Math.sqrt(0.15), 5 / 18],
] as const;

/**
 * M_t/G/∞ from empty: mean busy time in each hour, with one rate for each hour. Who arrives at u is still
 * in service at t with the chance that the handle time exceeds t - u (Eick, Massey and Whitt 1993): the rate
 * of hour a times the chance, over both hours. With F2 the twice integrated chance, hour h and hour a before
 * it give F2(d+1) - 2 F2(d) + F2(d-1) hours apart, d = h - a.
 */
export function busyByHour(ratesPerSecond: readonly number[], handle: Patience, stepSeconds = 1): number[] {
  const { after } = stillWaiting(handle);
  const hours = ratesPerSecond.length;
  const twice = [0];
  let once = 0;
  let sum = 0;
  const steps = 3600 / stepSeconds;
  for (let hour = 0; hour < hours; hour++) {
    for (let step = 0; step < steps; step++) {
      const from = hour * 3600 + step * stepSeconds;
      let area = 0;
      let moment = 0;
      for (const [at, weight] of POINTS) {
        const part = weight * stepSeconds * after(from + at * stepSeconds);
        area += part;
        moment += part * (1 - at) * stepSeconds;
      }
      sum += once * stepSeconds + moment;
      once += area;
    }
    twice.push(sum);
  }
  return ratesPerSecond.map((_, hour) =>
    ratesPerSecond.slice(0, hour + 1).reduce((total, rate, from) => {
      const apart = hour - from;
      const kernel = twice[apart + 1] - 2 * twice[apart] + (apart > 0 ? twice[apart - 1] : 0);
      return total + rate * (apart > 0 ? kernel : twice[1]);
    }, 0),
  );
}
