/**
 * The kinds of event. The number is the rank: of events at one instant the smaller kind happens first, among
 * equal kinds the one added first, among arrivals the one of the queue named first (design: boundaries,
 * agents freed, log on, log off, arrivals, overflow, hang-ups, redials). The subject is the index named
 * behind each.
 */
export const enum EventKind {
  /** Counted interval. */
  IntervalBegins = 1,
  /** Open stretch. */
  CentreOpens = 2,
  /** Open stretch. */
  CentreCloses = 3,
  /** Agent. */
  ServiceEnds = 4,
  /** Agent. */
  PauseEnds = 5,
  /** Muster. */
  ShiftStarts = 6,
  /** Agent who came late. */
  AgentLogsOn = 7,
  /** Muster. */
  ShiftEnds = 8,
  /** Step of a team's table of agents. */
  StaffChanges = 9,
  /** Agent. */
  PauseFallsDue = 10,
  /** Queue. */
  ContactArrives = 11,
  /** Contact. */
  ContactIsPassedOn = 12,
  /** Contact. */
  ContactOverflows = 13,
  /** Contact. */
  ContactAbandons = 14,
  /** Contact. */
  ContactRedials = 15,
  /** Contact. */
  ContactRepeats = 16,
}
