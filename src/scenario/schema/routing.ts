import * as v from "valibot";
import { choice, duration, text } from "./leaf.js";
import { described, list, oneOf, type Reader, strict } from "./shape.js";

const teams = list("teams", text("the name of a team"));
const teamName: Reader<string[]> = v.pipe(
  text("the name of a team"),
  v.transform((name) => [name]),
);

const overflowRule = strict("an overflow rule", {
  queue: described("Contacts of this queue", text("the name of a queue")),
  after: described("that have waited so long", duration({ positive: true })),
  to: described(
    "may be taken by these teams too.",
    oneOf<string[]>([teams, teamName], (found) => {
      if (Array.isArray(found) && found.length === 0) return "found an empty list; expected teams";
      return Array.isArray(found) ? teams : teamName;
    }),
  ),
});

/** Who takes which contact. */
export const routing = strict("routing", {
  agent: v.exactOptional(
    described("Which free agent takes an arriving contact.", choice(["longest-idle", "fewest-skills"])),
    () => "longest-idle",
  ),
  contact: v.exactOptional(
    described("Which waiting contact a freed agent takes.", choice(["longest-waiting", "priority", "ratio"])),
    () => "longest-waiting",
  ),
  overflow: v.exactOptional(
    described("More teams after a wait.", list("rules, each with queue, after, to", overflowRule)),
  ),
});
