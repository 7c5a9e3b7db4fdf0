import { suggestion } from "../../kit/nearest.js";
import type { ProblemList } from "../problem-list.js";
import type { Sections } from "../sections.js";
import { namesAt, type Path, treeAt } from "../tree.js";

/**
 * What the sections `schedule` and `hiring` name must be there. It is looked up in the file as it stands, so
 * that a name is told together with whatever else is wrong in its section.
 */
export function checkPlanNames({ tree, teams, growth }: Sections, problems: ProblemList): void {
  const known = {
    team: teams.map(({ name }) => name),
    template: namesAt(tree, ["schedule", "templates"]),
    case: growth?.cases.map(({ name }) => name) ?? [],
  };
  const unknown = (what: string, name: string, names: readonly string[]) =>
    `there is no ${what} ${name}; ${suggestion(name, names)}`;
  for (const path of [
    ["schedule", "teams"],
    ["hiring", "teams"],
  ]) {
    for (const team of namesAt(tree, path)) {
      if (known.team.includes(team)) continue;
      problems.at([...path, team], unknown("team", team, known.team), { ofKey: true });
    }
  }
  for (const team of namesAt(tree, ["schedule", "teams"])) {
    const path: Path = ["schedule", "teams", team, "templates"];
    const listed = treeAt(tree, path);
    for (let index = 0; listed?.kind === "list" && index < listed.items.length; index++) {
      const template = textAt(tree, [...path, index]);
      if (template === undefined || known.template.includes(template)) continue;
      problems.at([...path, index], unknown("template", template, known.template));
    }
  }
  const path: Path = ["hiring", "volume", "growth"];
  const growthCase = textAt(tree, path);
  if (growthCase === undefined || known.case.includes(growthCase)) return;
  problems.at(
    path,
    known.case.length > 0
      ? unknown("growth case", growthCase, known.case)
      : `there is no growth case ${growthCase}; the file has no section growth:`,
  );
}

function textAt(tree: Sections["tree"], path: Path): string | undefined {
  const found = treeAt(tree, path);
  return found?.kind === "scalar" && typeof found.value === "string" ? found.value : undefined;
}
