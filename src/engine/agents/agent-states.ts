import type { Crews } from "../../model/crews.js";
import { type EventNodes, EventRecord } from "../events/event-nodes.js";

/**
 * An agent's record is that of its own event, the end of its service: time, order and neighbour in the event
 * queue while busy; while idle the stamp and the neighbours among the idle agents of its team stand there.
 */
const enum At {
  Since = 0,
  Before = 2,
  Next = 3,
  Standing = 4,
  /** Queue of the contact in hand; of agents who are neither busy nor idle the ticket. */
  InHand = 5,
  Handled = 6,
  HandledWithin = 7,
}

/** Crew, whether leaving, and state share one integer, the state in its lowest bits. */
const enum Standing {
  StateMask = 15,
  Leaving = 16,
  CrewShift = 5,
}

/** What each agent is doing. Agents are numbered as in the model's crews. */
export class AgentStates {
  /** For the trace: number of the contact in each agent's hand; empty where nothing is traced. */
  readonly contact: Float64Array;
  /** The muster that each agent is on, -1 for none. */
  readonly musters: Int32Array;

  /** The agents are the owners of the first records of `records`. */
  constructor(
    { agents, count, firstAgents }: Crews,
    private readonly records: EventNodes,
    traced: boolean,
  ) {
    this.contact = new Float64Array(traced ? agents : 0);
    this.musters = new Int32Array(agents).fill(-1);
    for (let crew = 0; crew < count; crew++) {
      for (let agent = firstAgents[crew]; agent < firstAgents[crew + 1]; agent++) {
        records.ints[agent * EventRecord.Ints + At.Standing] = crew << Standing.CrewShift;
      }
    }
  }

  crew(agent: number): number {
    return this.records.ints[agent * EventRecord.Ints + At.Standing] >> Standing.CrewShift;
  }

  /** AWAY, IDLE, BUSY... of crew-accounts.ts. */
  state(agent: number): number {
    return this.records.ints[agent * EventRecord.Ints + At.Standing] & Standing.StateMask;
  }

  setState(agent: number, state: number): void {
    const { ints } = this.records;
    ints[agent * EventRecord.Ints + At.Standing] =
      (ints[agent * EventRecord.Ints + At.Standing] & ~Standing.StateMask) | state;
  }

  /** Busy past the end of the shift. */
  isLeaving(agent: number): boolean {
    return (this.records.ints[agent * EventRecord.Ints + At.Standing] & Standing.Leaving) !== 0;
  }

  setLeaving(agent: number, leaving: boolean): void {
    const { ints } = this.records;
    if (leaving) ints[agent * EventRecord.Ints + At.Standing] |= Standing.Leaving;
    else ints[agent * EventRecord.Ints + At.Standing] &= ~Standing.Leaving;
  }

  /** Queue of the contact in hand. */
  queue(agent: number): number {
    return this.records.ints[agent * EventRecord.Ints + At.InHand];
  }

  /** Contacts of this shift, and those of them within the quota's time. */
  handled(agent: number): number {
    return this.records.ints[agent * EventRecord.Ints + At.Handled];
  }

  handledWithin(agent: number): number {
    return this.records.ints[agent * EventRecord.Ints + At.HandledWithin];
  }

  forgetHandled(agent: number): void {
    const { ints } = this.records;
    ints[agent * EventRecord.Ints + At.Handled] = 0;
    ints[agent * EventRecord.Ints + At.HandledWithin] = 0;
  }

  /** The agent takes a contact of the queue, to be handled within the quota's time or not. */
  takes(agent: number, queue: number, isWithin: boolean): void {
    const { ints } = this.records;
    ints[agent * EventRecord.Ints + At.InHand] = queue;
    ints[agent * EventRecord.Ints + At.Handled]++;
    if (isWithin) ints[agent * EventRecord.Ints + At.HandledWithin]++;
  }

  /** A contact that was to be handled within the quota's time was not. */
  wasNotWithin(agent: number): void {
    this.records.ints[agent * EventRecord.Ints + At.HandledWithin]--;
  }

  /** Of an agent neither busy nor idle: cancels the end of the pause, or the late arrival. */
  ticket(agent: number): number {
    return this.records.ints[agent * EventRecord.Ints + At.InHand];
  }

  setTicket(agent: number, ticket: number): void {
    this.records.ints[agent * EventRecord.Ints + At.InHand] = ticket;
  }

  /** Neighbours of an idle agent among those of its team; see idle-agents.ts. */
  next(agent: number): number {
    return this.records.ints[agent * EventRecord.Ints + At.Next];
  }

  setNext(agent: number, next: number): void {
    this.records.ints[agent * EventRecord.Ints + At.Next] = next;
  }

  before(agent: number): number {
    return this.records.ints[agent * EventRecord.Ints + At.Before];
  }

  setBefore(agent: number, before: number): void {
    this.records.ints[agent * EventRecord.Ints + At.Before] = before;
  }

  /** Of an idle agent, a number that grows with the moment of becoming idle; comparable between teams. */
  idleSince(agent: number): number {
    return this.records.doubles[agent * EventRecord.Doubles + At.Since];
  }

  setIdleSince(agent: number, stamp: number): void {
    this.records.doubles[agent * EventRecord.Doubles + At.Since] = stamp;
  }
}
