import { WrongUsage } from "../../kit/problem.js";
import type { GrowthCase } from "../../scenario/growth.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { SearchOptions } from "../requirement/find-requirement.js";
import { followCase, stepsOf } from "./follow-case.js";
import { Growing } from "./growing.js";
import { multipliesContacts } from "./growth-paths.js";
import type { GrowthCaseResult, GrowthResult } from "./growth-result.js";

/** How growth is simulated, and how it is watched and stopped. */
export interface GrowOptions extends Omit<SearchOptions, "onProgress"> {
  /**
   * Told how many whole scenarios have been simulated, and how many of so many steps, most of them a year of
   * a case, are done.
   */
  readonly onProgress?: (evaluations: number, stepsDone: number, steps: number) => void;
}

/**
 * What the scenario's growth cases do to it. WrongUsage where it has none, or where a case multiplies
 * contacts that are recorded ones. When stopped the cases that were finished are returned, and of the one in
 * hand the years that were; before the first year, it rejects with the signal's reason.
 */
export async function grow(scenario: Scenario, options: GrowOptions = {}): Promise<GrowthResult> {
  const { growth } = scenario;
  if (!growth) throw new WrongUsage("the scenario has no section growth:");
  refuseRecorded(scenario, growth.cases);
  const steps = growth.cases.reduce((sum, one) => sum + stepsOf(scenario, one), 0);
  let evaluations = 0;
  let done = 0;
  const tell = () => options.onProgress?.(evaluations, done, steps);
  const growing = new Growing(scenario, {
    ...options,
    onSimulated() {
      evaluations++;
      tell();
    },
  });
  const today = await growing.today();
  const cases: GrowthCaseResult[] = [];
  for (const one of growth.cases) {
    try {
      const found = await followCase(growing, one, () => done++);
      cases.push(found);
      if (found.interrupted) break;
    } catch (error) {
      if (!options.signal?.aborted) throw error;
      break;
    }
  }
  return {
    baseYear: growth.baseYear,
    agentsToday: growing.agentsToday,
    today,
    cases,
    evaluations,
    replications: today.replications,
  };
}

function refuseRecorded({ queues }: Scenario, cases: readonly GrowthCase[]): void {
  const recorded = queues.find(({ arrivals }) => arrivals.kind === "replay");
  const multiplying = cases.find(multipliesContacts);
  if (!recorded || !multiplying) return;
  const why = recorded.outbound
    ? `queue ${recorded.name} calls its leads, which growth does not multiply`
    : `queue ${recorded.name} replays recorded ones: ` +
      "give the queue a volume or a table instead of the replay";
  throw new WrongUsage(`growth case ${multiplying.name} multiplies contacts, but ${why}`);
}
