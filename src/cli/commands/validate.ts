import { BadInput, formatProblem, type Problem } from "../../kit/problem.js";
import { datesOf } from "../../report/text/head.js";
import { readScenario } from "../../scenario/read-scenario.js";
import type { Scenario } from "../../scenario/scenario.js";
import { print } from "../deliver.js";
import { complain } from "../failures.js";
import type { ScenarioOptions } from "../options.js";
import { readOptionsOf } from "../simulation.js";

/**
 * `callsim validate FILE...`: a line for each sound file; throws BadInput with the problems of all others.
 */
export async function validate(files: readonly string[], options: ScenarioOptions): Promise<void> {
  const problems: Problem[] = [];
  for (const file of files) {
    try {
      const { scenario, warnings } = await readScenario(file, readOptionsOf(options));
      for (const warning of warnings) complain(formatProblem(warning));
      await print(`${file}: sound: ${contentsOf(scenario)}\n`);
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new BadInput(problems);
}

function contentsOf(scenario: Scenario): string {
  const { queues, teams, cases, growth, calendar } = scenario;
  const parts = [
    counted(queues.length, "queue"),
    counted(teams.length, "team"),
    datesOf(scenario),
    counted(calendar.intervals.length, "interval"),
  ];
  if (cases.length > 0) parts.push(counted(cases.length, "case"));
  if (growth) parts.push(counted(growth.cases.length, "growth case"));
  return parts.join(", ");
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
