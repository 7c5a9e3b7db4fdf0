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
  readCrew,
  readQueue,
  type Sums,
  T,
} from "./sums.js";

/**
 * Sums over a slice, one sample for each replication in their order. What a method returns holds until it, or
 * another that is about the same kind of subject, is called again: a year's intervals would otherwise make
 * millions of objects.
 */
export class Samples {
  private readonly costs: Float64Array;
  private readonly crews: readonly (readonly number[])[];
  private readonly queueSums: Sums[];
  private readonly crewSums: Sums[];
  private readonly teamSums: Sums[];

  constructor(
    private readonly model: Model,
    private readonly observations: readonly Observations[],
  ) {
    this.costs = crewCosts(model);
    this.crews = model.scenario.teams.map((_, team) =>
      [...model.crews.teams.keys()].filter((crew) => model.crews.teams[crew] === team),
    );
    this.queueSums = observations.map(noQueueSums);
    this.crewSums = observations.map(noTeamSums);
    this.teamSums = observations.map(noTeamSums);
  }

  /** The crews of a team. */
  crewsOf(team: number): readonly number[] {
    return this.crews[team];
  }

  queue(queue: number, slice: Slice): readonly Sums[] {
    for (let index = 0; index < this.observations.length; index++) {
      readQueue(this.model, this.observations[index], queue, slice, this.queueSums[index]);
    }
    return this.queueSums;
  }

  crew(crew: number, slice: Slice): readonly Sums[] {
    for (let index = 0; index < this.observations.length; index++) {
      readCrew(this.observations[index], crew, this.costs[crew], slice, this.crewSums[index]);
    }
    return this.crewSums;
  }

  /** Some teams together. Their cost is that of those with pay, NaN where none has. */
  teams(teams: readonly number[], slice: Slice): readonly Sums[] {
    const { crewSums, teamSums } = this;
    const anyPaid = teams.some((team) => this.model.scenario.teams[team].pay !== undefined);
    for (const sums of teamSums) sums.fill(0);
    for (const team of teams) {
      for (const crew of this.crews[team]) {
        this.crew(crew, slice);
        for (let index = 0; index < crewSums.length; index++) {
          if (anyPaid && Number.isNaN(crewSums[index][T.cost])) crewSums[index][T.cost] = 0;
          addTeam(crewSums[index], teamSums[index]);
        }
      }
    }
    return teamSums;
  }

  total(slice: Slice): readonly TotalSums[] {
    const queues = this.observations.map(noQueueSums);
    for (const queue of this.model.queues.keys()) {
      for (const [index, sums] of this.queue(queue, slice).entries()) addQueue(sums, queues[index]);
    }
    const teams = this.teams([...this.crews.keys()], slice);
    return queues.map((sums, index) => ({ queues: sums, teams: teams[index] }));
  }
}
