import * as v from "valibot";
import { change, choice, duration, flag, number, share, whole } from "./leaf.js";
import { described, isMap, list, oneOf, type Reader, shown, strict } from "./shape.js";
import { timeSpan } from "./time-span.js";

/** A step before the queue. */
export const selfService = strict("selfService", {
  time: timeSpan("How long the step takes."),
  contains: described("Share of those who try it whose matter is settled there.", share("a share")),
  harder: v.exactOptional(
    described("Handle times of the others are so much longer; default 0%.", change("a change")),
    () => 0,
  ),
  reaches: v.exactOptional(
    described("Share of contacts that try it; default 100%.", share("a share")),
    () => 1,
  ),
  always: v.exactOptional(
    described("Whether it works while the centre is closed; default false.", flag),
    () => false,
  ),
});

const over = (help: string) => v.exactOptional(described(help, duration()), () => "0s");

/** From some expected wait on, such a share leaves. */
export interface LeaveStep {
  readonly over: number;
  readonly share: number;
}

const leaveShare: Reader<readonly LeaveStep[]> = v.pipe(
  share("a share"),
  v.transform((one) => [{ over: 0, share: one }]),
);
const leaveSteps: Reader<readonly LeaveStep[]> = v.pipe(
  list(
    "steps, each with over and share",
    strict("a step of leave", {
      over: described("Of those who expect to wait longer,", duration()),
      share: described("this share leaves.", share("a share")),
    }),
  ),
  v.minLength(1, "found an empty list; expected steps, each with over and share"),
);
const leave: Reader<readonly LeaveStep[]> = oneOf([leaveShare, leaveSteps], (found) => {
  if (!isMap(found)) return Array.isArray(found) ? leaveSteps : leaveShare;
  return `found ${shown(found)}; put it into brackets, [{over: 1m, share: 10%}]`;
});

/** The announcement of the expected wait. */
export const announce = strict("announce", {
  over: over("Told to those who expect to wait longer; default 0s, to all who have to wait."),
  leave: v.exactOptional(
    described("Share that leaves at once: one share, or steps that rise with the wait.", leave),
  ),
  patience: v.exactOptional(
    described(
      "Patience of those who stay is multiplied by it; default 1.",
      number("a factor on patience", { above: 0, most: 1000 }),
    ),
  ),
});

const inLine: Reader<"line"> = choice(["line"]);
const later = strict("keep", {
  after: described("Called so much later, in opening hours.", duration({ positive: true })),
});
/** Whether the place in the line is kept, or how much later the call is due. */
const keep: Reader<"line" | { after: number }> = oneOf<"line" | { after: number }>(
  [inLine, later],
  (found) => (isMap(found) ? later : inLine),
);

/** The offer to be called back. */
export const callback = strict("callback", {
  over: over("Offered to those who expect to wait longer; default 0s, to all who have to wait."),
  accept: described("Share that accepts.", share("a share")),
  keep: v.exactOptional(
    described("line: keeps its place in the line (default); or {after: 1h}: called so much later.", keep),
    () => "line" as const,
  ),
  reach: v.exactOptional(
    described("Chance that a call reaches the customer; default 100%.", share("a chance")),
    () => 1,
  ),
  attempts: v.exactOptional(
    described("Most calls to one customer; default 3.", whole("attempts", { least: 1, most: 100 })),
    () => 3,
  ),
  retry: v.exactOptional(
    described("Time until the next call where nobody answered; default 30m.", duration({ positive: true })),
    () => "30m",
  ),
  dial: v.exactOptional(
    described("Time an agent spends on each call until somebody answers, or not; default 0s.", duration()),
    () => "0s",
  ),
});

/** Talk that grows with the wait before it. */
export const grows = strict("grows", {
  per: described("For each such time that the caller waited,", duration({ positive: true })),
  by: described("talk is so much longer;", share("a share")),
  most: v.exactOptional(described("but no more than this; default without limit.", share("a share"))),
});
