import * as v from "valibot";
import { openingHours } from "./calendar.js";
import { choice, clock, number, share, text, whole } from "./leaf.js";
import { queueRouting } from "./routing-terms.js";
import { described, isMap, leaf, list, oneOf, type Reader, shown, strict } from "./shape.js";
import { timeSpan } from "./time-span.js";

const MOST_LEADS = 1e9;
const chance = share("a chance");

const answersSpan = v.pipe(
  strict("a span of answers", {
    from: described("From this time of day", clock),
    to: described("until this one", clock),
    chance: described("a dial is answered by so many.", chance),
  }),
  v.check((input) => input.to > input.from, "the span ends before it begins; one past midnight is two"),
);
const answersSpans = list("spans, each with from, to and chance", answersSpan);
const answersTable = strict("answers", {
  table: described("CSV: time,chance, perhaps with weekday or date.", text("a CSV file")),
});

/** The chance of an answer: the same at all times, by time of day, or from a table. */
export type AnswersInput =
  | number
  | readonly v.InferOutput<typeof answersSpan>[]
  | v.InferOutput<typeof answersTable>;

const answers: Reader<AnswersInput> = oneOf<AnswersInput>([chance, answersSpans, answersTable], (found) => {
  if (Array.isArray(found)) return found.length > 0 ? answersSpans : "found an empty list; expected spans";
  return isMap(found) ? answersTable : chance;
});

const appointment = strict("an appointment", {
  chance: described("Chance that the right person asks to be called again.", chance),
  after: timeSpan("How much later that call is promised for."),
  answers: v.exactOptional(described("Chance of an answer then; default 100%.", chance), () => 1),
  converts: described("Chance that the person agrees then.", chance),
});

const leads = strict("leads", {
  count: v.exactOptional(
    described("On the list at the start.", whole("leads", { least: 0, most: MOST_LEADS })),
    () => 0,
  ),
  perDay: v.exactOptional(
    described("New ones on each day of calling.", whole("leads", { least: 0, most: MOST_LEADS })),
    () => 0,
  ),
  attempts: v.exactOptional(
    described("Most dials of a lead; default 3.", whole("attempts", { least: 1, most: 100 })),
    () => 3,
  ),
  retry: v.exactOptional(
    timeSpan("How much later who was not reached is dialed again; default 4h."),
    () => "4h",
  ),
  answers: described("Chance that a dial is answered, perhaps by time of day.", answers),
  rightParty: v.exactOptional(
    described("Chance that the person wanted answers; default 100%.", chance),
    () => 1,
  ),
  converts: v.exactOptional(described("Chance that the person agrees; default 0%.", chance), () => 0),
  value: v.exactOptional(
    described("What one who agrees is worth.", number("a value", { least: 0, most: 1e12 })),
  ),
  appointment: v.exactOptional(described("A promised call at a later time.", appointment)),
  hours: v.exactOptional(
    described("When leads are called; default whenever the centre is open.", openingHours),
  ),
});

const dialer = strict(
  "a dialer",
  {
    mode: described("Who dials when.", choice(["preview", "progressive", "predictive"])),
    preview: v.exactOptional(timeSpan("How long the agent looks at a lead first.")),
    ringing: v.exactOptional(timeSpan("How long it rings; default 20s."), () => "20s"),
    most: v.exactOptional(
      described("Greatest share of answered calls without an agent; default 3%.", share("a share")),
    ),
  },
  {
    lines: "the lines of a dialer are those of its queue: write lines: 40 beside dialer",
    whenFree: "whenFree is a term of a team's skill: write it there, as in skills: {sales: {whenFree: 2}}",
  },
);

const wrongParty = strict("wrongParty", { talk: timeSpan("Until the call is over.") });

const handle = strict("handle", {
  talk: timeSpan("Speaking with the right person."),
  hold: v.exactOptional(timeSpan("The person waits while the agent works.")),
  wrap: v.exactOptional(timeSpan("After-call work.")),
  wrongParty: v.exactOptional(described("A call that somebody else answers.", wrongParty)),
});

const channel: Reader<"outbound"> = leaf({ const: "outbound" }, (found) =>
  found === "outbound"
    ? { value: "outbound" as const }
    : { problem: `found ${shown(found)}; expected outbound` },
);

// A call that was made is not put down for another.
const { interruptible: _, ...outboundRouting } = queueRouting;

const called = (key: string) => ({
  [key]: `${key} does not go with channel: outbound, where the centre calls; expected leads and dialer`,
});

/** What a dialer works on: its leads, the way of dialing, and how long a call takes. */
export const outboundQueue = strict(
  "an outbound queue",
  {
    channel: described("outbound: the centre calls.", channel),
    leads: described("Who is to be called, how often, and what comes of it.", leads),
    dialer: described("How leads are dialed.", dialer),
    handle: described("Talk, hold and wrap times.", handle),
    lines: v.exactOptional(
      described("Most calls at once, those that ring included.", whole("lines", { least: 1, most: 1e9 })),
    ),
    priority: v.exactOptional(
      described(
        "Smaller is served first under contact: priority.",
        whole("a priority", { least: 1, most: 1e6 }),
      ),
      () => 1,
    ),
    ...outboundRouting,
  },
  { ...called("arrivals"), ...called("patience"), ...called("redial"), ...called("target") },
);

/** An outbound queue as the schema leaves it, defaults filled in. */
export type OutboundQueueInput = v.InferOutput<typeof outboundQueue>;
