import type { Model } from "../../model/model.js";
import type { DialingQueue, OutboundTables } from "../../model/outbound.js";
import type { SlotNumbers } from "../contacts/contact-needs.js";
import type { Contacts } from "../contacts/contacts.js";
import { LeadDraws } from "./lead-draws.js";

const NONE = -1;

/** What became of a lead. */
export const enum LeadState {
  /** Not on the list yet, waiting for a dial, dialed, or spoken with. */
  Open,
  Converted,
  Refused,
  GivenUp,
}

/** One dialer: whom it may call now, and how it is doing. */
export interface DialerState {
  readonly dialing: DialingQueue;
  readonly draws: LeadDraws;
  /** Leads are called until this moment, and so many dials are answered. */
  untilSeconds: number;
  answersShare: number;
  /** Leads that have come, and those of them that were taken for the first time: both in list order. */
  come: number;
  begun: number;
  /** Leads whose promised moment, and leads whose next attempt, has come, in that order. */
  readonly promised: LeadLine;
  readonly due: LeadLine;
  /** Lines that ring without an agent. */
  ringing: number;
  /** Of this local day: calls answered, and those of them for whom no agent was there in time. */
  answeredToday: number;
  lostToday: number;
}

/** Leads one behind the other; the links lie in `Outbound.next`. */
export interface LeadLine {
  first: number;
  last: number;
}

/** What the dialers of a run know of their leads. Leads are numbered as in the model. */
export class Outbound {
  readonly tables: OutboundTables;
  /** By place among the dialing queues. */
  readonly dialers: readonly DialerState[];
  /** By lead: attempts made, those at the promised call counted anew. */
  readonly attempts: Int32Array;
  readonly states: Uint8Array;
  /** 1 where another call was promised, and the moment at which it may be made. */
  readonly isPromised: Uint8Array;
  readonly promisedAt: Float64Array;
  /** 1 where the dial that rings will be answered. */
  readonly willAnswer: Uint8Array;
  /** The agent who looks at the lead or waits while it rings, -1 for none. */
  readonly holder: Int32Array;
  readonly next: Int32Array;
  /** The trace's contact. */
  readonly numbers: Int32Array;
  /** Counted interval in which it came onto the list; -1 before that. */
  readonly cameIn: Int32Array;
  /** By contact, its lead. */
  readonly leadOf: SlotNumbers<Int32Array>;

  /** Absent where nobody is called. */
  static of(model: Model, contacts: Contacts, seed: string, replication: number): Outbound | undefined {
    return model.outbound && new Outbound(model.outbound, model, contacts, seed, replication);
  }

  private constructor(
    tables: OutboundTables,
    model: Model,
    contacts: Contacts,
    seed: string,
    replication: number,
  ) {
    const leads = tables.placeOfLead.length;
    this.tables = tables;
    this.dialers = tables.dialing.map((dialing) => ({
      dialing,
      draws: new LeadDraws(dialing, handleOf(model, dialing.queue), seed, replication),
      untilSeconds: 0,
      answersShare: 1,
      come: 0,
      begun: 0,
      promised: { first: NONE, last: NONE },
      due: { first: NONE, last: NONE },
      ringing: 0,
      answeredToday: 0,
      lostToday: 0,
    }));
    this.attempts = new Int32Array(leads);
    this.states = new Uint8Array(leads);
    this.isPromised = new Uint8Array(leads);
    this.promisedAt = new Float64Array(leads);
    this.willAnswer = new Uint8Array(leads);
    this.holder = new Int32Array(leads).fill(NONE);
    this.next = new Int32Array(leads).fill(NONE);
    this.numbers = new Int32Array(leads);
    this.cameIn = new Int32Array(leads).fill(NONE);
    this.leadOf = contacts.addInts();
  }

  /** The dialer of a lead. */
  dialerOf(lead: number): DialerState {
    return this.dialers[this.tables.placeOfLead[lead]];
  }

  /** Whether a lead waits to be dialed. */
  isAnyoneDue({ promised, due, begun, come }: DialerState): boolean {
    return promised.first >= 0 || due.first >= 0 || begun < come;
  }

  /** The lead to be dialed next: promised calls, then those due again, then new ones in list order. */
  takeLead(dialer: DialerState): number {
    const { promised, due, dialing } = dialer;
    if (promised.first >= 0) return this.takeFirst(promised);
    if (due.first >= 0) return this.takeFirst(due);
    return dialing.firstLead + dialer.begun++;
  }

  /** The lead joins the end of a line. */
  join(line: LeadLine, lead: number): void {
    this.next[lead] = NONE;
    if (line.first < 0) line.first = lead;
    else this.next[line.last] = lead;
    line.last = lead;
  }

  private takeFirst(line: LeadLine): number {
    const lead = line.first;
    line.first = this.next[lead];
    return lead;
  }
}

function handleOf({ queues }: Model, queue: number) {
  const { talk, hold, wrap } = queues[queue];
  return { talk, hold, wrap };
}
