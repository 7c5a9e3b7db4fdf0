import type { TeamPeriod } from "../../plan/hire/hiring-result.js";
import { pad } from "./display.js";
import { formatNumber } from "./numbers.js";
import type { Paint } from "./paint.js";

const ROWS = 9;
/** Above so many periods each has one column, else three. */
const MOST_WIDE = 28;
const HEADS = "█";
const OVERTIME = "▒";
const OUTSOURCED = "░";
const NEED = "─";

/**
 * Heads against the need, a column a period: what own heads are worth, overtime and outsourcer on top of
 * them, and a line at the need. The lowest row is not zero.
 */
export function formatHiringPicture(
  names: readonly string[],
  periods: readonly TeamPeriod[],
  paint: Paint,
): string[] {
  const stacks = periods.map((one) => {
    const overtime = one.productive + one.overtimeHeads;
    return { need: one.need, heads: one.productive, overtime, all: overtime + one.outsourcedHeads };
  });
  const values = stacks.flatMap(({ need, heads, all }) => [need, heads, all]);
  const least = Math.floor(Math.min(...values));
  const most = Math.ceil(Math.max(...values));
  const step = Math.max((most - least) / (ROWS - 1), 0.5);
  const width = periods.length > MOST_WIDE ? 1 : 2;
  const gap = periods.length > MOST_WIDE ? "" : " ";
  const lines: string[] = [];
  for (let row = ROWS - 1; row >= 0; row--) {
    const level = least + row * step;
    const cells = stacks.map(({ need, heads, overtime, all }) => {
      // A row stands for what is nearer to it than to its neighbours.
      const reaches = (value: number) => value >= level - step / 2;
      const isNeed = reaches(need) && need < level + step / 2;
      if (isNeed) return paint.title(NEED.repeat(width));
      const sign = reaches(heads) ? HEADS : reaches(overtime) ? OVERTIME : reaches(all) ? OUTSOURCED : " ";
      return sign.repeat(width);
    });
    if (lines.length === 0 && cells.every((cell) => cell.trim() === "")) continue;
    const label = pad(formatNumber(level, step < 1 ? 1 : 0), 7, "right");
    lines.push(`  ${label} ${cells.join(gap)}`.trimEnd());
  }
  return [...lines, ...axisLines(names, width + gap.length)];
}

/** Under the columns the years, or months, in which periods begin. */
function axisLines(names: readonly string[], columns: number): string[] {
  const years: string[] = [];
  const months: string[] = [];
  for (const [index, name] of names.entries()) {
    const [year = "", month = ""] = name.split("-");
    const before = names[index - 1]?.split("-");
    const isNewMonth = before?.[1] !== month || before[0] !== year;
    years.push(before?.[0] === year ? "" : year);
    months.push(isNewMonth ? month : "");
  }
  return [labelsAt(months, columns), labelsAt(years, columns)];
}

/** Each label where its column begins; one that would touch the one before is left out. */
function labelsAt(labels: readonly string[], columns: number): string {
  let line = "";
  for (const [index, label] of labels.entries()) {
    const at = index * columns;
    if (label === "" || (line !== "" && line.length >= at)) continue;
    line = line.padEnd(at) + label;
  }
  return `  ${" ".repeat(8)}${line}`;
}
