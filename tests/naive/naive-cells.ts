import { CREW_FIELDS, type QUEUE_FIELDS } from "../../src/engine/observations.js";
import type { Model } from "../../src/model/model.js";
import type { Attempt, NaiveRecord, Stretch } from "./naive-record.js";

type Cell<Field extends string> = Record<Field, number>;
type QueueField = (typeof QUEUE_FIELDS)[number];
type CrewField = (typeof CREW_FIELDS)[number];

/** Fields of a crew's cell that the naive simulator knows of itself: all but the time off the plan. */
export const NAIVE_CREW_FIELDS = CREW_FIELDS.filter((field) => field !== "offPlanSeconds");

/**
 * What the record says of a queue's contacts of one counted interval; of the warm-up with the interval past
 * the last.
 */
export function queueCellOf(record: NaiveRecord, queue: number, interval: number): Cell<QueueField> {
  const { model } = record;
  const calls = record.attempts.filter(
    (one) => one.queue === queue && intervalAt(model, one.arrivedAt) === interval,
  );
  const rule = model.scenario.queues[queue].serviceLevel;
  const wait = (call: Attempt) => call.endedAt - call.arrivedAt;
  const count = (test: (call: Attempt) => boolean) => calls.filter(test).length;
  const sum = (of: (call: Attempt) => number) => calls.reduce((total, call) => total + of(call), 0);
  const answered = (call: Attempt) => call.outcome === "answered";
  const abandoned = (call: Attempt) => call.outcome === "abandoned";
  return {
    arrived: calls.length,
    answered: count(answered),
    abandoned: count(abandoned),
    blocked: count((call) => call.outcome === "blocked"),
    closed: count((call) => call.outcome === "closed"),
    unserved: count((call) => call.outcome === "unserved"),
    waiting: count((call) => call.outcome === "waiting"),
    answeredWithin: count((call) => answered(call) && wait(call) <= rule.withinSeconds),
    abandonedWithin: count((call) => abandoned(call) && wait(call) <= rule.withinSeconds),
    abandonedUnder: count((call) => abandoned(call) && wait(call) <= rule.underSeconds),
    answeredWaitSeconds: sum((call) => (answered(call) ? wait(call) : 0)),
    abandonedWaitSeconds: sum((call) => (abandoned(call) ? wait(call) : 0)),
    talkSeconds: sum((call) => call.service?.talk ?? 0),
    holdSeconds: sum((call) => call.service?.hold ?? 0),
    wrapSeconds: sum((call) => call.service?.wrap ?? 0),
    redialled: count((call) => call.redialled),
    overflowed: count((call) => call.service?.overflowed ?? false),
  };
}

/** What the record says of a crew's time in one counted interval. */
export function crewCellOf(record: NaiveRecord, crew: number, interval: number): Cell<CrewField> {
  const { model } = record;
  const { startsSeconds } = model.intervals;
  const [from, to] = [startsSeconds[interval], startsSeconds[interval + 1]];
  const overlap = (start: number, end: number) => Math.max(0, Math.min(end, to) - Math.max(start, from));
  const time = (what: Stretch["what"]) =>
    record.stretches
      .filter((one) => one.crew === crew && one.what === what)
      .reduce((sum, one) => sum + one.agents * overlap(one.from, one.to), 0);
  const planned = plannedStretches(model, crew);
  const planOf = (paidOnly: boolean) =>
    planned
      .filter((one) => paidOnly || one.agents > 0)
      .reduce((sum, one) => sum + one.agents * overlap(one.from, one.to), 0);
  return {
    busySeconds: time("busy"),
    idleSeconds: time("idle"),
    breakSeconds: time("break"),
    unpaidBreakSeconds: time("unpaidBreak"),
    offPhoneSeconds: time("offPhone"),
    overtimeSeconds: time("overtime"),
    paidSeconds: planOf(true) + time("overtime"),
    plannedSeconds: planOf(false),
    offPlanSeconds: Number.NaN,
    absentSeconds: time("late") + time("absent"),
    answered: record.attempts.filter(
      (one) => one.service?.agent.crew === crew && intervalAt(model, one.endedAt) === interval,
    ).length,
  };
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
