import type { Summary } from "../../statistics/summary.js";
import type { Requirement } from "../requirement/requirement-result.js";

/** Shifts that cover the requirement, and how good they are. */
export interface ScheduleResult {
  readonly requirement: Requirement;
  /** The requirement after what simulation asked for more; agents on the phone, by team and interval. */
  readonly needed: readonly (readonly number[])[];
  /** By team and interval, how many times the price of a missing agent counts; 1 unless a target failed. */
  readonly priceTimes: readonly (readonly number[])[];
  readonly teams: readonly TeamSchedule[];
  /** What simulating the schedule gives. */
  readonly summary: Summary;
  /** Intervals and queues whose target the simulated schedule misses. */
  readonly missed: readonly { readonly interval: number; readonly queue: string }[];
  /** How often shifts were sought; after the first time because simulation missed a target. */
  readonly rounds: number;
  /** Whole scenarios simulated to judge schedules; those of the requirement are its own. */
  readonly evaluations: number;
  /** Whether it was stopped before all rounds were done; what there was is here. */
  readonly interrupted: boolean;
}

/** The schedule of one team. */
export interface TeamSchedule {
  readonly team: string;
  readonly lines: readonly AgentLine[];
  /** Agents on the phone by interval, in the mean: absence and off-phone work taken off. */
  readonly present: readonly number[];
  readonly paidHours: number;
  /** Hours of agents that are missing, and above the requirement. */
  readonly underHours: number;
  readonly overHours: number;
  /** Pay with premiums, in currency; hours where the team has no pay. */
  readonly wages: number;
  /** Wages, and what missing agents and those too many are priced at. */
  readonly cost: number;
  /** Below which no such cost can be; 0 where nothing better was proved. */
  readonly bound: number;
  /** Heads by contract, in the order of the schedule's contracts. */
  readonly heads: readonly number[];
}

/** One agent's shifts over the calendar. */
export interface AgentLine {
  /** `billing 1`. */
  readonly name: string;
  readonly contract: string;
  /** In order of time. */
  readonly shifts: readonly LineShift[];
}

/** A shift of a line. */
export interface LineShift {
  readonly template: string;
  /** Index into `calendar.days`. */
  readonly day: number;
  readonly startClockSeconds: number;
  readonly startSeconds: number;
  readonly lengthSeconds: number;
  readonly paidHours: number;
  /** Paid above the pay by the schedule's premiums, and besides by the team's own; means over its hours. */
  readonly premiumShare: number;
  readonly teamPremiumShare: number;
  readonly breaks: readonly {
    readonly afterSeconds: number;
    readonly lengthSeconds: number;
    readonly paid: boolean;
  }[];
}
