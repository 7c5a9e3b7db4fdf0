import type { Growth } from "./growth.js";
import type { Hiring } from "./hiring.js";
import type { Queue } from "./queue.js";
import type { Schedule } from "./schedule.js";
import type { Team } from "./team.js";

/**
 * A checked scenario: plain data, complete, every default filled in, every table read, every clock time
 * resolved to seconds. It is the only thing that crosses a thread or a network.
 *
 * The time axis of all `...Seconds` positions below is real elapsed seconds since the simulation starts,
 * which is `calendar.warmupSeconds` before local midnight of the first counted date. Days before it have
 * negative positions.
 */
export interface Scenario {
  readonly format: 1;
  readonly name: string;
  readonly about: string;
  /** First 16 hexadecimal digits of SHA-256 over the checked scenario without this field. */
  readonly hash: string;
  readonly sources: readonly { readonly path: string; readonly text: string }[];
  readonly currency: string;
  readonly calendar: Calendar;
  readonly queues: readonly Queue[];
  readonly teams: readonly Team[];
  readonly shifts: readonly Shift[];
  readonly routing: Routing;
  /** Most contacts, of all queues together, waiting or in service. */
  readonly lines?: number;
  /** Coefficient of variation of a day's gamma factor (mean 1) common to all queues. */
  readonly busynessCv?: number;
  /** Customers of the firm, of whom no more can leave; absent: as many as may be. */
  readonly customerCount?: number;
  readonly contracts: Contracts;
  readonly run: RunPlan;
  /** Promises as written; judged by `callsim check`. */
  readonly expect: readonly string[];
  /**
   * Names of the file's cases, in file order. A case is applied before checking, so it needs no place here.
   */
  readonly cases: readonly string[];
  readonly growth?: Growth;
  /** Shifts that may be worked, for `callsim schedule`. */
  readonly schedule?: Schedule;
  /** Whom to hire when, for `callsim hire`. */
  readonly hiring?: Hiring;
}

/** Days, intervals and opening hours in elapsed seconds. */
export interface Calendar {
  readonly timezone: string;
  /** Version of the time-zone data the days were resolved with (process.versions.tz). */
  readonly timezoneData: string;
  readonly intervalSeconds: 900 | 1800 | 3600;
  readonly warmupSeconds: number;
  /** Simulation ends here: the end of the last counted day. */
  readonly horizonSeconds: number;
  /**
   * Local dates in order: the date on which the simulation starts less one (night shifts reach in), to the
   * last.
   */
  readonly days: readonly CalendarDay[];
  /** The counted reporting intervals, in order, without gaps, from `warmupSeconds` to `horizonSeconds`. */
  readonly intervals: readonly Interval[];
  /**
   * Stretches of time in which the centre is open, merged, ascending; may reach before 0 and past the
   * horizon.
   */
  readonly open: readonly { readonly fromSeconds: number; readonly toSeconds: number }[];
  /** Monday to Sunday: does the centre open on such a day, holidays aside. */
  readonly openWeekdays: readonly boolean[];
}

/** A local date and where it lies on the time axis. */
export interface CalendarDay {
  /** `2026-03-02`. */
  readonly date: string;
  /** Monday 0 to Sunday 6. */
  readonly weekday: number;
  readonly holiday: boolean;
  /** Position of local midnight. */
  readonly startSeconds: number;
  /** 86,400 but for days on which clocks change. */
  readonly lengthSeconds: number;
  /**
   * On a day when clocks change: at this clock time (seconds after midnight) they jump by so much, forward
   * positive.
   */
  readonly clockChange?: { readonly atClockSeconds: number; readonly bySeconds: number };
}

/** A step of reporting and staffing. */
export interface Interval {
  readonly startSeconds: number;
  readonly lengthSeconds: number;
  /** With offset: `2026-03-02T06:00:00-05:00`. */
  readonly start: string;
  /** Index into `calendar.days`. */
  readonly day: number;
  /**
   * Local clock at the start, seconds after midnight; in the repeated hour of autumn two intervals share it.
   */
  readonly clockSeconds: number;
}

/** A span of paid work with its breaks. */
export interface Shift {
  readonly name: string;
  /** Monday to Sunday: does it start on such a day. On a holiday only `holiday` decides. */
  readonly weekdays: readonly boolean[];
  readonly holiday: boolean;
  /** Present: it starts on these local dates, whatever day of the week they are. */
  readonly dates?: readonly string[];
  readonly startClockSeconds: number;
  readonly lengthSeconds: number;
  readonly breaks: readonly Break[];
  /** Added to pay: 0.12 is 12 % more. */
  readonly premiumShare: number;
}

/** A pause of a shift, so long after its start. */
export interface Break {
  readonly afterSeconds: number;
  readonly lengthSeconds: number;
  readonly paid: boolean;
}

/** Which agent takes an arriving contact, which contact a freed agent takes. */
export interface Routing {
  readonly agent: "longest-idle" | "fewest-skills";
  readonly contact: "longest-waiting" | "priority" | "ratio";
  readonly overflow: readonly {
    readonly queue: string;
    readonly afterSeconds: number;
    readonly to: readonly string[];
  }[];
}

/** A week's hours, which turn agent hours into full-time equivalents and heads. */
export interface Contracts {
  readonly fullTimeHours: number;
  readonly partTimeShare: number;
  readonly partTimeHours: number;
}

/** How often the scenario is simulated, from which seed. */
export interface RunPlan {
  readonly seed: string;
  readonly replications: number;
  readonly precision?: { readonly measure: string; readonly halfWidth: number; readonly most: number };
  /** False: figures as observed, not adjusted by control variates. */
  readonly controlVariates?: false;
}
