import * as v from "valibot";
import { busyness } from "./arrivals.js";
import { calendar } from "./calendar.js";
import { customers } from "./customers.js";
import { growth } from "./growth.js";
import { hiring } from "./hiring.js";
import { text, whole } from "./leaf.js";
import { contracts, run } from "./plan.js";
import { queue } from "./queue.js";
import { routing } from "./routing.js";
import { schedule } from "./schedule.js";
import { described, leaf, list, named, type Reader, shown, strict } from "./shape.js";
import { shift } from "./shift.js";
import { team } from "./team.js";

const format: Reader<1> = leaf({ const: 1 }, (found) =>
  found === 1
    ? { value: 1 as const }
    : { problem: `found ${shown(found)}; this version reads format 1, write callsim: 1` },
);

const currency: Reader<string> = leaf({ type: "string", pattern: "^[A-Z]{3}$" }, (found) =>
  typeof found === "string" && /^[A-Z]{3}$/.test(found)
    ? { value: found }
    : { problem: `found ${shown(found)}; expected a currency code of three capitals, such as USD` },
);

const anything: Reader<unknown> = leaf({}, (found) => ({ value: found }));
const caseChanges: Reader<Record<string, unknown>> = named(
  "changes by path, as in {queues.claims.arrivals.perDay: 3600}",
  anything,
);

/** The whole file, format 1: the one source of its types, defaults, help text and JSON Schema. */
export const scenarioFile = strict("a scenario", {
  callsim: described("The format, 1.", format),
  name: described("Shown in reports.", text("a name")),
  about: v.exactOptional(described("A sentence or two.", text("a text"))),
  sources: v.exactOptional(
    described("Where figures come from, by path.", named("sources by path", text("a source"))),
  ),
  currency: v.exactOptional(described("Default USD.", currency), () => "USD"),
  calendar: described("Which days count, where, and when the centre is open.", calendar),
  queues: described("What contacts wait in, by name.", named("queues by name", queue)),
  teams: described("Agents with the same skills, hours and terms, by name.", named("teams by name", team)),
  shifts: v.exactOptional(described("Spans of paid work, by name.", named("shifts by name", shift))),
  routing: v.exactOptional(described("Who takes which contact.", routing), () => ({})),
  lines: v.exactOptional(
    described("Most contacts of all queues at once.", whole("lines", { least: 1, most: 1e9 })),
  ),
  busyness: v.exactOptional(busyness),
  customers: v.exactOptional(described("How many there are, and when they leave.", customers)),
  contracts: v.exactOptional(described("A week's hours.", contracts), () => ({})),
  run: v.exactOptional(described("How often, and from which seed.", run), () => ({})),
  expect: v.exactOptional(
    described("Promises that callsim check judges.", list("promises", text("a promise"))),
  ),
  cases: v.exactOptional(described("What-ifs: changes by path.", named("cases by name", caseChanges))),
  growth: v.exactOptional(described("What the coming years may bring.", growth)),
  schedule: v.exactOptional(described("Which shifts there may be, for callsim schedule.", schedule)),
  hiring: v.exactOptional(described("A plan of head counts, for callsim hire.", hiring)),
});

/** A file as the schema leaves it, defaults filled in. */
export type ScenarioFile = v.InferOutput<typeof scenarioFile>;
