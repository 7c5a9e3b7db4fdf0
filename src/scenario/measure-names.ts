import type { Mechanism } from "./mechanisms.js";

/** A figure that promises and stopping rules may name. */
export interface NamedMeasure {
  readonly name: string;
  readonly unit: "share" | "seconds" | "count" | "hours" | "money";
  /** Only scenarios that use this mechanism have it; absent: all have. */
  readonly of?: Mechanism;
}

function measures(unit: NamedMeasure["unit"], names: string, of?: Mechanism): NamedMeasure[] {
  return names.split(" ").map((name) => ({ name, unit, ...(of && { of }) }));
}

/** What both queues and teams have of what comes of their contacts. */
const DEALS: readonly NamedMeasure[] = [
  ...measures("count", "sales", "outcomes"),
  ...measures("money", "saleValue", "outcomes"),
  ...measures("count", "saves", "outcomes"),
  ...measures("money", "saveValue bonus", "outcomes"),
];

const QUEUE_SUMS: readonly NamedMeasure[] = [
  ...measures("count", "offered answered abandoned blocked closed unserved waiting redialled overflowed"),
  ...measures("count", "interrupted", "blending"),
  ...measures("share", "serviceLevel abandonRate blockedRate"),
  ...measures("share", "daysMet", "days-on-target"),
  ...measures("seconds", "asa meanWaitAbandoned aht talk hold wrap"),
  ...measures("count", "transferredOut escalated transferredIn repeats", "outcomes"),
  ...measures("count", "handedOver", "time-limit"),
  ...measures("share", "firstContactResolution", "outcomes"),
  ...measures("count", "complaints complaintsOpen", "outcomes"),
  ...measures("seconds", "timeToSolution handover", "outcomes"),
  ...DEALS,
  ...measures("count", "backlog", "deferred"),
  ...measures("count", "balked", "balking"),
  ...measures("share", "balkedRate", "balking"),
  ...measures("count", "routedIn routedOut", "routing-rules"),
  ...measures("count", "selfServed contained", "self-service"),
  ...measures("share", "containment", "self-service"),
  ...measures("count", "callbacks calledBack unreached", "callback"),
  ...measures("seconds", "callbackWait", "callback"),
  ...measures("count", "treatedBadly customersLost", "customers"),
  ...measures("share", "treatedBadlyRate", "customers"),
  ...measures("money", "valueLost", "customers"),
  ...measures("count", "leads leadsWorked dials reached rightParties appointments", "outbound"),
  ...measures("count", "conversions refusals givenUp leadsOpen", "outbound"),
  ...measures("count", "dialsPerHour dialsPerConversion", "outbound"),
  ...measures("share", "reachedRate", "outbound"),
  ...measures("seconds", "appointmentDelay", "outbound"),
  ...measures("money", "conversionValue", "outbound"),
  ...measures("money", "revenue revenueLost staffCost result", "money"),
];

/** Figures of a queue. */
export const QUEUE_MEASURES: readonly NamedMeasure[] = [
  ...QUEUE_SUMS,
  ...measures("seconds", "longestWait p50 p80 p90 p95 p99"),
];

/** Figures of a team; one that a queue has by the same name too is of the same mechanism. */
export const TEAM_MEASURES: readonly NamedMeasure[] = [
  ...measures("count", "answered contactsPerHour"),
  ...measures("share", "occupancy"),
  ...measures("count", "agentsOn agentsAvailable"),
  ...measures("share", "shrinkage adherence"),
  ...measures("hours", "paidHours overtimeHours"),
  ...measures("share", "overtimeShare"),
  ...measures("money", "cost costPerContact"),
  ...measures("hours", "trainingHours supervisingHours", "people"),
  ...measures("count", "licensed", "people"),
  ...measures("count", "pressured", "quota-pressure"),
  ...measures("count", "evaluated", "quality"),
  ...measures("hours", "evaluationHours", "quality"),
  ...measures("count", "surveys", "quality"),
  ...DEALS,
  ...measures("count", "contactsAtOnce", "chat"),
  ...measures("share", "dialingShare handlingShare", "outbound"),
  ...measures("money", "regularPay premiumPay overtimePay contractCost revenue result", "money"),
];

/** Figures of all queues and teams together; what both have is the queues'. */
export const TOTAL_MEASURES: readonly NamedMeasure[] = [
  ...QUEUE_SUMS,
  ...TEAM_MEASURES.filter(({ name }) => !QUEUE_SUMS.some((one) => one.name === name)),
];

/** Figures by whose they are. */
export const MEASURES: Readonly<Record<"queue" | "team" | "total", readonly NamedMeasure[]>> = {
  queue: QUEUE_MEASURES,
  team: TEAM_MEASURES,
  total: TOTAL_MEASURES,
};
