import { formatClock } from "../../kit/clock.js";
import { WEEKDAY_NAMES } from "./day-axis.js";
import { pad, REPORT_COLUMNS } from "./display.js";
import { isEmpty, missing, type NeedCell, type NeedGrid } from "./need-grid.js";
import { formatNumber } from "./numbers.js";
import type { Paint } from "./paint.js";

const NOBODY = "·";

/**
 * Agents needed by time of day and weekday, each with how many more (+) or fewer (-) are rostered. Times that
 * are alike on all days share a line.
 */
export function formatNeedTable(grid: NeedGrid, paint: Paint): string[] {
  const days = WEEKDAY_NAMES.flatMap((name, weekday) =>
    grid.cells.some((row) => row[weekday]) ? [{ name, weekday }] : [],
  );
  const runs = runsOf(grid, days);
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

interface Run {
  readonly label: string;
  readonly row: readonly (NeedCell | undefined)[];
}

/** Lines that read alike one after the other become one, `00:00-05:30`. */
function runsOf({ clocks, cells }: NeedGrid, days: readonly { weekday: number }[]): Run[] {
  const textOf = (row: readonly (NeedCell | undefined)[]) =>
    days.map(({ weekday }) => `${neededText(row[weekday])} ${spareText(row[weekday])}`).join("|");
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

function neededText(cell: NeedCell | undefined): string {
  if (!cell) return "";
  return isEmpty(cell) ? NOBODY : formatNumber(cell.needed);
}

function spareText(cell: NeedCell | undefined): string {
  if (!cell || isEmpty(cell) || missing(cell) === 0) return "";
  const spare = -missing(cell);
  return spare > 0 ? `+${formatNumber(spare)}` : formatNumber(spare);
}
