import * as v from "valibot";
import { amount } from "./amount.js";
import { duration, number, share, text, whole } from "./leaf.js";
import { described, isMap, list, oneOf, type Reader, strict } from "./shape.js";
import { timeSpan } from "./time-span.js";

const to = described("The queue that they go on to.", text("the name of a queue"));
const chance = described("How many of the answered contacts.", share("a chance"));
const warm = v.exactOptional(
  timeSpan("Warm: the agent stays until the other answers, and both talk for so long."),
);
const attempts = (help: string) =>
  v.exactOptional(described(help, whole("attempts", { least: 1, most: 1e6 })));

const pass = strict("a transfer", { to, chance, warm });
const escalation = strict("escalate", { to, chance, warm });
const passList = list("transfers, each with to and chance", pass);
// One transfer need not stand in a list.
const onePass: Reader<v.InferOutput<typeof pass>[]> = v.pipe(
  pass,
  v.transform((one) => [one]),
);
const transfers: Reader<v.InferOutput<typeof pass>[]> = oneOf<v.InferOutput<typeof pass>[]>(
  [passList, onePass],
  (found) => {
    if (Array.isArray(found) && found.length === 0) return "found an empty list; expected transfers";
    return isMap(found) ? onePass : passList;
  },
);

const complaint = strict("complaint", {
  to,
  chance,
  warm,
  solved: described("Chance that one contact with those in charge solves it.", share("a chance")),
  again: timeSpan("How much later an unsolved one comes again."),
  attempts: attempts("How often one complaint comes again at most."),
});

const handover = strict("handover", {
  after: described(
    "The longest talk and hold with the agent; then it ends there.",
    duration({ positive: true }),
  ),
  to,
});

const repeat = strict("repeat", {
  chance: described("How many of the contacts that were not passed on.", share("a chance")),
  after: timeSpan("How much later the customer calls again."),
  attempts: attempts("Most repeats of a customer."),
});

const deal = (what: string) =>
  strict(what, {
    chance: described("How many of the contacts that were not passed on.", share("a chance")),
    value: described("What each is worth, in currency.", amount),
    bonus: v.exactOptional(
      described(
        "What the agent gets for each, in currency.",
        number("a bonus", { least: 0, most: 1e9, notPercent: "a share of the value is a commission" }),
      ),
    ),
    commission: v.exactOptional(described("What the agent gets of the value.", share("a share"))),
  });

/** What comes of an answered contact. */
export const outcomes = v.pipe(
  strict("after", {
    transfer: v.exactOptional(described("Callers who go on to another queue.", transfers)),
    escalate: v.exactOptional(
      described("What exceeds the agent's powers goes to another queue.", escalation),
    ),
    complaint: v.exactOptional(described("Complaints, passed on and tracked until solved.", complaint)),
    handover: v.exactOptional(
      described("Contacts that take too long: another queue does what is left.", handover),
    ),
    repeat: v.exactOptional(described("Not resolved: the customer calls the same queue again.", repeat)),
    sale: v.exactOptional(described("A sale on the contact.", deal("sale"))),
    save: v.exactOptional(described("A cancelling customer is kept.", deal("save"))),
  }),
  v.check(
    (input) => Object.keys(input).length > 0,
    "found an empty map; expected transfer, escalate, complaint, handover, repeat, sale or save",
  ),
);

/** Outcomes as the schema leaves them. */
export type OutcomesInput = v.InferOutput<typeof outcomes>;
