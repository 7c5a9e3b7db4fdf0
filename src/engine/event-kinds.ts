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
  /** Contact, one of several that an agent may hold at once. */
  ChatEnds = 5,
  /** Agent. */
  PauseEnds = 6,
  /** Muster. */
  ShiftStarts = 7,
  /** Agent who came late. */
  AgentLogsOn = 8,
  /** Muster. */
  ShiftEnds = 9,
  /** Step of a team's table of agents. */
  StaffChanges = 10,
  /** Agent. */
  PauseFallsDue = 11,
  /** Queue. */
  BacklogWaits = 12,
  /** Queue. */
  ContactArrives = 13,
  /** Contact. */
  ContactIsPassedOn = 14,
  /** Contact. */
  ContactOverflows = 15,
  /** Contact. */
  ContactAbandons = 16,
  /** Contact. */
  ContactRedials = 17,
  /** Contact. */
  ContactRepeats = 18,
}
