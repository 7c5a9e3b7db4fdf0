/** The names of a trace's events. */
export type TraceEvent =
  | "arrives"
  | "waits"
  | "answered"
  | "ends"
  | "interrupted"
  | "resumes"
  | "abandons"
  | "blocked"
  | "closed"
  | "unserved"
  | "redials"
  | "overflows"
  | "routed"
  | "transfers"
  | "escalates"
  | "complains"
  | "handsOver"
  | "repeats"
  | "solved"
  | "sells"
  | "saves"
  | "treatedBadly"
  | "balks"
  | "backlog"
  | "logsOn"
  | "logsOff"
  | "breakStarts"
  | "breakEnds"
  | "trains"
  | "previews"
  | "dials"
  | "noAnswer"
  | "wrongParty"
  | "appoints"
  | "converts"
  | "refuses"
  | "givesUp"
  | "hurries"
  | "selfServes"
  | "contained"
  | "hears"
  | "asksCallback"
  | "callbackDue"
  | "callsBack"
  | "notReached"
  | "unreached";

/**
 * Told of everything that happens, in order. Seconds count from the simulation's start; contacts from 1, a
 * redial keeping its number; queue, team and agent are indices; -1 where the event has none.
 */
export type Trace = (
  seconds: number,
  event: TraceEvent,
  contact: number,
  queue: number,
  team: number,
  agent: number,
) => void;
