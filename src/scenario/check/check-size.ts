import { expectedContacts, worksOn } from "../expected-load.js";
import type { ProblemList } from "../problem-list.js";
import type { Calendar, Queue, Shift, Team } from "../scenario.js";
import { formatCount } from "./format-count.js";

/** One agent on one shift is one record; this many take about 4 GB and no call centre has them. */
const MOST_AGENT_SHIFTS = 64e6;
/** Expected contacts of one replication; at 200 ns each this many take seven minutes. */
const MOST_CONTACTS = 2e9;
/** Cells of results, one for each queue or crew in each interval; this many take about 3 GB. */
const MOST_CELLS = 20e6;
const MOST_AT_ONCE = 20e6;

interface Plan {
  readonly calendar: Calendar;
  readonly queues: readonly Queue[];
  readonly teams: readonly Team[];
  readonly shifts: readonly Shift[];
}

/**
 * Refuses a scenario too large to simulate on one machine, from an estimate of memory and events, unless
 * `allowLarge`.
 */
export function checkSize(plan: Plan, problems: ProblemList, allowLarge: boolean): void {
  if (allowLarge) return;
  const hint = "use --allow-large if it is meant";
  for (const team of plan.teams) {
    const agentShifts = agentShiftsOf(team, plan.shifts, plan.calendar);
    if (agentShifts > MOST_AGENT_SHIFTS || mostAgents(team) > MOST_AT_ONCE) {
      const part = team.staffing.kind === "roster" ? "roster" : "agents";
      const most = formatCount(MOST_AGENT_SHIFTS);
      const message = `${formatCount(agentShifts)} agent-shifts are more than the ${most}`;
      problems.at(["teams", team.name, part], `${message} that fit into memory; ${hint}`);
    }
  }
  for (const queue of plan.queues) {
    const contacts = expectedContacts(queue, plan.calendar).reduce((sum, some) => sum + some, 0);
    if (contacts > MOST_CONTACTS) {
      const most = formatCount(MOST_CONTACTS);
      const message = `${formatCount(contacts)} contacts in a replication are more than ${most}`;
      problems.at(["queues", queue.name, "arrivals"], `${message}; ${hint}`, { ofKey: true });
    }
  }
  const crews = plan.teams.reduce(
    (sum, { staffing }) => sum + (staffing.kind === "roster" ? staffing.shifts.length : 1),
    0,
  );
  const cells = (plan.queues.length + crews) * plan.calendar.intervals.length;
  if (cells > MOST_CELLS) {
    const message = `${formatCount(cells)} results by interval are more than ${formatCount(MOST_CELLS)}`;
    problems.at(["calendar", "days"], `${message}; count fewer days or longer intervals, or ${hint}`);
  }
}

function agentShiftsOf({ staffing }: Team, shifts: readonly Shift[], calendar: Calendar): number {
  if (staffing.kind === "constant") return staffing.agents * calendar.days.length;
  if (staffing.kind === "table") {
    return staffing.steps.reduce((most, step) => Math.max(most, step.agents), 0) * calendar.days.length;
  }
  return staffing.shifts.reduce((sum, entry) => {
    const shift = shifts.find((one) => one.name === entry.shift);
    const days = shift ? calendar.days.filter((day) => worksOn(shift, day)).length : 0;
    return sum + entry.agents * days;
  }, 0);
}

function mostAgents({ staffing }: Team): number {
  if (staffing.kind === "constant") return staffing.agents;
  const counts = staffing.kind === "table" ? staffing.steps : staffing.shifts;
  return counts.reduce((most, entry) => Math.max(most, entry.agents), 0);
}
