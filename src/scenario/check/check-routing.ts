import { suggestion } from "../../kit/nearest.js";
import type { Routing } from "../scenario.js";
import type { Team } from "../team.js";
import { treeAt } from "../tree.js";
import { isSplit } from "./check-split.js";
import { skillsOf } from "./check-teams.js";
import type { Checking } from "./checking.js";

/** The rules of routing; names that do not exist and overflow that changes nothing are reported. */
export function checkRouting(checking: Checking, teams: readonly Team[]): Routing {
  const { sections, problems } = checking;
  const queues = sections.queues.map((queue) => queue.name);
  const teamNames = sections.teams.map((team) => team.name);
  const rules = sections.routing?.overflow ?? [];
  const opened = new Set<string>();
  for (const [index, rule] of rules.entries()) {
    const path = ["routing", "overflow", index];
    if (!queues.includes(rule.queue)) {
      problems.at([...path, "queue"], `there is no queue ${rule.queue}; ${suggestion(rule.queue, queues)}`);
    }
    if (isSplit(sections, rule.queue)) {
      const message = `nobody waits in ${rule.queue}, which splits its contacts; name one of its queues`;
      problems.at([...path, "queue"], message);
    }
    const isList = treeAt(sections.tree, [...path, "to"])?.kind === "list";
    for (const [position, name] of rule.to.entries()) {
      const at = isList ? [...path, "to", position] : [...path, "to"];
      if (!teamNames.includes(name)) {
        problems.at(at, `there is no team ${name}; ${suggestion(name, teamNames)}`);
        continue;
      }
      const team = teams.find((one) => one.name === name);
      if (team?.skills.some((skill) => skill.queue === rule.queue)) {
        problems.at(at, `a circle: ${name} serves ${rule.queue} from the start, overflow cannot open it`);
      }
      const key = `${rule.queue}\n${name}`;
      if (opened.has(key)) problems.at(at, `overflow of ${rule.queue} to ${name} is given twice`);
      opened.add(key);
    }
  }
  reportUnserved(checking, opened);
  return {
    agent: sections.routing?.agent ?? "longest-idle",
    contact: sections.routing?.contact ?? "longest-waiting",
    overflow: rules.map((rule) => ({ queue: rule.queue, afterSeconds: rule.after, to: rule.to })),
  };
}

/** A queue nobody serves, not even after overflow. */
function reportUnserved({ sections, problems }: Checking, opened: ReadonlySet<string>): void {
  // A team whose skills are hidden by problems, or misspelt, may be meant to serve it.
  const queues = sections.queues.map((queue) => queue.name);
  const unclear = ({ name, value }: (typeof sections.teams)[number]) =>
    value === undefined || skillsOf(sections.tree, name).some(({ queue }) => !queues.includes(queue));
  if (sections.teams.length === 0 || sections.teams.some(unclear)) return;
  const served = new Set([...opened].map((key) => key.split("\n")[0]!));
  for (const { name } of sections.teams) {
    for (const { queue } of skillsOf(sections.tree, name)) served.add(queue);
  }
  for (const { name } of sections.queues) {
    if (served.has(name) || isSplit(sections, name)) continue;
    const teams = sections.teams.map((team) => team.name);
    const hint = `add it to the skills of ${teams.length === 1 ? teams[0] : "a team"}`;
    problems.at(["queues", name], `no team serves this queue; ${hint}`, { ofKey: true });
  }
}
