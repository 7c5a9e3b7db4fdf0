import type { Model } from "../model/model.js";
import type { RoutingRules } from "../model/routing-rules.js";
import { Draws } from "../random/draws.js";
import { gammaFactorSampler } from "../random/gamma-sampler.js";
import { openStream } from "../random/stream.js";
import { AgentStates } from "./agents/agent-states.js";
import { CrewAccounts } from "./agents/crew-accounts.js";
import { IdleAgents } from "./agents/idle-agents.js";
import { Pauses } from "./agents/pauses.js";
import { StaffTable } from "./agents/staff-table.js";
import { type Channels, startChannels } from "./channels/channels.js";
import { workSharesOf } from "./channels/work-shares.js";
import { Contacts } from "./contacts/contacts.js";
import { HangUps } from "./contacts/hang-ups.js";
import { Luck } from "./contacts/luck.js";
import { Callbacks } from "./door/callbacks.js";
import { Door } from "./door/door.js";
import { EventKind } from "./event-kinds.js";
import { type ArrivalClock, PoissonClock, ReplayClock } from "./events/arrival-clocks.js";
import { ClockTree } from "./events/clock-tree.js";
import { EventNodes } from "./events/event-nodes.js";
import { EventQueue } from "./events/event-queue.js";
import { HANDLED_BINS, type Observations, QUEUE_FIELDS, SHIFT_FIELDS, WITHIN_BINS } from "./observations.js";
import { Outbound } from "./outbound/outbound.js";
import { Customers } from "./outcomes/customers.js";
import { Outcomes } from "./outcomes/outcomes.js";
import { PeopleStates } from "./people/people-states.js";
import { Evaluations } from "./people/quality.js";
import { Interruptions } from "./routing/interruptions.js";
import { type Splits, splitsOf } from "./routing/splits.js";
import type { Trace } from "./trace.js";
import { WAIT_BINS } from "./wait-bins.js";

/** Storage of events begins with so many records beside the agents' own. */
const FIRST_EVENTS = 256;

/** Everything that changes while one replication runs. Handlers read and write it; nothing else does. */
export interface Run {
  readonly model: Model;
  readonly seed: string;
  readonly replication: number;
  readonly trace: Trace | undefined;
  readonly events: EventQueue;
  /** When each queue's next contact arrives. */
  readonly arrivals: ClockTree;
  readonly contacts: Contacts;
  /** When those who wait hang up. */
  readonly hangUps: HangUps;
  readonly idle: IdleAgents;
  readonly accounts: CrewAccounts;
  /** By queue. */
  readonly clocks: readonly ArrivalClock[];
  readonly luck: readonly Luck[];
  /** Absent for a queue whose callers never redial. */
  readonly redialLuck: readonly (Luck | undefined)[];
  /** Whether any number of lines is set; if so, contacts waiting or in service, by queue and of all. */
  readonly countsLines: boolean;
  readonly inSystem: Int32Array;
  inSystemTotal: number;
  /** Whether the centre is open, and the counted interval (or the one more that is not counted). */
  open: boolean;
  interval: number;
  arrived: number;
  /** Agents of each team who are logged on and will take another contact. */
  readonly present: Int32Array;
  readonly agents: AgentStates;
  /** Absent when no agent ever takes a break. */
  readonly pauses: Pauses | undefined;
  /** Absent where every agent of a team is like every other. */
  readonly people: PeopleStates | undefined;
  /** Absent where nobody evaluates contacts. */
  readonly evaluations: Evaluations | undefined;
  /** By crew; only for teams whose agents come from a table. */
  readonly tables: readonly (StaffTable | undefined)[];
  /** Musters whose agent-shifts have been measured. */
  readonly measured: Uint8Array;
  readonly observed: Observations;
  /** Tables of the model and of what is observed that every contact looks into, at hand. */
  readonly cells: Float64Array;
  readonly cellsOfQueue: number;
  readonly withinSeconds: Float64Array;
  /** By queue: 1 where handle time has more parts than talk. */
  readonly hasParts: Uint8Array;
  readonly onlyTeam: Int32Array;
  readonly onlyQueue: Int32Array;
  readonly teamOfCrew: Int32Array;
  /** Whether contacts keep their slots until service ends; if so, by agent, the contact in hand. */
  readonly keepsContacts: boolean;
  readonly inHand: Int32Array;
  /** Absent where preference, priority, idling and waiting decide alone who takes which contact. */
  readonly rules: RoutingRules | undefined;
  /** Absent where no contact is ever put down for another. */
  readonly interruptions: Interruptions | undefined;
  /** By queue, how many wait; empty where nothing hangs on it. */
  readonly waiting: Int32Array;
  /** Absent where nothing comes of any contact. */
  readonly outcomes: Outcomes | undefined;
  /** Whether agents have contacts for so long at most. */
  readonly limitsTime: boolean;
  /** Absent where all queues are plain phone queues. */
  readonly channels: Channels | undefined;
  /** Absent where nobody asks what becomes of them. */
  readonly customers: Customers | undefined;
  /** Absent where nobody is called. */
  readonly outbound: Outbound | undefined;
  /** Whether a contact for whom nobody is idle may do something else than wait. */
  readonly mayNotWait: boolean;
  /** What contacts meet before an agent takes them; absent where they meet nothing but the line. */
  readonly door: Door | undefined;
  /** By queue that splits; absent where none does. */
  readonly splits: Splits | undefined;
  /** Absent where nobody is called back. */
  readonly callbacks: Callbacks | undefined;
}

/** A fresh run at time 0 with all that is known beforehand among its future events. */
export function startRun(model: Model, seed: string, replication: number, trace?: Trace): Run {
  const { queues, crews, intervals, scenario } = model;
  const dayFactors = drawDayFactors(model, seed, replication);
  const records = new EventNodes(crews.agents, EventKind.ServiceEnds, FIRST_EVENTS);
  const agents = new AgentStates(crews, records, trace !== undefined);
  const arrivals = new ClockTree(queues.length);
  const contacts = new Contacts(queues.length, {
    parts: queues.some(({ hasParts }) => hasParts),
    overflow: model.routing.overflows,
    redial: queues.some(({ redial }) => redial !== undefined),
    numbers: trace !== undefined,
  });
  const hangUps = new HangUps(contacts);
  const events = new EventQueue(
    records,
    arrivals,
    EventKind.ContactArrives,
    hangUps,
    EventKind.ContactAbandons,
  );
  const accounts = new CrewAccounts(crews.count, intervals.count, events);
  const cellsOfQueue = (intervals.count + 1) * QUEUE_FIELDS.length;
  const cells = new Float64Array(queues.length * cellsOfQueue);
  accounts.plan(crews.paidSeconds, crews.plannedSeconds);
  const outcomes = Outcomes.of(model, contacts, seed, replication);
  const door = Door.of(model, contacts, seed, replication);
  const run: Run = {
    model,
    seed,
    replication,
    trace,
    events,
    arrivals,
    contacts,
    hangUps,
    idle: new IdleAgents(scenario.teams.length, agents),
    accounts,
    clocks: queues.map((queue, index) =>
      queue.arrivals.kind === "replay"
        ? new ReplayClock(queue.arrivals)
        : new PoissonClock(
            queue.arrivals,
            dayFactors[index],
            Draws.unitExponential(openStream(seed, replication, "arrivals", queue.name)),
          ),
    ),
    luck: queues.map((queue) => new Luck(queue, seed, replication, "first")),
    redialLuck: queues.map((queue) => queue.redial && new Luck(queue, seed, replication, "redial")),
    countsLines: model.lines < Number.POSITIVE_INFINITY || model.limits.lines.some(Number.isFinite),
    inSystem: new Int32Array(queues.length),
    inSystemTotal: 0,
    open: false,
    interval: intervals.count,
    arrived: 0,
    present: new Int32Array(scenario.teams.length),
    agents,
    pauses: Pauses.needed(model) ? new Pauses(model) : undefined,
    people: model.people && new PeopleStates(model, model.people, seed, replication),
    evaluations: model.quality && new Evaluations(model.quality, scenario.teams.length),
    tables: Array.from({ length: crews.count }, (_, crew) => StaffTable.of(model, crew)),
    measured: new Uint8Array(crews.musters.length),
    observed: {
      replication,
      intervals: intervals.count,
      queueCells: cells,
      waitCounts: new Float64Array(queues.length * WAIT_BINS),
      longestWaitSeconds: new Float64Array(queues.length).fill(Number.NaN),
      crewCells: accounts.cells,
      shiftCells: new Float64Array(crews.count * SHIFT_FIELDS.length),
      handledCounts: new Float64Array(crews.count * HANDLED_BINS),
      withinCounts: new Float64Array(crews.count * WITHIN_BINS),
      handledCells: workSharesOf(model),
      events: 0,
      contacts: 0,
    },
    cells,
    cellsOfQueue,
    withinSeconds: model.limits.withinSeconds,
    hasParts: Uint8Array.from(queues, ({ hasParts }) => (hasParts ? 1 : 0)),
    onlyTeam: model.routing.onlyTeam,
    onlyQueue: model.routing.onlyQueue,
    teamOfCrew: crews.teams,
    keepsContacts: model.keepsContacts,
    inHand: new Int32Array(model.keepsContacts ? crews.agents : 0),
    rules: model.rules,
    interruptions: model.rules?.interruptible.includes(1)
      ? new Interruptions(scenario.teams.length, crews.agents, model.rules.interruptible, contacts)
      : undefined,
    channels: startChannels(model, contacts),
    outcomes,
    limitsTime: outcomes?.limits !== undefined,
    customers: model.customers && new Customers(model.customers, contacts),
    outbound: Outbound.of(model, contacts, seed, replication),
    waiting: new Int32Array(model.routing.watchesLines ? queues.length : 0),
    mayNotWait: [model.channels, door].some(Boolean) || model.rules?.interruptible.includes(1) === true,
    door,
    splits: splitsOf(model, outcomes, seed, replication),
    callbacks: Callbacks.of(model, contacts),
  };
  addKnownEvents(run);
  return run;
}

/** By queue and calendar day: the day's common factor times the queue's own. */
function drawDayFactors(model: Model, seed: string, replication: number): Float64Array[] {
  const days = model.scenario.calendar.days.length;
  const common = new Float64Array(days).fill(1);
  if (model.busynessCv > 0) {
    const sample = gammaFactorSampler(model.busynessCv, openStream(seed, replication, "busyness", ""));
    for (let day = 0; day < days; day++) common[day] = sample();
  }
  return model.queues.map((queue) => {
    if (queue.busynessCv === 0) return common;
    const stream = openStream(seed, replication, "queue-busyness", queue.name);
    const sample = gammaFactorSampler(queue.busynessCv, stream);
    return common.map((factor) => factor * sample());
  });
}

function addKnownEvents(run: Run): void {
  const { events, model } = run;
  const { startsSeconds, count } = model.intervals;
  for (let interval = 0; interval < count; interval++) {
    events.add(startsSeconds[interval], EventKind.IntervalBegins, interval);
  }
  for (const [index, open] of model.scenario.calendar.open.entries()) {
    if (open.toSeconds <= 0 || open.fromSeconds >= model.horizonSeconds) continue;
    events.add(Math.max(0, open.fromSeconds), EventKind.CentreOpens, index);
    if (open.toSeconds < model.horizonSeconds) events.add(open.toSeconds, EventKind.CentreCloses, index);
  }
  for (const [index, muster] of model.crews.musters.entries()) {
    events.add(Math.max(0, muster.startSeconds), EventKind.ShiftStarts, index);
    if (muster.endSeconds < model.horizonSeconds) events.add(muster.endSeconds, EventKind.ShiftEnds, index);
  }
  for (const [index, change] of model.crews.changes.entries()) {
    events.add(change.atSeconds, EventKind.StaffChanges, index);
  }
  for (const [queue, backlog] of (model.channels?.backlogs ?? []).entries()) {
    if (backlog) events.add(model.warmupSeconds, EventKind.BacklogWaits, queue);
  }
  for (const [index, { atSeconds }] of (model.outbound?.steps ?? []).entries()) {
    events.add(atSeconds, EventKind.DialingChanges, index);
  }
  for (const queue of run.clocks.keys()) expectArrival(run, queue);
}

/** Looks up the queue's next arrival and puts it among the events. */
export function expectArrival({ arrivals, clocks }: Run, queue: number): void {
  const clock = clocks[queue];
  clock.advance();
  arrivals.times[queue] = clock.at;
  arrivals.settle(queue);
}
