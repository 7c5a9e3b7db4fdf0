import type { JudgedPromise } from "../../plan/check/judge-promise.js";
import { formatApart, formatDistance, formatHalf, formatMeasured } from "../text/measured.js";
import { formatNumber } from "../text/numbers.js";

/** Why a promise came out as it did, in a clause a person can read: `81.1 % ±0.8, 1.1 points to spare`. */
export function promiseReason(judged: JudgedPromise): string {
  const { verdict, reached, replications, needed, figure } = judged;
  const { bound, unit, relation } = figure;
  const runs = formatReplications(replications);
  if (Number.isNaN(reached.mean)) return `nothing was observed in ${runs}`;
  const found = `${formatApart(reached.mean, bound, unit)[0]}${interval(judged)}`;
  const away = formatDistance(reached.mean - bound, unit);
  const alone = Number.isNaN(reached.low) ? ` (${estimateAlone(judged)})` : "";
  const onBound = reached.mean === bound;
  switch (verdict) {
    case "holds":
      return `${found}, ${onBound ? "on its bound" : `${away} to spare`}${alone}`;
    case "fails":
      return `${found}, ${onBound ? "on its bound" : `${away} ${tooMuch(relation)}`}${alone}`;
    case "undecided":
      return `${found} after ${runs} is too close to tell; ${whatDecides(needed, replications)}`;
  }
}

/** `1 replication`, `1,200 replications`. */
export function formatReplications(count: number): string {
  return `${formatNumber(count)} replication${count === 1 ? "" : "s"}`;
}

/** So many times the replications that were not enough are still a suggestion. */
const MOST_TIMES = 20;

function whatDecides(needed: number, replications: number): string {
  if (needed === Number.POSITIVE_INFINITY) return "not even a million replications would decide it";
  if (needed <= MOST_TIMES * replications) {
    return `--max-replications ${needed} would decide it, should it stay there`;
  }
  const step = Number(`1e${String(Math.floor(needed)).length - 2}`);
  return `only some ${formatNumber(Math.ceil(needed / step) * step)} replications would decide it`;
}

function interval({ reached, figure }: JudgedPromise): string {
  const half = (reached.high - reached.low) / 2;
  return Number.isNaN(half) ? "" : ` ±${formatHalf(half, figure.unit)}`;
}

function estimateAlone({ replications }: JudgedPromise): string {
  if (replications === 1) return "one replication has no interval, the estimate decides";
  return "it has no interval, the estimate decides";
}

function tooMuch(relation: JudgedPromise["figure"]["relation"]): string {
  return relation.startsWith(">") ? "too little" : "too much";
}

/** The bound of a promise in its unit. */
export function formatBound({ figure }: JudgedPromise): string {
  return formatMeasured(figure.bound, figure.unit);
}
