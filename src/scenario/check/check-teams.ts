import { suggestion } from "../../kit/nearest.js";
import type { Shift, Skill, Staffing, Team } from "../scenario.js";
import type { TeamInput } from "../schema/team.js";
import { readStaff } from "../tables/read-staff.js";
import { namesAt } from "../tree.js";
import { type Checking, checkDistribution, tableAt } from "./checking.js";

/** The teams with their names resolved and tables read; one with problems is left out, they are reported. */
export function checkTeams(checking: Checking, shifts: readonly Shift[]): Team[] {
  return checking.sections.teams.flatMap(({ name, value }) => {
    const team = value && checkTeam(checking, name, value, shifts);
    return team ? [team] : [];
  });
}

function checkTeam(
  checking: Checking,
  name: string,
  input: TeamInput,
  shifts: readonly Shift[],
): Team | undefined {
  const skills = checkSkills(checking, name, input.skills);
  const staffing = checkStaffing(checking, name, input, shifts);
  const lateness = input.lateness && checkDistribution(checking, input.lateness, ["teams", name, "lateness"]);
  if (input.lateness && staffing?.kind === "table") {
    const message =
      "agents from a table have no start of shift to be late for; use a roster, or leave lateness out";
    checking.problems.at(["teams", name, "lateness"], message, { ofKey: true });
  }
  if (!skills || !staffing || (input.lateness && !lateness)) return undefined;
  const { quota } = input;
  return {
    name,
    skills,
    staffing,
    ...(input.pay === undefined ? {} : { pay: input.pay }),
    absenceShare: input.absence,
    ...(lateness ? { lateness } : {}),
    ...(input.offPhone
      ? { offPhone: { share: input.offPhone.share, blockSeconds: input.offPhone.block } }
      : {}),
    ...(quota
      ? {
          quota: {
            ...(quota.contacts === undefined ? {} : { contacts: quota.contacts }),
            ...(quota.handled === undefined || quota.within === undefined
              ? {}
              : { handled: { share: quota.handled, withinSeconds: quota.within } }),
          },
        }
      : {}),
  };
}

function checkSkills({ sections, problems }: Checking, team: string, input: TeamInput["skills"]) {
  const path = ["teams", team, "skills"];
  const queues = sections.queues.map((queue) => queue.name);
  const skills: Skill[] = [];
  let wrong = false;
  const add = (queue: string, at: string | number, preference: number, speed: number) => {
    const known = queues.includes(queue);
    const twice = skills.some((skill) => skill.queue === queue);
    if (!known)
      problems.at([...path, at], `there is no queue ${queue}; ${suggestion(queue, queues)}`, { ofKey: true });
    if (twice) problems.at([...path, at], `${queue} is named twice`);
    wrong ||= !known || twice;
    skills.push({ queue, preference, speed });
  };
  if (Array.isArray(input)) {
    for (const [index, queue] of (input as readonly string[]).entries()) add(queue, index, index + 1, 1);
  } else {
    const terms = input as Exclude<TeamInput["skills"], readonly string[]>;
    for (const queue of namesAt(sections.tree, path)) {
      add(queue, queue, terms[queue]!.preference, terms[queue]!.speed);
    }
  }
  return wrong ? undefined : skills;
}

function checkStaffing(
  checking: Checking,
  team: string,
  { agents, roster }: TeamInput,
  shifts: readonly Shift[],
): Staffing | undefined {
  const { problems, calendar } = checking;
  const path = ["teams", team];
  if (agents !== undefined && roster !== undefined) {
    problems.at([...path, "roster"], "found agents and roster together; expected one of them", {
      ofKey: true,
    });
    return undefined;
  }
  if (roster !== undefined) return checkRoster(checking, team, roster, shifts);
  if (agents === undefined) {
    problems.at(path, "found neither agents nor roster; expected one of them, as in agents: 40", {
      ofKey: true,
    });
    return undefined;
  }
  if (typeof agents === "number") {
    if (agents === 0) problems.at([...path, "agents"], "the team has no agents", { severity: "warning" });
    return { kind: "constant", agents };
  }
  const tablePath = [...path, "agents", "table"];
  const steps = tableAt(checking, tablePath, agents.table, (text) =>
    readStaff(text, agents.table, calendar, team, (problem) => problems.take(problem)),
  );
  if (steps && !problems.hasErrors && !steps.some((step) => step.agents > 0)) {
    problems.at(tablePath, `${team} is never on shift: ${agents.table} has no agents within the calendar`);
  }
  return steps && { kind: "table", steps };
}

function checkRoster(
  { sections, problems, calendar }: Checking,
  team: string,
  roster: Record<string, number>,
  shifts: readonly Shift[],
): Staffing | undefined {
  const path = ["teams", team, "roster"];
  const names = namesAt(sections.tree, path);
  const known = sections.shifts.map((shift) => shift.name);
  if (names.length === 0) {
    problems.at(path, "found an empty map; expected agents by shift, as in {early: 20}", { ofKey: true });
    return undefined;
  }
  let wrong = false;
  for (const name of names) {
    if (known.includes(name)) continue;
    const hint = known.length === 0 ? "the file has no shifts" : suggestion(name, known);
    problems.at([...path, name], `there is no shift ${name}; ${hint}`, { ofKey: true });
    wrong = true;
  }
  const readable = names.every((name) => shifts.some((shift) => shift.name === name));
  if (wrong || !readable) return undefined;
  const works = shifts.some(
    (shift) =>
      roster[shift.name]! > 0 &&
      calendar.days.some((day) => (day.holiday ? shift.holiday : shift.weekdays[day.weekday]!)),
  );
  if (!works) {
    const message = names.every((name) => roster[name] === 0)
      ? `${team} is never on shift: the roster has no agents`
      : `${team} is never on shift: none of its shifts falls on a day of the calendar`;
    problems.at(path, message, { ofKey: true });
  }
  return { kind: "roster", shifts: names.map((shift) => ({ shift, agents: roster[shift]! })) };
}
