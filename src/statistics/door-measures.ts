import type { Mechanism } from "../scenario/mechanisms.js";
import type { Measure } from "./measures.js";
import { Q } from "./sums.js";

type Term = Measure["numerator"];

const each: Term = (sums) => sums[Q.occurrences];

function count(name: string, title: string, numerator: Term, of: Mechanism): Measure {
  return { name, unit: "count", title, numerator, denominator: each, of };
}

/** Figures of what contacts meet before an agent takes them. */
export const DOOR_MEASURES: readonly Measure[] = [
  count("routedIn", "Came by a split", (sums) => sums[Q.routedIn], "routing-rules"),
  count("routedOut", "Went on to other queues", (sums) => sums[Q.routedOut], "routing-rules"),
  count("selfServed", "Tried self-service", (sums) => sums[Q.selfServed], "self-service"),
  count("contained", "Contained", (sums) => sums[Q.contained], "self-service"),
  {
    name: "containment",
    unit: "share",
    title: "Containment",
    numerator: (sums) => sums[Q.contained],
    denominator: (sums) => sums[Q.selfServed],
    of: "self-service",
  },
  count("callbacks", "Callbacks", (sums) => sums[Q.callbacks], "callback"),
  count("calledBack", "Called back", (sums) => sums[Q.calledBack], "callback"),
  count("unreached", "Unreached", (sums) => sums[Q.unreached], "callback"),
  {
    name: "callbackWait",
    unit: "seconds",
    title: "Wait for the callback",
    numerator: (sums) => sums[Q.callbackWaitSeconds],
    denominator: (sums) => sums[Q.calledBack],
    of: "callback",
  },
];
