import type { Measure } from "./measures.js";
import { ratioFigure } from "./ratio.js";
import type { Figure, Figures } from "./summary.js";

/**
 * Each measure's figure over replications, of whose sums there is one in `samples` for each. Intervals are
 * symmetric, so that their half width is their precision: near 0 or 100 % one may reach past it.
 */
export function figuresOf<Sums>(measures: readonly Measure<Sums>[], samples: readonly Sums[]): Figures {
  const numerators = new Float64Array(samples.length);
  const denominators = new Float64Array(samples.length);
  const figures: Record<string, Figure> = {};
  let divisor: unknown;
  for (const { name, numerator, denominator } of measures) {
    for (let index = 0; index < samples.length; index++) {
      numerators[index] = numerator(samples[index]);
    }
    // Neighbours in the table often share their denominator.
    if (denominator !== divisor) {
      for (let index = 0; index < samples.length; index++) denominators[index] = denominator(samples[index]);
      divisor = denominator;
    }
    figures[name] = ratioFigure(numerators, denominators);
  }
  return figures;
}
