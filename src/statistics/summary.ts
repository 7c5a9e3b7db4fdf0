import type { ControlName } from "./controls.js";

/**
 * A figure over replications: an estimate and its 95 % confidence interval. All three are NaN where nothing
 * was observed; `low` and `high` are NaN where one replication gives no interval. Shares are 0..1, times
 * seconds, money in the scenario's currency.
 */
export interface Figure {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Figures by the measure's name (see measures.ts), in the table's order. */
export type Figures = Readonly<Record<string, Figure>>;

/** Whether a target holds; `undecided` where the interval of a figure straddles its bound. */
export type Verdict = "met" | "missed" | "undecided" | "none";

/** A queue over the whole period. */
export interface QueueSummary {
  readonly name: string;
  readonly figures: Figures;
  /** All six variants of service level by name, at the queue's threshold. */
  readonly serviceLevels: Figures;
  /** p50, p80, p90, p95, p99 of the wait of answered contacts. */
  readonly waitPercentiles: Figures;
  readonly longestWaitSeconds: number;
  /** Whether the whole target is met; `undecided` where an interval straddles a bound. */
  readonly target: Verdict;
}

/** A team's agents on one shift, over the whole period. */
export interface ShiftSummary {
  readonly team: string;
  /** `undefined` for a team without shifts. */
  readonly shift: string | undefined;
  readonly figures: Figures;
  readonly quota: QuotaSummary | undefined;
}

/** How often agent-shifts met their quota, and which quota nine in ten meet. */
export interface QuotaSummary {
  /** Agent-shifts measured, all replications together. */
  readonly agentShifts: number;
  /** Share of agent-shifts that met the count, the handle-time part, and all of it; NaN where not asked. */
  readonly contactsMet: number;
  readonly handledMet: number;
  readonly met: number;
  /** Contacts that nine agent-shifts in ten reach. */
  readonly contactsNineInTen: number;
  /** Share within the quota's time that nine agent-shifts in ten reach; NaN where the quota sets no time. */
  readonly handledNineInTen: number;
}

/** A team over the whole period. */
export interface TeamSummary {
  readonly name: string;
  readonly figures: Figures;
  readonly shifts: readonly ShiftSummary[];
  readonly quota: QuotaSummary | undefined;
}

/** The figures of one interval, by queue and by team. */
export interface IntervalSummary {
  /** Index into `scenario.calendar.intervals`, or for the weekday table `weekday * stepsPerDay + step`. */
  readonly index: number;
  /** ISO start with offset, or for the weekday table `mon 06:00`. */
  readonly start: string;
  readonly queues: readonly Figures[];
  readonly teams: readonly Figures[];
}

/** What control variates were worth; see controls.ts. */
export interface ControlSummary {
  /** Those that some figures are adjusted by. */
  readonly names: readonly ControlName[];
  /** The path of the figure that the next is about. */
  readonly measure: string;
  /**
   * So many replications would give it as narrow an interval without them, should its spread be as it is;
   * Infinity above a million, NaN where it has no interval.
   */
  readonly replicationsWithout: number;
}

/** How a precision that was asked for was reached. */
export interface PrecisionSummary {
  /** The path of the figure. */
  readonly measure: string;
  /** Half the width of its 95 % interval: as asked for, and as it is; NaN where it has none. */
  readonly halfWidth: number;
  readonly reachedHalfWidth: number;
  /** Whether it is as narrow as asked, and the replications that were allowed. */
  readonly isReached: boolean;
  readonly most: number;
}

/** All figures of some replications of one scenario. */
export interface Summary {
  readonly version: string;
  readonly scenario: { readonly name: string; readonly hash: string };
  readonly seed: string;
  readonly replications: number;
  readonly queues: readonly QueueSummary[];
  readonly teams: readonly TeamSummary[];
  readonly intervals: readonly IntervalSummary[];
  readonly weekdayIntervals: readonly IntervalSummary[];
  readonly total: Figures;
  readonly contacts: number;
  readonly events: number;
  /** Absent where all figures are as observed. */
  readonly controls?: ControlSummary;
  /** Absent where a number of replications was asked for. */
  readonly precision?: PrecisionSummary;
}
