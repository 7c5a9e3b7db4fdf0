import * as v from "valibot";
import { duration, flag, number, share, text, whole } from "./leaf.js";
import { described, list, named, oneOf, type Reader, shown } from "./shape.js";

/** Of a skill: how many agents of the team must be free before it takes such a contact. */
export const whenFree = v.exactOptional(
  described(
    "The team takes these contacts only while so many of its agents are free; default 1.",
    whole("agents", { least: 1, most: 1e6 }),
  ),
);

const names = list("names, as in [spanish]", text("what an agent must have"));
const needsNames: Reader<string[]> = oneOf<string[]>([names], (found) => {
  if (typeof found === "string") return `found ${shown(found)}; expected a list of names: write [${found}]`;
  if (Array.isArray(found) && found.length === 0) return "found an empty list; expected names of team.has";
  return names;
});

/** Of a queue: how it is routed, beside its priority. */
export const queueRouting = {
  rises: v.exactOptional(
    described(
      "Under contact: priority, so long a wait counts as one step of priority.",
      duration({ positive: true }),
    ),
  ),
  ratio: v.exactOptional(
    described(
      "Under contact: ratio, the share of those waiting that this queue is to have; default 1.",
      number("a ratio", { above: 0, most: 1e6 }),
    ),
  ),
  interruptible: v.exactOptional(
    described("Whether a contact in hand is put down for one of another queue; default false.", flag),
  ),
  needs: v.exactOptional(
    described("Languages or licences that an agent must have, all of them.", needsNames),
  ),
};

const someAgents = whole("agents of each shift", { least: 0, most: 1e15 });
const shareOfAgents = share("a share of the agents");

/** How many agents have it: `30%`, or so many of each shift. */
export type HasInput = { readonly share: number } | { readonly agents: number };

const havers: Reader<HasInput> = oneOf<HasInput>(
  [
    v.pipe(
      someAgents,
      v.transform((agents) => ({ agents })),
    ),
    v.pipe(
      shareOfAgents,
      v.transform((part) => ({ share: part })),
    ),
  ],
  (found) =>
    typeof found === "number" && (Number.isInteger(found) || found < 0)
      ? v.pipe(
          someAgents,
          v.transform((agents) => ({ agents })),
        )
      : v.pipe(
          shareOfAgents,
          v.transform((part) => ({ share: part })),
        ),
);

/** Of a team: languages and licences, and how many of its agents have each. */
export const has = v.exactOptional(
  described(
    "Languages or licences, and how many agents have each: a share, or a number on each shift.",
    named("shares of agents by name, as in {spanish: 30%}", havers),
  ),
);
