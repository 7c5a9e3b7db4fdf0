import type { ValueChange } from "../../../plan/compare/part-changes.js";
import { type Distribution, isDistribution, meanSeconds } from "../../../random/distribution.js";
import { clean } from "../display.js";
import { formatChosenShare, formatNumber, formatTime } from "../numbers.js";

/** How the checked scenario calls what a file spells otherwise. */
const AS_IN_FILE: readonly (readonly [RegExp, string])[] = [
  [/\.staffing\.shifts\.(.+)\.agents$/, ".roster.$1"],
  [/\.staffing(?=\.|$)/, ""],
  [/(Seconds|Share|Cv)$/, ""],
];

/** `teams.desk.roster.early 14 to 11`: a value that differs, its path much as in the file. */
function changeWords({ path, a, b }: ValueChange, letters: readonly [string, string]): string {
  const words = pathWords(path);
  // A queue or a rule that only one has; of a plain value the other's default is told.
  if (isThing(a) && b === undefined) return `${words} is only in ${letters[0]}`;
  if (isThing(b) && a === undefined) return `${words} is only in ${letters[1]}`;
  if (isDistribution(a) && isDistribution(b)) return `${words} ${distributionsWords(a, b)}`;
  const [before, after] = [valueWords(path, a), valueWords(path, b)];
  return before === after ? `${words} differs` : `${words} ${before} to ${after}`;
}

function pathWords(path: string): string {
  return clean(AS_IN_FILE.reduce((text, [from, to]) => text.replace(from, to), path));
}

/**
 * What differs in a part, in at most so many clauses: entries of one list are one, `336 values of
 * queues.claims.arrivals.steps`.
 */
export function changesWords(
  changes: readonly ValueChange[],
  letters: readonly [string, string],
  most: number,
): string {
  const byList = new Map<string, ValueChange[]>();
  for (const change of changes) {
    const [list = ""] = change.path.split("[");
    byList.set(list, [...(byList.get(list) ?? []), change]);
  }
  const clauses = [...byList].map(([list, mine]) =>
    mine.length === 1
      ? changeWords(mine[0]!, letters)
      : `${formatNumber(mine.length)} values of ${pathWords(list)}`,
  );
  const more = clauses.length - most;
  return [...clauses.slice(0, most), ...(more > 0 ? [`and ${formatNumber(more)} more`] : [])].join("; ");
}

function isThing(value: unknown): boolean {
  return value === "there" || (typeof value === "object" && value !== null && !("kind" in value));
}

function valueWords(path: string, value: unknown): string {
  if (value === undefined || value === null) return "none";
  if (Array.isArray(value)) return `${value.length} ${value.length === 1 ? "entry" : "entries"}`;
  if (typeof value === "object") return kindWords(value);
  if (typeof value !== "number") return clean(String(value));
  if (path.endsWith("Seconds")) return lengthWords(value);
  if (/(?:Share|\.chance|\.share)$/.test(path)) return formatChosenShare(value);
  return Number.isInteger(value) ? formatNumber(value) : String(Math.round(value * 1e6) / 1e6);
}

const DAY_SECONDS = 86_400;

/** `3w` or `10d` of whole days from a week on, as a file says it; what is shorter as a report does. */
function lengthWords(seconds: number): string {
  const days = seconds / DAY_SECONDS;
  if (!Number.isInteger(days) || days < 7) return formatTime(seconds);
  return days % 7 === 0 ? `${days / 7}w` : `${days}d`;
}

/** A distribution by its kind and its mean, anything else as something. */
function kindWords(value: object): string {
  if (isDistribution(value)) return `${value.kind} of mean ${formatTime(meanSeconds(value))}`;
  const { kind } = value as { readonly kind?: unknown };
  return typeof kind === "string" ? kind : "something";
}

/** `mean 4m00s to 4m15s`, with the kinds where they differ. */
function distributionsWords(a: Distribution, b: Distribution): string {
  if (a.kind !== b.kind) return `${kindWords(a)} to ${kindWords(b)}`;
  const [before, after] = [formatTime(meanSeconds(a)), formatTime(meanSeconds(b))];
  return before === after ? `${a.kind} differs in spread` : `mean ${before} to ${after}`;
}
