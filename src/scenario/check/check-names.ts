import { nearest } from "../../kit/nearest.js";
import { findPath } from "../find-path.js";
import type { MEASURES } from "../measure-names.js";
import { mechanismsOf } from "../mechanisms.js";
import type { ProblemList } from "../problem-list.js";
import { notInUse, parsePromise, parseSubject } from "../promise.js";
import type { Scenario } from "../scenario.js";
import type { Sections } from "../sections.js";
import { namesAt, type Path, pathText, treeAt } from "../tree.js";

/** Names that would be taken for something else: `total` in measures, blanks nobody sees. */
export function checkNames({ tree }: Sections, problems: ProblemList): void {
  for (const section of ["queues", "teams", "shifts"]) {
    for (const name of namesAt(tree, [section])) {
      if (name.trim() !== name) {
        problems.at([section, name], "the name begins or ends with a blank; remove it", { ofKey: true });
      }
      if (name === "total" && section !== "shifts") {
        const message = "total stands for all queues and teams together; choose another name";
        problems.at([section, name], message, { ofKey: true });
      }
    }
  }
}

/** Sources must speak of values that are there. */
export function checkSources({ tree }: Sections, problems: ProblemList): void {
  for (const text of namesAt(tree, ["sources"])) {
    const path = findPath(tree, text);
    let known = 0;
    while (known < path.length && treeAt(tree, path.slice(0, known + 1))) known++;
    if (known === path.length) continue;
    const missing = String(path[known]);
    const near = nearest(missing, namesAt(tree, path.slice(0, known)));
    const parent = known === 0 ? "the scenario" : pathText(path.slice(0, known));
    const hint = near === undefined ? "" : `; did you mean ${near}?`;
    problems.at(["sources", text], `${parent} has no ${missing}${hint}`, { ofKey: true });
  }
}

/** Promises and the stopping rule must name figures there are. */
export function checkPromises({ tree, expect, run }: Sections, problems: ProblemList): void {
  const names = { queues: namesAt(tree, ["queues"]), teams: namesAt(tree, ["teams"]) };
  for (const [index, text] of (expect ?? []).entries()) {
    const parsed = parsePromise(text, names);
    if ("problem" in parsed) problems.at(["expect", index], parsed.problem);
  }
  if (!run?.precision) return;
  const path: Path = ["run", "precision"];
  const subject = parseSubject(run.precision.measure, names);
  if ("problem" in subject) problems.at([...path, "measure"], subject.problem);
  else if (subject.value.unit === "share" && run.precision.halfWidth >= 1) {
    const found = `found ${run.precision.halfWidth}`;
    problems.at(
      [...path, "halfWidth"],
      `${found}; ${subject.value.measure} is a share: write one such as 1%`,
    );
  }
  if (run.precision.most < run.replications) {
    const fewest = `expected at least the ${run.replications} replications of run`;
    problems.at([...path, "most"], `found ${run.precision.most}; ${fewest}`);
  }
}

/** Promises and the stopping rule must name figures of mechanisms that the scenario uses. `known`: all. */
export function checkFiguresInUse(
  { tree, expect, run }: Sections,
  scenario: Omit<Scenario, "hash">,
  problems: ProblemList,
  known?: typeof MEASURES,
): void {
  const names = { queues: namesAt(tree, ["queues"]), teams: namesAt(tree, ["teams"]) };
  const mechanisms = mechanismsOf(scenario);
  const figures = [
    ...(expect ?? []).map((text, index) => ({ at: ["expect", index], read: parsePromise(text, names) })),
    ...(run?.precision
      ? [{ at: ["run", "precision", "measure"], read: parseSubject(run.precision.measure, names) }]
      : []),
  ];
  for (const { at, read } of figures) {
    const problem = "value" in read && notInUse(read.value, mechanisms, undefined, known);
    if (problem) problems.at(at, problem);
  }
}
