import type { Distribution } from "../random/distribution.js";
import type { Arrivals } from "./arrivals.js";
import type { Growth } from "./growth.js";

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
  readonly contracts: Contracts;
  readonly run: RunPlan;
  /** Promises as written; judged by `callsim check`. */
  readonly expect: readonly string[];
  /**
   * Names of the file's cases, in file order. A case is applied before checking, so it needs no place here.
   */
  readonly cases: readonly string[];
  readonly growth?: Growth;
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

/** What contacts wait in and are reported by. */
export interface Queue {
  readonly name: string;
  readonly channel: "phone";
  readonly arrivals: Arrivals;
  /** At least one of the three; a missing part takes no time. */
  readonly handle: {
    readonly talk?: Distribution;
    readonly hold?: Distribution;
    readonly wrap?: Distribution;
  };
  /** Absent: callers never hang up. */
  readonly patience?: Distribution;
  /** Most contacts of this queue waiting or in service; past it a busy signal. */
  readonly lines?: number;
  readonly redial?: Redial;
  /** A smaller number is served first when `routing.contact` is `priority`. Default 1. */
  readonly priority: number;
  readonly target?: Target;
  /** How service level is counted, with or without a target. Default 20 s, ignore-short. */
  readonly serviceLevel: ServiceLevelRule;
  /** Whether blocked contacts count as offered. */
  readonly countBlocked: boolean;
}

/** When those who hung up, or met a busy signal, try again. */
export interface Redial {
  /** Chance, after a hang-up or a busy signal, of trying again. */
  readonly chance: number;
  readonly after: Distribution;
  /** Most redials of one caller; absent: as often as chance has it. */
  readonly attempts?: number;
}

/** The six ways of counting service level; formulas in service-level.ts. */
export type ServiceLevelVariant =
  | "ignore-short"
  | "abandoned-miss"
  | "abandoned-hit"
  | "answered-only"
  | "ignore-under"
  | "credit-under";

/** How a queue's service level is counted. */
export interface ServiceLevelRule {
  readonly withinSeconds: number;
  readonly counting: ServiceLevelVariant;
  /**
   * The s of `ignore-under` and `credit-under`; for the other variants the default 5, used only to report
   * those two.
   */
  readonly underSeconds: number;
}

/** Every part that is present must hold. */
export interface Target {
  /** Least service level, 0..1, counted as `serviceLevel` says. */
  readonly answeredShare?: number;
  /** Greatest abandon rate, 0..1. */
  readonly abandonedShare?: number;
  /** Longest average speed of answer. */
  readonly asaSeconds?: number;
  /** Highest occupancy, 0..1, of the teams that serve the queue. */
  readonly occupancyShare?: number;
}

/** Agents with the same skills, hours and terms. */
export interface Team {
  readonly name: string;
  readonly skills: readonly Skill[];
  readonly staffing: Staffing;
  /** Currency units an hour; absent: the team costs nothing and its cost prints as a dash. */
  readonly pay?: number;
  /** Chance that an agent misses a shift. */
  readonly absenceShare: number;
  readonly lateness?: Distribution;
  readonly offPhone?: { readonly share: number; readonly blockSeconds: number };
  readonly quota?: Quota;
}

/** That a team serves a queue, how gladly and how fast. */
export interface Skill {
  readonly queue: string;
  /** 1 is served first. */
  readonly preference: number;
  /** Handle time is divided by it. */
  readonly speed: number;
}

/** What an agent is to reach in a shift; every part that is present must hold. */
export interface Quota {
  /** Contacts a shift. */
  readonly contacts?: number;
  /** Share of contacts handled (talk + hold + wrap) within a time. */
  readonly handled?: { readonly share: number; readonly withinSeconds: number };
}

/** How many agents of a team are there when. */
export type Staffing =
  /** Present whenever the centre is open; an open stretch, cut at local midnight, is a shift. */
  | { readonly kind: "constant"; readonly agents: number }
  | {
      readonly kind: "roster";
      readonly shifts: readonly { readonly shift: string; readonly agents: number }[];
    }
  /** Agents by stretch of time, ascending, not overlapping; where none says anything, nobody. */
  | {
      readonly kind: "table";
      readonly steps: readonly {
        readonly fromSeconds: number;
        readonly toSeconds: number;
        readonly agents: number;
      }[];
    };

/** A span of paid work with its breaks. */
export interface Shift {
  readonly name: string;
  /** Monday to Sunday: does it start on such a day. On a holiday only `holiday` decides. */
  readonly weekdays: readonly boolean[];
  readonly holiday: boolean;
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
  readonly agent: "longest-idle";
  readonly contact: "longest-waiting" | "priority";
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
