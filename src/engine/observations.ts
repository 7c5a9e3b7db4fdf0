/**
 * What one replication observed: counts and sums in flat arrays, nothing by contact, so memory does not grow
 * with the number of contacts. Times are seconds.
 *
 * `queueCells` holds, for each queue and counted interval, one cell of `QUEUE_FIELDS.length` numbers at
 * `((queue * intervals) + interval) * QUEUE_FIELDS.length`; a contact is booked in the interval in which it
 * arrived. `crewCells` does the same by crew (a team's agents on one shift, or all of a team's agents without
 * shifts) and by the interval in which the time passes. Both have one interval more than the calendar, the
 * last, into which all that is not counted (warm-up) is booked, so that the engine never asks.
 */
export interface Observations {
  readonly replication: number;
  /** Intervals counted; the arrays have one more. */
  readonly intervals: number;
  readonly queueCells: Float64Array;
  /** By queue, `WAIT_BINS` counts of the waits of answered contacts (see wait-bins.ts). */
  readonly waitCounts: Float64Array;
  /** By queue, the longest wait of an answered contact. */
  readonly longestWaitSeconds: Float64Array;
  readonly crewCells: Float64Array;
  /** By crew, one cell of `SHIFT_FIELDS.length` numbers about its whole agent-shifts. */
  readonly shiftCells: Float64Array;
  /** By crew, how many agent-shifts handled 0, 1, ... contacts; the last bin holds all above. */
  readonly handledCounts: Float64Array;
  /** By crew, how many agent-shifts handled a share of 0, 0.1, ... 100 % within the quota's time. */
  readonly withinCounts: Float64Array;
  /**
   * By crew and queue, at `((crew * queues) + queue) * HANDLED_FIELDS.length`, a cell of those numbers over
   * all counted time, by the moment of answering; empty where no money is shared out by it.
   */
  readonly handledCells: Float64Array;
  /** Events the engine processed; contacts that arrived, warm-up included. For benches and for estimates. */
  readonly events: number;
  readonly contacts: number;
}

/** What a cell of a queue holds. */
export const QUEUE_FIELDS = [
  "arrived", // whatever became of it: the sum of the next six, balked, calledBack, unreached, routedOut
  "answered",
  "abandoned",
  "blocked", // found all lines taken
  "closed", // met a closed centre
  "unserved", // still waiting when the last agent went
  "waiting", // still waiting when the simulation ended
  "answeredWithin", // within the queue's threshold
  "abandonedWithin",
  "abandonedUnder", // within the s of ignore-under and credit-under
  "answeredWaitSeconds",
  "abandonedWaitSeconds",
  "talkSeconds",
  "holdSeconds",
  "wrapSeconds",
  "redialled", // arrivals that were redials
  "overflowed", // answered by a team that overflow opened
  "transferredOut", // passed on to another queue
  "escalated",
  "complaints", // passed on to those in charge
  "transferredIn", // arrivals that came from another queue, whatever for
  "repeats", // arrivals of customers who call again, and of unsolved complaints
  "firstContacts", // answered to the end, of those that came neither from another queue nor as repeats
  "resolvedFirst", // of them, those of which nothing more came
  "complaintsSolved", // of the complaints of this interval, whenever that was
  "complaintSeconds", // from complaint to solution
  "sales",
  "saleValue", // in currency
  "saves",
  "saveValue",
  "bonus", // what agents get for sales and saves
  "handoverSeconds", // agents with a caller beside handle time: both until the second goes on alone
  "balked", // found nowhere to wait, or left on hearing how long the wait would be
  "backlog", // arrivals that were waiting when counted time started
  "callers", // customers whose last try has ended, counted once each
  "gone", // whose last try reached no agent: hung up, blocked, without a seat, unserved
  "treatedBadly", // of the callers
  "customersLost", // of those, in the mean
  "leads", // came onto the list
  "leadsWorked", // dialed for the first time
  "dials",
  "reached", // dials that somebody answered: all arrivals of an outbound queue
  "rightParties", // talks with the right person that are over
  "conversions",
  "conversionValue", // in the scenario's currency
  "refusals",
  "appointments", // promised another call
  "appointmentsDialed", // promised calls dialed for the first time
  "appointmentDelaySeconds", // from the promised moment, or the next hour of calling, to that dial
  "givenUp", // not reached in all attempts
  "leadsOpen", // of which nothing has become at the end; by the interval in which they came
  "callingSeconds", // time in which leads are called
  "interrupted", // how often they were put down for others
  "selfServed", // tried self-service
  "contained", // of them, settled there; both in the interval in which they began it
  "passedOn", // arrivals that came from self-service
  "callbacks", // accepted to be called back
  "calledBack", // of them, reached; neither answered nor offered
  "unreached", // of them, never reached
  "callbackWaitSeconds", // of those called back, until they were reached
  "routedIn", // came by a split: to the queue, or to its self-service
  "routedOut", // arrivals that went on at once to another queue
  "handedOver", // took too long for the agent: another queue went on with what was left
] as const;

/** What a cell of a crew holds. */
export const CREW_FIELDS = [
  "busySeconds", // talk, hold, wrap
  "idleSeconds", // logged on, free
  "breakSeconds", // paid breaks
  "unpaidBreakSeconds",
  "offPhoneSeconds",
  "overtimeSeconds", // busy past the shift's end; part of busySeconds too
  "paidSeconds", // rostered time less unpaid breaks, whoever came, and overtime
  "plannedSeconds", // rostered time
  "offPlanSeconds", // of it, in another state than planned: absent, late, break moved by a contact
  "absentSeconds", // rostered paid time of those who did not come, or came late
  "answered", // by this crew, in the interval of answering
  "trainingSeconds", // rostered paid time of those in training
  "supervisingSeconds", // beside agents of another team; part of offPhoneSeconds too
  "licensedSeconds", // logged on and holding all licences of the team
  "sales", // these five in the interval in which the contact ended
  "saleValue",
  "saves",
  "saveValue",
  "bonus",
  "besideSeconds", // contacts in agents' hands beside each one's first, for as long as each is
  "heldSeconds", // looking at leads and waiting while it rings; part of busySeconds too
  "pressured", // contacts taken by agents behind their quota, whom that hurries
  "evaluatingSeconds", // judging contacts; part of offPhoneSeconds too
] as const;

/** What a crew's cell about whole agent-shifts holds. */
export const SHIFT_FIELDS = [
  "agentShifts", // worked from end to end within the simulation, ended in counted time
  "quotaContactsMet",
  "quotaHandledMet",
  "quotaMet", // all that the quota asks
  "handled",
  "handledWithin",
] as const;

/** What a cell of a crew's work for a queue holds. */
export const HANDLED_FIELDS = [
  "answered",
  "handleSeconds", // as if each contact were handled alone
] as const;

/** Bins of contacts handled in a shift, and of the share handled within the quota's time. */
export const HANDLED_BINS = 513;
export const WITHIN_BINS = 1001;
