import type { Crews } from "../model/crews.js";
import { EVENT_DOUBLES, EVENT_INTS, type EventNodes } from "./event-nodes.js";

/**
 * An agent's record is that of its own event, the end of its service: time, order and neighbour in the event
 * queue while busy; while idle the stamp and the neighbours among the idle agents of its team stand there.
 */
const SINCE = 0;
const BEFORE = 2;
const NEXT = 3;
/** Crew, whether leaving, and state share one integer, the state in its lowest bits. */
const STANDING = 4;
const STATE_MASK = 7;
const LEAVING = 8;
const CREW_BITS = 4;
/** Queue of the contact in hand; of agents who are neither busy nor idle the ticket. */
const IN_HAND = 5;
const HANDLED = 6;
const HANDLED_WITHIN = 7;

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
        records.ints[agent * EVENT_INTS + STANDING] = crew << CREW_BITS;
      }
    }
  }

  crew(agent: number): number {
    return this.records.ints[agent * EVENT_INTS + STANDING] >> CREW_BITS;
  }

  /** AWAY, IDLE, BUSY... of crew-accounts.ts. */
  state(agent: number): number {
    return this.records.ints[agent * EVENT_INTS + STANDING] & STATE_MASK;
  }

  setState(agent: number, state: number): void {
    const { ints } = this.records;
    ints[agent * EVENT_INTS + STANDING] = (ints[agent * EVENT_INTS + STANDING] & ~STATE_MASK) | state;
  }

  /** Busy past the end of the shift. */
  isLeaving(agent: number): boolean {
    return (this.records.ints[agent * EVENT_INTS + STANDING] & LEAVING) !== 0;
  }

  setLeaving(agent: number, leaving: boolean): void {
    const { ints } = this.records;
    if (leaving) ints[agent * EVENT_INTS + STANDING] |= LEAVING;
    else ints[agent * EVENT_INTS + STANDING] &= ~LEAVING;
  }

  /** Queue of the contact in hand. */
  queue(agent: number): number {
    return this.records.ints[agent * EVENT_INTS + IN_HAND];
  }

  /** Contacts of this shift, and those of them within the quota's time. */
  handled(agent: number): number {
    return this.records.ints[agent * EVENT_INTS + HANDLED];
  }

  handledWithin(agent: number): number {
    return this.records.ints[agent * EVENT_INTS + HANDLED_WITHIN];
  }

  forgetHandled(agent: number): void {
    const { ints } = this.records;
    ints[agent * EVENT_INTS + HANDLED] = 0;
    ints[agent * EVENT_INTS + HANDLED_WITHIN] = 0;
  }

  /** The agent takes a contact of the queue, to be handled within the quota's time or not. */
  takes(agent: number, queue: number, isWithin: boolean): void {
    const { ints } = this.records;
    ints[agent * EVENT_INTS + IN_HAND] = queue;
    ints[agent * EVENT_INTS + HANDLED]++;
    if (isWithin) ints[agent * EVENT_INTS + HANDLED_WITHIN]++;
  }

  /** Of an agent neither busy nor idle: cancels the end of the pause, or the late arrival. */
  ticket(agent: number): number {
    return this.records.ints[agent * EVENT_INTS + IN_HAND];
  }

  setTicket(agent: number, ticket: number): void {
    this.records.ints[agent * EVENT_INTS + IN_HAND] = ticket;
  }

  /** Neighbours of an idle agent among those of its team; see idle-agents.ts. */
  next(agent: number): number {
    return this.records.ints[agent * EVENT_INTS + NEXT];
  }

  setNext(agent: number, next: number): void {
    this.records.ints[agent * EVENT_INTS + NEXT] = next;
  }

  before(agent: number): number {
    return this.records.ints[agent * EVENT_INTS + BEFORE];
  }

  setBefore(agent: number, before: number): void {
    this.records.ints[agent * EVENT_INTS + BEFORE] = before;
  }

  /** Of an idle agent, a number that grows with the moment of becoming idle; comparable between teams. */
  idleSince(agent: number): number {
    return this.records.doubles[agent * EVENT_DOUBLES + SINCE];
  }

  setIdleSince(agent: number, stamp: number): void {
    this.records.doubles[agent * EVENT_DOUBLES + SINCE] = stamp;
  }
}
