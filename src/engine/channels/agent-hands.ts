import type { ChatTables } from "../../model/channels.js";
import type { Model } from "../../model/model.js";
import type { SlotNumbers } from "../contacts/contact-needs.js";
import type { Contacts } from "../contacts/contacts.js";

const NONE = -1;

/**
 * What is in the hands of agents who hold contacts of which they may hold several. Those who may take one
 * more stand in lists, one for each team and number held, who has held that number longest first.
 */
export class AgentHands {
  /** By agent: how many such contacts it holds; the least of their concurrencies. */
  readonly counts: Int32Array;
  readonly least: Int32Array;
  /** By agent, a number that grows with the moment at which the count last changed. */
  readonly since: Float64Array;
  /** By team: 1 where its agents may ever hold several contacts. */
  readonly mayHoldSeveral: Uint8Array;
  /** By contact: who holds it, since when, and how long it would take alone. */
  readonly agentOf: SlotNumbers<Int32Array>;
  readonly startedAt: SlotNumbers<Float64Array>;
  readonly aloneSeconds: SlotNumbers<Float64Array>;
  /** By contact: what was left to do at `lookedAt`, alone; since then all takes `stretch` times as long. */
  readonly leftSeconds: SlotNumbers<Float64Array>;
  readonly lookedAt: SlotNumbers<Float64Array>;
  readonly stretch: SlotNumbers<Float64Array>;
  /** By contact: cancels its end; -1 for none yet. */
  readonly ticket: SlotNumbers<Int32Array>;
  /** By contact: 1 where it counts as handled within the quota's time, for all that is known. */
  readonly countsWithin: SlotNumbers<Int32Array>;
  private readonly most: number;
  /** Row of an agent: the contacts in its hands, in the order in which it took them. */
  private readonly held: Int32Array;
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private readonly next: Int32Array;
  private readonly before: Int32Array;
  /** By agent: the list it stands in, -1 for none. */
  private readonly listOf: Int32Array;
  private stamp = 0;

  constructor({ crews, routing }: Model, { concurrency, most }: ChatTables, contacts: Contacts) {
    const { agents } = crews;
    this.most = most;
    this.counts = new Int32Array(agents);
    this.least = new Int32Array(agents);
    this.since = new Float64Array(agents);
    this.held = new Int32Array(agents * most);
    this.next = new Int32Array(agents);
    this.before = new Int32Array(agents);
    this.listOf = new Int32Array(agents).fill(NONE);
    this.first = new Int32Array(routing.teams * most).fill(NONE);
    this.last = new Int32Array(routing.teams * most).fill(NONE);
    this.mayHoldSeveral = new Uint8Array(routing.teams);
    for (const [queue, teams] of routing.everServing.entries()) {
      for (const team of teams) if (concurrency[queue] > 1) this.mayHoldSeveral[team] = 1;
    }
    this.agentOf = contacts.addInts();
    this.startedAt = contacts.addDoubles();
    this.aloneSeconds = contacts.addDoubles();
    this.leftSeconds = contacts.addDoubles();
    this.lookedAt = contacts.addDoubles();
    this.stretch = contacts.addDoubles();
    this.ticket = contacts.addInts();
    this.countsWithin = contacts.addInts();
  }

  /** The contact in the agent's hands at a place, from 0 to its count less 1. */
  contact(agent: number, place: number): number {
    return this.held[agent * this.most + place];
  }

  /** The agent holds the contact too. */
  add(agent: number, contact: number): void {
    this.held[agent * this.most + this.counts[agent]++] = contact;
    this.agentOf.values[contact] = agent;
  }

  /** The agent holds the contact no more. */
  remove(agent: number, contact: number): void {
    const { held } = this;
    const row = agent * this.most;
    const end = row + --this.counts[agent];
    let place = row;
    while (held[place] !== contact) place++;
    for (; place < end; place++) held[place] = held[place + 1];
  }

  /** The count has changed just now. */
  restamp(agent: number): void {
    this.since[agent] = this.stamp++;
  }

  /** The agent of the team who may take one more, holds so many, and has done so longest; -1 for none. */
  longest(team: number, count: number): number {
    return this.first[team * this.most + count];
  }

  /** Behind an agent in its list, the one who has held so many nearly as long; -1 for none. */
  nextLongest(agent: number): number {
    return this.next[agent];
  }

  /** The agent of the team may take one more: it stands in the list of its count, at its place. */
  list(agent: number, team: number): void {
    if (this.listOf[agent] >= 0) return;
    const { first, last, next, before, since } = this;
    const list = team * this.most + this.counts[agent];
    let after = NONE;
    let ahead = last[list];
    // Nearly always the last one: only who may take contacts again held so many before.
    while (ahead >= 0 && since[ahead] > since[agent]) {
      after = ahead;
      ahead = before[ahead];
    }
    before[agent] = ahead;
    next[agent] = after;
    if (ahead < 0) first[list] = agent;
    else next[ahead] = agent;
    if (after < 0) last[list] = agent;
    else before[after] = agent;
    this.listOf[agent] = list;
  }

  /** The agent may take no more, or its count is about to change. */
  unlist(agent: number): void {
    const list = this.listOf[agent];
    if (list < 0) return;
    const { first, last, next, before } = this;
    if (before[agent] < 0) first[list] = next[agent];
    else next[before[agent]] = next[agent];
    if (next[agent] < 0) last[list] = before[agent];
    else before[next[agent]] = before[agent];
    this.listOf[agent] = NONE;
  }
}
