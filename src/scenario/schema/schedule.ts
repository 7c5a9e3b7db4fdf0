import * as v from "valibot";
import { formatClock, parseClock } from "../../kit/clock.js";
import { parseDuration } from "../../kit/duration.js";
import type { Parsed } from "../../kit/parsed.js";
import { days } from "./days.js";
import { duration, flag, number, share, text, whole } from "./leaf.js";
import { described, leaf, list, named, type Reader, shown, strict } from "./shape.js";

const DAY_SECONDS = 86_400;

/** From and to, in seconds. */
export interface Range {
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

const window: Reader<Range> = leaf({ type: "string", examples: ["1h30m-3h"] }, (found): Parsed<Range> => {
  const parts = typeof found === "string" ? found.split("-") : [];
  if (parts.length !== 2) {
    return { problem: `found ${shown(found)}; expected a window after the shift's start, such as 1h30m-3h` };
  }
  const from = parseDuration(parts[0]!);
  if ("problem" in from) return from;
  const to = parseDuration(parts[1]!);
  if ("problem" in to) return to;
  if (to.value <= from.value) {
    return { problem: `found ${shown(found)}; a window ends after it begins, as in 1h30m-3h` };
  }
  return { value: { fromSeconds: from.value, toSeconds: to.value } };
});

/** `06:00` or `06:00-14:00`: the first and the last time a shift may start at. */
const starts: Reader<Range> = leaf(
  { type: "string", examples: ["22:00", "06:00-14:00"] },
  (found): Parsed<Range> => {
    if (typeof found !== "string") {
      return {
        problem: `found ${shown(found)}; expected a start in quotes, such as "22:00" or "06:00-14:00"`,
      };
    }
    const [first = "", last = first, ...rest] = found.split("-");
    const from = parseClock(first);
    if ("problem" in from) return from;
    const to = parseClock(last);
    if ("problem" in to) return to;
    if (rest.length > 0) return { problem: `found ${shown(found)}; expected one span, such as 06:00-14:00` };
    if (to.value < from.value || to.value >= DAY_SECONDS) {
      const hint = "starts after midnight belong to the next day: give them a template of their own";
      return {
        problem: `found ${shown(found)}; the last start comes after the first, before 24:00; ${hint}`,
      };
    }
    return { value: { fromSeconds: from.value, toSeconds: to.value } };
  },
);

/** `22:00-06:00`; the end may be on the next day. */
const nightHours: Reader<Range> = leaf(
  { type: "string", examples: ["22:00-06:00"] },
  (found): Parsed<Range> => {
    const wrong = { problem: `found ${shown(found)}; expected hours such as 22:00-06:00` };
    const ends = typeof found === "string" ? found.split("-") : [];
    if (ends.length !== 2) return wrong;
    const from = parseClock(ends[0]!);
    if ("problem" in from) return from;
    const to = parseClock(ends[1]!);
    if ("problem" in to) return to;
    if (from.value === to.value) {
      return { problem: `found ${shown(found)}; ${formatClock(from.value)} to the same time is no span` };
    }
    return {
      value: {
        fromSeconds: from.value,
        toSeconds: to.value > from.value ? to.value : to.value + DAY_SECONDS,
      },
    };
  },
);

/** `1 in 2`: of so many weekends so many are off. */
const weekends: Reader<{ readonly off: number; readonly of: number }> = leaf(
  { type: "string", pattern: "^[0-9]+ in [0-9]+$", examples: ["1 in 2"] },
  (found) => {
    const match = /^\s*([0-9]{1,2}) in ([0-9]{1,2})\s*$/.exec(typeof found === "string" ? found : "");
    if (!match) return { problem: `found ${shown(found)}; expected weekends off, such as 1 in 2` };
    const [off, of] = [Number(match[1]), Number(match[2])];
    if (of < 1 || off > of) {
      return { problem: `found ${shown(found)}; of ${of} weekends at most ${of} can be off` };
    }
    return { value: { off, of } };
  },
);

const breakWindow = strict("a break of a template", {
  window: described("After the shift's start; the break begins and ends within.", window),
  length: described("How long.", duration({ positive: true })),
  paid: v.exactOptional(described("Default true.", flag), () => true),
});

const template = strict(
  "a template",
  {
    days: v.exactOptional(
      described("Days it may start on; a holiday only by holiday or daily.", days),
      () => "daily",
    ),
    start: described("When it may start: one time, or the first and the last.", starts),
    every: v.exactOptional(
      described("Steps between; default 30m.", duration({ positive: true })),
      () => "30m",
    ),
    length: described("How long it lasts, at most 24h.", duration({ positive: true })),
    breaks: v.exactOptional(described("In order.", list("breaks", breakWindow))),
    premium: v.exactOptional(described("Added to pay.", share("a premium")), () => 0),
    contract: v.exactOptional(
      described("Whose shift it is; default full.", text("a contract")),
      () => "full",
    ),
  },
  {
    end: "a template has a length: write length: 8h30m",
    after: "a break of a template has a window: write window: 1h30m-3h",
  },
);

const scheduledTeam = strict("a team of the schedule", {
  templates: v.exactOptional(
    described("Those it works; default all.", list("templates", text("a template"))),
  ),
  most: v.exactOptional(described("Most heads.", whole("heads", { least: 0, most: 1e6 }))),
});

const contract = strict("a contract", {
  week: described("Paid hours a week, at most.", duration({ positive: true })),
  share: v.exactOptional(described("Part of a team's heads, at most.", share("a share")), () => 1),
  leastShare: v.exactOptional(described("Part of a team's heads, at least.", share("a share")), () => 0),
});

const premium = (what: string) =>
  v.exactOptional(described(`Paid above the pay ${what}.`, share("a premium")), () => 0);
const multiple = (help: string, silent: number) =>
  v.exactOptional(described(help, number("a multiple of pay", { least: 0, most: 1e6 })), () => silent);

/** Which shifts a schedule may be made of, and the rules it keeps. */
export const schedule = strict("schedule", {
  templates: described("Kinds of shifts, by name.", named("templates by name", template)),
  teams: v.exactOptional(
    described("By team, which templates; default all.", named("teams by name", scheduledTeam)),
  ),
  contracts: v.exactOptional(
    described(
      "Weekly hours by name; default full and part as in contracts.",
      named("contracts by name", contract),
    ),
  ),
  rest: v.exactOptional(described("Between two shifts of an agent; default 11h.", duration()), () => "11h"),
  daysOn: v.exactOptional(
    described("Most days in a row; default 5.", whole("days", { least: 1, most: 7 })),
    () => 5,
  ),
  daysOff: v.exactOptional(
    described("Least days off a week; default 2.", whole("days", { least: 0, most: 6 })),
    () => 2,
  ),
  daysOffTogether: v.exactOptional(
    described("Whether the days off of a week follow each other; default false.", flag),
    () => false,
  ),
  weekends: v.exactOptional(described("Weekends off, as in 1 in 2.", weekends)),
  startsWithin: v.exactOptional(
    described("By how much an agent's starts may differ within a week; default 0h.", duration()),
    () => "0h",
  ),
  premiums: v.exactOptional(
    strict("premiums", {
      night: premium("in the hours of nightHours"),
      sat: premium("on Saturdays"),
      sun: premium("on Sundays"),
      holiday: premium("on holidays"),
    }),
    () => ({}),
  ),
  nightHours: v.exactOptional(described("Default 22:00-06:00.", nightHours), () => "22:00-06:00"),
  price: v.exactOptional(
    strict("price", {
      under: multiple("An agent hour that is missing, in hours of pay; default 3.", 3),
      over: multiple("An agent hour above the requirement, in hours of pay; default 0.", 0),
    }),
    () => ({}),
  ),
});

/** The section as the schema leaves it, defaults filled in. */
export type ScheduleInput = v.InferOutput<typeof schedule>;
