import * as v from "valibot";
import { nearest } from "../../kit/nearest.js";
import { arrivals } from "./arrivals.js";
import { channel, channelKeys, waitHours } from "./channel.js";
import { queueCustomers } from "./customers.js";
import { type DistributionInput, distribution } from "./distribution.js";
import { announce, callback, grows, selfService } from "./door.js";
import { duration, flag, share, whole } from "./leaf.js";
import { queueMoney } from "./money.js";
import { type OutboundQueueInput, outboundQueue } from "./outbound.js";
import { outcomes } from "./outcomes.js";
import { queueRouting } from "./routing-terms.js";
import { described, isMap, leaf, listed, oneOf, type Reader, shown, strict } from "./shape.js";
import { type SplitQueueInput, splitQueue } from "./split.js";
import { timeSpan } from "./time-span.js";

const handleParts = v.pipe(
  strict(
    "handle",
    {
      talk: v.exactOptional(timeSpan("Speaking with the caller.")),
      hold: v.exactOptional(timeSpan("Caller waits while the agent works.")),
      wrap: v.exactOptional(timeSpan("After-call work.")),
      grows: v.exactOptional(described("Talk grows with the wait before it.", grows)),
    },
    Object.fromEntries(
      ["constant", "exponential", "lognormal", "gamma", "weibull", "erlang", "uniform", "empirical"].map(
        (kind) => [
          kind,
          `${kind} stands one step too high; write talk: {${kind}: ...}, and wrap: for after-call work`,
        ],
      ),
    ),
  ),
  v.check(
    (input) => Object.keys(input).length > 0,
    "found an empty map; expected talk, hold or wrap, as in {talk: 4m}",
  ),
);

const handle: Reader<v.InferOutput<typeof handleParts>> = oneOf([handleParts], (found) => {
  if (isMap(found)) return handleParts;
  if (typeof found === "string")
    return `found ${shown(found)}; say which part takes it: {talk: ${found}} or {talk: ${found}, wrap: 30s}`;
  return `found ${shown(found)}; expected talk, hold or wrap, as in {talk: 4m, wrap: 30s}`;
});

const never: Reader<"never"> = leaf({ const: "never" }, () => ({ value: "never" as const }));
const patience: Reader<"never" | DistributionInput> = oneOf<"never" | DistributionInput>(
  [never, v.lazy(() => distribution)],
  (found) => {
    if (found === "never") return never;
    const meantNever = typeof found === "string" && nearest(found, ["never"]) !== undefined;
    return meantNever ? `found ${shown(found)}; did you mean never?` : distribution;
  },
);

const VARIANTS = ["ignore-short", "abandoned-miss", "abandoned-hit", "answered-only"] as const;
const UNDER = ["ignore-under", "credit-under"] as const;

/** How hang-ups count in service level. */
export interface CountingInput {
  readonly counting: (typeof VARIANTS)[number] | (typeof UNDER)[number];
  readonly underSeconds?: number;
}

const countingWord: Reader<CountingInput> = leaf({ enum: [...VARIANTS] }, (found) => {
  const known = VARIANTS.find((word) => word === found);
  if (known) return { value: { counting: known } };
  const under = UNDER.find((word) => word === found);
  if (under) return { problem: `${under} needs its time, as in {${under}: 5s}` };
  const near = typeof found === "string" ? nearest(found, [...VARIANTS, ...UNDER]) : undefined;
  const expected = `expected ${listed(VARIANTS)}, {ignore-under: 5s} or {credit-under: 5s}`;
  return { problem: `found ${shown(found)}; ${near ? `did you mean ${near}?` : expected}` };
});

const countingUnder = (key: (typeof UNDER)[number], help: string): Reader<CountingInput> =>
  v.pipe(
    strict("counting", { [key]: described(help, duration({ positive: true })) }),
    v.transform((input) => ({ counting: key, underSeconds: input[key]! })),
  );
const ignoreUnder = countingUnder("ignore-under", "Hang-ups before this are left out.");
const creditUnder = countingUnder("credit-under", "Hang-ups before this count as answered in time.");

const counting: Reader<CountingInput> = oneOf([countingWord, ignoreUnder, creditUnder], (found) => {
  if (!isMap(found)) return countingWord;
  if ("credit-under" in found) return creditUnder;
  if ("ignore-under" in found || Object.keys(found).length === 0) return ignoreUnder;
  return `found ${shown(found)}; expected {ignore-under: 5s} or {credit-under: 5s}`;
});

const target = strict("a target", {
  answered: v.exactOptional(described("Least service level.", share("a service level"))),
  within: v.exactOptional(
    described(
      "The service level's threshold; default 20s, 24h on deferred channels.",
      duration({ positive: true }),
    ),
  ),
  hours: v.exactOptional(waitHours),
  counting: v.exactOptional(described("How hang-ups count; default ignore-short.", counting)),
  abandoned: v.exactOptional(described("Greatest share of hang-ups.", share("a share"))),
  asa: v.exactOptional(described("Longest average speed of answer.", duration({ positive: true }))),
  occupancy: v.exactOptional(described("Highest occupancy of the teams.", share("an occupancy"))),
  days: v.exactOptional(
    described(
      "Share of days on which all of this must hold, such as 90%; in the mean of all days where silent.",
      share("a share of days", { above: true }),
    ),
  ),
});

const redial = strict("redial", {
  chance: described("Chance of trying again after a hang-up or busy signal.", share("a chance")),
  after: timeSpan("How much later."),
  attempts: v.exactOptional(
    described("Most redials of a caller.", whole("attempts", { least: 1, most: 1e6 })),
  ),
});

/** What contacts that come wait in: its arrivals, handle time, patience and target. */
export const inboundQueue = strict("a queue", {
  channel: v.exactOptional(described("How contacts come; default phone.", channel), () => "phone"),
  arrivals: described("How many contacts come, and when.", arrivals),
  handle: described("Talk, hold and wrap times.", handle),
  patience: v.exactOptional(
    described("How long a caller waits; default never hangs up.", patience),
    () => "never",
  ),
  lines: v.exactOptional(
    described(
      "Most contacts of this queue at once; past it a busy signal.",
      whole("lines", { least: 1, most: 1e9 }),
    ),
  ),
  redial: v.exactOptional(described("Callers who try again.", redial)),
  after: v.exactOptional(described("What comes of an answered contact.", outcomes)),
  ...channelKeys,
  selfService: v.exactOptional(
    described("A step before the queue: voice response, a web page.", selfService),
  ),
  announce: v.exactOptional(described("Who has to wait hears how long.", announce)),
  callback: v.exactOptional(described("Who has to wait long may be called back.", callback)),
  priority: v.exactOptional(
    described(
      "Smaller is served first under contact: priority.",
      whole("a priority", { least: 1, most: 1e6 }),
    ),
    () => 1,
  ),
  ...queueRouting,
  target: v.exactOptional(described("What must hold, and how service level is counted.", target)),
  countBlocked: v.exactOptional(described("Whether blocked contacts count as offered.", flag), () => false),
  customers: v.exactOptional(described("What is different for its customers.", queueCustomers)),
  ...queueMoney,
});

/** A queue of contacts that come, as the schema leaves it, defaults filled in. */
export type QueueInput = v.InferOutput<typeof inboundQueue>;

/** Whoever gives leads or a dialer means an outbound queue, however the channel is spelt. */
function isOutbound(found: Record<string, unknown>): boolean {
  return found["channel"] === "outbound" || "leads" in found || "dialer" in found;
}

/** A queue of any kind. */
export type AnyQueueInput = QueueInput | OutboundQueueInput | SplitQueueInput;

/** What contacts wait in, what a dialer works on, or what splits contacts among others. */
export const queue: Reader<AnyQueueInput> = oneOf<AnyQueueInput>(
  [inboundQueue, outboundQueue, splitQueue],
  (found) => {
    if (!isMap(found)) return inboundQueue;
    if (isOutbound(found)) return outboundQueue;
    return "split" in found ? splitQueue : inboundQueue;
  },
);
