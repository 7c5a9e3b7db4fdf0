import * as v from "valibot";
import { date, duration, factor, share, text, whole } from "./leaf.js";
import { described, list, strict } from "./shape.js";
import { timeSpan } from "./time-span.js";

const hires = strict("a hire", {
  date: described("First day at work, not after the calendar's first.", date),
  agents: described("Agents hired that day.", whole("agents", { least: 1, most: 1e15 })),
  shift: v.exactOptional(
    described("The shift they work; needed where the team has several.", text("a shift")),
  ),
});

const curve = strict("a learning curve", {
  start: described("The factor of who begins today, 140% or 1.4.", factor("a factor")),
  half: described("Tenure in which half of the way to 100% is gone.", duration({ positive: true })),
});

const training = v.pipe(
  strict("training", {
    length: described("Tenure up to which agents are trained, off the phone.", duration()),
    nesting: v.exactOptional(
      described("Time after it in which agents on the phone are supervised.", duration({ positive: true })),
    ),
    supervisor: v.exactOptional(described("The team that supervises them.", text("a team"))),
    share: v.exactOptional(
      described("Of the rostered time of each agent supervised, what that team gives.", share("a share")),
    ),
    block: v.exactOptional(
      described("Length of one block of supervising; default 30m.", duration({ positive: true })),
    ),
  }),
  v.check((input) => {
    const given = [input.nesting, input.supervisor, input.share].filter((one) => one !== undefined);
    return given.length === 3 || (given.length === 0 && input.block === undefined);
  }, "nesting, supervisor and share go together, as in {nesting: 2w, supervisor: seniors, share: 10%}"),
);

/** When an agent may serve a queue. */
export const licence = strict("a licence", {
  after: described("Tenure at the first exam.", duration()),
  pass: v.exactOptional(described("Chance of passing an exam.", share("a chance")), () => 1),
  again: v.exactOptional(
    described(
      "Time to the next exam after a failed one; default: there is none.",
      duration({ positive: true }),
    ),
  ),
});

/** The keys of a team that speak of its people. */
export const peopleKeys = {
  tenure: v.exactOptional(timeSpan("How long agents have been there when the calendar starts.")),
  hired: v.exactOptional(described("Who was hired lately; the others long ago.", list("hires", hires))),
  learning: v.exactOptional(
    described(
      "What new agents are slower at.",
      v.pipe(
        strict("learning", {
          handle: v.exactOptional(described("Handle time is multiplied by it.", curve)),
          resolution: v.exactOptional(
            described("The share of matters resolved is multiplied by it; see after: repeat.", curve),
          ),
        }),
        v.check(
          (input) => "handle" in input || "resolution" in input,
          "found an empty map; expected handle, resolution or both, as in {handle: {start: 140%, half: 4w}}",
        ),
      ),
    ),
  ),
  training: v.exactOptional(described("The first weeks of a new agent.", training)),
};

/** What agents do who are behind the quota of contacts. */
export const pressure = v.pipe(
  strict("pressure", {
    wrap: v.exactOptional(described("After-call work is multiplied by it.", factor("a factor"))),
    repeat: v.exactOptional(
      described("The chance of a repeat is multiplied by it; see after: repeat.", factor("a factor")),
    ),
  }),
  v.check(
    (input) => "wrap" in input || "repeat" in input,
    "found an empty map; expected wrap, repeat or both, as in {wrap: 80%, repeat: 120%}",
  ),
);

/** A licence as the schema leaves it, defaults filled in. */
export type LicenceInput = v.InferOutput<typeof licence>;
