import * as v from "valibot";
import { duration, share, text } from "./leaf.js";
import { described, strict } from "./shape.js";

/** What is done about the quality of a team's contacts. */
export const quality = v.pipe(
  strict("quality", {
    evaluated: v.exactOptional(
      described("Share of the contacts answered that is evaluated.", share("a share")),
    ),
    takes: v.exactOptional(described("Time to evaluate one contact.", duration({ positive: true }))),
    by: v.exactOptional(described("The team that evaluates.", text("a team"))),
    coaching: v.exactOptional(
      described(
        "Time of the team itself off the phone, at random moments, beside offPhone.",
        strict("coaching", {
          share: described("Part of paid time.", share("a share", { below: true })),
          block: described("Length of one block.", duration({ positive: true })),
        }),
      ),
    ),
    survey: v.exactOptional(
      described(
        "Surveys after the contact.",
        strict("a survey", {
          response: described("Share of the contacts answered whose customer answers.", share("a share")),
        }),
      ),
    ),
  }),
  v.check(
    (input) =>
      "evaluated" in input || "takes" in input || "by" in input || "coaching" in input || "survey" in input,
    "found an empty map; expected evaluated, coaching or survey, as in {survey: {response: 12%}}",
  ),
  v.check((input) => {
    const given = [input.evaluated, input.takes, input.by].filter((one) => one !== undefined);
    return given.length === 3 || given.length === 0;
  }, "evaluated, takes and by go together, as in {evaluated: 3%, takes: 15m, by: seniors}"),
);
