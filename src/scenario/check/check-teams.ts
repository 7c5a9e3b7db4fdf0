import { suggestion } from "../../kit/nearest.js";
import { startsOn } from "../days.js";
import type { Shift } from "../scenario.js";
import type { TeamInput } from "../schema/team.js";
import { readStaff } from "../tables/read-staff.js";
import type { Has, Skill, Staffing, Team } from "../team.js";
import { namesAt, type Path, type Tree, treeAt } from "../tree.js";
import { teamMoneyOf } from "./check-money.js";
import { licenceOf, peopleOf, pressureOf } from "./check-people.js";
import { qualityOf } from "./check-quality.js";
import { isSplit } from "./check-split.js";
import { type Checking, checkDistribution, tableAt } from "./checking.js";

/** The teams with their names resolved and tables read; one with problems is left out, they are reported. */
export function checkTeams(checking: Checking, shifts: readonly Shift[]): Team[] {
  return checking.sections.teams.flatMap(({ name, value }) => {
    reportUnknownNames(checking, name);
    const team = value && checkTeam(checking, name, value, shifts);
    return team ? [team] : [];
  });
}

/**
 * The queues a team names as its skills, with the path of each; from the text, so that other faults do not
 * hide them.
 */
export function skillsOf(tree: Tree, team: string): { readonly queue: string; readonly path: Path }[] {
  const path = ["teams", team, "skills"];
  const skills = treeAt(tree, path);
  if (skills?.kind === "map") return namesAt(tree, path).map((queue) => ({ queue, path: [...path, queue] }));
  if (skills?.kind !== "list") return [];
  return skills.items.flatMap((item, index) =>
    item.kind === "scalar" ? [{ queue: String(item.value), path: [...path, index] }] : [],
  );
}

function reportUnknownNames({ sections, problems }: Checking, team: string): void {
  const queues = sections.queues.map((queue) => queue.name);
  const shifts = sections.shifts.map((shift) => shift.name);
  const named = new Set<string>();
  for (const { queue, path } of skillsOf(sections.tree, team)) {
    if (!queues.includes(queue)) {
      problems.at(path, `there is no queue ${queue}; ${suggestion(queue, queues)}`, { ofKey: true });
    }
    if (isSplit(sections, queue)) {
      const message = `nobody waits in ${queue}, which splits its contacts; name the queues it splits among`;
      problems.at(path, message, { ofKey: true });
    }
    if (named.has(queue)) problems.at(path, `${queue} is named twice`);
    named.add(queue);
  }
  for (const shift of namesAt(sections.tree, ["teams", team, "roster"])) {
    if (shifts.includes(shift)) continue;
    const hint = shifts.length === 0 ? "the file has no shifts" : suggestion(shift, shifts);
    problems.at(["teams", team, "roster", shift], `there is no shift ${shift}; ${hint}`, { ofKey: true });
  }
}

function checkTeam(
  checking: Checking,
  name: string,
  input: TeamInput,
  shifts: readonly Shift[],
): Team | undefined {
  const skills = skillTerms(checking, name, input.skills);
  const staffing = checkStaffing(checking, name, input, shifts);
  const lateness = input.lateness && checkDistribution(checking, input.lateness, ["teams", name, "lateness"]);
  if (input.lateness && staffing?.kind === "table") {
    const message =
      "agents from a table have no start of shift to be late for; use a roster, or leave lateness out";
    checking.problems.at(["teams", name, "lateness"], message, { ofKey: true });
  }
  const people = peopleOf(checking, name, input);
  const quality = qualityOf(checking, name, input);
  if (!staffing || !people || (input.lateness && !lateness)) return undefined;
  const { quota } = input;
  const money = teamMoneyOf(checking, name, input);
  return {
    name,
    skills,
    staffing,
    ...money,
    absenceShare: input.absence,
    ...(input.has ? { has: hasOf(checking, name, input.has) } : {}),
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
            ...(quota.pressure ? { pressure: pressureOf(quota.pressure) } : {}),
          },
        }
      : {}),
    ...people,
    ...quality,
  };
}

function hasOf({ sections }: Checking, team: string, has: NonNullable<TeamInput["has"]>): Has[] {
  return namesAt(sections.tree, ["teams", team, "has"]).map((name) => ({ name, ...has[name]! }));
}

function skillTerms({ sections }: Checking, team: string, input: TeamInput["skills"]): Skill[] {
  return skillsOf(sections.tree, team).map(({ queue }, index) => {
    if (Array.isArray(input)) return { queue, preference: index + 1, speed: 1 };
    const terms = (input as Exclude<TeamInput["skills"], readonly string[]>)[queue]!;
    const { preference, speed, whenFree = 1, licence } = terms;
    return {
      queue,
      preference,
      speed,
      ...(whenFree > 1 ? { whenFree } : {}),
      ...(licence ? { licence: licenceOf(licence) } : {}),
    };
  });
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
  if (names.length === 0) {
    problems.at(path, "found an empty map; expected agents by shift, as in {early: 20}", { ofKey: true });
    return undefined;
  }
  const readable = names.every((name) => shifts.some((shift) => shift.name === name));
  if (!readable) return undefined;
  const works = shifts.some(
    (shift) => roster[shift.name]! > 0 && calendar.days.some((day) => startsOn(shift, day)),
  );
  if (!works) {
    const message = names.every((name) => roster[name] === 0)
      ? `${team} is never on shift: the roster has no agents`
      : `${team} is never on shift: none of its shifts falls on a day of the calendar`;
    problems.at(path, message, { ofKey: true });
  }
  return { kind: "roster", shifts: names.map((shift) => ({ shift, agents: roster[shift]! })) };
}
