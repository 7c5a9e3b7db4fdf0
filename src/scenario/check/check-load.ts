import { contactsAtOnce, isDeferred } from "../channel.js";
import { expectedWork } from "../expected-handover.js";
import { expectedContacts, openSeconds, plannedAgents, workSeconds } from "../expected-load.js";
import { withPassedOn } from "../expected-passing.js";
import { goesOnTo } from "../outcomes.js";
import type { ProblemList } from "../problem-list.js";
import type { Queue } from "../queue.js";
import type { Calendar, Routing, Shift } from "../scenario.js";
import { splitsTo } from "../split.js";
import type { Team } from "../team.js";

interface Plan {
  readonly calendar: Calendar;
  readonly queues: readonly Queue[];
  readonly teams: readonly Team[];
  readonly shifts: readonly Shift[];
  readonly routing: Routing;
}

/**
 * Warns where callers never hang up and more work comes than the agents who may do it can do: the queue then
 * grows as long as that lasts. Queues and teams linked by skills or overflow are looked at together, interval
 * by interval; with contacts that wait over night, over all of the time too.
 */
export function checkLoad(plan: Plan, problems: ProblemList): void {
  const open = openSeconds(plan.calendar);
  const { intervals } = plan.calendar;
  for (const group of groupsOf(plan)) {
    const live = new Float64Array(intervals.length);
    let waits = 0;
    const first = group.queues.map((queue) => expectedContacts(queue, plan.calendar));
    const contacts = withPassedOn(group.queues, first, plan.calendar);
    for (const [at, work] of expectedWork(group.queues, contacts).entries()) {
      const queue = group.queues[at]!;
      const deferred = isDeferred(queue.channel);
      if (deferred) waits += (queue.backlog?.contacts ?? 0) * workSeconds(queue);
      for (const [index, seconds] of work.entries()) {
        if (deferred) waits += seconds;
        // Who calls a closed centre does not wait.
        else if (open[index]! > 0) live[index]! += seconds;
      }
    }
    const can = agentSeconds(plan, group.teams);
    checkIntervals(plan, group.queues, live, can, problems);
    const total = (numbers: Float64Array) => numbers.reduce((sum, one) => sum + one, 0);
    const load = (total(live) + waits) / total(can);
    if (waits > 0 && load > 1) {
      const first = group.queues.find(({ channel }) => isDeferred(channel))!;
      const much = Number.isFinite(load)
        ? `more work comes than the agents can do, ${Math.round(load * 100)}% of it`
        : "nobody is there to do the work";
      const message = `over all of the time ${much}; the rest is still waiting at the end`;
      problems.at(["queues", first.name], message, { ofKey: true, severity: "warning" });
    }
  }
}

/** By interval, the seconds of work that the teams' agents can do, at their fastest. */
function agentSeconds({ calendar, queues, shifts }: Plan, teams: readonly Team[]): Float64Array {
  const seconds = new Float64Array(calendar.intervals.length);
  const paceOf = ({ queue: name, speed }: Team["skills"][number]) =>
    speed * contactsAtOnce(queues.find((queue) => queue.name === name) ?? {});
  for (const team of teams) {
    const fastest = Math.max(...team.skills.map(paceOf));
    for (const [index, some] of plannedAgents(team, shifts, calendar).entries()) {
      seconds[index]! += some * fastest * calendar.intervals[index]!.lengthSeconds;
    }
  }
  return seconds;
}

function checkIntervals(
  { calendar: { intervals } }: Plan,
  queues: readonly Queue[],
  work: Float64Array,
  can: Float64Array,
  problems: ProblemList,
): void {
  const endless = queues.find(
    ({ channel, patience, lines, seats, outbound, announce, split }) =>
      !isDeferred(channel) &&
      patience === undefined &&
      lines === undefined &&
      seats === undefined &&
      outbound === undefined &&
      split === undefined &&
      announce?.leave.at(-1)?.share !== 1,
  );
  if (endless === undefined) return;
  const loads = intervals.map((_, index) => (work[index] === 0 ? 0 : work[index]! / can[index]!));
  const above = loads.filter((load) => load > 1).length;
  if (above === 0) return;
  const worst = loads.reduce((best, load, index) => (load > loads[best]! ? index : best), 0);
  const when = intervals[worst]!.start.slice(0, 16).replace("T", " ");
  const load = Number.isFinite(loads[worst])
    ? `the highest is ${Math.round(loads[worst]! * 100)}% at ${when}`
    : `as at ${when}, when nobody is there`;
  const often = `${above} of ${intervals.length} intervals`;
  const message = `callers never hang up, and in ${often} more work comes than the agents can do; ${load}`;
  problems.at(["queues", endless.name], message, { ofKey: true, severity: "warning" });
}

function groupsOf({ queues, teams, routing }: Plan): { queues: Queue[]; teams: Team[] }[] {
  const group = new Map<string, string>(queues.map((queue) => [queue.name, queue.name]));
  const rootOf = (name: string): string => {
    let root = name;
    while (group.get(root) !== root) root = group.get(root)!;
    return root;
  };
  const servedBy = teams.map((team) => [
    ...team.skills.map((skill) => skill.queue),
    ...routing.overflow.filter((rule) => rule.to.includes(team.name)).map((rule) => rule.queue),
  ]);
  for (const [first, ...others] of servedBy)
    for (const other of others) group.set(rootOf(other), rootOf(first!));
  for (const queue of queues) {
    for (const to of [...goesOnTo(queue), ...splitsTo(queue)]) {
      if (group.has(to)) group.set(rootOf(to), rootOf(queue.name));
    }
  }
  const roots = new Set(queues.map((queue) => rootOf(queue.name)));
  return [...roots].map((root) => ({
    queues: queues.filter((queue) => rootOf(queue.name) === root),
    teams: teams.filter((_, index) => rootOf(servedBy[index]![0]!) === root),
  }));
}
