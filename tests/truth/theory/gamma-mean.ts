/**
 * Mean of a smooth value over a gamma factor with mean 1 and this coefficient of variation, by Simpson's rule
 * on the logarithm of the factor, where the density falls off fast on both sides.
 */
export function gammaMean(cv: number, value: (factor: number) => number, steps = 300): number {
  const shape = 1 / cv ** 2;
  const from = Math.log(1e-7);
  const to = Math.log(1 + 30 * cv);
  let above = 0;
  let below = 0;
  for (let step = 0; step <= steps; step++) {
    const x = from + ((to - from) * step) / steps;
    const factor = Math.exp(x);
    // The density without its constant, which both sums share; scaled to 1 at a factor of 1.
    const density = Math.exp(shape * (x - factor + 1));
    const weight = (step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2) * density;
    if (density < 1e-18) continue;
    above += weight * value(factor);
    below += weight;
  }
  return above / below;
}
