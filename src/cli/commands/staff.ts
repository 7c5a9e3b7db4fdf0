import { findRequirement } from "../../plan/requirement/find-requirement.js";
import type { Requirement } from "../../plan/requirement/requirement-result.js";
import { formatCsv } from "../../report/csv.js";
import { formatJson } from "../../report/json.js";
import { requirementJson } from "../../report/json-results.js";
import { requirementRows } from "../../report/rows.js";
import { formatStaffText } from "../../report/text/staff-text.js";
import { deliver } from "../deliver.js";
import { Interrupted } from "../failures.js";
import type { SimulationOptions } from "../options.js";
import { paintFor } from "../paint-for.js";
import { watchTimeLeft } from "../progress.js";
import { type Simulation, withSimulation } from "../simulation.js";

/** `callsim staff FILE`. */
export function staff(file: string, options: SimulationOptions): Promise<void> {
  return withSimulation(file, options, async (simulation) => {
    const requirement = await searchRequirement(simulation, { guarantee: true });
    await deliver("staff", formatStaff(simulation, requirement, options), options);
    if (requirement.interrupted) {
      throw new Interrupted(
        "Interrupted: these agents kept every target so far; fewer may do, or on other days more be needed.",
      );
    }
  });
}

/**
 * The agents needed, with progress; throws Interrupted when stopped before there is an answer. With a
 * guarantee they are judged on fresh replications too, and stopped, the best so far are the answer.
 */
export async function searchRequirement(
  simulation: Simulation,
  { guarantee = false } = {},
): Promise<Requirement> {
  const { scenario, asked, runner, signal } = simulation;
  const bar = simulation.progress("Searching the agents needed, replications:");
  const timeLeft = watchTimeLeft();
  try {
    return await findRequirement(scenario, {
      ...asked,
      guarantee,
      runner,
      signal,
      onReplication: (done, expected) => bar.show(done, expected, timeLeft(done, expected)),
    });
  } catch (error) {
    if (signal.aborted) throw new Interrupted("Interrupted: the agents needed were not found yet.");
    throw error;
  } finally {
    bar.clear();
  }
}

function formatStaff(
  { scenario, warnings }: Simulation,
  requirement: Requirement,
  options: SimulationOptions,
) {
  switch (options.format) {
    case "text":
      return formatStaffText({ scenario, requirement, warnings }, paintFor(options.out));
    case "json":
      return formatJson(requirementJson(scenario, requirement, warnings));
    case "csv":
      return formatCsv(requirementRows(requirement));
  }
}
