import type { Measure } from "./measures.js";
import { Q, T } from "./sums.js";

type Term = Measure["numerator"];

function measure(name: string, unit: Measure["unit"], title: string, above: Term, below: Term): Measure {
  return { name, unit, title, numerator: above, denominator: below, of: "outbound" };
}

const each: Term = (sums) => sums[Q.occurrences];
const dials: Term = (sums) => sums[Q.dials];
const onPhone: Term = (sums) => sums[T.busySeconds] + sums[T.idleSeconds];

/** Figures of a queue whose leads are called. Those lost after an answer are its abandoned contacts. */
// biome-ignore format: a table, one measure a line
export const OUTBOUND_QUEUE_MEASURES: readonly Measure[] = [
  measure("leads", "count", "Leads", (sums) => sums[Q.leads], each),
  measure("leadsWorked", "count", "Leads worked", (sums) => sums[Q.leadsWorked], each),
  measure("dials", "count", "Dials", dials, each),
  measure("reached", "count", "Reached", (sums) => sums[Q.reached], each),
  measure("rightParties", "count", "Right parties", (sums) => sums[Q.rightParties], each),
  measure("appointments", "count", "Appointments", (sums) => sums[Q.appointments], each),
  measure("conversions", "count", "Conversions", (sums) => sums[Q.conversions], each),
  measure("refusals", "count", "Refusals", (sums) => sums[Q.refusals], each),
  measure("givenUp", "count", "Given up", (sums) => sums[Q.givenUp], each),
  measure("leadsOpen", "count", "Open at the end", (sums) => sums[Q.leadsOpen], each),
  measure("dialsPerHour", "count", "Dials an hour",
    (sums) => sums[Q.dials] * 3600, (sums) => sums[Q.callingSeconds]),
  measure("dialsPerConversion", "count", "Dials a conversion", dials, (sums) => sums[Q.conversions]),
  measure("reachedRate", "share", "Reached rate", (sums) => sums[Q.reached], dials),
  measure("appointmentDelay", "seconds", "Appointment delay",
    (sums) => sums[Q.appointmentDelaySeconds], (sums) => sums[Q.appointmentsDialed]),
  measure("conversionValue", "money", "Value of conversions", (sums) => sums[Q.conversionValue], each),
];

/** Figures of a team in a scenario in which leads are called. */
// biome-ignore format: a table, one measure a line
export const OUTBOUND_TEAM_MEASURES: readonly Measure[] = [
  measure("dialingShare", "share", "Preview and ringing", (sums) => sums[T.heldSeconds], onPhone),
  measure("handlingShare", "share", "Talk and wrap",
    (sums) => sums[T.busySeconds] - sums[T.heldSeconds], onPhone),
];
