import type { Crews } from "../model/crews.js";

/** An agent's record: integers, then a double; 64 bytes, so that one look into memory brings all of it. */
const BYTES = 64;
const INTS = 16;
const DOUBLES = 8;
const CREW = 0;
const STATE = 1;
const LEAVING = 2;
const MUSTER = 3;
const QUEUE = 4;
const HANDLED = 5;
const HANDLED_WITHIN = 6;
const TICKET = 7;
const NEXT = 8;
const BEFORE = 9;
const SINCE = 7;

/** What each agent is doing. Agents are numbered as in the model's crews. */
export class AgentStates {
  /** For the trace: number of the contact in each agent's hand; empty where nothing is traced. */
  readonly contact: Float64Array;
  private readonly records: Int32Array;
  private readonly doubles: Float64Array;

  constructor({ agents, count, firstAgents }: Crews, traced: boolean) {
    const buffer = new ArrayBuffer(agents * BYTES);
    this.records = new Int32Array(buffer);
    this.doubles = new Float64Array(buffer);
    this.contact = new Float64Array(traced ? agents : 0);
    for (let crew = 0; crew < count; crew++) {
      for (let agent = firstAgents[crew]; agent < firstAgents[crew + 1]; agent++) {
        this.records[agent * INTS + CREW] = crew;
        this.records[agent * INTS + MUSTER] = -1;
      }
    }
  }

  crew(agent: number): number {
    return this.records[agent * INTS + CREW];
  }

  /** AWAY, IDLE, BUSY... of crew-accounts.ts. */
  state(agent: number): number {
    return this.records[agent * INTS + STATE];
  }

  setState(agent: number, state: number): void {
    this.records[agent * INTS + STATE] = state;
  }

  /** Busy past the end of the shift. */
  isLeaving(agent: number): boolean {
    return this.records[agent * INTS + LEAVING] === 1;
  }

  setLeaving(agent: number, leaving: boolean): void {
    this.records[agent * INTS + LEAVING] = leaving ? 1 : 0;
  }

  /** The muster that the agent is on, -1 for none. */
  muster(agent: number): number {
    return this.records[agent * INTS + MUSTER];
  }

  setMuster(agent: number, muster: number): void {
    this.records[agent * INTS + MUSTER] = muster;
  }

  /** Queue of the contact in hand. */
  queue(agent: number): number {
    return this.records[agent * INTS + QUEUE];
  }

  /** Contacts of this shift, and those of them within the quota's time. */
  handled(agent: number): number {
    return this.records[agent * INTS + HANDLED];
  }

  handledWithin(agent: number): number {
    return this.records[agent * INTS + HANDLED_WITHIN];
  }

  forgetHandled(agent: number): void {
    this.records[agent * INTS + HANDLED] = 0;
    this.records[agent * INTS + HANDLED_WITHIN] = 0;
  }

  /** The agent takes a contact of the queue, to be handled within the quota's time or not. */
  takes(agent: number, queue: number, isWithin: boolean): void {
    const { records } = this;
    records[agent * INTS + QUEUE] = queue;
    records[agent * INTS + HANDLED]++;
    if (isWithin) records[agent * INTS + HANDLED_WITHIN]++;
  }

  /** Cancels the end of a pause, or a late arrival. */
  ticket(agent: number): number {
    return this.records[agent * INTS + TICKET];
  }

  setTicket(agent: number, ticket: number): void {
    this.records[agent * INTS + TICKET] = ticket;
  }

  /** Neighbours among the idle agents of its team; see idle-agents.ts. */
  next(agent: number): number {
    return this.records[agent * INTS + NEXT];
  }

  setNext(agent: number, next: number): void {
    this.records[agent * INTS + NEXT] = next;
  }

  before(agent: number): number {
    return this.records[agent * INTS + BEFORE];
  }

  setBefore(agent: number, before: number): void {
    this.records[agent * INTS + BEFORE] = before;
  }

  /** A number that grows with the moment of becoming idle; comparable between teams. */
  idleSince(agent: number): number {
    return this.doubles[agent * DOUBLES + SINCE];
  }

  setIdleSince(agent: number, stamp: number): void {
    this.doubles[agent * DOUBLES + SINCE] = stamp;
  }
}
