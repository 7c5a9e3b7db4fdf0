import type { ModelPass, QueueOutcomes } from "../../src/model/outcomes.js";
import { compileSampler } from "../../src/random/compile-sampler.js";
import type { Distribution } from "../../src/random/distribution.js";
import { openStream } from "../../src/random/stream.js";
import type { Deal } from "../../src/scenario/outcomes.js";
import { type Contact, newContact } from "./naive-contact.js";
import type { Ending } from "./naive-customers.js";
import { type Fate, fatesOf, handleFactorAt } from "./naive-draws.js";
import type { Parts } from "./naive-service.js";
import type { NaiveSimulator } from "./naive-simulator.js";
import type { Agent } from "./naive-staff.js";

/** What will come of a contact if it is answered. */
export interface Outcome {
  readonly pass: { readonly rule: ModelPass; readonly leg: Leg } | undefined;
  /** How it fares if it takes too long for its agent. */
  readonly tooLong: { readonly rule: ModelPass; readonly leg: Leg } | undefined;
  readonly repeatAfter: number | undefined;
  readonly repeatLuck: number;
  readonly repeatDelay: number | undefined;
  readonly sale: number | undefined;
  readonly save: number | undefined;
}

/** How a contact fares where it is passed on to; the handle time not yet stretched by a table. */
interface Leg {
  readonly fate: Fate;
  readonly warm: number;
  readonly isSolved: boolean;
  readonly again: number;
}

/** A complaint: how it came to be one, of which contact, since when, and how it fares this time. */
export interface TrackedComplaint {
  readonly rule: ModelPass;
  readonly raisedBy: Contact;
  readonly since: number;
  readonly leg: Leg;
}

/** The agent who stays with a caller until another answers. */
export interface Beside {
  readonly agent: Agent;
  readonly contact: Contact;
  readonly since: number;
  readonly wrap: number;
  readonly warm: number;
}

const PASSED = {
  transfer: "transferredOut",
  escalation: "escalated",
  complaint: "complaints",
  handover: "handedOver",
} as const;
const TOLD = {
  transfer: "transfers",
  escalation: "escalates",
  complaint: "complains",
  handover: "handsOver",
} as const;

/** What comes of an answered contact: it goes on to another queue, comes again, buys, stays. */
export class NaiveOutcomes {
  private readonly draws = new Map<string, () => number>();
  private readonly repeatFates;

  constructor(private readonly centre: NaiveSimulator) {
    const { model, seed, replication } = centre;
    this.repeatFates = model.queues.map((queue) => fatesOf(queue, seed, replication, "repeat-"));
  }

  /** A contact calls for the first time. */
  begins(contact: Contact, way: "" | "backlog-" | `split/${string}-`): void {
    contact.outcome = this.outcomeIn(contact.queue, way);
  }

  /** The contact is with the agent, who may hurry, or resolve less than others. */
  meets(agent: Agent, contact: Contact): void {
    const { people, clock, record } = this.centre;
    const hurries = people.hurries(agent, clock.now);
    if (hurries) record.addToCrew(agent.crew, "pressured", clock.now);
    if (hurries) this.centre.tell("hurries", contact, agent);
    const { outcome } = contact;
    const repeat = this.rulesOf(contact.queue)?.repeat;
    if (contact.complaint || outcome === undefined || repeat === undefined) return;
    const isOpen = outcome.repeatLuck < people.repeatChance(agent, repeat.chance, hurries);
    contact.outcome = { ...outcome, repeatAfter: isOpen ? outcome.repeatDelay : undefined };
  }

  /**
   * The agent does of the contact what there is time for, talk before hold, and what is left goes on to
   * another queue.
   */
  within(agent: Agent, contact: Contact, parts: Parts): Parts {
    const { handover } = this.rulesOf(contact.queue) ?? {};
    const { outcome } = contact;
    if (!handover || !outcome || contact.complaint) return parts;
    const { talk, hold, wrap } = parts;
    if (talk + hold <= handover.afterSeconds) return parts;
    const done = Math.min(talk, handover.afterSeconds);
    const held = handover.afterSeconds - done;
    const { people, clock } = this.centre;
    const hurry = people.hurries(agent, clock.now)
      ? this.centre.teamOf(agent).quota!.pressure!.wrapFactor
      : 1;
    const speed = this.centre.skillFor(this.centre.teamOf(agent), contact)?.speed ?? 1;
    const factor = people.handleFactor(agent);
    const left = {
      talk: ((talk - done) * speed) / factor,
      hold: ((hold - held) * speed) / factor,
      wrap: ((wrap / hurry) * speed) / factor,
    };
    const { rule, leg } = outcome.tooLong!;
    const pass = { rule, leg: { ...leg, fate: { ...leg.fate, ...left } } };
    contact.outcome = { ...outcome, pass };
    return { talk: done, hold: held, wrap: 0 };
  }

  /** Plans what happens when the talk is over, or the whole service. */
  planEnd(agent: Agent, contact: Contact, { talk, hold, wrap }: Parts): void {
    const { centre } = this;
    const { clock, record } = centre;
    const { beside } = contact;
    let from = clock.now;
    if (beside) {
      from += beside.warm;
      const { queue, arrivedAt } = beside.contact;
      record.addToQueue(queue, "handoverSeconds", arrivedAt, from - beside.since);
      record.addToQueue(contact.queue, "handoverSeconds", contact.arrivedAt, beside.warm);
      this.planAgentsEnd(beside.agent, beside.contact, from + beside.wrap);
      contact.beside = undefined;
    }
    const seconds = talk + hold + wrap;
    if (contact.outcome?.pass) {
      clock.plan(from + (seconds - wrap), "serviceEnds", () => this.goesOn(agent, contact, wrap));
    } else {
      clock.plan(from + seconds, "serviceEnds", () => centre.serviceEnds(agent, contact));
    }
  }

  /** The contact is not answered: whoever stayed with the caller is done. */
  isNotAnswered(contact: Contact): void {
    const { clock, record } = this.centre;
    const { beside } = contact;
    if (beside === undefined) return;
    const { agent, since, wrap } = beside;
    record.addToQueue(beside.contact.queue, "handoverSeconds", beside.contact.arrivedAt, clock.now - since);
    this.planAgentsEnd(agent, beside.contact, clock.now + wrap);
    contact.beside = undefined;
  }

  /** Nobody will answer the contact any more. */
  isGone(contact: Contact, ending: Ending): void {
    const { complaint } = contact;
    if (complaint) this.mayComeAgain(contact, complaint.rule.attempts, complaint.leg.again, ending);
    else this.centre.customers.isDone(contact, ending);
  }

  /** The contact has been answered to the end. */
  isOver(agent: Agent, contact: Contact): void {
    const { centre } = this;
    const { clock, record } = centre;
    const { complaint, outcome, queue } = contact;
    if (complaint?.leg.isSolved) {
      const { raisedBy, since } = complaint;
      record.addToQueue(raisedBy.queue, "complaintsSolved", raisedBy.arrivedAt);
      record.addToQueue(raisedBy.queue, "complaintSeconds", raisedBy.arrivedAt, clock.now - since);
      centre.tell("solved", contact, agent);
    }
    if (complaint && !complaint.leg.isSolved) {
      this.isGone(contact, "unresolved");
      return;
    }
    const rules = this.rulesOf(queue);
    if (complaint || outcome === undefined || rules === undefined) {
      centre.customers.isDone(contact, "answered");
      return;
    }
    const isOpen = outcome.repeatAfter !== undefined;
    if (contact.isFirst) record.addToQueue(queue, "firstContacts", contact.arrivedAt);
    if (contact.isFirst && !isOpen) record.addToQueue(queue, "resolvedFirst", contact.arrivedAt);
    if (outcome.sale !== undefined)
      this.deals(agent, contact, outcome.sale, rules.sale!, "sales", "saleValue");
    if (outcome.save !== undefined)
      this.deals(agent, contact, outcome.save, rules.save!, "saves", "saveValue");
    if (isOpen) this.mayComeAgain(contact, rules.repeat!.attempts, outcome.repeatAfter, "unresolved");
    else centre.customers.isDone(contact, "answered");
  }

  private deals(
    agent: Agent,
    contact: Contact,
    value: number,
    { bonus = 0, commission = 0 }: Deal,
    count: "sales" | "saves",
    worth: "saleValue" | "saveValue",
  ): void {
    const { record, clock } = this.centre;
    const amounts = [
      [count, 1] as const,
      [worth, value] as const,
      ["bonus", bonus + commission * value] as const,
    ];
    for (const [field, amount] of amounts) {
      record.addToQueue(contact.queue, field, contact.arrivedAt, amount);
      record.addToCrew(agent.crew, field, clock.now, amount);
    }
    this.centre.tell(count === "sales" ? "sells" : "saves", contact, agent);
  }

  /** The talk is over and the caller goes on to another queue; the agent's after-call work is to come. */
  private goesOn(agent: Agent, contact: Contact, wrap: number): void {
    const { clock } = this.centre;
    const { rule, leg } = contact.outcome!.pass!;
    this.tellOfPass(agent, contact);
    if (!rule.warm) this.planAgentsEnd(agent, contact, clock.now + wrap);
    const beside = rule.warm ? { agent, contact, since: clock.now, wrap, warm: leg.warm } : undefined;
    clock.plan(clock.now, "passedOn", () => this.isPassedOn(contact, beside));
  }

  /** A chat that goes on to another queue is done, after-call work and all. */
  chatGoesOn(agent: Agent, contact: Contact): void {
    const { clock } = this.centre;
    this.tellOfPass(agent, contact);
    clock.plan(clock.now, "passedOn", () => this.isPassedOn(contact, undefined));
  }

  private tellOfPass(agent: Agent, contact: Contact): void {
    const { record } = this.centre;
    const { kind } = contact.outcome!.pass!.rule;
    record.addToQueue(contact.queue, PASSED[kind], contact.arrivedAt);
    if (contact.isFirst) record.addToQueue(contact.queue, "firstContacts", contact.arrivedAt);
    this.centre.tell(TOLD[kind], contact, agent);
  }

  private isPassedOn(contact: Contact, beside: Beside | undefined): void {
    const { centre } = this;
    const { now } = centre.clock;
    const { rule, leg } = contact.outcome!.pass!;
    centre.leavesSystem(contact);
    const fate = rule.kind === "handover" ? leg.fate : this.stretched(leg.fate, rule.to);
    const next = newContact(contact.number, rule.to, fate, now);
    const isComplaint = rule.kind === "complaint";
    centre.record.addToQueue(rule.to, "transferredIn", now);
    next.isFirst = false;
    next.beside = beside;
    next.isInside = true;
    next.isLate = contact.isLate;
    if (isComplaint) next.complaint = { rule, raisedBy: contact, since: now, leg };
    else next.outcome = this.outcomeIn(rule.to, "passed-");
    centre.comes(next);
    next.isInside = false;
  }

  /** From now on the agent has no caller any more, only after-call work until then. */
  private planAgentsEnd(agent: Agent, contact: Contact, at: number): void {
    const { centre } = this;
    centre.clock.plan(at, "serviceEnds", () => {
      centre.tell("ends", contact, agent);
      centre.isFree(agent);
    });
  }

  private mayComeAgain(
    contact: Contact,
    attempts: number,
    after = Number.POSITIVE_INFINITY,
    ending: Ending,
  ): void {
    const { centre } = this;
    if (contact.repeats >= attempts) {
      centre.customers.isDone(contact, ending);
      return;
    }
    const { clock } = centre;
    clock.plan(clock.now + after, "repeats", () => {
      const { number, queue, complaint } = contact;
      const leg = complaint && this.legOf(complaint.rule, "again-", undefined);
      const factor = handleFactorAt(centre.model.queues[queue], clock.now);
      const fate = leg ? this.stretched(leg.fate, queue) : this.repeatFates[queue](factor);
      const next = newContact(number, queue, fate, clock.now);
      next.isFirst = false;
      next.repeats = contact.repeats + 1;
      centre.customers.triesAgain(next, ending);
      if (complaint && leg) next.complaint = { ...complaint, leg };
      else next.outcome = this.outcomeIn(queue, "repeat-");
      if (!complaint) centre.isTold(next, "repeat-");
      centre.record.addToQueue(queue, "repeats", clock.now);
      centre.tell("repeats", next);
      centre.comes(next);
    });
  }

  private stretched(fate: Fate, queue: number): Fate {
    const factor = handleFactorAt(this.centre.model.queues[queue], this.centre.clock.now);
    return { ...fate, talk: fate.talk * factor, hold: fate.hold * factor, wrap: fate.wrap * factor };
  }

  private rulesOf(queue: number): QueueOutcomes | undefined {
    return this.centre.model.outcomes?.[queue];
  }

  /** Draws what comes of a contact that came to the queue in this way. */
  private outcomeIn(queue: number, way: string): Outcome | undefined {
    const rules = this.rulesOf(queue);
    if (rules === undefined) return undefined;
    const { name } = this.centre.model.queues[queue];
    const uniform = (purpose: string) => this.draw(way + purpose, name);
    const time = (purpose: string, of: Distribution) => this.draw(way + purpose, name, of);
    const deal = (what: string, rule: Deal | undefined) => {
      if (rule === undefined) return undefined;
      const [isMade, value] = [uniform(what) < rule.chance, time(`${what}-value`, rule.value)];
      return isMade ? value : undefined;
    };
    const chance = rules.passes.length > 0 ? uniform("outcome") : 1;
    const legs = rules.passes.map((rule) => ({ rule, leg: this.legOf(rule, way, rule.warm) }));
    const longest = rules.handover?.pass;
    const tooLong = longest && { rule: longest, leg: this.legOf(longest, way, undefined) };
    const repeatLuck = rules.repeat ? uniform("repeat") : 1;
    const repeatDelay = rules.repeat && time("repeat-after", rules.repeat.after);
    return {
      pass: legs.find(({ rule }) => chance < rule.below),
      tooLong,
      repeatAfter: rules.repeat && repeatLuck < rules.repeat.chance ? repeatDelay : undefined,
      repeatLuck,
      repeatDelay,
      sale: deal("sale", rules.sale),
      save: deal("save", rules.save),
    };
  }

  private legOf(rule: ModelPass, way: string, warm: Distribution | undefined): Leg {
    const { queues } = this.centre.model;
    const target = queues[rule.to];
    const draw = (purpose: string, of?: Distribution) =>
      this.draw(`${way}${rule.kind}-${purpose}/${queues[rule.from].name}`, target.name, of);
    const part = (purpose: string, of: Distribution | undefined, none: number) =>
      of ? draw(purpose, of) : none;
    // What is left of it is no draw.
    const brings = rule.kind === "handover";
    const isWilling = target.redial !== undefined && draw("redial") < target.redial.chance;
    const redialAfter = part("redial-after", target.redial?.after, 0);
    return {
      fate: {
        talk: brings ? 0 : part("talk", target.talk, 0),
        hold: brings ? 0 : part("hold", target.hold, 0),
        wrap: brings ? 0 : part("wrap", target.wrap, 0),
        patience: part("patience", target.patience, Number.POSITIVE_INFINITY),
        redialAfter: isWilling ? redialAfter : undefined,
      },
      warm: part("warm", warm, 0),
      isSolved: rule.again !== undefined && draw("solved") < rule.solved,
      again: part("again", rule.again, 0),
    };
  }

  /** The next draw of a stream; a uniform one where there is no distribution. */
  private draw(purpose: string, subject: string, of?: Distribution): number {
    const key = `${purpose}\n${subject}`;
    const { seed, replication } = this.centre;
    let next = this.draws.get(key);
    if (next === undefined) {
      const stream = openStream(seed, replication, purpose, subject);
      next = of ? compileSampler(of, stream) : stream;
      this.draws.set(key, next);
    }
    return next();
  }
}
