import type { Figure, Summary } from "../../statistics/summary.js";

/** What the scenario's growth cases do to it, year by year. */
export interface GrowthResult {
  readonly baseYear: number;
  /**
   * Agents on the scenario's own roster (or in its constant or table numbers at their highest), all teams.
   */
  readonly agentsToday: number;
  /** Today's scenario as it stands. */
  readonly today: Summary;
  readonly cases: readonly GrowthCaseResult[];
  /** Whole scenarios simulated, and replications of each. */
  readonly evaluations: number;
  readonly replications: number;
}

/** What a growth case comes to. */
export interface GrowthCaseResult {
  readonly name: string;
  readonly of: "jobs" | "volume";
  readonly source: string;
  /**
   * One plain sentence on what the case assumes: `contacts +36 % by 2026 (D0), 30 % of them to self-service,
   * ...`.
   */
  readonly assumption: string;
  readonly years: readonly GrowthYear[];
  /** First year in which today's agents miss a target; undefined when they never do. */
  readonly breaksIn: number | undefined;
  /** The economy of scale in a sentence: `+36 % contacts need +31 % agents.` */
  readonly finding: string;
}

/** A year of a growth case; counts, hours and money are over the scenario's counted days. */
export interface GrowthYear {
  readonly year: number;
  /**
   * Contacts offered over the counted days: what the case expects (`of: volume`), or what the staff can carry
   * (`of: jobs`).
   */
  readonly contacts: number;
  /**
   * Agents on the roster: the fewest that keep every target (`of: volume`), or the jobs there are (`of:
   * jobs`).
   */
  readonly agents: number;
  /** Agents needed were the `pool` centres kept apart; undefined without pooling. */
  readonly agentsApart: number | undefined;
  /** Paid hours of a week over a full-timer's hours: shrinkage and breaks are in it. */
  readonly fullTimeEquivalents: number;
  /** People, when a share of them works part time. */
  readonly heads: number;
  /** Over the counted days; NaN where a team has no pay. */
  readonly cost: number;
  /** Service level of the queue nearest to missing its target, with `agents`, and with today's agents. */
  readonly serviceLevel: Figure;
  readonly serviceLevelNoHire: Figure;
  /** Whether today's agents still meet every target. */
  readonly noHireMeets: boolean;
  /** False when no number of agents (volume) or no volume (jobs) was found to meet the targets. */
  readonly found: boolean;
}
