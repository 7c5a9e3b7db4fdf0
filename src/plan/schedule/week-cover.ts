/** A week of one team to be covered by shifts, in slots of time from its first midnight. */
export interface WeekCover {
  readonly slots: number;
  /** Agents on shift that each slot needs; parts of an agent too, where some of those on shift are absent. */
  readonly need: Float64Array;
  /** Agents on shift in each slot already: night shifts of the week before. */
  readonly given: Float64Array;
  /** Whether shifts that pass the end cover the beginning, as if the week before were the same. */
  readonly wraps: boolean;
  readonly days: number;
  readonly kinds: readonly ShiftKind[];
  /** Most heads, in all; Infinity where there is no limit. */
  readonly most: number;
  /** By group of kinds: at most and at least such a share of the heads. */
  readonly shares: readonly {
    readonly kinds: readonly number[];
    readonly most: number;
    readonly least: number;
  }[];
  /** Days that are a weekend's, and the share of heads that may work on any of them. */
  readonly weekend?: { readonly days: number; readonly mostShare: number };
  /** By slot, what a missing agent costs; and in any slot, what an agent too many does. */
  readonly underCosts: Float64Array;
  readonly overCost: number;
}

/** Shifts alike in all but their start: those of one template. */
export interface ShiftKind {
  readonly slots: number;
  readonly breaks: readonly { readonly from: number; readonly to: number; readonly slots: number }[];
  /** Days of work of an agent, as bits; see `dayPatterns`. */
  readonly patterns: readonly number[];
  /** By day, in the order of the clock: the slot each start lies in; undefined on days it cannot start on. */
  readonly starts: readonly (readonly number[] | undefined)[];
  /** By day and start, what the shift costs. */
  readonly costs: readonly (readonly number[] | undefined)[];
  /** Starts, as ranges of indices, within which an agent stays for the week. */
  readonly bands: readonly { readonly first: number; readonly last: number }[];
}

/** So many agents of a kind who start within a band and work on the same days. */
export interface Tour {
  readonly kind: number;
  readonly band: number;
  readonly pattern: number;
  readonly agents: number;
}

/** How a week is covered: tours, and for each kind and day how many start when and take which break when. */
export interface WeekPlan {
  readonly tours: readonly Tour[];
  /** By kind, band, day and start of the band: agents. */
  readonly starts: readonly (readonly (readonly (readonly number[])[])[])[];
  /** By kind, break and day: the slot of each break, ascending, one for each agent at work. */
  readonly breaks: readonly (readonly (readonly (readonly number[])[])[])[];
}

/** An agent's week: by day the start (its index, and its slot) and the breaks, in slots after the start. */
export interface AgentWeek {
  readonly kind: number;
  readonly band: number;
  readonly pattern: number;
  readonly days: readonly (
    | { readonly start: number; readonly slot: number; readonly breaks: number[] }
    | undefined
  )[];
}
