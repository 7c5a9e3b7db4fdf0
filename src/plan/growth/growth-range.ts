import type { GrowthCase } from "../../scenario/growth.js";
import { leastWhole } from "../requirement/halving.js";
import { followYears, pooledAgents, rowYears } from "./follow-years.js";
import type { Growing, Step } from "./growing.js";
import { type Future, growthFactor, MIDDLE, partsOf, yearChange } from "./growth-paths.js";
import type { GrowthRange, GrowthRangeYear, Span } from "./growth-result.js";
import { RATE_PATHS, type RatePaths, ratePaths } from "./rate-paths.js";

/** Shares of the paths at the two ends of a range. */
const LOW_SHARE = 0.05;
const HIGH_SHARE = 0.95;

/** The futures of a case that are followed, by year. */
export interface Futures {
  /** Whether there is more than the middle. */
  readonly uncertain: boolean;
  low(year: number): Future;
  middle(year: number): Future;
  high(year: number): Future;
  /** Where the rate has a distribution: its paths. */
  readonly drawn?: DrawnPaths;
}

interface DrawnPaths {
  readonly paths: RatePaths;
  /** The place of a calendar year on the paths. */
  indexOf(year: number): number;
}

/** What a case, and those it combines, say of their uncertainty. */
export function futuresOf(growth: GrowthCase): Futures {
  const parts = partsOf(growth);
  const drawing = parts.find(({ rate }) => rate);
  if (!drawing?.rate) {
    const uncertain = parts.some(isRanged);
    return {
      uncertain,
      low: () => ({ level: "low" }),
      middle: () => MIDDLE,
      high: () => ({ level: "high" }),
    };
  }
  const { from, until, rate } = drawing;
  const paths = ratePaths(rate, until - from);
  const indexOf = (year: number) => Math.min(until - from, Math.max(0, year - from));
  const at =
    (share: number) =>
    (year: number): Future => ({
      level: "middle",
      drawn: paths.quantile(indexOf(year), share),
    });
  return {
    uncertain: true,
    low: at(LOW_SHARE),
    middle: at(0.5),
    high: at(HIGH_SHARE),
    drawn: { paths, indexOf },
  };
}

function isRanged({ changeRange, queues = [] }: GrowthCase): boolean {
  return changeRange !== undefined || queues.some((one) => one.changeRange);
}

/** How many more years are followed because growth is uncertain. */
export function rangeSteps(growth: GrowthCase, years: number): number {
  const parts = partsOf(growth);
  if (parts.some(({ rate }) => rate)) return 3 * years;
  return parts.some(isRanged) ? 2 * years : 0;
}

/**
 * Follows the low and the high of a case. Needs rise with the volume, so that the need of which 5 % of the
 * paths stay below is that of the volume of which they do: both ends are simulated like the middle, and
 * nothing is interpolated.
 */
export async function followRange(
  growing: Growing,
  growth: GrowthCase,
  futures: Futures,
  middle: readonly Step[],
  onStep: () => void,
): Promise<GrowthRange> {
  const follow = async (futureOf: Futures["low"]) => {
    const steps: Step[] = [];
    await followYears(growing, growth, futureOf, (step) => {
      steps.push(step);
      onStep();
    });
    return steps.map(({ row }) => row);
  };
  const low = await follow(futures.low);
  const high = await follow(futures.high);
  const broken = futures.drawn && (await brokenShares(growing, growth, futures, futures.drawn, onStep));
  const years = middle.map(({ row }, index): GrowthRangeYear => {
    const of = (key: "contacts" | "agents" | "fullTimeEquivalents" | "heads" | "cost") =>
      spanOf(low[index][key], row[key], high[index][key]);
    return {
      year: row.year,
      contacts: of("contacts"),
      agents: of("agents"),
      fullTimeEquivalents: of("fullTimeEquivalents"),
      heads: of("heads"),
      cost: of("cost"),
      brokenShare: broken?.[index],
    };
  });
  const firstBroken = (share: number) => years.find(({ brokenShare = 0 }) => brokenShare >= share)?.year;
  return {
    kind: broken ? "distribution" : "levels",
    paths: broken && RATE_PATHS,
    years,
    breaksEarliest: broken ? firstBroken(LOW_SHARE) : high.find((year) => !year.noHireMeets)?.year,
    breaksLatest: broken ? firstBroken(HIGH_SHARE) : low.find((year) => !year.noHireMeets)?.year,
  };
}

/** NaN where an end is; the middle lies within, whatever the last bit or a search's precision says. */
function spanOf(low: number, middle: number, high: number): Span {
  const known = Number.isNaN(middle) ? [] : [middle];
  return {
    low: Number.isNaN(low) ? low : Math.min(low, ...known),
    high: Number.isNaN(high) ? high : Math.max(high, ...known),
  };
}

/** By row, the share of the paths on which today's agents have missed a target by that year. */
async function brokenShares(
  growing: Growing,
  growth: GrowthCase,
  futures: Futures,
  { paths, indexOf }: DrawnPaths,
  onStep: () => void,
): Promise<number[]> {
  const broken = new Uint8Array(RATE_PATHS);
  const known = new Map<string, number>();
  const shares: number[] = [];
  for (const year of rowYears(growing, growth)) {
    const index = indexOf(year);
    // Years that differ in nothing but the drawn factor have the same bound.
    const key = JSON.stringify(yearChange(growth, year, growing.queues, { level: "middle", drawn: 1 }));
    const bound = known.get(key) ?? (await boundOf(growing, growth, year, futures.middle(year).drawn ?? 1));
    known.set(key, bound);
    let count = 0;
    for (const [path, factor] of paths.factors[index].entries()) {
      if (factor > bound) broken[path] = 1;
      count += broken[path];
    }
    shares.push(count / RATE_PATHS);
    onStep();
  }
  return shares;
}

/** The greatest drawn factor at which today's agents still meet the targets of the year. */
async function boundOf(growing: Growing, growth: GrowthCase, year: number, guess: number): Promise<number> {
  const today = pooledAgents(growing, growth);
  const changeAt = (drawn: number) => {
    const change = yearChange(growth, year, growing.queues, { level: "middle", drawn });
    return { ...change, volume: change.volume * growth.pool };
  };
  if (growth.of === "volume") return growing.greatestMet(changeAt, today, guess);
  const { volume: _, ...rest } = changeAt(1);
  // Of jobs: the fewest agents that carry more than today's do.
  const misses = async (agents: number) => {
    const volume = await growing.mostVolume({ ...rest, volume: 1 }, agents, (growth.pool * agents) / today);
    return (await growing.simulate({ ...rest, volume: volume ?? growth.pool, agents: today })).margin < 0;
  };
  const least = await leastWhole(misses, today + 1, today * 2 + 1);
  // So many agents are there from half an agent less on.
  return least === undefined
    ? Number.POSITIVE_INFINITY
    : (least - 0.5) / today / growthFactor(growth, year, { level: "middle", drawn: 1 });
}
