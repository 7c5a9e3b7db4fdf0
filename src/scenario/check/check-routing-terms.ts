import { nearest, suggestion } from "../../kit/nearest.js";
import type { Queue } from "../queue.js";
import type { Routing } from "../scenario.js";
import type { Team } from "../team.js";
import { treeAt } from "../tree.js";
import type { Checking } from "./checking.js";

interface Routed {
  readonly queues: readonly Queue[];
  readonly teams: readonly Team[];
  readonly routing: Routing;
}

/** Most languages and licences of a scenario: an agent's fit into one number. */
const MOST_NAMES = 30;

/**
 * Priorities that rise, ratios, reservation, languages and licences: what would change nothing is reported.
 */
export function checkRoutingTerms(checking: Checking, routed: Routed): void {
  const { problems } = checking;
  const { queues, teams, routing } = routed;
  for (const queue of queues) {
    const path = ["queues", queue.name];
    if (queue.risesSeconds !== undefined && routing.contact !== "priority") {
      const message = instead("a priority that rises is", "priority", routing.contact);
      problems.at([...path, "rises"], message, { ofKey: true, severity: "warning" });
    }
    if (queue.ratio !== undefined && routing.contact !== "ratio") {
      const message = instead("a ratio is", "ratio", routing.contact);
      problems.at([...path, "ratio"], message, { ofKey: true, severity: "warning" });
    }
  }
  for (const queue of queues) if (queue.interruptible) reportNeverInterrupted(checking, queue, routed);
  for (const team of teams) reportTooFewAgents(checking, team);
  checkNames(checking, routed);
}

function instead(what: string, asked: Routing["contact"], found: Routing["contact"]): string {
  return `${what} looked at under routing: {contact: ${asked}} only; contacts are routed by ${found}`;
}

/**
 * A contact in hand is put down for one of a queue that is not interruptible, by whom has the skill for that.
 */
function reportNeverInterrupted(
  { problems }: Checking,
  { name, channel }: Queue,
  { queues, teams, routing }: Routed,
): void {
  const others = new Set(queues.filter((queue) => !queue.interruptible).map((queue) => queue.name));
  const takes = (team: Team) =>
    team.skills.some(({ queue }) => queue === name) ||
    routing.overflow.some((rule) => rule.queue === name && rule.to.includes(team.name));
  const interrupts = (team: Team) =>
    team.skills.some(({ queue, whenFree = 1 }) => others.has(queue) && whenFree === 1);
  if (channel === "chat" || channel === "visit" || channel === "outbound") {
    const who = {
      chat: "who is in a chat waits for the next words",
      visit: "a visitor is there",
      outbound: "who has been called is on the line",
    }[channel];
    const message = `${who} and cannot be put down; leave interruptible out`;
    problems.at(["queues", name, "interruptible"], message, { ofKey: true });
  }
  if (teams.some((team) => takes(team) && interrupts(team))) return;
  const message = `nothing interrupts ${name}: no team that takes it`;
  const missing = "has a skill, one without whenFree, for a queue that is not interruptible";
  problems.at(["queues", name, "interruptible"], `${message} ${missing}`, {
    ofKey: true,
    severity: "warning",
  });
}

function reportTooFewAgents({ problems }: Checking, { name, skills, staffing }: Team): void {
  const most =
    staffing.kind === "constant"
      ? staffing.agents
      : staffing.kind === "roster"
        ? staffing.shifts.reduce((sum, { agents }) => sum + agents, 0)
        : staffing.steps.reduce((greatest, { agents }) => Math.max(greatest, agents), 0);
  for (const { queue, whenFree = 1 } of skills) {
    if (whenFree <= most || whenFree === 1) continue;
    const message = `${name} never has ${whenFree} agents, so it would never take a contact of ${queue}`;
    problems.at(["teams", name, "skills", queue, "whenFree"], message, { severity: "warning" });
  }
}

function checkNames({ sections, problems }: Checking, { queues, teams, routing }: Routed): void {
  const needed = [...new Set(queues.flatMap(({ needs = [] }) => needs))];
  const known = [...new Set(teams.flatMap(({ has = [] }) => has.map(({ name }) => name)))];
  // A team that could not be read may have what is missing.
  const areRead = teams.length === sections.teams.length;
  for (const queue of queues) {
    const named = new Set<string>();
    for (const [index, name] of (queue.needs ?? []).entries()) {
      const path = ["queues", queue.name, "needs", index];
      if (named.has(name)) problems.at(path, `${name} is named twice`);
      named.add(name);
      if (known.includes(name) || !areRead) continue;
      const hint = known.length === 0 ? "no team says has: {...}" : suggestion(name, known);
      problems.at(path, `no agent has ${name}; ${hint}`);
    }
    const needs = (queue.needs ?? []).filter((name) => known.includes(name));
    for (const team of teams) {
      const bySkill = team.skills.some((skill) => skill.queue === queue.name);
      const isOpened = routing.overflow.some(
        (rule) => rule.queue === queue.name && rule.to.includes(team.name),
      );
      const missing = needs.find((name) => !team.has?.some((one) => one.name === name));
      if ((!bySkill && !isOpened) || missing === undefined) continue;
      const way = bySkill ? "leave the skill out" : "leave it out of the overflow";
      const message = `no agent of ${team.name} has ${missing}, which ${queue.name} needs`;
      problems.at(["teams", team.name], `${message}; say how many have it, or ${way}`, { ofKey: true });
    }
  }
  if (known.length > MOST_NAMES) {
    const message = `${known.length} languages and licences; a scenario has at most ${MOST_NAMES}`;
    problems.at(["teams"], message, { ofKey: true });
  }
  if (queues.length < sections.queues.length) return;
  for (const { name: team, has = [] } of teams) {
    for (const { name } of has) {
      if (needed.includes(name)) continue;
      const path = ["teams", team, "has", name];
      const near = nearest(name, needed);
      const hint = near === undefined ? "write needs: into a queue" : `did you mean ${near}?`;
      if (treeAt(sections.tree, path)) problems.at(path, `no queue needs ${name}; ${hint}`, { ofKey: true });
    }
  }
}
