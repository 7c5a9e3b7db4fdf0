import * as v from "valibot";
import { parseDuration } from "../../kit/duration.js";
import type { Parsed } from "../../kit/parsed.js";
import { duration, flag, parseShare, share, text, whole } from "./leaf.js";
import { described, leaf, type Reader, shown, strict } from "./shape.js";

/** Hours in a duration. */
const weekHours: Reader<number> = v.pipe(
  duration({ positive: true }),
  v.transform((seconds) => seconds / 3600),
);

/** A week's hours: turns agent hours into heads and full-time equivalents. */
export const contracts = strict("contracts", {
  fullTime: v.exactOptional(described("A full week; default 40h.", weekHours), () => "40h"),
  partTime: v.exactOptional(
    strict("partTime", {
      share: v.exactOptional(described("Part of the heads that work part time.", share("a share")), () => 0),
      hours: v.exactOptional(described("Their week; default 20h.", weekHours), () => "20h"),
    }),
  ),
});

const halfWidth: Reader<number> = leaf(
  { type: ["string", "number"], examples: ["1%", "2s"] },
  (found): Parsed<number> => {
    const parsed =
      typeof found === "string" && !found.includes("%")
        ? parseDuration(found)
        : parseShare(found, "a half width");
    if ("problem" in parsed) {
      return { problem: `found ${shown(found)}; expected a half width such as 1%, 2s or 0.5` };
    }
    if (parsed.value > 0) return parsed;
    return { problem: `found ${shown(found)}; expected a half width above zero` };
  },
);

/** How often and from which seed. */
export const run = strict("run", {
  replications: v.exactOptional(
    described(
      "Independent runs; with precision, the fewest.",
      whole("replications", { least: 1, most: 1e6 }),
    ),
    () => 20,
  ),
  seed: v.exactOptional(described("Any text.", text("a seed")), () => "callsim"),
  precision: v.exactOptional(
    described(
      "Run until an interval is narrow enough.",
      strict("precision", {
        measure: described(
          "As in expect: claims.serviceLevel.",
          text("a measure such as claims.serviceLevel"),
        ),
        halfWidth: described("Of its 95 % interval.", halfWidth),
        most: v.exactOptional(
          described("Most replications.", whole("replications", { least: 2, most: 1e6 })),
          () => 400,
        ),
      }),
    ),
  ),
  controlVariates: v.exactOptional(
    described(
      "Whether what is known of arrivals, handle times and absence narrows the intervals; default true.",
      flag,
    ),
    () => true,
  ),
});
