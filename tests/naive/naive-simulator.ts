import type { Model } from "../../src/model/model.js";
import type { Queue } from "../../src/scenario/queue.js";
import type { Team } from "../../src/scenario/team.js";
import { NaiveAgents } from "./naive-agents.js";
import type { Event } from "./naive-clock.js";
import { type Fate, fatesOf, firstCallsOf, handleFactorAt } from "./naive-draws.js";
import type { NaiveRecord } from "./naive-record.js";
import type { Agent } from "./naive-staff.js";

interface Contact {
  readonly number: number;
  readonly queue: number;
  fate: Fate;
  arrivedAt: number;
  redials: number;
  overflows: number;
  redialling: boolean;
  pending: Event[];
}

/** What the naive simulator tells of one replication. */
export function simulateNaively(model: Model, seed: string, replication: number): NaiveRecord {
  const naive = new NaiveSimulator(model, seed, replication);
  return naive.run();
}

/**
 * The same call centre told as plainly as possible: objects, one list of events searched from end to end,
 * every agent and every contact looked at whenever one is to be chosen. It shares the draws and the compiled
 * scenario's shifts and rates with the engine, and nothing else.
 */
class NaiveSimulator extends NaiveAgents {
  private open = false;
  private called = 0;
  /** All who wait, in the order in which they began to. */
  private line: Contact[] = [];
  private inSystem: Contact[] = [];
  private readonly redialFates;

  constructor(model: Model, seed: string, replication: number) {
    super(model, seed, replication);
    this.redialFates = model.queues.map((queue) => fatesOf(queue, seed, replication, true));
    for (const { fromSeconds, toSeconds } of model.scenario.calendar.open) {
      if (toSeconds <= 0) continue;
      this.clock.plan(Math.max(0, fromSeconds), "opens", () => {
        this.open = true;
      });
      this.clock.plan(toSeconds, "closes", () => {
        this.open = false;
      });
    }
    for (const [queue] of model.queues.entries()) this.planFirstCalls(queue);
  }

  run(): NaiveRecord {
    this.clock.run(this.model.horizonSeconds, () => {
      if (!this.open) this.giveUpHopeless();
    });
    this.record.close(this.agents, this.crews, this.clock.now);
    for (const contact of this.line) this.record.attempt(contact, "waiting", this.clock.now);
    return this.record;
  }

  /** Of calls at one instant those of the queue named first come first. */
  private planFirstCalls(queue: number): void {
    const calls = firstCallsOf(this.model, queue, this.seed, this.replication);
    const planNext = () => {
      const call = calls.shift();
      if (call === undefined) return;
      const { at, fate } = call;
      this.clock.plan(
        at,
        "arrives",
        () => {
          planNext();
          this.comes({
            number: ++this.called,
            queue,
            fate,
            arrivedAt: at,
            redials: 0,
            overflows: 0,
            redialling: false,
            pending: [],
          });
        },
        queue,
      );
    };
    planNext();
  }

  private tell(event: string, contact: Contact | undefined, agent?: Agent): void {
    this.record.rows.push(
      `${this.clock.now} ${event} ${contact?.number ?? -1} ${contact?.queue ?? -1} ${agent?.team ?? -1} ${agent?.index ?? -1}`,
    );
  }

  private queueOf(contact: Contact): Queue {
    return this.model.scenario.queues[contact.queue];
  }

  private teamOf(agent: Agent): Team {
    return this.model.scenario.teams[agent.team];
  }

  /** How much the team wants the contact now, less is more; undefined for not at all. */
  private preference(team: Team, contact: Contact, overflows: number): number | undefined {
    const { name } = this.queueOf(contact);
    const skill = team.skills.find((one) => one.queue === name);
    if (skill) return skill.preference;
    const passed = this.rulesFor(contact).slice(0, overflows);
    return passed.some((rule) => rule.to.includes(team.name)) ? Number.POSITIVE_INFINITY : undefined;
  }

  private rulesFor(contact: Contact) {
    return this.model.scenario.routing.overflow
      .filter((rule) => rule.queue === this.queueOf(contact).name)
      .sort((a, b) => a.afterSeconds - b.afterSeconds);
  }

  private comes(contact: Contact): void {
    contact.arrivedAt = this.clock.now;
    contact.overflows = 0;
    this.tell("arrives", contact);
    if (!this.open) {
      this.tell("closed", contact);
      this.record.attempt(contact, "closed", this.clock.now);
      return;
    }
    const { lines } = this.model.scenario;
    const own = this.inSystem.filter((one) => one.queue === contact.queue).length;
    if (own >= (this.queueOf(contact).lines ?? own + 1) || this.inSystem.length >= (lines ?? 1e9)) {
      this.tell("blocked", contact);
      this.record.attempt(contact, "blocked", this.clock.now);
      this.mayRedial(contact);
      return;
    }
    this.inSystem.push(contact);
    const agent = this.choiceOfAgent(contact);
    if (agent) {
      this.serve(agent, contact);
      return;
    }
    this.line.push(contact);
    this.tell("waits", contact);
    contact.pending = [
      this.clock.plan(this.clock.now + contact.fate.patience, "hangsUp", () => this.hangsUp(contact)),
    ];
    this.planOverflow(contact);
  }

  private choiceOfAgent(contact: Contact): Agent | undefined {
    return this.agents
      .filter((agent) => agent.doing === "idle")
      .map((agent) => ({ agent, wish: this.preference(this.teamOf(agent), contact, contact.overflows) }))
      .filter(({ wish }) => wish !== undefined)
      .sort((a, b) => (a.wish === b.wish ? a.agent.idleOrder - b.agent.idleOrder : a.wish! - b.wish!))[0]
      ?.agent;
  }

  protected takesContact(agent: Agent): boolean {
    const byPriority = this.model.scenario.routing.contact === "priority";
    const contact = this.line
      .map((contact, place) => ({
        contact,
        place,
        priority: byPriority ? this.queueOf(contact).priority : 0,
        wish: this.preference(this.teamOf(agent), contact, contact.overflows),
      }))
      .filter(({ wish }) => wish !== undefined)
      .sort(
        (a, b) => a.priority - b.priority || (a.wish === b.wish ? a.place - b.place : a.wish! - b.wish!),
      )[0]?.contact;
    if (contact) this.serve(agent, contact);
    return contact !== undefined;
  }

  private planOverflow(contact: Contact): void {
    const rule = this.rulesFor(contact)[contact.overflows];
    if (rule === undefined) return;
    const event = this.clock.plan(contact.arrivedAt + rule.afterSeconds, "overflows", () => {
      contact.overflows++;
      this.tell("overflows", contact);
      const agent = this.choiceOfAgent(contact);
      if (agent) this.serve(agent, contact);
      else this.planOverflow(contact);
    });
    contact.pending.push(event);
  }

  private leavesLine(contact: Contact): void {
    this.line = this.line.filter((one) => one !== contact);
    this.clock.drop(contact.pending);
    contact.pending = [];
  }

  private leavesSystem(contact: Contact): void {
    this.inSystem = this.inSystem.filter((one) => one !== contact);
  }

  private hangsUp(contact: Contact): void {
    this.leavesLine(contact);
    this.leavesSystem(contact);
    this.tell("abandons", contact);
    this.record.attempt(contact, "abandoned", this.clock.now);
    this.mayRedial(contact);
  }

  private mayRedial(contact: Contact): void {
    const { redial } = this.queueOf(contact);
    if (redial === undefined || contact.fate.redialAfter === undefined) return;
    if (contact.redials >= (redial.attempts ?? Number.POSITIVE_INFINITY)) return;
    this.clock.plan(this.clock.now + contact.fate.redialAfter, "redials", () => {
      const { queue } = contact;
      contact.redials++;
      contact.redialling = true;
      contact.fate = this.redialFates[queue](handleFactorAt(this.model.queues[queue], this.clock.now));
      this.tell("redials", contact);
      this.comes(contact);
    });
  }

  private serve(agent: Agent, contact: Contact): void {
    this.leavesLine(contact);
    const skill = this.teamOf(agent).skills.find((one) => one.queue === this.queueOf(contact).name);
    const speed = skill?.speed ?? 1;
    const [talk, hold, wrap] = [contact.fate.talk, contact.fate.hold, contact.fate.wrap].map(
      (part) => part / speed,
    );
    this.tell("answered", contact, agent);
    this.record.attempt(contact, "answered", this.clock.now, {
      talk,
      hold,
      wrap,
      agent,
      overflowed: skill === undefined,
    });
    this.record.begins(agent, "busy", this.clock.now);
    agent.handled++;
    const { handled } = this.teamOf(agent).quota ?? {};
    if (handled && talk + hold + wrap <= handled.withinSeconds) agent.handledWithin++;
    this.clock.plan(this.clock.now + (talk + hold + wrap), "serviceEnds", () => {
      this.leavesSystem(contact);
      this.tell("ends", contact, agent);
      this.isFree(agent);
    });
  }

  /** Those who wait in a closed centre, and for whom nobody is there who could ever take them. */
  private giveUpHopeless(): void {
    for (const [queue] of this.model.queues.entries()) {
      for (const contact of this.line.filter((one) => one.queue === queue)) {
        const teams = this.model.scenario.teams.filter(
          (team) => this.preference(team, contact, this.rulesFor(contact).length) !== undefined,
        );
        if (teams.some((team) => this.present(this.model.scenario.teams.indexOf(team)) > 0)) continue;
        this.leavesLine(contact);
        this.leavesSystem(contact);
        this.tell("unserved", contact);
        this.record.attempt(contact, "unserved", this.clock.now);
      }
    }
  }
}
