/**
 * The kinds of event. The number is the rank: of events at one instant the smaller kind happens first, among
 * equal kinds the one added first, among arrivals the one of the queue named first (design: boundaries,
 * agents freed, log on, log off, arrivals, overflow, hang-ups, redials). The subject is the index named
 * behind each.
 */
export const INTERVAL_BEGINS = 1; // counted interval
export const CENTRE_OPENS = 2; // open stretch
export const CENTRE_CLOSES = 3; // open stretch
export const SERVICE_ENDS = 4; // agent
export const PAUSE_ENDS = 5; // agent
export const SHIFT_STARTS = 6; // muster
export const AGENT_LOGS_ON = 7; // agent who came late
export const SHIFT_ENDS = 8; // muster
export const STAFF_CHANGES = 9; // step of a team's table of agents
export const PAUSE_FALLS_DUE = 10; // agent
export const CONTACT_ARRIVES = 11; // queue
export const CONTACT_OVERFLOWS = 12; // contact
export const CONTACT_ABANDONS = 13; // contact
export const CONTACT_REDIALS = 14; // contact
