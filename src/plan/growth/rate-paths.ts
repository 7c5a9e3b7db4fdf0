import { exp, log, logOnePlus } from "../../random/portable-math.js";
import type { RateDistribution, UncertainRate } from "../../scenario/growth.js";
import { normalQuantile, normalShareBelow } from "../../statistics/theory/special-functions.js";

/** Points of the lattice; a prime, so that every year's places are all different. */
const POINTS = 4093;
/** Of all of them, the one with which sums over 2 to 30 years come nearest to their closed form. */
const GENERATOR = 799;

/** Paths of the yearly rate that are followed. */
export const RATE_PATHS = POINTS - 1;

/** What contacts (or jobs) have been multiplied by, along every path. */
export interface RatePaths {
  /** By year after the first, 0 to the last: the factors, path by path. */
  readonly factors: readonly Float64Array[];
  /** The factor below which so large a share of the paths lies in that year. */
  quantile(year: number, share: number): number;
}

/**
 * Follows a set of paths over so many years. Their luck is the points of a rank-1 lattice (Korobov 1959): in
 * each year every path has another one of equally spaced places of the distribution, and no draw is random,
 * so that the paths depend on nothing but the rate. With persistence below 1 a year's place is the normal
 * place of the year before times that, and fresh luck; all places are then brought to the distribution.
 */
export function ratePaths({ of, persistence }: UncertainRate, years: number): RatePaths {
  const places = normalPlaces();
  const rateAt = rateReader(of);
  const fresh = Math.sqrt(1 - persistence * persistence);
  const factors = [new Float64Array(RATE_PATHS).fill(1)];
  const place = new Float64Array(RATE_PATHS);
  let multiplier = 1;
  for (let year = 1; year <= years; year++) {
    const next = new Float64Array(RATE_PATHS);
    for (let path = 0; path < RATE_PATHS; path++) {
      const luck = places[(((path + 1) * multiplier) % POINTS) - 1];
      place[path] = year === 1 ? luck : persistence * place[path] + fresh * luck;
      next[path] = factors[year - 1][path] * (1 + rateAt(place[path]));
    }
    factors.push(next);
    multiplier = (multiplier * GENERATOR) % POINTS;
  }
  const sorted = new Map<number, Float64Array>();
  return {
    factors,
    quantile(year, share) {
      const ordered = sorted.get(year) ?? factors[year].toSorted();
      sorted.set(year, ordered);
      return ordered[Math.min(RATE_PATHS - 1, Math.floor(share * RATE_PATHS))];
    },
  };
}

let known: Float64Array | undefined;

/** Where 1/POINTS, 2/POINTS ... of the standard normal distribution lie. */
function normalPlaces(): Float64Array {
  if (known) return known;
  const places = new Float64Array(RATE_PATHS);
  for (let point = 1; point <= RATE_PATHS / 2; point++) {
    const z = normalQuantile(point / POINTS);
    places[point - 1] = z;
    places[RATE_PATHS - point] = -z;
  }
  known = places;
  return places;
}

/** The rate at a place of the standard normal distribution. */
function rateReader(of: RateDistribution): (z: number) => number {
  switch (of.kind) {
    case "normal":
      return (z) => of.mean + of.sd * z;
    case "lognormal": {
      const cv = of.sd / (1 + of.mean);
      const sigma = Math.sqrt(logOnePlus(cv * cv));
      const mu = log(1 + of.mean) - (sigma * sigma) / 2;
      return (z) => exp(mu + sigma * z) - 1;
    }
    case "uniform":
      return (z) => of.min + (of.max - of.min) * normalShareBelow(z);
    case "triangular":
      return (z) => triangularAt(of, normalShareBelow(z));
  }
}

function triangularAt({ min, mode, max }: { min: number; mode: number; max: number }, share: number): number {
  const range = max - min;
  const rising = (mode - min) / range;
  return share < rising
    ? min + Math.sqrt(share * range * (mode - min))
    : max - Math.sqrt((1 - share) * range * (max - mode));
}
