import type { Comparison } from "../../../plan/compare/comparison.js";
import { variantLetter } from "../../variant-letter.js";
import { clean, REPORT_COLUMNS, wrap } from "../display.js";
import type { Paint } from "../paint.js";
import { formatTable } from "../table.js";
import { formatBeside, formatSigned } from "./difference-words.js";

/** Three variants or more, the best first, each against the best of the others; else nothing. */
export function formatRanking({ ranking, variants, levels, chosen }: Comparison, paint: Paint): string[] {
  if (!ranking) return [];
  const { unit } = chosen;
  // What is better stands above 0, whichever end of the figure is better.
  const sign = chosen.better === "more" ? 1 : -1;
  const sole = ranking.ranked.filter(({ mayBeBest }) => mayBeBest).length === 1;
  const rows = ranking.ranked.map(({ variant, lead, mayBeBest }) => {
    const ends = sign === 1 ? [lead.low, lead.high] : [-lead.high, -lead.low];
    return [
      variantLetter(variant),
      clean(variants[variant]!.name),
      formatBeside(levels[variant]!.mean, unit),
      formatSigned(sign * lead.mean, unit),
      ends.some(Number.isNaN) ? "" : ends.map((end) => endWords(end, unit)).join(" to "),
      mayBeBest ? { text: sole ? "yes" : "may be", paint: paint.good } : { text: "no", paint: paint.quiet },
    ];
  });
  const table = formatTable(
    [
      { heading: "", align: "left" },
      { heading: "", align: "left", most: 40 },
      { heading: chosen.title },
      { heading: "less the best other" },
      { heading: "lies within" },
      { heading: "the best?", align: "left" },
    ],
    rows,
  );
  const note =
    "All of these ranges hold at once, and the best is among those that may be it, with a chance of error " +
    "of 5 % at most (multiple comparisons with the best).";
  return [...table, ...wrap(note, REPORT_COLUMNS, "  ", "  ")];
}

function endWords(end: number, unit: Parameters<typeof formatSigned>[1]): string {
  if (!Number.isFinite(end)) return end > 0 ? "endless" : "-endless";
  return formatSigned(end, unit).replace(/ points?$/, "");
}
