import { WrongUsage } from "../../kit/problem.js";
import { hire } from "../../plan/hire/hire.js";
import type { HiringResult } from "../../plan/hire/hiring-result.js";
import { formatHiringCsv } from "../../report/hiring/hiring-csv.js";
import { hiringJson } from "../../report/hiring/hiring-json.js";
import { formatJson } from "../../report/json.js";
import { formatHiringText } from "../../report/text/hiring-text.js";
import { deliver } from "../deliver.js";
import { Interrupted } from "../failures.js";
import type { HireCommandOptions } from "../hire-options.js";
import { paintFor } from "../paint-for.js";
import { watchTimeLeft } from "../progress.js";
import { type Simulation, withSimulation } from "../simulation.js";

/** `callsim hire FILE`: whom to hire when, at least cost, so that the targets hold. */
export function hireFor(file: string, options: HireCommandOptions): Promise<void> {
  return withSimulation(file, options, async (simulation) => {
    if (!simulation.scenario.hiring) {
      throw new WrongUsage(
        `${file} has no section hiring:; it says who is there, who leaves, who may be hired`,
      );
    }
    const result = await findPlans(simulation, options);
    await deliver("hire", formatPlans(simulation, result, options), options);
    if (!result.interrupted) return;
    throw new Interrupted(`Interrupted: ${saysOf(result, simulation.scenario.hiring.unit)}`);
  });
}

async function findPlans(simulation: Simulation, { gap, rounds }: HireCommandOptions): Promise<HiringResult> {
  const { scenario, asked, runner, signal } = simulation;
  const bar = simulation.progress("Planning whom to hire, simulations:");
  const timeLeft = watchTimeLeft(1);
  try {
    return await hire(scenario, {
      ...asked,
      runner,
      signal,
      ...(gap !== undefined && { limits: { gap } }),
      ...(rounds !== undefined && { rounds }),
      onHiring: ({ doing, done, of }) => {
        const left = timeLeft(done / of);
        bar.show(done, of, [DOING[doing], ...(left === "" ? [] : [left])].join(", "));
      },
    });
  } catch (error) {
    if (signal.aborted) throw new Interrupted("Interrupted: no plan was found yet.");
    throw error;
  } finally {
    bar.clear();
  }
}

const DOING = {
  need: "agents needed",
  chosen: "least cost",
  replacing: "hire as you lose",
  frozen: "hire nobody",
} as const;

/** What a plan that somebody stopped is worth. */
function saysOf({ plans }: HiringResult, unit: "month" | "week"): string {
  const unknown = plans.flatMap(({ service }) => service.filter(({ meets }) => meets === undefined)).length;
  const ways = plans.length === 1 ? "the first is found" : `the first ${plans.length} are found`;
  const known =
    unknown === 0 ? "all simulated" : `${unknown} ${unit}${unknown === 1 ? "" : "s"} not simulated`;
  return `of the ways to hire ${ways}, ${known}.`;
}

function formatPlans(
  { scenario, warnings }: Simulation,
  result: HiringResult,
  options: HireCommandOptions,
): string {
  switch (options.format) {
    case "text":
      return formatHiringText({ scenario, result, warnings }, paintFor(options.out));
    case "json":
      return formatJson(hiringJson(scenario, result, warnings));
    case "csv":
      return formatHiringCsv(scenario, result);
  }
}
