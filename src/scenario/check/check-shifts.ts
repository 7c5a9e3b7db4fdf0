import { formatDuration } from "../../kit/duration.js";
import type { Break, Shift } from "../scenario.js";
import type { ShiftInput } from "../schema/shift.js";
import { treeAt } from "../tree.js";
import type { Checking } from "./checking.js";

const DAY_SECONDS = 86_400;

/** The shifts with their breaks in order; lengths and breaks that do not fit are reported. */
export function checkShifts(checking: Checking): Shift[] {
  return checking.sections.shifts.flatMap(({ name, value }) =>
    value ? [checkShift(checking, name, value)] : [],
  );
}

function checkShift(checking: Checking, name: string, input: ShiftInput): Shift {
  if (input.length > DAY_SECONDS) {
    const message = `${formatDuration(input.length)} is longer than a day; a shift lasts 24h at most`;
    checking.problems.at(["shifts", name, "length"], message);
  }
  if (input.dates && treeAt(checking.sections.tree, ["shifts", name, "days"])) {
    const message = "found days and dates together; expected one of them";
    checking.problems.at(["shifts", name, "dates"], message, { ofKey: true });
  }
  return {
    name,
    weekdays: input.days.weekdays,
    holiday: input.days.holiday,
    ...(input.dates ? { dates: input.dates } : {}),
    startClockSeconds: input.start % DAY_SECONDS,
    lengthSeconds: input.length,
    breaks: checkBreaks(checking, name, input),
    premiumShare: input.premium,
  };
}

function checkBreaks({ problems }: Checking, shift: string, input: ShiftInput): Break[] {
  const breaks = (input.breaks ?? []).map((rest, index) => ({
    index,
    afterSeconds: rest.after,
    lengthSeconds: rest.length,
    paid: rest.paid,
  }));
  breaks.sort((a, b) => a.afterSeconds - b.afterSeconds);
  for (const [position, rest] of breaks.entries()) {
    const path = ["shifts", shift, "breaks", rest.index];
    const end = rest.afterSeconds + rest.lengthSeconds;
    if (end > input.length) {
      const ends = `the break ends ${formatDuration(end)} after the start`;
      problems.at(path, `${ends}, after the shift, which lasts ${formatDuration(input.length)}`);
    }
    const before = breaks[position - 1];
    if (before && rest.afterSeconds < before.afterSeconds + before.lengthSeconds) {
      const began = formatDuration(before.afterSeconds);
      problems.at(path, `the break overlaps the one that begins ${began} after the start`);
    }
  }
  return breaks.map(({ index: _, ...rest }) => rest);
}
