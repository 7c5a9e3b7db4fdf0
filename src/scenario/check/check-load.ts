import { expectedContacts, handleSeconds, openSeconds, plannedAgents } from "../expected-load.js";
import { withPassedOn } from "../expected-passing.js";
import { passesOf } from "../outcomes.js";
import type { ProblemList } from "../problem-list.js";
import type { Queue } from "../queue.js";
import type { Calendar, Routing, Shift } from "../scenario.js";
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
 * by interval.
 */
export function checkLoad(plan: Plan, problems: ProblemList): void {
  const open = openSeconds(plan.calendar);
  for (const group of groupsOf(plan)) {
    const endless = group.queues.filter((queue) => queue.patience === undefined && queue.lines === undefined);
    if (endless.length === 0) continue;
    const { intervals } = plan.calendar;
    const work = new Float64Array(intervals.length);
    const first = group.queues.map((queue) => expectedContacts(queue, plan.calendar));
    for (const [at, counts] of withPassedOn(group.queues, first, plan.calendar).entries()) {
      const mean = handleSeconds(group.queues[at]!);
      for (const [index, contacts] of counts.entries()) {
        // Who calls a closed centre does not wait.
        if (open[index]! > 0) work[index]! += contacts * mean;
      }
    }
    const agents = new Float64Array(intervals.length);
    for (const team of group.teams) {
      const fastest = Math.max(...team.skills.map((skill) => skill.speed));
      for (const [index, some] of plannedAgents(team, plan.shifts, plan.calendar).entries()) {
        agents[index]! += some * fastest;
      }
    }
    const loads = intervals.map(({ lengthSeconds }, index) =>
      work[index] === 0 ? 0 : work[index]! / (agents[index]! * lengthSeconds),
    );
    const above = loads.filter((load) => load > 1).length;
    if (above === 0) continue;
    const worst = loads.reduce((best, load, index) => (load > loads[best]! ? index : best), 0);
    const when = intervals[worst]!.start.slice(0, 16).replace("T", " ");
    const load = Number.isFinite(loads[worst])
      ? `the highest is ${Math.round(loads[worst]! * 100)}% at ${when}`
      : `as at ${when}, when nobody is there`;
    const often = `${above} of ${intervals.length} intervals`;
    const message = `callers never hang up, and in ${often} more work comes than the agents can do; ${load}`;
    problems.at(["queues", endless[0]!.name], message, { ofKey: true, severity: "warning" });
  }
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
  for (const { name, after } of queues) {
    for (const { to } of after ? passesOf(after) : []) {
      if (group.has(to)) group.set(rootOf(to), rootOf(name));
    }
  }
  const roots = new Set(queues.map((queue) => rootOf(queue.name)));
  return [...roots].map((root) => ({
    queues: queues.filter((queue) => rootOf(queue.name) === root),
    teams: teams.filter((_, index) => rootOf(servedBy[index]![0]!) === root),
  }));
}
