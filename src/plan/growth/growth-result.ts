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
  /** What is expected; of a distribution of the rate, the median of its paths. */
  readonly years: readonly GrowthYear[];
  /** First year in which today's agents miss a target; undefined when they never do. */
  readonly breaksIn: number | undefined;
  /** The economy of scale in a sentence: `+36 % contacts need +31 % agents.` */
  readonly finding: string;
  /** Where growth itself is uncertain: how far the years may lie from what is expected. */
  readonly range?: GrowthRange;
  /** Where several numbers of centres are asked for: what each comes to in the last year. */
  readonly poolCurve?: readonly PoolPoint[];
  /** Where people leave, learn or are trained: by year, as `years`. */
  readonly people?: readonly PeopleYear[];
  /** True where it was stopped: what is here is right, and not all. */
  readonly interrupted?: true;
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

/** From the least to the most. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** How far the years of a case may lie from what is expected. */
export interface GrowthRange {
  /** `levels`: the file's low and high. `distribution`: 5 % and 95 % of the paths of the yearly rate. */
  readonly kind: "levels" | "distribution";
  /** Paths followed; undefined of levels. */
  readonly paths: number | undefined;
  /** As the case's years. */
  readonly years: readonly GrowthRangeYear[];
  /**
   * First year in which today's agents miss a target if things go fast: with the file's high, or on 5 % of
   * the paths; undefined where not even then.
   */
  readonly breaksEarliest: number | undefined;
  /** If things go slowly: with the file's low, or by when on 95 % of the paths; undefined where never. */
  readonly breaksLatest: number | undefined;
}

/** A year's range. */
export interface GrowthRangeYear {
  readonly year: number;
  readonly contacts: Span;
  readonly agents: Span;
  readonly fullTimeEquivalents: Span;
  readonly heads: Span;
  readonly cost: Span;
  /** Share of the paths on which today's agents have missed a target by then; undefined of levels. */
  readonly brokenShare: number | undefined;
}

/** So many centres as one, in the last year of the case. */
export interface PoolPoint {
  readonly centres: number;
  readonly contacts: number;
  /** Fewest agents of the one centre; NaN where none were found. */
  readonly agents: number;
  readonly agentsPerCentre: number;
  /** Agents that so many centres need apart. */
  readonly agentsApart: number;
  readonly fullTimeEquivalents: number;
  readonly heads: number;
  readonly cost: number;
  readonly serviceLevel: Figure;
}

/** What a year asks for because people leave, are trained and learn. */
export interface PeopleYear {
  readonly year: number;
  /** People who leave in the year and are to be replaced; NaN where nothing tells how many leave. */
  readonly leavers: number;
  /** People to hire in the year: leavers, and what the heads grow by; never below 0. */
  readonly hires: number;
  /** Of them in training on average: hires times the length of training over a year. */
  readonly inTraining: number;
  /** Fewest agents if all were trained, experienced and licensed; undefined of jobs. */
  readonly agentsExperienced: number | undefined;
  /** Heads for the agents needed beyond those; undefined of jobs. */
  readonly headsMore: number | undefined;
  /** Agents more than these because of each; they add up to the agents needed. Empty of jobs. */
  readonly more: readonly {
    readonly because: "training" | "learning" | "licences";
    readonly agents: number;
  }[];
}
