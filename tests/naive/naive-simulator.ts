import type { Model } from "../../src/model/model.js";
import type { Queue } from "../../src/scenario/queue.js";
import type { Skill, Team } from "../../src/scenario/team.js";
import { NaiveAgents } from "./naive-agents.js";
import { NaiveAnnouncedWait, type Way } from "./naive-announced-wait.js";
import { NaiveCallbacks } from "./naive-callbacks.js";
import { findsNoSeat, isWritten, planBacklogs } from "./naive-channels.js";
import { bookHands, isChat, judgeHand, mayHoldSeveral, takesChat, takesMore } from "./naive-chats.js";
import { chooseAgent, chooseContact } from "./naive-choice.js";
import { type Contact, newContact } from "./naive-contact.js";
import { NaiveCustomers } from "./naive-customers.js";
import { firstCallsOf } from "./naive-draws.js";
import { goesOn, interruptsSomebody } from "./naive-interruptions.js";
import { linesAreTaken } from "./naive-lines.js";
import { NaiveOutbound } from "./naive-outbound.js";
import { NaiveOutcomes } from "./naive-outcomes.js";
import { planOverflow } from "./naive-overflow.js";
import type { NaiveRecord } from "./naive-record.js";
import { NaiveRedials } from "./naive-redials.js";
import { skillsOf } from "./naive-routing.js";
import { NaiveSelfService } from "./naive-self-service.js";
import { type Parts, partsOf } from "./naive-service.js";
import { NaiveSplits } from "./naive-splits.js";
import type { Agent } from "./naive-staff.js";
import { giveUpHopeless } from "./naive-unserved.js";

type Unanswered = "closed" | "blocked" | "abandoned" | "unserved" | "balked";

/** What the naive simulator tells of one replication. */
export function simulateNaively(model: Model, seed: string, replication: number): NaiveRecord {
  const naive = new NaiveSimulator(model, seed, replication);
  return naive.run();
}

/**
 * The same call centre told as plainly as possible: objects, one list of events searched from end to end,
 * every agent and every contact looked at whenever one is to be chosen. It shares the draws and the compiled
 * scenario's shifts and rates with the engine, and nothing else.
 *
 * A mechanism is a file `naive-<mechanism>.ts`: functions given the centre (naive-lines.ts), or a class where
 * it has draws or a memory of its own (naive-redials.ts). One line hooks it in at each place where it acts:
 * before the door `approaches`; at the door `refusalOf`; in line `waits`; agents and contacts chosen
 * naive-choice.ts; the parts of service naive-service.ts; service's start `serve` and end `serviceEnds`; a
 * hang-up `hangsUp`; every way out without an agent `leavesUnanswered`. What it remembers of a contact is a
 * field of `Contact`, of an agent one of `Agent`; a kind of event has its rank in naive-clock.ts; a figure
 * is one line, `record.addToQueue` or `record.addToCrew`; the time that agents spend is a stretch, named in
 * `FIELD_OF` of naive-cells.ts. Random scenarios get it from mechanisms/<mechanism>.ts (see variations.ts).
 */
export class NaiveSimulator extends NaiveAgents {
  isOpen = false;
  /** All who wait, in the order in which they began to. */
  line: Contact[] = [];
  /** All who were let in, waiting or in service. */
  inSystem: Contact[] = [];
  handOrder = 0;
  private begun = 0;
  /** Contacts in hand that may be put down. */
  readonly interruptible = new Set<Contact>();
  private places = 0;
  private readonly redials = new NaiveRedials(this);
  readonly outcomes = new NaiveOutcomes(this);
  readonly customers = new NaiveCustomers(this);
  private readonly outbound = new NaiveOutbound(this);
  private readonly selfService = new NaiveSelfService(this);
  private readonly announcedWait = new NaiveAnnouncedWait(this);
  private readonly callbacks = new NaiveCallbacks(this);
  private readonly splits = new NaiveSplits(this);

  constructor(model: Model, seed: string, replication: number) {
    super(model, seed, replication);
    for (const { fromSeconds, toSeconds } of model.scenario.calendar.open) {
      if (toSeconds <= 0) continue;
      this.clock.plan(Math.max(0, fromSeconds), "opens", () => {
        this.isOpen = true;
      });
      this.clock.plan(toSeconds, "closes", () => {
        this.isOpen = false;
        this.callbacks.putOff();
      });
    }
    planBacklogs(this);
    for (const [queue] of model.queues.entries()) this.planFirstCalls(queue);
  }

  /** The number of the next contact that comes for the first time. */
  numbered(): number {
    return ++this.record.contacts;
  }

  run(): NaiveRecord {
    this.clock.run(this.model.horizonSeconds, () => {
      giveUpHopeless(this);
      this.outbound.look();
    });
    for (const agent of this.agents) this.people.count(agent, this.clock.now, true);
    for (const agent of this.agents) if (agent.muster?.endSeconds === this.clock.now) judgeHand(this, agent);
    bookHands(this);
    this.outbound.close();
    this.record.close(this.agents, this.crews, this.clock.now);
    this.callbacks.close();
    for (const contact of this.line.filter((one) => !one.isDown))
      this.record.attempt(contact, "waiting", this.clock.now);
    return this.record;
  }

  /** Of calls at one instant those of the queue named first come first. */
  private planFirstCalls(queue: number): void {
    const calls = firstCallsOf(this.model, queue, this.seed, this.replication);
    const planNext = () => {
      const call = calls.shift();
      if (call === undefined) return;
      const happen = () => {
        planNext();
        const contact = newContact(this.numbered(), queue, call.fate, call.at);
        this.outcomes.begins(contact, "");
        this.approaches(contact);
      };
      this.clock.plan(call.at, "arrives", happen, queue);
    };
    planNext();
  }

  tell(event: string, contact: Contact, agent?: Agent): void {
    this.record.rows.push(
      `${this.clock.now} ${event} ${contact.number} ${contact.queue} ${agent?.team ?? -1} ${agent?.index ?? -1}`,
    );
  }

  queueOf(contact: Contact): Queue {
    return this.model.scenario.queues[contact.queue];
  }

  teamOf(agent: Agent): Team {
    return this.model.scenario.teams[agent.team];
  }

  skillFor(team: Team, contact: Contact): Skill | undefined {
    return team.skills.find((skill) => skill.queue === this.queueOf(contact).name);
  }

  /** Before the door, on a first try and on each later one. */
  approaches(contact: Contact): void {
    if (this.queueOf(contact).split) {
      this.splits.goesOn(contact);
      return;
    }
    this.drawsDoor(contact, contact.redialling ? "redial-" : "");
    this.meetsDoor(contact);
  }

  /** What the contact, come in this way, will meet before an agent takes it. */
  drawsDoor(contact: Contact, way: Way): void {
    if (!contact.redialling) this.selfService.draw(contact, way);
    this.isTold(contact, way);
  }

  meetsDoor(contact: Contact): void {
    if (!this.selfService.takes(contact)) this.comes(contact);
  }

  /** If the contact has to wait, it is told how long, and may ask to be called back. */
  isTold(contact: Contact, way: Way): void {
    contact.isTold = true;
    this.announcedWait.draw(contact, way);
    this.callbacks.draw(contact, way);
  }

  /** At the door; who is not turned away seeks an agent. */
  comes(contact: Contact): void {
    contact.arrivedAt = this.clock.now;
    contact.waitsSince = this.clock.now;
    contact.overflows = 0;
    this.tell("arrives", contact);
    const refusal = this.refusalOf(contact);
    if (refusal) {
      this.leavesUnanswered(contact, refusal);
      return;
    }
    this.inSystem.push(contact);
    if (this.findsAgent(contact) || interruptsSomebody(this, contact)) return;
    this.waitsIfSeated(contact);
  }

  /** Who finds no seat goes for good. */
  private waitsIfSeated(contact: Contact): void {
    if (findsNoSeat(this, contact)) this.leavesUnanswered(contact, "balked", false);
    else this.waits(contact);
  }

  /** As `comes`, of a contact that has its line already. */
  letsIn(contact: Contact): void {
    contact.arrivedAt = this.clock.now;
    contact.waitsSince = this.clock.now;
    contact.overflows = 0;
    this.tell("arrives", contact);
    if (!this.isOpen) this.leavesUnanswered(contact, "closed");
    else if (!this.findsAgent(contact) && !interruptsSomebody(this, contact)) this.waitsIfSeated(contact);
  }

  /** A place in the order of those who ever waited. */
  nextPlace(): number {
    return this.places++;
  }

  /** Why the contact is turned away at the door; undefined where it is let in. */
  private refusalOf(contact: Contact): "closed" | "blocked" | undefined {
    if (!this.isOpen && !contact.isInside && !isWritten(this, contact)) return "closed";
    if (linesAreTaken(this, contact)) return "blocked";
    return undefined;
  }

  /** Whether an agent takes the contact at once. */
  findsAgent(contact: Contact): boolean {
    const agent = chooseAgent(this, contact);
    if (agent) this.serve(agent, contact);
    return agent !== undefined;
  }

  /** Whether the agent, who is free, takes a waiting contact. */
  takesContact(agent: Agent): boolean {
    const contact = chooseContact(this, agent);
    if (contact) {
      this.serve(agent, contact);
      takesMore(this, agent);
    }
    return contact !== undefined;
  }

  isIdle(): void {
    const idle = this.agents.filter(({ doing }) => doing === "idle");
    idle.sort((a, b) => skillsOf(this, a) - skillsOf(this, b) || a.idleOrder - b.idleOrder);
    for (const agent of idle) this.takesContact(agent);
  }

  judges(agent: Agent): void {
    judgeHand(this, agent);
  }

  mayTakeMore(agent: Agent): void {
    takesMore(this, agent);
  }

  namesLeavers(team: number): boolean {
    return mayHoldSeveral(this, team);
  }

  /** The contact joins the line. */
  waits(contact: Contact): void {
    if (contact.isTold && this.callbacks.takes(contact)) return;
    if (contact.isTold && this.announcedWait.turnsAway(contact)) {
      this.leavesUnanswered(contact, "balked");
      return;
    }
    contact.place = this.nextPlace();
    this.line.push(contact);
    this.tell("waits", contact);
    const hangUpAt = this.clock.now + contact.fate.patience;
    contact.pending = [this.clock.plan(hangUpAt, "hangsUp", () => this.hangsUp(contact))];
    planOverflow(this, contact);
  }

  leavesLine(contact: Contact): void {
    this.line = this.line.filter((one) => one !== contact);
    this.clock.drop(contact.pending);
    contact.pending = [];
  }

  leavesSystem(contact: Contact): void {
    this.inSystem = this.inSystem.filter((one) => one !== contact);
  }

  /** The contact's patience is at an end. */
  hangsUp(contact: Contact): void {
    this.leavesUnanswered(contact, "abandoned");
  }

  /** The contact is gone without an agent, and perhaps comes back. */
  leavesUnanswered(contact: Contact, outcome: Unanswered, mayTryAgain = true): void {
    this.leavesLine(contact);
    this.leavesSystem(contact);
    const events = { abandoned: "abandons", balked: "balks", closed: "", blocked: "", unserved: "" };
    this.tell(events[outcome] || outcome, contact);
    this.record.attempt(contact, outcome, this.clock.now);
    this.outbound.isLost(contact);
    this.outcomes.isNotAnswered(contact);
    this.customers.endsWaiting(contact);
    const mayTry = mayTryAgain && ["blocked", "abandoned", "balked"].includes(outcome);
    if (mayTry && this.redials.mayRedial(contact)) this.customers.triesAgain(contact, outcome);
    else this.outcomes.isGone(contact, outcome);
  }

  /** Service starts, or a call to one who is to be called back. */
  serve(agent: Agent, contact: Contact): void {
    if (contact.callback && !contact.callback.ended) this.callbacks.dial(agent, contact);
    else this.handle(agent, contact, "answered");
  }

  /** The agent speaks with the contact, and works for it. */
  handle(agent: Agent, contact: Contact, outcome: "answered" | "calledBack"): void {
    this.leavesLine(contact);
    if (contact.isDown) {
      goesOn(this, agent, contact);
      return;
    }
    const whole = partsOf(this, agent, contact, this.people.hurries(agent, this.clock.now));
    const parts = this.outcomes.within(agent, contact, whole);
    const seconds = parts.talk + parts.hold + parts.wrap;
    this.outcomes.meets(agent, contact);
    this.tell("answered", contact, agent);
    const overflowed = this.skillFor(this.teamOf(agent), contact) === undefined;
    const service = { ...parts, agent, overflowed };
    this.record.attempt(contact, outcome, this.clock.now, service);
    if (overflowed) this.record.addToQueue(contact.queue, "overflowed", contact.arrivedAt);
    this.record.begins(agent, "busy", this.clock.now);
    agent.handled++;
    const { handled } = this.teamOf(agent).quota ?? {};
    if (handled && seconds <= handled.withinSeconds) agent.handledWithin++;
    this.customers.endsWaiting(contact);
    this.record.work.push({ crew: agent.crew, queue: contact.queue, at: this.clock.now, seconds });
    if (isChat(this, contact)) takesChat(this, agent, contact, service);
    else if (this.queueOf(contact).interruptible) this.hasInHand(agent, contact, parts);
    else this.outcomes.planEnd(agent, contact, parts);
  }

  /** The agent has a contact in hand that may be put down; it goes on to another queue, if so, when done. */
  hasInHand(agent: Agent, contact: Contact, parts: Parts): void {
    const seconds = parts.talk + parts.hold + parts.wrap;
    const end = this.clock.plan(this.clock.now + seconds, "serviceEnds", () =>
      this.interruptibleEnds(agent, contact),
    );
    this.interruptible.add(contact);
    contact.service = { agent, parts, end, order: this.begun++ };
  }

  private interruptibleEnds(agent: Agent, contact: Contact): void {
    this.interruptible.delete(contact);
    const goesOn = contact.outcome?.pass !== undefined;
    if (goesOn) this.outcomes.chatGoesOn(agent, contact);
    else this.leavesSystem(contact);
    this.tell("ends", contact, agent);
    if (!goesOn) this.outcomes.isOver(agent, contact);
    this.isFree(agent);
  }

  /** Service ends: what comes after it for the contact, then for the agent. */
  serviceEnds(agent: Agent, contact: Contact): void {
    this.leavesSystem(contact);
    this.tell("ends", contact, agent);
    this.outbound.isOver(contact);
    this.outcomes.isOver(agent, contact);
    this.isFree(agent);
  }
}
