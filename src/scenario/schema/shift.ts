import * as v from "valibot";
import { days } from "./days.js";
import { clock, date, duration, flag, share } from "./leaf.js";
import { described, list, strict } from "./shape.js";

const rest = strict("a break", {
  after: described("How long after the shift's start.", duration({ positive: true })),
  length: described("How long.", duration({ positive: true })),
  paid: v.exactOptional(described("Default true.", flag), () => true),
});

/** A span of paid work with its breaks; may cross midnight. */
export const shift = strict(
  "a shift",
  {
    days: v.exactOptional(
      described("Days it starts on; a holiday only by holiday or daily.", days),
      () => "daily",
    ),
    dates: v.exactOptional(described("Dates it starts on, instead of days.", list("dates", date))),
    start: described("Local clock time.", clock),
    length: described("How long it lasts, at most 24h.", duration({ positive: true })),
    breaks: v.exactOptional(described("In order.", list("breaks", rest))),
    premium: v.exactOptional(described("Added to pay.", share("a premium")), () => 0),
  },
  {
    end: "a shift has a length: write length: 8h30m",
    ...Object.fromEntries(
      ["mon", "tue", "wed", "thu", "fri", "sat", "sun", "holiday"].map((day) => [
        day,
        `${day} is not a key of a shift; inside braces several days stand in quotes, as in days: "sat,sun"`,
      ]),
    ),
  },
);

/** A shift as the schema leaves it, defaults filled in. */
export type ShiftInput = v.InferOutput<typeof shift>;
