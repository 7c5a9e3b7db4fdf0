import * as v from "valibot";
import { arrivals } from "./arrivals.js";
import { channel } from "./channel.js";
import { choice, share, text } from "./leaf.js";
import { described, isMap, list, oneOf, type Reader, shown, strict } from "./shape.js";

/** Shares by name of the queue, in file order, or the names of the queues among which the delay decides. */
export type SplitInput =
  | { readonly shares: Readonly<Record<string, number>> }
  | { readonly by: "shortest-expected-delay"; readonly among: readonly string[] };

const byShares = strict("split", {
  shares: described(
    "Share of the contacts that goes to each queue, all together 100%.",
    v.record(v.string(), share("a share")),
  ),
});
const byDelay = strict("split", {
  by: described("To the queue with the shortest expected delay.", choice(["shortest-expected-delay"])),
  among: described("The queues; of equals the first.", list("names of queues", text("a queue"))),
});

const split: Reader<SplitInput> = oneOf<SplitInput>([byShares, byDelay], (found) => {
  if (!isMap(found)) {
    const example = "{shares: {north: 60%, south: 40%}}";
    return `found ${shown(found)}; expected how contacts are split, as in ${example}`;
  }
  if ("shares" in found && ("by" in found || "among" in found)) {
    return "found shares beside by or among; contacts go by shares or by expected delay, not both";
  }
  if ("shares" in found && !isMap(found["shares"])) {
    const example = "{north: 60%, south: 40%}";
    return `found shares: ${shown(found["shares"])}; expected a share by queue, as in ${example}`;
  }
  return "by" in found || "among" in found ? byDelay : byShares;
});

const elsewhere = [
  "handle",
  "patience",
  "lines",
  "redial",
  "after",
  "target",
  "priority",
  "rises",
  "ratio",
  "needs",
  "interruptible",
  "selfService",
  "announce",
  "callback",
  "backlog",
  "seats",
  "concurrency",
  "slowdown",
  "countBlocked",
  "customers",
  "value",
];

/** A queue in which nobody waits: its contacts go on at once to other queues. */
export const splitQueue = strict(
  "a queue that splits",
  {
    channel: v.exactOptional(described("How contacts come; default phone.", channel), () => "phone"),
    arrivals: described("How many contacts come, and when.", arrivals),
    split: described("To which queues they go at once.", split),
  },
  Object.fromEntries(
    elsewhere.map((key) => [
      key,
      `${key} does not go with split: nobody waits in this queue; say it of the queues it splits among`,
    ]),
  ),
);

/** A queue that splits, as the schema leaves it, defaults filled in. */
export type SplitQueueInput = v.InferOutput<typeof splitQueue>;
