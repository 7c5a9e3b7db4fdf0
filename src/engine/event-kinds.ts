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
  /** Lead. */
  LeadFallsDue = 4,
  /** Step of the dialers' hours and lists. */
  DialingChanges = 5,
  /** Agent. */
  ServiceEnds = 6,
  /** Contact, one of several that an agent may hold at once. */
  ChatEnds = 7,
  /** Agent. */
  PauseEnds = 8,
  /** Muster. */
  ShiftStarts = 9,
  /** Agent who came late. */
  AgentLogsOn = 10,
  /** Muster. */
  ShiftEnds = 11,
  /** Step of a team's table of agents. */
  StaffChanges = 12,
  /** Agent. */
  PauseFallsDue = 13,
  /** Queue. */
  BacklogWaits = 14,
  /** Queue. */
  ContactArrives = 15,
  /** Contact. */
  ContactIsPassedOn = 16,
  /** Lead. */
  PreviewEnds = 17,
  /** Lead. */
  RingingEnds = 18,
  /** Contact. */
  ContactOverflows = 19,
  /** Contact. */
  ContactAbandons = 20,
  /** Contact. */
  ContactRedials = 21,
  /** Contact. */
  ContactRepeats = 22,
}
