import * as v from "valibot";
import { nearest } from "../../kit/nearest.js";
import { CHANNELS, type Channel } from "../channel.js";
import type { DistributionInput } from "./distribution.js";
import { choice, share, whole } from "./leaf.js";
import { described, isMap, leaf, listed, oneOf, type Reader, shown, strict } from "./shape.js";
import { timeSpan } from "./time-span.js";

/** What people call a channel that is spelt otherwise here. */
const ALSO: Readonly<Record<string, Channel>> = {
  call: "phone",
  calls: "phone",
  voice: "phone",
  telephone: "phone",
  mail: "email",
  form: "web",
  desk: "visit",
};
const NOT_SIMULATED = ["sms", "video"];
const ALL: readonly Channel[] = [...CHANNELS, "outbound"];

/** By which way a queue's contacts come. */
export const channel: Reader<Channel> = leaf({ enum: [...CHANNELS] }, (found) => {
  const known = CHANNELS.find((one) => one === found);
  if (known) return { value: known };
  if (typeof found === "string" && NOT_SIMULATED.includes(found.toLowerCase())) {
    return { problem: `${found} is not in this version; expected ${listed(ALL, "or")}` };
  }
  const word = typeof found === "string" ? found.toLowerCase() : "";
  const near = Object.hasOwn(ALSO, word) ? ALSO[word] : nearest(word, ALL);
  const hint = near ? `did you mean ${near}?` : `expected ${listed(ALL, "or")}`;
  return { problem: `found ${shown(found)}; ${hint}` };
});

/** In which hours a queue's waits count. */
export const waitHours: Reader<"open" | "clock"> = described(
  "open: waits count in opening hours only; default clock, at all times.",
  choice(["open", "clock"]),
);

/** A backlog as a file says it. */
export interface BacklogInput {
  readonly contacts: number;
  readonly age?: DistributionInput;
}

const MOST_WAITING = 1e7;
const contacts = whole("contacts", { least: 0, most: MOST_WAITING });
const backlogNumber: Reader<BacklogInput> = v.pipe(
  contacts,
  v.transform((number) => ({ contacts: number })),
);
const backlogTerms: Reader<BacklogInput> = strict("a backlog", {
  contacts: described("How many.", contacts),
  age: v.exactOptional(timeSpan("How long each has waited by then; default not at all.")),
});
const backlog: Reader<BacklogInput> = oneOf<BacklogInput>([backlogNumber, backlogTerms], (found) =>
  isMap(found) ? backlogTerms : backlogNumber,
);

/** Keys of a queue that belong to some channels only. */
export const channelKeys = {
  backlog: v.exactOptional(
    described(
      "Deferred channels: contacts that wait at the start, 120 or {contacts: 120, age: 6h}.",
      backlog,
    ),
  ),
  seats: v.exactOptional(
    described(
      "Visits: places to wait; who finds none goes away. Default no limit.",
      whole("seats", { least: 0, most: 1e6 }),
    ),
  ),
  concurrency: v.exactOptional(
    described("Chats: most that an agent holds at once; default 1.", whole("chats", { least: 1, most: 100 })),
  ),
  slowdown: v.exactOptional(
    described(
      "Chats: how much longer one takes for each other the agent holds; default 0%.",
      share("a share"),
    ),
  ),
} as const;
