import * as v from "valibot";
import type { Parsed } from "../../kit/parsed.js";
import { dateFault } from "../local-date.js";
import { change, duration, factor, number, share, text, whole } from "./leaf.js";
import { described, isMap, leaf, named, oneOf, type Reader, shown, strict } from "./shape.js";

const MOST_HEADS = 1e6;
const MOST_MONEY = 1e9;
const money = number("an amount of money", { least: 0, most: MOST_MONEY });
const heads = (least: number) => whole("heads", { least, most: MOST_HEADS });

/** A month, or the first day of a week. */
export interface PeriodName {
  readonly unit: "month" | "week";
  /** Its first date. */
  readonly date: string;
}

/** Reads `2026-01` or `2026-01-05`. */
export function parsePeriod(found: unknown): Parsed<PeriodName> {
  if (typeof found !== "string") {
    return { problem: `found ${shown(found)}; expected a month such as 2026-01, or a date` };
  }
  const name = found.trim();
  if (!/^\d{4}-\d{2}(?:-\d{2})?$/.test(name)) {
    return {
      problem: `found ${shown(found)}; expected a month such as 2026-01, or a date such as 2026-01-05`,
    };
  }
  const isMonth = /^\d{4}-\d{2}$/.test(name);
  const date = isMonth ? `${name}-01` : name;
  const fault = dateFault(date);
  if (fault === undefined) return { value: { unit: isMonth ? "month" : "week", date } };
  return { problem: isMonth ? `found "${name}"; there is no month ${name.slice(5)}` : fault };
}

const period: Reader<PeriodName> = leaf(
  { type: "string", pattern: "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$", examples: ["2026-01"] },
  parsePeriod,
);

/** `4..15`, or one size. */
const sizes: Reader<{ least: number; most: number }> = leaf(
  { type: ["string", "integer"], pattern: "^[0-9]+\\.\\.[0-9]+$", examples: ["4..15"] },
  (found): Parsed<{ least: number; most: number }> => {
    const match = /^([0-9]{1,7})(?:\.\.([0-9]{1,7}))?$/.exec(String(found).trim());
    if (!match) return { problem: `found ${shown(found)}; expected sizes of a class such as 4..15 or 8` };
    const least = Number(match[1]);
    const most = match[2] === undefined ? least : Number(match[2]);
    if (least < 1) return { problem: `found ${shown(found)}; a class has at least 1 head` };
    if (most < least) return { problem: `found ${shown(found)}; the larger size comes last` };
    if (most > MOST_HEADS) return { problem: `found ${shown(found)}; expected at most ${MOST_HEADS} heads` };
    return { value: { least, most } };
  },
);

const yearly = share("a share that leaves in a year", { below: true });
const bands = named("attrition by tenure, as in {52w: 40%, later: 20%}", yearly);
const attrition: Reader<number | Record<string, number>> = oneOf<number | Record<string, number>>(
  [yearly, bands],
  (found) => (isMap(found) ? bands : yearly),
);

const training = strict("training of those hired", {
  length: v.exactOptional(described("Off the phone; default that of the team's training.", duration())),
  nesting: v.exactOptional(
    described("On the phone beside a senior; default that of the team's training.", duration()),
  ),
  seniors: v.exactOptional(
    described("Of the time of each who is nesting, what the team's seniors give.", share("a share")),
  ),
  pass: v.exactOptional(
    described("Share of a class that passes the exam; the others leave.", share("a share")),
    () => 1,
  ),
});

const hiredTeam = strict("a team of the plan", {
  heads: described("People at the start, those in training too.", heads(0)),
  attrition: described("Share that leaves in a year, perhaps by tenure.", attrition),
  atEnd: v.exactOptional(
    described("People to be there at the end, those in training too; default any number.", heads(0)),
  ),
  vacation: v.exactOptional(
    described("Part of paid hours on no roster; default none.", share("a share", { below: true })),
    () => 0,
  ),
  partTime: v.exactOptional(
    described("Part of the heads that work part time; default that of contracts.", share("a share")),
  ),
  classes: v.exactOptional(
    described("Fixed ones by first day.", named("classes by month, as in {2026-03: 6}", heads(1))),
  ),
  choose: v.exactOptional(
    described(
      "Which classes may be chosen.",
      strict("choose", {
        sizes: described("Heads of a class, 4..15.", sizes),
        every: v.exactOptional(
          described("Months or weeks from one possible start to the next.", whole("periods", { least: 1 })),
          () => 1,
        ),
        from: v.exactOptional(described("The first possible start; default the plan's.", period)),
      }),
    ),
  ),
  recruit: v.exactOptional(
    strict("recruit", {
      perHead: v.exactOptional(described("Finding one.", money), () => 0),
      perClass: v.exactOptional(described("Holding a class, whatever its size.", money), () => 0),
    }),
    () => ({}),
  ),
  training: v.exactOptional(described("The first weeks.", training), () => ({})),
  overtime: v.exactOptional(
    strict("overtime", {
      most: described("Beyond the hours on the phone, at most.", share("a share")),
      premium: v.exactOptional(described("Above the pay; default the team's overtime.", share("a premium"))),
    }),
  ),
  outsourcer: v.exactOptional(
    strict("an outsourcer", {
      perHour: described("For an hour of an agent.", money),
      most: described("Agents of a full week, at most.", number("agents", { least: 0, most: MOST_HEADS })),
    }),
  ),
  uncovered: v.exactOptional(
    described("Price of an agent hour below the need; default: none is left that can be helped.", money),
  ),
});

const MONTH_KEYS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthFactor = v.exactOptional(described("Contacts are multiplied by it.", factor("a factor")), () => 1);
const seasonality = strict(
  "seasonality",
  Object.fromEntries(MONTH_KEYS.map((key) => [key, monthFactor])),
) as unknown as Reader<Record<string, number>>;

/** A plan of head counts. */
export const hiring = strict("hiring", {
  from: described("First month (2026-01) or first day of the first week.", period),
  months: v.exactOptional(described("How many months.", whole("months", { least: 1, most: 60 }))),
  weeks: v.exactOptional(described("How many weeks, instead.", whole("weeks", { least: 1, most: 104 }))),
  volume: v.exactOptional(
    strict("volume", {
      growth: v.exactOptional(described("A growth case of contacts.", text("a growth case"))),
      perYear: v.exactOptional(described("Compound change a year.", change("a change")), () => 0),
      seasonality: v.exactOptional(described("Factors by month.", seasonality)),
    }),
    () => ({}),
  ),
  teams: described("By team.", named("teams by name", hiredTeam)),
});

/** The section as the schema leaves it, defaults filled in. */
export type HiringInput = v.InferOutput<typeof hiring>;

/** Seasonality as twelve factors. */
export function monthFactors(input: Record<string, number> | undefined): number[] {
  return MONTH_KEYS.map((key) => input?.[key] ?? 1);
}
