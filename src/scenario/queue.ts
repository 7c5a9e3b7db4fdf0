import type { Distribution } from "../random/distribution.js";
import type { Arrivals } from "./arrivals.js";
import type { Channel } from "./channel.js";
import type { QueueCustomers } from "./customers.js";
import type { Announcement, Callback, HandleGrowth, SelfService } from "./door.js";
import type { Outbound } from "./outbound.js";
import type { Outcomes } from "./outcomes.js";
import type { Split } from "./split.js";

/** What contacts wait in and are reported by. */
export interface Queue {
  readonly name: string;
  readonly channel: Channel;
  readonly arrivals: Arrivals;
  /** At least one of the three, none where contacts go on at once; a missing part takes no time. */
  readonly handle: {
    readonly talk?: Distribution;
    readonly hold?: Distribution;
    readonly wrap?: Distribution;
  };
  /** How talk grows with the wait before it; absent: not at all. */
  readonly handleGrowth?: HandleGrowth;
  /** A step before the queue; absent: contacts come to it at once. */
  readonly selfService?: SelfService;
  /** Absent: nobody is told how long the wait will be. */
  readonly announce?: Announcement;
  readonly callback?: Callback;
  /** Absent: callers never hang up. */
  readonly patience?: Distribution;
  /** Most contacts of this queue waiting or in service; past it a busy signal. */
  readonly lines?: number;
  readonly redial?: Redial;
  /** What comes of an answered contact; absent: nothing. */
  readonly after?: Outcomes;
  /** Of a deferred channel: contacts that wait when counted time starts. */
  readonly backlog?: Backlog;
  /** Of visits: places to wait; who finds no free agent and no seat goes away. */
  readonly seats?: number;
  /** Of chats, where more than 1: most contacts of this queue that an agent may hold at once. */
  readonly concurrency?: number;
  /**
   * By how much each further contact in the agent's hands slows one down: with n of them it takes
   * 1 + slowdown * (n - 1) times as long. Absent: not at all.
   */
  readonly slowdown?: number;
  /** A smaller number is served first when `routing.contact` is `priority`. Default 1. */
  readonly priority: number;
  /**
   * With `routing.contact` `priority`: so long a wait is worth one step of priority. Absent: it never rises.
   */
  readonly risesSeconds?: number;
  /** With `routing.contact` `ratio`: the share of those waiting that this queue is to have. Default 1. */
  readonly ratio?: number;
  /** Names of `Team.has`, all of which an agent must have. */
  readonly needs?: readonly string[];
  /** A contact in hand is put down when one of a queue without this finds no free agent. */
  readonly interruptible?: true;
  /** Of channel outbound: whom it calls, and how. No contacts come to it by themselves. */
  readonly outbound?: Outbound;
  /** Contacts go on at once to other queues: nobody waits in this one, or takes a contact of it. */
  readonly split?: Split;
  readonly target?: Target;
  /** How service level is counted, with or without a target. Default 20 s, ignore-short. */
  readonly serviceLevel: ServiceLevelRule;
  /** Whether blocked contacts count as offered. */
  readonly countBlocked: boolean;
  /** Absent: nobody asks what becomes of customers. */
  readonly customers?: QueueCustomers;
  /** Revenue of a contact answered, in the scenario's currency. */
  readonly value?: number;
}

/** Contacts that wait when counted time starts. */
export interface Backlog {
  readonly contacts: number;
  /** How long each has waited by then, counted in the hours of the queue's waits; absent: not at all. */
  readonly age?: Distribution;
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
  /** Waits count while the centre is open only; absent: at all times. */
  readonly hours?: "open";
}

/** Every part that is present must hold: in the mean of all days, or on `daysShare` of them. */
export interface Target {
  /** Least service level, 0..1, counted as `serviceLevel` says. */
  readonly answeredShare?: number;
  /** Greatest abandon rate, 0..1. */
  readonly abandonedShare?: number;
  /** Longest average speed of answer. */
  readonly asaSeconds?: number;
  /** Highest occupancy, 0..1, of the teams that serve the queue. */
  readonly occupancyShare?: number;
  /**
   * Share of days, 0..1, on which all parts together must hold; a day on which nobody comes does not count.
   * Beside at least one of the parts.
   */
  readonly daysShare?: number;
}
