import type { Mechanism } from "../scenario/mechanisms.js";
import type { Measure } from "./measures.js";
import { Q, type T } from "./sums.js";

type Term = Measure["numerator"];

const each: Term = (sums) => sums[Q.occurrences];
const handled: Term = (sums) => sums[Q.answered] + sums[Q.calledBack];

function measure(
  name: string,
  unit: Measure["unit"],
  title: string,
  numerator: Term,
  denominator: Term,
  of: Mechanism = "outcomes",
): Measure {
  return { name, unit, title, numerator, denominator, of };
}

/** Figures of where the contacts of a queue went and came from. */
// biome-ignore format: a table, one measure a line
export const OUTCOME_MEASURES: readonly Measure[] = [
  measure("transferredOut", "count", "Transferred out", (sums) => sums[Q.transferredOut], each),
  measure("escalated", "count", "Escalated", (sums) => sums[Q.escalated], each),
  measure("handedOver", "count", "Handed over", (sums) => sums[Q.handedOver], each, "time-limit"),
  measure("transferredIn", "count", "From other queues", (sums) => sums[Q.transferredIn], each),
  measure("repeats", "count", "Repeats", (sums) => sums[Q.repeats], each),
  measure("firstContactResolution", "share", "First contact resolution",
    (sums) => sums[Q.resolvedFirst], (sums) => sums[Q.firstContacts]),
  measure("complaints", "count", "Complaints", (sums) => sums[Q.complaints], each),
  measure("complaintsOpen", "count", "Complaints open at the end",
    (sums) => sums[Q.complaints] - sums[Q.complaintsSolved], each),
  measure("timeToSolution", "seconds", "Time to solution",
    (sums) => sums[Q.complaintSeconds], (sums) => sums[Q.complaintsSolved]),
  measure("handover", "seconds", "Handover", (sums) => sums[Q.handoverSeconds], handled),
];

/** What comes of contacts in money, of a queue or of a team. */
// biome-ignore format: a table, one measure a line
export function dealMeasures(at: typeof Q | typeof T): Measure[] {
  const occurrences: Term = (sums) => sums[at.occurrences];
  return [
    measure("sales", "count", "Sales", (sums) => sums[at.sales], occurrences),
    measure("saleValue", "money", "Value of sales", (sums) => sums[at.saleValue], occurrences),
    measure("saves", "count", "Customers kept", (sums) => sums[at.saves], occurrences),
    measure("saveValue", "money", "Value kept", (sums) => sums[at.saveValue], occurrences),
    measure("bonus", "money", "Bonus", (sums) => sums[at.bonus], occurrences),
  ];
}
