/** A figure that promises and stopping rules may name. */
export interface Measure {
  readonly name: string;
  readonly unit: "share" | "seconds" | "count" | "hours" | "money";
}

const contactCounts = [
  "offered",
  "answered",
  "abandoned",
  "blocked",
  "closed",
  "unserved",
  "waiting",
  "redialled",
];

function measures(unit: Measure["unit"], names: readonly string[]): Measure[] {
  return names.map((name) => ({ name, unit }));
}

/** Figures of a queue. */
export const QUEUE_MEASURES: readonly Measure[] = [
  ...measures("count", [...contactCounts, "overflowed"]),
  ...measures("share", ["serviceLevel", "abandonRate"]),
  ...measures("seconds", ["asa", "aht", "longestWait", "p50", "p80", "p90", "p95", "p99"]),
];

/** Figures of a team. */
export const TEAM_MEASURES: readonly Measure[] = [
  ...measures("share", ["occupancy", "shrinkage", "adherence"]),
  ...measures("hours", ["paidHours", "overtimeHours"]),
  ...measures("count", ["answered", "contactsPerHour"]),
  ...measures("money", ["cost", "costPerContact"]),
];

/** Figures of all queues and teams together. */
export const TOTAL_MEASURES: readonly Measure[] = [
  ...measures("count", [...contactCounts, "overflowed", "contactsPerHour"]),
  ...measures("share", ["serviceLevel", "abandonRate", "occupancy", "shrinkage", "adherence"]),
  ...measures("seconds", ["asa", "aht"]),
  ...measures("hours", ["paidHours", "overtimeHours"]),
  ...measures("money", ["cost", "costPerContact"]),
];
