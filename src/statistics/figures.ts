import type { Measure } from "./measures.js";
import { ratioFigure } from "./ratio.js";
import type { Figure, Figures } from "./summary.js";

/**
 * Each measure's figure over replications, of whose sums there is one in `samples` for each. No figure can be below
 * 0, and no share above 1, so neither does its interval go there.
 */
export function figuresOf<Sums>(measures: readonly Measure<Sums>[], samples: readonly Sums[]): Figures {
  const numerators = new Float64Array(samples.length);
  const denominators = new Float64Array(samples.length);
  const figures: Record<string, Figure> = {};
  let divisor: unknown;
  for (const { name, unit, numerator, denominator } of measures) {
    for (let index = 0; index < samples.length; index++) {
      numerators[index] = numerator(samples[index]);
    }
    // Neighbours in the table often share their denominator.
    if (denominator !== divisor) {
      for (let index = 0; index < samples.length; index++) denominators[index] = denominator(samples[index]);
      divisor = denominator;
    }
    figures[name] = bounded(ratioFigure(numerators, denominators), unit === "share" ? 1 : Infinity);
  }
  return figures;
}

function bounded(figure: Figure, most: number): Figure {
  const { mean, low, high } = figure;
  if (!(low < 0 || high > most)) return figure;
  return { mean, low: Math.max(0, low), high: Math.min(most, high) };
}
