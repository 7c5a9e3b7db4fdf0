import type { Outbound } from "../../src/scenario/outbound.js";
import { chooseAgent } from "./naive-choice.js";
import { type Contact, newContact } from "./naive-contact.js";
import { interruptsSomebody } from "./naive-interruptions.js";
import { type Lead, leadsOf } from "./naive-leads.js";
import { linesAreTaken } from "./naive-lines.js";
import { NaivePace } from "./naive-pace.js";
import type { NaiveSimulator } from "./naive-simulator.js";
import type { Agent } from "./naive-staff.js";

/** Queues whose leads are called. */
export class NaiveOutbound {
  private readonly dialers: readonly NaiveDialer[];

  constructor(centre: NaiveSimulator) {
    const queues = [...centre.model.scenario.queues.entries()];
    this.dialers = queues.flatMap(([queue, { outbound }]) =>
      outbound ? [new NaiveDialer(centre, queue, outbound)] : [],
    );
  }

  /** After every event each dialer dials as long as it may. */
  look(): void {
    for (const dialer of this.dialers) while (dialer.dials());
  }

  /** The contact's service is over. */
  isOver(contact: Contact): void {
    this.dialers.find(({ queue }) => queue === contact.queue)?.isOver(contact);
  }

  /** Nobody was there for the contact. */
  isLost(contact: Contact): void {
    this.dialers.find(({ queue }) => queue === contact.queue)?.isLost(contact);
  }

  /** The simulation ends. */
  close(): void {
    for (const dialer of this.dialers) dialer.close();
  }
}

class NaiveDialer {
  /** All that came onto the list. */
  private readonly list: Lead[] = [];
  private readonly fresh: Lead[] = [];
  private readonly promised: Lead[] = [];
  private readonly due: Lead[] = [];
  /** Whose call each contact is. */
  private readonly leads = new Map<Contact, Lead>();
  private readonly held = new Map<Agent, number>();
  /** The stretch of calling last begun. */
  private begun: Outbound["leads"]["stretches"][number] | undefined;
  private readonly pace: NaivePace;
  private ringing = 0;
  private answered: number[] = [];
  private lost: number[] = [];

  constructor(
    private readonly centre: NaiveSimulator,
    readonly queue: number,
    private readonly outbound: Outbound,
  ) {
    const { model, clock, seed, replication } = centre;
    this.pace = new NaivePace(centre, queue, outbound);
    const { leads } = outbound;
    const next = leadsOf(model, queue, seed, replication);
    const come = (count: number) => {
      for (let lead = 0; lead < count; lead++) {
        const one = { ...next(), cameAt: clock.now };
        this.list.push(one);
        this.fresh.push(one);
      }
      if (count > 0) centre.record.addToQueue(queue, "leads", clock.now, count);
    };
    for (const { startSeconds, lengthSeconds } of model.scenario.calendar.days) {
      const inDay = leads.stretches
        .filter((one) => one.toSeconds > startSeconds && one.fromSeconds < startSeconds + lengthSeconds)
        .map((one) => Math.max(one.fromSeconds, startSeconds));
      if (inDay.length === 0) continue;
      clock.plan(Math.min(...inDay), "dialingChanges", () => {
        this.answered = [];
        this.lost = [];
        come(leads.perDay);
      });
    }
    if (leads.count > 0) {
      clock.plan(model.scenario.calendar.warmupSeconds, "dialingChanges", () => come(leads.count));
    }
    for (const stretch of leads.stretches) {
      clock.plan(stretch.fromSeconds, "dialingChanges", () => {
        this.begun = stretch;
      });
    }
  }

  /** Dials one lead, if the dialer may and will. */
  dials(): boolean {
    const { centre, outbound } = this;
    const { mode, abandonedShare } = outbound.dialer;
    const stretch = this.begun;
    const lead = this.promised[0] ?? this.due[0] ?? this.fresh[0];
    if (stretch === undefined || stretch.toSeconds <= centre.clock.now || !lead) return false;
    const contact = newContact(0, this.queue, NO_FATE, centre.clock.now);
    if (linesAreTaken(centre, contact)) return false;
    if (mode === "predictive" && this.lost.length <= abandonedShare! * this.answered.length) {
      const answers = (this.ringing + 1) * stretch.answersShare;
      const deviation = Math.sqrt(answers * (1 - stretch.answersShare));
      if (answers + deviation > this.pace.agentsByThen()) return false;
      this.begins(contact, lead);
      this.ringing++;
      this.rings(contact, lead, undefined);
      return true;
    }
    if (mode === "predictive" && this.pace.agentsToSpare() <= this.ringing) return false;
    const agent = this.pace.agentToHold();
    if (agent === undefined) return false;
    this.begins(contact, lead);
    centre.record.begins(agent, "busy", centre.clock.now);
    this.held.set(agent, centre.clock.now);
    if (mode === "preview") {
      this.tell("previews", lead, agent);
      const { preview } = attemptsAt(lead)[lead.made];
      centre.clock.plan(centre.clock.now + preview, "previewEnds", () => this.rings(contact, lead, agent));
    } else {
      this.rings(contact, lead, agent);
    }
    return true;
  }

  private begins(contact: Contact, lead: Lead): void {
    for (const line of [this.promised, this.due, this.fresh]) if (line[0] === lead) line.shift();
    if (lead.number === 0) lead.number = this.centre.numbered();
    this.leads.set(contact, lead);
    this.centre.inSystem.push(contact);
  }

  private rings(contact: Contact, lead: Lead, agent: Agent | undefined): void {
    const { centre } = this;
    const { now } = centre.clock;
    const attempt = attemptsAt(lead)[lead.made];
    lead.made++;
    this.count("dials");
    if (lead.made === 1 && lead.promisedAt === undefined) this.count("leadsWorked");
    if (lead.made === 1 && lead.promisedAt !== undefined) {
      this.count("appointmentsDialed");
      this.count("appointmentDelaySeconds", now, now - lead.promisedAt);
    }
    // A preview may reach past the hours: the chance is that of the stretch last begun.
    const promised = this.outbound.leads.appointment?.answersShare;
    const chance = lead.promisedAt === undefined ? this.begun!.answersShare : promised!;
    this.tell("dials", lead, agent);
    centre.clock.plan(now + attempt.ringing, "ringingEnds", () => {
      if (agent) this.release(agent);
      else this.ringing--;
      if (attempt.answers < chance) this.isAnswered(contact, lead, agent);
      else this.isNotAnswered(contact, lead, agent);
    });
  }

  private isNotAnswered(contact: Contact, lead: Lead, agent: Agent | undefined): void {
    this.centre.leavesSystem(contact);
    this.tell("noAnswer", lead, agent);
    this.rests(lead);
    if (agent) this.centre.isFree(agent);
  }

  private isAnswered(dialed: Contact, lead: Lead, agent: Agent | undefined): void {
    const { centre } = this;
    const { now } = centre.clock;
    const attempt = attemptsAt(lead)[lead.made - 1];
    const times = this.isRight(lead) ? talkAt(lead) : { talk: attempt.wrongParty, hold: 0, wrap: 0 };
    const fate = { ...NO_FATE, talk: times.talk, hold: times.hold, wrap: times.wrap, patience: 2 };
    const contact = newContact(lead.number, this.queue, fate, now);
    this.leads.set(contact, lead);
    centre.leavesSystem(dialed);
    centre.inSystem.push(contact);
    this.answered.push(now);
    this.count("reached");
    centre.tell("arrives", contact);
    const taker = agent ?? chooseAgent(centre, contact);
    if (taker) centre.serve(taker, contact);
    else if (!interruptsSomebody(centre, contact)) centre.waits(contact);
  }

  private isRight(lead: Lead): boolean {
    const { rightPartyShare } = this.outbound.leads;
    return lead.promisedAt !== undefined || lead.attempts[lead.made - 1].rightParty < rightPartyShare;
  }

  isLost(contact: Contact): void {
    this.lost.push(this.centre.clock.now);
    this.rests(this.leads.get(contact)!);
  }

  isOver(contact: Contact): void {
    const { centre, outbound } = this;
    const { leads } = outbound;
    const lead = this.leads.get(contact)!;
    const count = (what: "rightParties" | "appointments" | "conversions" | "refusals") =>
      this.count(what, contact.arrivedAt);
    if (!this.isRight(lead)) {
      this.tell("wrongParty", lead);
      this.rests(lead);
      return;
    }
    count("rightParties");
    if (leads.appointment && lead.promisedAt === undefined && lead.appointment < leads.appointment.chance) {
      count("appointments");
      this.tell("appoints", lead);
      lead.promisedAt = this.hour(centre.clock.now + lead.appointmentAfter);
      lead.made = 0;
      centre.clock.plan(lead.promisedAt, "leadFallsDue", () => this.promised.push(lead));
      return;
    }
    const { converts } = talkAt(lead);
    lead.isOver = true;
    const share = lead.promisedAt === undefined ? leads.convertsShare : leads.appointment!.convertsShare;
    if (converts < share) {
      count("conversions");
      this.count("conversionValue", contact.arrivedAt, leads.value ?? 0);
      this.tell("converts", lead);
    } else {
      count("refusals");
      this.tell("refuses", lead);
    }
  }

  /** Another attempt later, if there is one left. */
  private rests(lead: Lead): void {
    if (lead.made < this.outbound.leads.attempts) {
      const at = this.hour(this.centre.clock.now + attemptsAt(lead)[lead.made - 1].retry);
      this.centre.clock.plan(at, "leadFallsDue", () => this.due.push(lead));
      return;
    }
    lead.isOver = true;
    this.count("givenUp");
    this.tell("givesUp", lead);
  }

  /** That moment, or the next one at which leads are called. */
  private hour(seconds: number): number {
    const later = this.outbound.leads.stretches.filter((one) => one.toSeconds > seconds);
    return Math.min(...later.map((one) => Math.max(seconds, one.fromSeconds)));
  }

  private release(agent: Agent): void {
    const { now } = this.centre.clock;
    const from = this.held.get(agent)!;
    this.centre.record.stretches.push({ crew: agent.crew, what: "held", agents: 1, from, to: now });
    this.held.delete(agent);
  }

  close(): void {
    for (const agent of [...this.held.keys()]) this.release(agent);
    for (const { isOver, cameAt } of this.list) if (!isOver) this.count("leadsOpen", cameAt);
    const { startsSeconds, count } = this.centre.model.intervals;
    for (const { fromSeconds, toSeconds } of this.outbound.leads.stretches) {
      for (let interval = 0; interval < count; interval++) {
        const from = Math.max(fromSeconds, startsSeconds[interval]);
        const to = Math.min(toSeconds, startsSeconds[interval + 1]);
        if (to > from) this.count("callingSeconds", from, to - from);
      }
    }
  }

  private count(
    field: Parameters<NaiveSimulator["record"]["addToQueue"]>[1],
    at = this.centre.clock.now,
    amount = 1,
  ): void {
    this.centre.record.addToQueue(this.queue, field, at, amount);
  }

  private tell(event: string, { number }: Lead, agent?: Agent): void {
    const { clock, record } = this.centre;
    record.rows.push(
      `${clock.now} ${event} ${number} ${this.queue} ${agent?.team ?? -1} ${agent?.index ?? -1}`,
    );
  }
}

const NO_FATE = { talk: 0, hold: 0, wrap: 0, patience: 0, redialAfter: undefined };

/** The attempts that are being made: those at the promised call once it was promised. */
function attemptsAt(lead: Lead) {
  return lead.promisedAt === undefined ? lead.attempts : lead.promisedAttempts;
}

function talkAt(lead: Lead) {
  return lead.promisedAt === undefined ? lead.firstTalk : lead.promisedTalk;
}
