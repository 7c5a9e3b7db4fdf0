import { formatClock } from "../../kit/clock.js";
import { WEEKDAY_NAMES } from "./day-axis.js";
import { pad, REPORT_COLUMNS } from "./display.js";
import { isEmpty, missing, type NeedCell, type NeedGrid } from "./need-grid.js";
import { formatNumber } from "./numbers.js";
import type { Paint } from "./paint.js";

const NOBODY = "·";
const UNSURE = "?";

/**
 * Agents needed by time of day and weekday, each with how many more (+) or fewer (-) are rostered, and with a
 * ? where `isSure` says it is not. Times that are alike on all days share a line.
 */
export function formatNeedTable(
  grid: NeedGrid,
  paint: Paint,
  isSure?: (interval: number) => boolean,
): string[] {
  const neededText = (cell: NeedCell | undefined) => {
    if (!isSure || !cell) return countText(cell);
    // A blank where it is sure keeps the numbers below each other.
    const mark = cell.needed > 0 && !isSure(cell.interval) ? UNSURE : " ";
    return `${countText(cell)}${mark}`;
  };
  const days = daysOf(grid);
  const runs = runsOf(grid, (row) =>
    days.map(({ weekday }) => `${neededText(row[weekday])} ${spareText(row[weekday])}`),
  );
  const shown = runs.flatMap(({ row }) => days.map(({ weekday }) => row[weekday]));
  const neededColumns = Math.max(3, ...shown.map((cell) => neededText(cell).length));
  const spareColumns = Math.max(2, ...shown.map((cell) => spareText(cell).length));
  const room = REPORT_COLUMNS - 13 - days.length * (neededColumns + spareColumns + 1);
  const gap = " ".repeat(Math.max(1, Math.min(4, Math.floor(room / days.length))));
  const head = days.map(({ name }) => pad(name, neededColumns, "right") + " ".repeat(spareColumns + 1));
  return [
    `  ${" ".repeat(11)}${gap}${head.join(gap)}`.trimEnd(),
    ...runs.map(({ label, row }) => {
      const cells = days.map(({ weekday }) => {
        const cell = row[weekday];
        const spare = pad(spareText(cell), spareColumns, "right");
        const painted = cell && missing(cell) > 0 ? paint.bad(spare) : paint.quiet(spare);
        return `${pad(neededText(cell), neededColumns, "right")} ${painted}`;
      });
      return `  ${pad(label, 11)}${gap}${cells.join(gap)}`.trimEnd();
    }),
  ];
}

/**
 * Another figure of the same times: of each cell its text, or nothing where it has none. Times that are alike
 * on all days share a line.
 */
export function formatWeekTable(grid: NeedGrid, textOf: (interval: number) => string): string[] {
  const days = daysOf(grid);
  const cellText = (cell: NeedCell | undefined) => (cell ? textOf(cell.interval) || NOBODY : "");
  const runs = runsOf(grid, (row) => days.map(({ weekday }) => cellText(row[weekday])));
  const columns = Math.max(
    3,
    ...runs.flatMap(({ row }) => days.map(({ weekday }) => cellText(row[weekday]).length)),
  );
  const gap = " ".repeat(Math.max(1, Math.min(4, Math.floor((REPORT_COLUMNS - 13) / days.length) - columns)));
  return [
    `  ${" ".repeat(11)}${gap}${days.map(({ name }) => pad(name, columns, "right")).join(gap)}`,
    ...runs.map(({ label, row }) => {
      const cells = days.map(({ weekday }) => pad(cellText(row[weekday]), columns, "right"));
      return `  ${pad(label, 11)}${gap}${cells.join(gap)}`.trimEnd();
    }),
  ];
}

function daysOf({ cells }: NeedGrid) {
  return WEEKDAY_NAMES.flatMap((name, weekday) =>
    cells.some((row) => row[weekday]) ? [{ name, weekday }] : [],
  );
}

interface Run {
  readonly label: string;
  readonly row: readonly (NeedCell | undefined)[];
}

/** Lines that read alike one after the other become one, `00:00-05:30`. */
function runsOf({ clocks, cells }: NeedGrid, textsOf: (row: Run["row"]) => readonly string[]): Run[] {
  const textOf = (row: Run["row"]) => textsOf(row).join("|");
  const runs: Run[] = [];
  for (let from = 0; from < clocks.length; ) {
    let to = from + 1;
    while (to < clocks.length && textOf(cells[to]!) === textOf(cells[from]!)) to++;
    const start = formatClock(clocks[from]!);
    const label = to === from + 1 ? start : `${start}-${formatClock(clocks[to] ?? 86_400)}`;
    runs.push({ label, row: cells[from]! });
    from = to;
  }
  return runs;
}

function countText(cell: NeedCell | undefined): string {
  if (!cell) return "";
  return isEmpty(cell) ? NOBODY : formatNumber(cell.needed);
}

function spareText(cell: NeedCell | undefined): string {
  if (!cell || isEmpty(cell) || missing(cell) === 0) return "";
  const spare = -missing(cell);
  return spare > 0 ? `+${formatNumber(spare)}` : formatNumber(spare);
}
