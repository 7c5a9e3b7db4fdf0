import { columnOf, DAY_COLUMNS, hourAxis, WEEKDAY_NAMES } from "./day-axis.js";
import { isEmpty, missing, type NeedCell, type NeedGrid } from "./need-grid.js";
import type { Paint } from "./paint.js";

const LEVELS = "▁▂▃▄▅▆▇█";
const NOBODY = "·";
const SHORT = "▼";

/**
 * Agents needed and rostered over each weekday as two lines of signs, and under them where some are missing.
 */
export function formatNeedPicture(grid: NeedGrid, intervalSeconds: number, paint: Paint): string[] {
  const most = Math.max(
    1,
    ...grid.cells.flat().map((cell) => Math.max(cell?.needed ?? 0, cell?.rostered ?? 0)),
  );
  const lines = [`  ${" ".repeat(13)}${hourAxis()}`];
  for (const [weekday, name] of WEEKDAY_NAMES.entries()) {
    const columns = columnsOf(grid, weekday, intervalSeconds);
    if (columns.every((cell) => cell === undefined)) continue;
    lines.push(`  ${name} needed   ${columns.map((cell) => signOf(cell?.needed, most)).join("")}`.trimEnd());
    lines.push(`      rostered ${columns.map((cell) => signOf(rosteredOf(cell), most)).join("")}`.trimEnd());
    const short = columns
      .map((cell) => (cell && missing(cell) > 0 ? SHORT : " "))
      .join("")
      .trimEnd();
    if (short !== "") lines.push(`      short    ${paint.bad(short)}`);
  }
  return lines;
}

/** One cell a column: of those that share it, the one in which most are missing. */
function columnsOf({ clocks, cells }: NeedGrid, weekday: number, intervalSeconds: number) {
  const columns = new Array<NeedCell | undefined>(DAY_COLUMNS).fill(undefined);
  for (const [row, clock] of clocks.entries()) {
    const cell = cells[row]![weekday];
    if (!cell) continue;
    const first = columnOf(clock);
    const last = columnOf(clock + intervalSeconds - 1);
    for (let column = first; column <= last && column < DAY_COLUMNS; column++) {
      const before = columns[column];
      if (!before || missing(cell) > missing(before)) columns[column] = cell;
    }
  }
  return columns;
}

function rosteredOf(cell: NeedCell | undefined): number | undefined {
  return cell && isEmpty(cell) ? 0 : cell?.rostered;
}

function signOf(agents: number | undefined, most: number): string {
  if (agents === undefined) return " ";
  if (agents < 0.05) return NOBODY;
  return LEVELS[Math.min(7, Math.max(0, Math.ceil((agents / most) * 8) - 1))]!;
}
