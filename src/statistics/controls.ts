import type { Observations } from "../engine/observations.js";
import { islandsOf } from "../model/islands.js";
import type { Model } from "../model/model.js";
import { absentSeconds, expectedAbsentSeconds } from "./absence-control.js";
import { workloadControl } from "./workload-control.js";

/**
 * What of a replication's luck is seen and has a known mean: `workload`, of its contacts' number and handle
 * times; `absence`, of agents who do not come, or come late.
 */
export type ControlName = "workload" | "absence";

/** The controls of queues and teams that have to do with each other. */
export interface IslandControls {
  readonly queues: readonly number[];
  readonly teams: readonly number[];
  /** Those that this island may have, the more telling one first. */
  readonly names: readonly ControlName[];
  /** Place of its first control in a row of all islands' controls. */
  readonly place: number;
}

/** Control variates of a model: deviations, of expectation exactly 0, that each replication shows. */
export interface Controls {
  readonly islands: readonly IslandControls[];
  /** Of all islands together. */
  readonly count: number;
  /**
   * Writes one replication's controls, as shares of what is expected, one island after the other. Two an
   * island, so that few replications can afford them: the seconds of work that came, over all its queues, and
   * the agent seconds that did not, over all its teams.
   */
  read(observed: Observations, into: Float64Array): void;
}

/** The control variates of a model; none where its scenario's run does without. */
export function planControls(model: Model): Controls {
  const { routing, crews, scenario } = model;
  const serving = routing.everServing.map((teams) => ({ bySkill: [...teams], byOverflow: [] }));
  const islands: IslandControls[] = [];
  const readers: ((observed: Observations) => number)[] = [];
  for (const { queues, teams } of islandsOf(scenario, serving)) {
    const place = readers.length;
    const names: ControlName[] = [];
    if (scenario.run.controlVariates !== false) {
      const workload = workloadOf(model, queues);
      const ofTeams = [...crews.teams.keys()].filter((crew) => teams.includes(crews.teams[crew]));
      const absence = absenceOf(model, ofTeams);
      if (workload) names.push("workload");
      if (workload) readers.push(workload);
      if (absence) names.push("absence");
      if (absence) readers.push(absence);
    }
    islands.push({ queues, teams, names, place });
  }
  return {
    islands,
    count: readers.length,
    read(observed, into) {
      for (let index = 0; index < readers.length; index++) into[index] = readers[index](observed);
    },
  };
}

type Reader = (observed: Observations) => number;

function workloadOf(model: Model, queues: readonly number[]): Reader | undefined {
  const each = queues.map((queue) => workloadControl(model, queue));
  const expected = each.reduce((sum, one) => sum + one.expectedSeconds, 0);
  if (!(expected > 0)) return undefined;
  return (observed) => each.reduce((sum, one) => sum + one.deviationSeconds(observed), 0) / expected;
}

function absenceOf(model: Model, crews: readonly number[]): Reader | undefined {
  const expected = crews.reduce((sum, crew) => sum + expectedAbsentSeconds(model, crew), 0);
  if (!(expected > 0)) return undefined;
  return (observed) => crews.reduce((sum, crew) => sum + absentSeconds(observed, crew), 0) / expected - 1;
}
