import type { RateDistribution } from "./growth.js";

/** The yearly rate below which half of the distribution lies. */
export function medianRate(of: RateDistribution): number {
  switch (of.kind) {
    case "normal":
      return of.mean;
    case "lognormal": {
      const cv = of.sd / (1 + of.mean);
      return (1 + of.mean) / Math.sqrt(1 + cv * cv) - 1;
    }
    case "uniform":
      return (of.min + of.max) / 2;
    case "triangular": {
      const { min, mode, max } = of;
      const range = max - min;
      // Half of the area lies on the longer side of the mode, or ends in it.
      return mode - min >= max - mode
        ? min + Math.sqrt((range * (mode - min)) / 2)
        : max - Math.sqrt((range * (max - mode)) / 2);
    }
  }
}
