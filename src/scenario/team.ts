import type { Distribution } from "../random/distribution.js";
import type { Contract, DayPremiums } from "./money.js";
import type { Learning, Licence, Pressure, Tenure, Training } from "./people.js";
import type { Quality } from "./quality.js";

/** Agents with the same skills, hours and terms. */
export interface Team {
  readonly name: string;
  readonly skills: readonly Skill[];
  readonly staffing: Staffing;
  /** Currency units an hour; absent: the team costs nothing and its cost prints as a dash. */
  readonly pay?: number;
  /** Factor on the pay of overtime hours; absent: 1. */
  readonly overtimeFactor?: number;
  /** Beside a shift's premium; absent: none. */
  readonly premiums?: DayPremiums;
  /** Instead of pay. */
  readonly contract?: Contract;
  /** Chance that an agent misses a shift. */
  readonly absenceShare: number;
  readonly lateness?: Distribution;
  readonly offPhone?: { readonly share: number; readonly blockSeconds: number };
  readonly quota?: Quota;
  /** Languages and licences, in file order. */
  readonly has?: readonly Has[];
  /** Absent: all have been there for ever. */
  readonly tenure?: Tenure;
  readonly learning?: Learning;
  readonly training?: Training;
  readonly quality?: Quality;
}

/** That some agents of a team have a language or a licence: a share, 0..1, or so many of each shift. */
export type Has =
  | { readonly name: string; readonly share: number }
  | { readonly name: string; readonly agents: number };

/** That a team serves a queue, how gladly and how fast. */
export interface Skill {
  readonly queue: string;
  /** 1 is served first. */
  readonly preference: number;
  /** Handle time is divided by it. */
  readonly speed: number;
  /** Taken only while so many agents of the team are free. Default 1. */
  readonly whenFree?: number;
  /** Absent: every agent of the team may serve it. */
  readonly licence?: Licence;
}

/** What an agent is to reach in a shift; every part that is present must hold. */
export interface Quota {
  /** Contacts a shift. */
  readonly contacts?: number;
  /** Share of contacts handled (talk + hold + wrap) within a time. */
  readonly handled?: { readonly share: number; readonly withinSeconds: number };
  /** What agents do who are behind the number of contacts; absent: nothing else. */
  readonly pressure?: Pressure;
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
