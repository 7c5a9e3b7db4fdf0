import type { ComparedFigure, Comparison, VariantComparison } from "../../../plan/compare/comparison.js";
import { betterEnd, type FigureName } from "../../../statistics/compared-measures.js";
import { NAMED_MEASURES } from "../../../statistics/measures.js";
import { variantLetter } from "../../variant-letter.js";
import { clean, REPORT_COLUMNS, wrap } from "../display.js";
import { formatNumber } from "../numbers.js";
import type { Paint } from "../paint.js";
import { type Cell, type Column, formatTable } from "../table.js";
import {
  formatBeside,
  formatError,
  formatReplications,
  formatSigned,
  VERDICT_WORDS,
} from "./difference-words.js";

const MOST_NAMED = 6;
const MOST_INTERVALS = 48;

/** Every figure that differs, whose it is, what is sure of it; then what is the same in both. */
export function formatDifferences(comparison: VariantComparison, paint: Paint): string[] {
  const shown = comparison.figures.filter(({ isRepeated }) => !isRepeated);
  const rows = shown.filter(isTelling);
  const same = shown.filter(({ verdict }) => verdict === "same");
  const table =
    rows.length === 0
      ? []
      : formatTable(
          columns(comparison, rows, { heading: "", align: "left", most: 20 }),
          rows.map((row, index) => {
            const before = rows[index - 1];
            const isFirst = before?.name !== row.name || before.of !== row.of;
            return cells(isFirst ? ownerOf(row, shown) : "", row, rows, paint);
          }),
        );
  return [...table, ...sameWords(same, shown, rows.length > 0)];
}

/** Whether a figure is not the same in both; what was observed in neither tells nothing. */
export function isTelling({ verdict, a, b }: ComparedFigure): boolean {
  return verdict !== "same" && !(Number.isNaN(a.mean) && Number.isNaN(b.mean));
}

/** The intervals in which the chosen measure really differs. */
export function formatIntervals(
  comparison: VariantComparison,
  { intervalFamily, variants }: Comparison,
  paint: Paint,
): string[] {
  const { intervals } = comparison;
  if (intervals.length === 0) return [];
  const real = intervals.filter(({ verdict }) => verdict === "real");
  const maybe = intervals.filter(({ verdict }) => verdict === "perhaps").length;
  const others = maybe === 0 ? "no other" : `${formatNumber(maybe)} others`;
  const whose = variants.length > 2 ? " of all variants" : "";
  const judged =
    `${formatNumber(intervalFamily.size)} differences by interval${whose} were judged together ` +
    `(Holm's method); of ${others} here the own interval leaves out 0.`;
  if (real.length === 0) {
    return wrap(`In no interval is a difference real. ${judged}`, REPORT_COLUMNS, "  ", "  ");
  }
  const shown = real.slice(0, MOST_INTERVALS);
  const columnsOf = columns(comparison, shown, { heading: "interval", align: "left" });
  const owner: Column = { heading: "", align: "left", most: 16 };
  const rows = shown.map((row) => {
    const [, ...rest] = cells("", row, shown, paint);
    return [intervalWords(row.interval), ownerOf(row, intervals), ...rest.slice(1)];
  });
  const table = formatTable([columnsOf[0]!, owner, ...columnsOf.slice(2)], rows);
  const more = real.length - shown.length;
  const rest = more > 0 ? `; ${formatNumber(more)} more are in the json and the csv` : "";
  const end = `${formatNumber(real.length)} ${real.length === 1 ? "is" : "are"} real${rest}. ${judged}`;
  return [...table, ...wrap(end, REPORT_COLUMNS, "  ", "  ")];
}

function columns({ variant }: VariantComparison, rows: readonly ComparedFigure[], first: Column): Column[] {
  const letter = variantLetter(variant);
  const open = rows.some(({ replicationsToSettle }) => !Number.isNaN(replicationsToSettle));
  return [
    first,
    { heading: "", align: "left", most: 20 },
    { heading: "A" },
    { heading: letter },
    { heading: `${letter} less A` },
    { heading: "± 95 %" },
    { heading: "", align: "left" },
    ...(open ? [{ heading: "settled by", unit: "replications" }] : []),
  ];
}

function cells(owner: string, row: ComparedFigure, rows: readonly ComparedFigure[], paint: Paint): Cell[] {
  const { a, b, difference, unit, verdict, replicationsToSettle } = row;
  const open = rows.some((one) => !Number.isNaN(one.replicationsToSettle));
  return [
    owner,
    titleOf(row),
    formatBeside(a.mean, unit),
    formatBeside(b.mean, unit),
    { text: formatSigned(difference.mean, unit), paint: paintOf(row, paint) },
    formatError(difference, unit),
    { text: VERDICT_WORDS[verdict], paint: verdict === "real" ? paint.title : paint.quiet },
    ...(open ? [formatReplications(replicationsToSettle)] : []),
  ];
}

/** Green for what is really better, red for what is really worse. */
function paintOf({ verdict, measure, difference }: ComparedFigure, paint: Paint): (text: string) => string {
  const better = betterEnd(measure);
  if (verdict !== "real" || better === undefined) return (text) => text;
  return difference.mean > 0 === (better === "more") ? paint.good : paint.bad;
}

function sameWords(
  same: readonly ComparedFigure[],
  shown: readonly ComparedFigure[],
  areOthers: boolean,
): string[] {
  if (same.length === 0) return [];
  const owners = [...new Set(same.map((row) => ownerOf(row, shown)))].map((owner) => {
    const titles = same.filter((row) => ownerOf(row, shown) === owner).map(titleOf);
    return `${titles.join(", ")} of ${owner}`;
  });
  const count = `${formatNumber(same.length)}${areOthers ? " more" : ""} figures`;
  const what = same.length <= MOST_NAMED ? owners.join("; ") : count;
  return wrap(`The same in every replication: ${what}.`, REPORT_COLUMNS, "  ", "  ");
}

/** Who a figure is of; a team that is called like a queue says that it is a team. */
function ownerOf({ of, name }: FigureName, among: readonly ComparedFigure[]): string {
  if (of === "total") return "all together";
  const isShared = of === "team" && among.some((one) => one.of === "queue" && one.name === name);
  return isShared ? `team ${clean(name)}` : clean(name);
}

/** The figure's heading in lower case, but for abbreviations. */
export function titleOf({ of, measure }: FigureName): string {
  const title = NAMED_MEASURES[of].find(({ name }) => name === measure)?.title ?? measure;
  return /^[A-Z]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

/** `2026-03-02 06:00` of an ISO start, the offset left to the other formats. */
function intervalWords(interval: string): string {
  return interval.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/, "$1 $2");
}
