/** A plan of head counts: over which months or weeks, for which teams, with what at hand. */
export interface Hiring {
  readonly unit: "month" | "week";
  /** In order, without gaps. */
  readonly periods: readonly HiringPeriod[];
  readonly volume: HiringVolume;
  readonly teams: readonly HiredTeam[];
}

/** A month or a week of the plan. All months are a twelfth of a year of 365.25 days. */
export interface HiringPeriod {
  /** `2026-01`, or the week's first day. */
  readonly name: string;
  /** First local date. */
  readonly start: string;
  readonly weeks: number;
  /** Calendar year and its part that is gone in the middle of the period: 2026.042. */
  readonly middleYear: number;
  /** January 0 to December 11, of the period's middle. */
  readonly month: number;
}

/** How contacts differ from the scenario's as the plan goes on. */
export interface HiringVolume {
  /** A growth case of the scenario, of contacts. */
  readonly growth?: string;
  /** Relative change a year, compound, from the first period on; 0 where silent. */
  readonly yearlyChange: number;
  /** January to December, factors; 1 where silent. */
  readonly seasonality: readonly number[];
}

/** What is known of a team's people, and what may be done. */
export interface HiredTeam {
  readonly team: string;
  /** People at the start of the first period, those in training too. */
  readonly heads: number;
  /** Heads that shall be there when the last period ends; absent: any number. */
  readonly headsAtEnd?: number;
  /** Ascending; the last has no end. */
  readonly attrition: readonly AttritionBand[];
  /** Part of paid hours in which a head is on no roster: vacation and what else the scenario leaves out. */
  readonly vacationShare: number;
  /** Part of the heads that work part time. */
  readonly partTimeShare: number;
  /** Those that are fixed, ascending by period. */
  readonly classes: readonly HiringClass[];
  /** Those that may be chosen; absent: none. */
  readonly choose?: ClassChoice;
  readonly recruit: { readonly perHead: number; readonly perClass: number };
  readonly training: HiringTraining;
  readonly overtime?: { readonly mostShare: number; readonly premiumShare: number };
  /** `mostHours`: of a week. */
  readonly outsourcer?: { readonly perHour: number; readonly mostHours: number };
  /** Price of an hour below the need; absent: none is left that can be helped, whatever that costs. */
  readonly uncoveredPerHour?: number;
}

/** Who has been there for less than `untilSeconds` leaves at this pace. */
export interface AttritionBand {
  readonly untilSeconds: number;
  /** Of those there, the share that would be gone after a year. */
  readonly yearlyShare: number;
}

/** So many begin on the first day of a period. */
export interface HiringClass {
  /** Index into the plan's periods. */
  readonly period: number;
  readonly heads: number;
}

/** Which classes may be chosen: every so many periods from one on, none or within the sizes. */
export interface ClassChoice {
  readonly least: number;
  readonly most: number;
  readonly every: number;
  readonly firstPeriod: number;
}

/** What comes before and just after a new agent's first contact. */
export interface HiringTraining {
  /** Off the phone. */
  readonly lengthSeconds: number;
  /** Share of a class that passes its exam and stays, at the end of training. */
  readonly passShare: number;
  /** On the phone beside a senior, after it. */
  readonly nestingSeconds: number;
  /** Of the time of each who is nesting, what seniors of the same team give. */
  readonly seniorsShare: number;
}
