import { simulate } from "../../engine/simulate.js";
import type { TraceEvent } from "../../engine/trace.js";
import { WrongUsage } from "../../kit/problem.js";
import { version } from "../../kit/version.js";
import { compile, type Model } from "../../model/model.js";
import { momentAt } from "../../scenario/moment.js";
import type { Scenario } from "../../scenario/scenario.js";
import { AgentWatch } from "./agent-watch.js";
import { CallerWatch } from "./caller-watch.js";
import { overflowRules, rightsOf } from "./contact-rights.js";
import type { Answer, ContactStory } from "./contact-story.js";
import { newAnswer, newTry, type OpenAnswer, type OpenTry } from "./contact-try.js";
import { leadStory } from "./lead-story.js";
import { containedContact, noContact } from "./no-contact.js";
import { PeopleView } from "./people-view.js";
import { type Right, TeamViews } from "./team-views.js";
import { tellTries } from "./tell-tries.js";
import { WatchedLines } from "./watched-lines.js";

/** Whose story is told. */
export interface ExplainOptions {
  /** As in a trace: the order of arrival, from 1. */
  readonly contact: number;
  /** From 1; the first where silent. */
  readonly replication?: number;
  /** Instead of the scenario's. */
  readonly seed?: string;
}

/**
 * Simulates one replication with a trace and tells what happened to one of its contacts. Memory follows the
 * longest line and the number of agents, not the number of events. Throws WrongUsage where the replication
 * has no such contact.
 */
export function explainContact(scenario: Scenario, options: ExplainOptions): ContactStory {
  const { contact, replication = 1, seed = scenario.run.seed } = options;
  const model = compile(scenario);
  const about = {
    version,
    scenario: { name: scenario.name, hash: scenario.hash },
    seed,
    replication,
    contact,
  };
  const lead = leadStory(model, seed, replication, contact);
  if (lead) return { ...about, queue: lead.queue, mostRedials: 0, tries: [], lead };
  const teller = new StoryTeller(model, contact, new PeopleView(model, seed, replication));
  let contacts = 0;
  try {
    contacts = simulate(model, seed, replication, (...event) => teller.see(...event)).contacts;
    teller.finish();
  } catch (error) {
    if (error !== ALL_IS_TOLD) throw error;
  }
  const { tries } = teller;
  if (teller.isContained) throw new WrongUsage(containedContact(contact, replication));
  if (tries.length === 0) throw new WrongUsage(noContact(contact, replication, contacts));
  return {
    ...about,
    queue: scenario.queues[tries[0].queue].name,
    mostRedials: model.queues[tries[0].queue].redial?.attempts ?? 0,
    tries: tellTries(model, seed, replication, tries, teller.people),
  };
}

/** Ends a simulation that has nothing more to tell. */
const ALL_IS_TOLD = Symbol("all is told");

/** Listens to a trace for one contact. */
class StoryTeller {
  readonly tries: OpenTry[] = [];
  private readonly watch: AgentWatch;
  private readonly views: TeamViews;
  private readonly lines: WatchedLines;
  private readonly callers: CallerWatch;
  /** Of the contact: those who waited before it, and which teams may take it. */
  private ahead = new Set<number>();
  private rights: readonly Right[] = [];
  private current: OpenTry | undefined;
  /** When it went into self-service, before it comes to the queue; whether it was settled there. */
  private served: number | undefined;
  isContained = false;

  constructor(
    private readonly model: Model,
    private readonly contact: number,
    readonly people: PeopleView,
  ) {
    this.watch = new AgentWatch(model);
    this.views = new TeamViews(model, this.watch, people);
    this.lines = new WatchedLines(model);
    this.callers = new CallerWatch(model, contact);
  }

  see(seconds: number, event: TraceEvent, contact: number, queue: number, team: number, agent: number): void {
    this.callers.see(event, contact, queue);
    if (contact === this.contact) this.seeOwn(seconds, event, queue, agent);
    else if (this.isWaiting()) this.seeOthers(event, contact, queue, team);
    this.views.see(seconds, event, agent);
    this.watch.see(seconds, event, contact, queue, agent);
    this.lines.see(event, contact, queue);
    if (this.isOver()) {
      this.views.settle(seconds);
      if (this.views.isSettled) throw ALL_IS_TOLD;
    }
  }

  /** The simulation is over. */
  finish(): void {
    this.views.settleAll();
    if (this.isWaiting()) this.current!.atSeconds = this.model.horizonSeconds;
  }

  private isWaiting(): boolean {
    return this.current?.waited === true && this.current.outcome === undefined;
  }

  /** Nothing more can happen to it: who hung up may redial. */
  private isOver(): boolean {
    const { current } = this;
    // Of an answered call much may come yet, and of any what its customer takes it for.
    const { outcomes, customers } = this.model;
    if (current === undefined || outcomes !== undefined || customers !== undefined) return false;
    const { outcome, answer } = current;
    if (outcome === "answered") return !Number.isNaN(answer!.endSeconds);
    return ["closed", "unserved", "balked", "unreached"].includes(outcome ?? "");
  }

  private seeOwn(seconds: number, event: TraceEvent, queue: number, agent: number): void {
    const { current } = this;
    switch (event) {
      case "redials":
        current!.redialSeconds = seconds;
        break;
      case "arrives":
      case "backlog":
        this.begin(seconds, queue);
        break;
      case "waits":
        current!.waited = true;
        break;
      case "overflows":
        this.passOverflow(seconds);
        break;
      case "selfServes":
        this.served = seconds;
        break;
      case "contained":
        this.isContained = true;
        throw ALL_IS_TOLD;
      case "hears":
      case "asksCallback":
      case "callbackDue":
      case "callsBack":
      case "notReached":
        current!.door.push({ what: event, seconds });
        break;
      case "hurries":
        current!.hurried = true;
        break;
      case "answered":
        current!.answer = newAnswer(agent, this.beforeOf(agent, seconds));
        this.end(event, seconds);
        break;
      case "abandons":
        this.end("abandoned", seconds);
        break;
      case "balks":
        this.end("balked", seconds);
        break;
      case "blocked":
      case "closed":
      case "unserved":
      case "unreached":
      case "routed":
        this.end(event, seconds);
        break;
      case "interrupted":
        current!.answer!.putDowns++;
        current!.answer!.putDownAt = seconds;
        break;
      case "resumes":
        current!.answer!.putDownSeconds += seconds - current!.answer!.putDownAt;
        current!.answer!.inHandOf = agent;
        break;
      case "ends":
        this.answerOf(queue, agent).endSeconds = seconds;
        break;
      case "transfers":
      case "escalates":
      case "complains":
      case "handsOver":
        current!.after.passSeconds = seconds;
        break;
      case "repeats":
        current!.after.repeatSeconds = seconds;
        break;
      case "solved":
        current!.after.isSolved = true;
        break;
      case "sells":
        current!.after.isSold = true;
        break;
      case "saves":
        current!.after.isKept = true;
        break;
      case "treatedBadly":
        current!.treatedBadly = true;
        break;
    }
  }

  /** The agent's answer that is not over yet: a caller who goes on leaves the agent with after-call work. */
  private answerOf(queue: number, agent: number): OpenAnswer {
    const isOpen = (one: OpenTry) => one.answer?.inHandOf === agent && Number.isNaN(one.answer.endSeconds);
    return this.tries.findLast((one) => one.queue === queue && isOpen(one))!.answer!;
  }

  private begin(seconds: number, queue: number): void {
    const { scenario } = this.model;
    const caller = this.callers.caller!;
    const before = this.current;
    if (before?.after.passSeconds !== undefined) before.after.passed = caller.pass;
    this.rights = rightsOf(scenario, queue);
    const served = scenario.queues.map(({ name }) =>
      this.rights.some(({ team }) => scenario.teams[team].skills.some((skill) => skill.queue === name)),
    );
    const others = [...served.keys()].filter((other) => other !== queue && served[other]);
    this.ahead = new Set(this.lines.waiting[queue]);
    const redials = caller.by === "redial" ? before!.redials + 1 : 0;
    const found = { line: this.lines.line(queue, others), teams: this.views.at(this.rights, seconds) };
    this.current = newTry({ cameSeconds: seconds, queue, caller, redials, ...found }, scenario.queues.length);
    if (this.served !== undefined) this.current.door.push({ what: "selfServes", seconds: this.served });
    this.served = undefined;
    this.tries.push(this.current);
  }

  private end(outcome: NonNullable<OpenTry["outcome"]>, seconds: number): void {
    this.current!.outcome = outcome;
    this.current!.atSeconds = seconds;
  }

  private passOverflow(seconds: number): void {
    const { overflows, queue } = this.current!;
    const rule = overflowRules(this.model.scenario, queue)[overflows.length];
    const { calendar, teams } = this.model.scenario;
    const opened = this.rights.filter(({ team }) => rule.to.includes(teams[team].name));
    overflows.push({
      at: momentAt(calendar, seconds),
      afterSeconds: rule.afterSeconds,
      teams: this.views.at(opened, seconds),
    });
  }

  private seeOthers(event: TraceEvent, contact: number, queue: number, team: number): void {
    const { moves, queue: own } = this.current!;
    const isAhead = queue === own && this.ahead.has(contact);
    const bySkill = this.rights.some((right) => right.team === team && right.by === "skill");
    switch (event) {
      case "answered":
        if (isAhead) moves.aheadAnswered++;
        else if (queue === own) moves.overtaken++;
        else if (bySkill) moves.others[queue]++;
        break;
      case "resumes":
        if (isAhead) moves.aheadAnswered++;
        else if (queue !== own && bySkill) moves.others[queue]++;
        break;
      case "abandons":
        if (isAhead) moves.aheadHungUp++;
        break;
      case "unserved":
        if (isAhead) moves.aheadUnserved++;
        break;
      case "logsOn":
        if (bySkill) moves.loggedOn++;
        break;
      case "logsOff":
        if (bySkill) moves.loggedOff++;
        break;
      case "breakStarts":
        if (bySkill) moves.pausesBegun++;
        break;
    }
    // One who comes back later is not ahead any more.
    if (isAhead && event !== "overflows") this.ahead.delete(contact);
  }

  private beforeOf(agent: number, seconds: number): Answer["before"] {
    const before = this.watch.before(agent, seconds);
    if (!("queue" in before)) return before;
    return { ...before, queue: this.model.scenario.queues[before.queue].name };
  }
}
