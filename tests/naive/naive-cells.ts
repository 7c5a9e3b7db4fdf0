import { CREW_FIELDS, QUEUE_FIELDS, SHIFT_FIELDS } from "../../src/engine/observations.js";
import type { Model } from "../../src/model/model.js";
import type { Addition, Attempt, CrewField, NaiveRecord, QueueField, Stretch } from "./naive-record.js";

type Cell<Field extends string> = Record<Field, number>;
type ShiftField = (typeof SHIFT_FIELDS)[number];

/** Fields of a crew's cell that mean nothing in time that is not counted. */
const COUNTED_ONLY: readonly CrewField[] = [
  "paidSeconds",
  "plannedSeconds",
  "offPlanSeconds",
  "absentSeconds",
  "trainingSeconds",
];

/** Fields of a crew's cell that mean something in time that is not counted, too. */
export const ALWAYS_BOOKED: readonly CrewField[] = CREW_FIELDS.filter(
  (field) => !COUNTED_ONLY.includes(field),
);

function empty<Field extends string>(fields: readonly Field[]): Cell<Field> {
  return Object.fromEntries(fields.map((field) => [field, 0])) as Cell<Field>;
}

function cellsOf<Field extends string>(model: Model, fields: readonly Field[]): Cell<Field>[] {
  const cell = empty(fields);
  return Array.from({ length: model.intervals.count + 1 }, () => ({ ...cell }));
}

/** Whether the call ended within so many seconds of its arrival, compared as moments. */
export function endedWithin(call: Attempt, seconds: number): boolean {
  return call.endedAt <= call.waitsSince + seconds;
}

/**
 * What the record says of a queue's contacts, by counted interval; of the warm-up in the cell past the last.
 */
export function queueCellsOf(record: NaiveRecord, queue: number): Cell<QueueField>[] {
  const { model } = record;
  const { withinSeconds, underSeconds } = model.scenario.queues[queue].serviceLevel;
  const cells = cellsOf(model, QUEUE_FIELDS);
  for (const call of record.attempts) {
    if (call.queue !== queue) continue;
    const cell = cells[intervalAt(model, call.arrivedAt)];
    cell.arrived++;
    cell[call.outcome]++;
    if (call.redialled) cell.redialled++;
    if (call.outcome === "answered") {
      cell.answeredWaitSeconds += call.endedAt - call.waitsSince;
      if (endedWithin(call, withinSeconds)) cell.answeredWithin++;
    }
    if (call.outcome === "abandoned") {
      cell.abandonedWaitSeconds += call.endedAt - call.waitsSince;
      if (endedWithin(call, withinSeconds)) cell.abandonedWithin++;
      if (endedWithin(call, underSeconds)) cell.abandonedUnder++;
    }
    cell.talkSeconds += call.service?.talk ?? 0;
    cell.holdSeconds += call.service?.hold ?? 0;
    cell.wrapSeconds += call.service?.wrap ?? 0;
  }
  add(model, cells, record.queueAdditions, queue);
  return cells;
}

/** Adds to the cells, one for each interval, what is meant for this queue or crew. */
function add<Field extends string>(
  model: Model,
  cells: Cell<Field>[],
  additions: readonly Addition<Field>[],
  to: number,
): void {
  for (const one of additions) {
    if (one.to === to) cells[intervalAt(model, one.at)][one.field] += one.amount;
  }
}

const FIELD_OF: Readonly<Partial<Record<Stretch["what"], CrewField>>> = {
  busy: "busySeconds",
  idle: "idleSeconds",
  break: "breakSeconds",
  unpaidBreak: "unpaidBreakSeconds",
  offPhone: "offPhoneSeconds",
  overtime: "overtimeSeconds",
  held: "heldSeconds",
  late: "absentSeconds",
  absent: "absentSeconds",
  supervising: "offPhoneSeconds",
  evaluating: "offPhoneSeconds",
  coaching: "offPhoneSeconds",
  training: "trainingSeconds",
  licensed: "licensedSeconds",
  beside: "besideSeconds",
};

/**
 * What the record says of a crew's time, by counted interval; of the warm-up in the cell past the last, where
 * only the fields that are always booked are meant.
 */
export function crewCellsOf(record: NaiveRecord, crew: number): Cell<CrewField>[] {
  const { model } = record;
  const { count, startsSeconds } = model.intervals;
  const cells = cellsOf(model, CREW_FIELDS);
  const book = (field: CrewField, agents: number, start: number, end: number) => {
    for (let interval = 0; interval <= count; interval++) {
      const from = interval < count ? startsSeconds[interval] : 0;
      const to = interval < count ? startsSeconds[interval + 1] : startsSeconds[0];
      const seconds = Math.min(end, to) - Math.max(start, from);
      if (seconds > 0) cells[interval][field] += agents * seconds;
    }
  };
  for (const { crew: of, what, agents, from, to } of record.stretches) {
    const field = FIELD_OF[what];
    if (of !== crew || field === undefined || agents === 0 || to <= from) continue;
    book(field, agents, from, to);
    if (field === "overtimeSeconds") book("paidSeconds", agents, from, to);
    if (what === "supervising") book("supervisingSeconds", agents, from, to);
    if (what === "evaluating") book("evaluatingSeconds", agents, from, to);
    if (field === "absentSeconds") book("offPlanSeconds", agents, from, to);
  }
  for (const { agents, from, to } of plannedStretches(model, crew)) {
    book("paidSeconds", agents, from, to);
    if (agents > 0) book("plannedSeconds", agents, from, to);
  }
  add(model, cells, record.crewAdditions, crew);
  for (const call of record.attempts) {
    if (call.service?.agent.crew === crew) cells[intervalAt(model, call.endedAt)].answered++;
  }
  return cells;
}

/** What the record says of a crew's agent-shifts. */
export function shiftCellOf(record: NaiveRecord, crew: number): Cell<ShiftField> {
  const { model } = record;
  const { quota } = model.scenario.teams[model.crews.teams[crew]];
  const cell = empty(SHIFT_FIELDS);
  for (const { handled, within } of shiftsOf(record, crew)) {
    cell.agentShifts++;
    cell.handled += handled;
    cell.handledWithin += within;
    if (quota === undefined) continue;
    const contactsMet = handled >= (quota.contacts ?? 0);
    const handledMet = handled === 0 || within / handled >= (quota.handled?.share ?? 0);
    if (contactsMet) cell.quotaContactsMet++;
    if (handledMet) cell.quotaHandledMet++;
    if (contactsMet && handledMet) cell.quotaMet++;
  }
  return cell;
}

/** The agent-shifts of one crew. */
export function shiftsOf(record: NaiveRecord, crew: number) {
  return record.shifts.filter((one) => one.crew === crew);
}

/** Waits in seconds of a queue's answered calls, counted intervals only. */
export function waitsOf(record: NaiveRecord, queue: number): number[] {
  const { model } = record;
  return record.attempts
    .filter(
      (one) =>
        one.queue === queue &&
        one.outcome === "answered" &&
        intervalAt(model, one.arrivedAt) < model.intervals.count,
    )
    .map((one) => one.endedAt - one.waitsSince);
}

/** Rostered time of the crew's agents, with unpaid breaks as negative numbers of agents. */
function plannedStretches(model: Model, crew: number) {
  const { musters, changes, firstAgents } = model.crews;
  const agents = firstAgents[crew + 1] - firstAgents[crew];
  const ofMusters = musters
    .filter((muster) => muster.crew === crew)
    .flatMap((muster) => [
      { agents, from: muster.startSeconds, to: muster.endSeconds },
      ...muster.breaks
        .filter((pause) => !pause.paid)
        .map((pause) => ({
          agents: -agents,
          from: pause.dueSeconds,
          to: Math.min(pause.dueSeconds + pause.lengthSeconds, muster.endSeconds),
        })),
    ]);
  const own = changes.filter((change) => change.crew === crew);
  const ofTable = own.map((change, at) => ({
    agents: change.agents,
    from: change.atSeconds,
    to: own[at + 1]?.atSeconds ?? model.horizonSeconds,
  }));
  return [...ofMusters, ...ofTable];
}

function intervalAt(model: Model, seconds: number): number {
  const { count, startsSeconds } = model.intervals;
  for (let interval = count - 1; interval >= 0; interval--) {
    if (startsSeconds[interval] <= seconds) return interval;
  }
  return count;
}
