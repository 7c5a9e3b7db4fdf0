import type { Figure, Summary } from "../../statistics/summary.js";
import type { Volume } from "./volumes.js";

/** Head counts month by month (or week by week), what they cost, and what service they reach. */
export interface HiringResult {
  /** The scenario as it stands. */
  readonly base: Summary;
  /** By period: contacts and handle times, and the work that both come to, as factors on the scenario's. */
  readonly volumes: readonly Volume[];
  readonly works: readonly number[];
  /** The plan of least cost first, then what it is compared with. */
  readonly plans: readonly HiringPlan[];
  /** Whole scenarios simulated, and replications of each. */
  readonly evaluations: number;
  readonly replications: number;
  /** Times the plan was sought: once, and again after each simulation that missed a target. */
  readonly rounds: number;
  /** Stopped: what had not been simulated has no service level. */
  readonly interrupted: boolean;
}

/**
 * `chosen`: at least cost; `replacing`: classes make good whom the team lost, and nothing more; `frozen`:
 * nobody is hired. All three use overtime and outsourcer as is best for them.
 */
export type PlanName = "chosen" | "replacing" | "frozen";

/** One way to hire. */
export interface HiringPlan {
  readonly name: PlanName;
  readonly teams: readonly TeamHiring[];
  /** By period. */
  readonly service: readonly PeriodService[];
  /** Over all periods and teams; what is uncovered costs nothing here. */
  readonly cost: number;
  /** Uncovered hours at their price, where they have one. */
  readonly penalty: number;
  /** No plan that leaves as little uncovered costs less, penalty and all. */
  readonly bound: number;
  /** First period whose target is missed, as simulated. */
  readonly missesFrom: number | undefined;
}

/** What simulating a period's mean week gave. */
export interface PeriodService {
  /** Of the queue nearest to missing its target; NaN where it was not simulated. */
  readonly serviceLevel: Figure;
  readonly queue: string;
  /** Whether every target of the plan's teams is met; undefined where it was not simulated. */
  readonly meets: boolean | undefined;
}

/** A team's course. */
export interface TeamHiring {
  readonly team: string;
  readonly periods: readonly TeamPeriod[];
  readonly cost: number;
}

/** A team in a period. Heads are people and expected values, means over the period; hours are of a week. */
export interface TeamPeriod {
  /** Heads who have learned all that the simulation asks for. */
  readonly need: number;
  /** What the heads on the phone are worth in such heads. */
  readonly productive: number;
  readonly heads: number;
  readonly headsAtEnd: number;
  readonly trainees: number;
  /** Gone during the period. */
  readonly leavers: number;
  /** Begin on the period's first day. */
  readonly hired: number;
  readonly overtimeHours: number;
  readonly outsourcedHours: number;
  /** These hours as heads who have learned all. */
  readonly overtimeHeads: number;
  readonly outsourcedHeads: number;
  /** Agent hours below the need. */
  readonly uncoveredHours: number;
  /**
   * Agents of the scenario's roster, overtime and outsourcer included; between two whole numbers both were
   * simulated.
   */
  readonly agents: number;
  readonly wages: number;
  /** Of the wages, those of heads in training. */
  readonly trainingWages: number;
  readonly recruiting: number;
  readonly overtimeCost: number;
  readonly outsourcerCost: number;
  /** All of these. */
  readonly cost: number;
}
