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
  /** Contact called back. */
  DialEnds = 8,
  /** Agent. */
  PauseEnds = 9,
  /** Muster. */
  ShiftStarts = 10,
  /** Agent who came late. */
  AgentLogsOn = 11,
  /** Muster. */
  ShiftEnds = 12,
  /** Step of a team's table of agents. */
  StaffChanges = 13,
  /** Agent. */
  PauseFallsDue = 14,
  /** Queue. */
  BacklogWaits = 15,
  /** Queue. */
  ContactArrives = 16,
  /** Contact. */
  ContactIsPassedOn = 17,
  /** Contact. */
  SelfServiceEnds = 18,
  /** Contact. */
  CallbackFallsDue = 19,
  /** Lead. */
  PreviewEnds = 20,
  /** Lead. */
  RingingEnds = 21,
  /** Contact. */
  ContactOverflows = 22,
  /** Contact. */
  ContactAbandons = 23,
  /** Contact. */
  ContactRedials = 24,
  /** Contact. */
  ContactRepeats = 25,
}
