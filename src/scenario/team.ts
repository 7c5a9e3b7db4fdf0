import type { Distribution } from "../random/distribution.js";

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
