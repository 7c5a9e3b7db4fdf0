import type { Figure, Summary } from "../../statistics/summary.js";
import type { Guarantee } from "./guarantee-result.js";

/** The fewest agents, on the phone and available, that each interval needs of each team. */
export interface Requirement {
  readonly teams: readonly string[];
  readonly queues: readonly string[];
  readonly intervals: readonly RequiredInterval[];
  /** Agent hours needed over the counted days, by team. */
  readonly agentHours: readonly number[];
  /** Greatest number needed at one time, by team. */
  readonly peak: readonly number[];
  /** What simulating these agents gives. */
  readonly summary: Summary;
  /** Intervals and queues whose target no number of agents met; empty when all is well. */
  readonly unmet: readonly { readonly interval: number; readonly queue: string }[];
  /** Whole scenarios simulated, and replications behind the figures. */
  readonly evaluations: number;
  readonly replications: number;
  /**
   * Whether the numbers are of agents planned, of whom some are absent, rather than of those who are there:
   * so it is where a target is by day; `rostered` is then as planned too.
   */
  readonly countsAbsence?: boolean;
  /** Absent where it was not asked for, or not reached. */
  readonly guarantee?: Guarantee;
  /** Whether the search was stopped: more agents than needed, and nothing judged. */
  readonly interrupted?: boolean;
}

/** What one interval needs. */
export interface RequiredInterval {
  /** ISO start with offset. */
  readonly start: string;
  /** Needed, by team. */
  readonly agents: readonly number[];
  /**
   * What the scenario's own roster puts on the phone in the mean (breaks, absence and off-phone work taken
   * off), by team.
   */
  readonly rostered: readonly number[];
  /** Service level reached with `agents`, by queue. */
  readonly serviceLevels: readonly Figure[];
  /** Contacts offered, by queue. */
  readonly offered: readonly Figure[];
}
