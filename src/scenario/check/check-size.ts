import { meanSeconds } from "../../random/distribution.js";
import { startsOn } from "../days.js";
import { allExpectedContacts } from "../expected-load.js";
import { withPassedOn } from "../expected-passing.js";
import type { ProblemList } from "../problem-list.js";
import type { Queue } from "../queue.js";
import type { Calendar, Shift } from "../scenario.js";
import type { Team } from "../team.js";
import { checkLeadCount } from "./check-lead-count.js";
import { formatCount } from "./format-count.js";

/** One agent on one shift is one record; this many take about 4 GB and no call centre has them. */
const MOST_AGENT_SHIFTS = 64e6;
/** Expected contacts of one replication; at 200 ns each this many take seven minutes. */
const MOST_CONTACTS = 2e9;
/**
 * Tries again that all callers together could make, were nobody ever answered; far above what they do make.
 */
const MOST_REDIALS = 1e11;
/** Off-phone blocks of one replication; at 300 ns each this many take ten minutes. */
const MOST_BLOCKS = 2e9;
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
  checkLeadCount(plan, problems, allowLarge);
  if (allowLarge) return;
  const hint = "use --allow-large if it is meant";
  for (const team of plan.teams) {
    const agentShifts = agentShiftsOf(team, plan.shifts, plan.calendar);
    if (agentShifts > MOST_AGENT_SHIFTS || mostAgentsOf(team.staffing) > MOST_AT_ONCE) {
      const part = team.staffing.kind === "roster" ? "roster" : "agents";
      const most = formatCount(MOST_AGENT_SHIFTS);
      const message = `${formatCount(agentShifts)} agent-shifts are more than the ${most}`;
      problems.at(["teams", team.name, part], `${message} that fit into memory; ${hint}`);
    }
    const away = { offPhone: team.offPhone, "quality.coaching": team.quality?.coaching };
    for (const [path, terms] of Object.entries(away)) {
      const blocks = terms ? blocksOf(team, terms, plan) : 0;
      if (blocks <= MOST_BLOCKS) continue;
      const most = formatCount(MOST_BLOCKS);
      const message = `${formatCount(blocks)} blocks in a replication are more than ${most}`;
      const at = ["teams", team.name, ...path.split("."), "block"];
      problems.at(at, `${message}; lengthen them, or ${hint}`);
    }
  }
  for (const queue of plan.queues) {
    const contacts = allExpectedContacts(queue, plan.calendar);
    if (contacts > MOST_CONTACTS) {
      const most = formatCount(MOST_CONTACTS);
      const message = `${formatCount(contacts)} contacts in a replication are more than ${most}`;
      problems.at(["queues", queue.name, "arrivals"], `${message}; ${hint}`, { ofKey: true });
    }
    const redials = contacts * redialsOf(queue, plan.calendar);
    if (redials > MOST_REDIALS) {
      const message = `callers may try again up to ${formatCount(redials)} times in a replication`;
      const remedy = `give attempts, or a lower chance or a longer after, or ${hint}`;
      problems.at(["queues", queue.name, "redial"], `${message}; ${remedy}`, { ofKey: true });
    }
  }
  reportPassedOn(plan, problems, hint);
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

/** Queues to which so many contacts come from others, or again. */
function reportPassedOn({ queues, calendar }: Plan, problems: ProblemList, hint: string): void {
  const first = queues.map((queue) => Float64Array.of(allExpectedContacts(queue, calendar)));
  for (const [index, [contacts = 0]] of withPassedOn(queues, first, calendar).entries()) {
    const [own = 0] = first[index]!;
    if (contacts <= MOST_CONTACTS || own > MOST_CONTACTS) continue;
    const many = `${formatCount(contacts)} contacts in a replication, passed on and come again among them`;
    const message = `${many}, are more than ${formatCount(MOST_CONTACTS)}`;
    problems.at(["queues", queues[index]!.name], `${message}; ${hint}`, { ofKey: true });
  }
}

/** Redials of one caller who is never answered, at most and in the mean. */
function redialsOf({ redial, patience }: Queue, calendar: Calendar): number {
  if (!redial) return 0;
  const { chance, after, attempts = Number.POSITIVE_INFINITY } = redial;
  const byChance = chance < 1 ? chance / (1 - chance) : Number.POSITIVE_INFINITY;
  const cycleSeconds = meanSeconds(after) + (patience ? meanSeconds(patience) : 0);
  return Math.min(attempts, byChance, calendar.horizonSeconds / cycleSeconds);
}

/** Blocks off the phone of all agents of a team. */
function blocksOf(
  { staffing }: Team,
  { share, blockSeconds }: { readonly share: number; readonly blockSeconds: number },
  { shifts, calendar }: Plan,
): number {
  const { horizonSeconds } = calendar;
  const lengthOf = (name: string) => shifts.find((shift) => shift.name === name)?.lengthSeconds ?? 0;
  const agentSeconds =
    staffing.kind === "roster"
      ? staffing.shifts.reduce(
          (sum, { shift, agents }) => sum + agents * lengthOf(shift) * calendar.days.length,
          0,
        )
      : mostAgentsOf(staffing) * horizonSeconds;
  return (agentSeconds * share) / blockSeconds;
}

function agentShiftsOf({ staffing }: Team, shifts: readonly Shift[], calendar: Calendar): number {
  if (staffing.kind === "constant") return staffing.agents * calendar.days.length;
  if (staffing.kind === "table") {
    return staffing.steps.reduce((most, step) => Math.max(most, step.agents), 0) * calendar.days.length;
  }
  return staffing.shifts.reduce((sum, entry) => {
    const shift = shifts.find((one) => one.name === entry.shift);
    const days = shift ? calendar.days.filter((day) => startsOn(shift, day)).length : 0;
    return sum + entry.agents * days;
  }, 0);
}

function mostAgentsOf(staffing: Team["staffing"]): number {
  if (staffing.kind === "constant") return staffing.agents;
  const counts = staffing.kind === "table" ? staffing.steps : staffing.shifts;
  return counts.reduce((most, entry) => Math.max(most, entry.agents), 0);
}
