import * as v from "valibot";
import { duration, number, share, text, whole } from "./leaf.js";
import { teamMoney } from "./money.js";
import { licence, peopleKeys, pressure } from "./people.js";
import { quality } from "./quality.js";
import { has, whenFree } from "./routing-terms.js";
import { described, isMap, list, named, oneOf, type Reader, shown, strict } from "./shape.js";
import { timeSpan } from "./time-span.js";

const skillTerms = strict("a skill", {
  preference: v.exactOptional(
    described("1 is served first.", whole("a preference", { least: 1, most: 1e6 })),
    () => 1,
  ),
  speed: v.exactOptional(
    described("Handle time is divided by it.", number("a speed", { least: 0.001, most: 1000 })),
    () => 1,
  ),
  whenFree,
  licence: v.exactOptional(
    described("Who may serve it: those long enough there who passed an exam.", licence),
  ),
});

/** Skills in order of preference, or with terms by name. */
export type SkillsInput = readonly string[] | Record<string, v.InferOutput<typeof skillTerms>>;

const skillList = list("queues", text("the name of a queue"));
const skillMap = named("skills, as in [claims] or {claims: {speed: 1.1}}", skillTerms);
const skills: Reader<SkillsInput> = oneOf<SkillsInput>([skillList, skillMap], (found) => {
  if (typeof found === "string") return `found ${shown(found)}; expected a list of queues: write [${found}]`;
  if (Array.isArray(found))
    return found.length > 0 ? skillList : "found an empty list; expected queues to serve";
  if (isMap(found) && Object.keys(found).length === 0) return "found an empty map; expected queues to serve";
  return skillMap;
});

const MOST_AGENTS = 1e15;
const headcount = whole("agents", { least: 0, most: MOST_AGENTS });
const agentsTable = strict("agents", {
  table: described("CSV: time,agents, perhaps with weekday or date.", text("a CSV file")),
});
const agents: Reader<number | v.InferOutput<typeof agentsTable>> = oneOf<
  number | v.InferOutput<typeof agentsTable>
>([headcount, agentsTable], (found) => (isMap(found) ? agentsTable : headcount));

const quota = v.pipe(
  strict("a quota", {
    contacts: v.exactOptional(described("Contacts a shift.", whole("contacts", { least: 1, most: 1e6 }))),
    handled: v.exactOptional(described("Share of contacts handled within the time.", share("a share"))),
    within: v.exactOptional(described("That time.", duration({ positive: true }))),
    pressure: v.exactOptional(described("What agents do who are behind that number of contacts.", pressure)),
  }),
  v.check(
    (input) => "contacts" in input || "handled" in input || "within" in input,
    "found an empty map; expected contacts, or handled and within",
  ),
  v.check(
    (input) => !("pressure" in input) || "contacts" in input,
    "pressure is that of a number of contacts: write contacts: 60 beside it",
  ),
  v.check(
    (input) => "handled" in input === "within" in input,
    "handled and within go together, as in {handled: 90%, within: 6m}",
  ),
);

/** Agents with the same skills, hours and terms. */
export const team = strict(
  "a team",
  {
    skills: described("Queues the team serves: a list by preference, or a map with terms.", skills),
    agents: v.exactOptional(
      described("Agents present whenever the centre is open, or {table: staff.csv}.", agents),
    ),
    roster: v.exactOptional(
      described("Agents on each shift.", named("agents by shift, as in {early: 20}", headcount)),
    ),
    ...teamMoney,
    absence: v.exactOptional(described("Chance that an agent misses a shift.", share("a chance")), () => 0),
    lateness: v.exactOptional(timeSpan("How late agents come.")),
    offPhone: v.exactOptional(
      described(
        "Paid meetings and coaching at random moments.",
        strict("offPhone", {
          share: described("Part of paid time.", share("a share", { below: true })),
          block: described("Length of one block.", duration({ positive: true })),
        }),
      ),
    ),
    has,
    quota: v.exactOptional(described("What an agent is asked to do in a shift.", quota)),
    ...peopleKeys,
    quality: v.exactOptional(described("Evaluations, coaching and surveys of the team's contacts.", quality)),
  },
  { shifts: "shifts of a team are its roster: write roster: {early: 20}" },
);

/** A team as the schema leaves it, defaults filled in. */
export type TeamInput = v.InferOutput<typeof team>;
