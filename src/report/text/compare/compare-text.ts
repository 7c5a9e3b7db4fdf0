import type { Problem } from "../../../kit/problem.js";
import type { ComparedFigure, Comparison, VariantComparison } from "../../../plan/compare/comparison.js";
import type { DifferenceVerdict } from "../../../statistics/paired.js";
import { variantLetter } from "../../variant-letter.js";
import { clean, REPORT_COLUMNS, wrap } from "../display.js";
import { datesOf } from "../head.js";
import { formatNumber } from "../numbers.js";
import { type Paint, PLAIN } from "../paint.js";
import { formatWarnings, joinSections, titled } from "../run-text.js";
import { formatTable } from "../table.js";
import { formatVerdict, variantWords } from "./compare-verdict.js";
import { formatDifferences, formatIntervals, titleOf } from "./difference-table.js";
import { formatError } from "./difference-words.js";
import { formatRanking } from "./ranking-text.js";
import { formatWhy } from "./why-text.js";

/** What a report of a comparison is made from. */
export interface CompareReport {
  readonly comparison: Comparison;
  readonly warnings: readonly Problem[];
  /** What the reader should know of how the variants were taken: a seed that was not used, say. */
  readonly notes: readonly string[];
}

/** The report of a comparison for a terminal of 100 columns: the verdict first. */
export function formatCompareText(report: CompareReport, paint: Paint = PLAIN): string {
  const { comparison } = report;
  const several = comparison.comparisons.length > 1;
  return joinSections([
    head(report, paint),
    formatWarnings(report.warnings, paint),
    formatVerdict(comparison, paint),
    titled(rankingTitle(comparison), formatRanking(comparison, paint), paint),
    ...comparison.comparisons.flatMap((one) => sectionsOf(one, comparison, several, paint)),
    legend(comparison),
  ]);
}

function head({ comparison, notes }: CompareReport, paint: Paint): string[] {
  const { variants, replications, seed, contacts, version } = comparison;
  const names = [...new Set(variants.map(({ scenario }) => clean(scenario.name)))];
  const repeats = `${formatNumber(replications)} replication${replications === 1 ? "" : "s"} of each`;
  const facts =
    `${datesOf(variants[0]!.scenario)}; ${repeats}, seed ${clean(seed)}, the same callers in all; ` +
    `${formatNumber(contacts)} contacts simulated; callsim ${version}`;
  const rows = variants.map(({ name, scenario }, index) => [
    variantLetter(index),
    clean(name),
    names.length > 1 ? clean(scenario.name) : "",
    `scenario ${scenario.hash}`,
  ]);
  const plain = { heading: "", align: "left" } as const;
  const [, ...table] = formatTable([plain, { ...plain, most: 40 }, { ...plain, most: 34 }, plain], rows);
  return [
    paint.title(names.length === 1 ? `${names[0]}: ${variants.length} variants` : "Scenarios compared"),
    ...wrap(facts, REPORT_COLUMNS),
    ...table,
    ...notes.flatMap((note) => wrap(clean(note), REPORT_COLUMNS, "  ", "  ")),
  ];
}

function rankingTitle({ chosen }: Comparison): string {
  const end = chosen.better === "more" ? "more" : "less";
  return `Ranking by ${titleOf(chosen)} of ${ownerWords(chosen)}; ${end} is better`;
}

function ownerWords({ of, name }: Pick<ComparedFigure, "of" | "name">): string {
  return of === "total" ? "all together" : clean(name);
}

function sectionsOf(
  one: VariantComparison,
  comparison: Comparison,
  several: boolean,
  paint: Paint,
): string[][] {
  const letter = variantLetter(one.variant);
  const against = several ? `${variantWords(comparison, one.variant)}, against A` : `${letter} against A`;
  const alone = [
    ...one.onlyInFirst.map((what) => `${what} is only in A`),
    ...one.onlyInThis.map((what) => `${what} is only in ${letter}`),
  ];
  const missing = alone.length === 0 ? [] : [`Not compared: ${clean(alone.join("; "))}.`];
  const why = one.attribution ? formatWhy(one.attribution, ["A", letter], paint) : [];
  const chosen = `${titleOf(one.chosen)} of ${ownerWords(one.chosen)}`;
  return [
    titled(`Why ${letter} differs from A in ${chosen}`, why, paint),
    titled(
      `${against}: over all counted time, with 95 % intervals by replication`,
      [
        ...formatDifferences(one, paint),
        ...missing.flatMap((line) => wrap(line, REPORT_COLUMNS, "  ", "  ")),
      ],
      paint,
    ),
    titled(
      `${against}: ${titleOf(one.chosen)} by interval, where the difference is real`,
      formatIntervals(one, comparison, paint),
      paint,
    ),
  ];
}

/** Why A is not to the last digit what `run` prints of it, and the differences not to theirs. */
function levelWords({ variants, levels, chosen }: Comparison): string[] {
  const sure = levels.flatMap((level, index) => {
    const half = formatError(level, chosen.unit).replace("exact", "");
    return half === "" ? [] : [`${half} in ${variantLetter(index)}`];
  });
  if (sure.length === 0) return [];
  const unit = chosen.unit === "share" ? " points" : "";
  const [first, ...rest] = sure;
  const alone = [first!.replace(" in ", `${unit} in `), ...rest].join(", ");
  const letters = listOf(variants.map((_, index) => variantLetter(index)));
  const text =
    `${letters}: as observed; ${titleOf(chosen)} of ${ownerWords(chosen)} is known to ${alone}. What run ` +
    "prints is adjusted by control variates, so it may differ by about as much. Every figure is rounded on " +
    "its own, the differences too.";
  return wrap(text, REPORT_COLUMNS, "  ", "  ");
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** What the words behind the differences mean, of those that occur. */
function legend(comparison: Comparison): string[] {
  const { comparisons, family, variants } = comparison;
  const occurring = new Set(comparisons.flatMap(({ figures }) => figures.map(({ verdict }) => verdict)));
  const count = formatNumber(family.size);
  const judged = `all ${count} differences${variants.length > 2 ? " of all variants" : ""}`;
  const sure =
    family.size === 1
      ? "real: not luck, with 95 % confidence."
      : `real: not luck. Of ${judged} together, the chance that one or more is called real and is luck ` +
        "is at most 5 % (Holm's method).";
  const words: readonly (readonly [DifferenceVerdict, string])[] = [
    ["real", sure],
    ["perhaps", `perhaps: its own interval leaves out 0, but among ${count} some do by luck.`],
    [
      "slight",
      "slight: no difference of practical size; the interval lies within what matters, half a percentage " +
        "point, one second, or half a percent of A where --smallest says nothing else.",
    ],
    [
      "open",
      "open: may be luck. So many replications in all would settle it as real or slight, should difference " +
        "and spread stay as they are.",
    ],
  ];
  const explained = words.flatMap(([verdict, text]) =>
    occurring.has(verdict) ? wrap(text, REPORT_COLUMNS, "  ", "  ") : [],
  );
  return explained.length === 0 ? [] : [...levelWords(comparison), ...explained];
}
