import type { Observations } from "../engine/observations.js";
import type { Model } from "../model/model.js";
import type { TotalSums } from "./measures.js";
import type { Slice } from "./slices.js";
import {
  addQueue,
  addTeam,
  crewCosts,
  noQueueSums,
  noTeamSums,
  Q,
  readCrew,
  readQueue,
  type Sums,
  T,
} from "./sums.js";

/**
 * Reads one replication's sums over a slice. What a method returns holds until it, or another that is about
 * the same kind of subject, is called again: a year's intervals would otherwise make millions of objects.
 */
export class SumsReader {
  private readonly costs: Float64Array;
  private readonly crews: readonly (readonly number[])[];
  private readonly queueSums = noQueueSums();
  private readonly crewSums = noTeamSums();
  private readonly teamSums = noTeamSums();
  private readonly allQueues = noQueueSums();

  constructor(private readonly model: Model) {
    this.costs = crewCosts(model);
    this.crews = model.scenario.teams.map((_, team) =>
      [...model.crews.teams.keys()].filter((crew) => model.crews.teams[crew] === team),
    );
  }

  /** The crews of a team. */
  crewsOf(team: number): readonly number[] {
    return this.crews[team];
  }

  queue(observed: Observations, queue: number, slice: Slice): Sums {
    readQueue(this.model, observed, queue, slice, this.queueSums);
    return this.queueSums;
  }

  crew(observed: Observations, crew: number, slice: Slice): Sums {
    readCrew(observed, crew, this.costs[crew], slice, this.crewSums);
    return this.crewSums;
  }

  /** Some teams together. Their cost is that of those with pay, NaN where none has. */
  teams(observed: Observations, teams: readonly number[], slice: Slice): Sums {
    const { crewSums, teamSums } = this;
    const anyPaid = teams.some((team) => this.model.scenario.teams[team].pay !== undefined);
    teamSums.fill(0);
    for (const team of teams) {
      for (const crew of this.crews[team]) {
        this.crew(observed, crew, slice);
        if (anyPaid && Number.isNaN(crewSums[T.cost])) crewSums[T.cost] = 0;
        addTeam(crewSums, teamSums);
      }
    }
    return teamSums;
  }

  /**
   * Some queues and teams together. The value lost is that of queues whose customers have one, NaN where none
   * has.
   */
  total(
    observed: Observations,
    { queues, teams }: { readonly queues: readonly number[]; readonly teams: readonly number[] },
    slice: Slice,
  ): TotalSums {
    const { allQueues } = this;
    allQueues.fill(0);
    const anyValued = queues.some(
      (queue) => this.model.scenario.queues[queue].customers?.yearlyValue !== undefined,
    );
    for (const queue of queues) {
      const sums = this.queue(observed, queue, slice);
      if (anyValued && Number.isNaN(sums[Q.valueLost])) sums[Q.valueLost] = 0;
      addQueue(sums, allQueues);
    }
    return { queues: allQueues, teams: this.teams(observed, teams, slice) };
  }
}
