/** A figure that promises and stopping rules may name. */
export interface NamedMeasure {
  readonly name: string;
  readonly unit: "share" | "seconds" | "count" | "hours" | "money";
}

function measures(unit: NamedMeasure["unit"], names: string): NamedMeasure[] {
  return names.split(" ").map((name) => ({ name, unit }));
}

const QUEUE_SUMS: readonly NamedMeasure[] = [
  ...measures("count", "offered answered abandoned blocked closed unserved waiting redialled overflowed"),
  ...measures("share", "serviceLevel abandonRate blockedRate"),
  ...measures("seconds", "asa meanWaitAbandoned aht talk hold wrap"),
];

/** Figures of a queue. */
export const QUEUE_MEASURES: readonly NamedMeasure[] = [
  ...QUEUE_SUMS,
  ...measures("seconds", "longestWait p50 p80 p90 p95 p99"),
];

/** Figures of a team. */
export const TEAM_MEASURES: readonly NamedMeasure[] = [
  ...measures("count", "answered contactsPerHour"),
  ...measures("share", "occupancy"),
  ...measures("count", "agentsOn agentsAvailable"),
  ...measures("share", "shrinkage adherence"),
  ...measures("hours", "paidHours overtimeHours"),
  ...measures("share", "overtimeShare"),
  ...measures("money", "cost costPerContact"),
];

/** Figures of all queues and teams together. */
export const TOTAL_MEASURES: readonly NamedMeasure[] = [
  ...QUEUE_SUMS,
  ...TEAM_MEASURES.filter((measure) => measure.name !== "answered"),
];
