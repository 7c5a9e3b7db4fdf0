/** What shifts a schedule may be made of, and the rules it keeps. */
export interface Schedule {
  readonly templates: readonly ShiftTemplate[];
  /** By team, in the order of the scenario's teams: which templates it works, and its most heads. */
  readonly teams: readonly ScheduledTeam[];
  readonly contracts: readonly ScheduleContract[];
  /** Least time between the end of an agent's shift and the start of the next. */
  readonly restSeconds: number;
  /** Most days in a row. */
  readonly daysOn: number;
  /** Least days off a week, and whether they stand together. */
  readonly daysOff: number;
  readonly daysOffTogether: boolean;
  /** Of so many weekends at least so many are off; absent: any may be worked. */
  readonly weekends?: { readonly off: number; readonly of: number };
  /** By how much an agent's starts may differ within a week. */
  readonly startsWithinSeconds: number;
  readonly premiums: Premiums;
  /** Hours of the night, seconds after midnight; an end past midnight is above 86,400. */
  readonly nightHours: { readonly fromClockSeconds: number; readonly toClockSeconds: number };
  /** What an agent hour that is missing, or not needed, costs, as a multiple of an hour's pay. */
  readonly price: { readonly under: number; readonly over: number };
}

/** A kind of shift: when it may start, how long it is, where its breaks may lie. */
export interface ShiftTemplate {
  readonly name: string;
  /** Monday to Sunday: may it start on such a day. On a holiday only `holiday` decides. */
  readonly weekdays: readonly boolean[];
  readonly holiday: boolean;
  /** Seconds after midnight, ascending. */
  readonly startClockSeconds: readonly number[];
  readonly lengthSeconds: number;
  /** In order; no window begins before the one before has ended. */
  readonly breaks: readonly BreakWindow[];
  readonly premiumShare: number;
  /** Name of a contract. */
  readonly contract: string;
}

/** A break that begins and ends within a window after the shift's start. */
export interface BreakWindow {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly lengthSeconds: number;
  readonly paid: boolean;
}

/** What a team may work. */
export interface ScheduledTeam {
  readonly team: string;
  readonly templates: readonly string[];
  readonly most?: number;
}

/** Hours a week, and which part of a team's heads has them at most and at least. */
export interface ScheduleContract {
  readonly name: string;
  readonly weekHours: number;
  readonly mostShare: number;
  readonly leastShare: number;
}

/** What is paid above the hourly pay, as a share; where several apply the highest is paid. */
export interface Premiums {
  readonly night: number;
  readonly sat: number;
  readonly sun: number;
  readonly holiday: number;
}
