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
  type QueueSums,
  readCrew,
  readQueue,
  type TeamSums,
} from "./sums.js";

/**
 * Sums over a slice, one sample for each replication in their order. What a method returns holds until it, or another
 * that is about the same kind of subject, is called again: a year's intervals would otherwise make millions of objects.
 */
export class Samples {
  private readonly costs: Float64Array;
  private readonly crews: readonly (readonly number[])[];
  private readonly queueSums: QueueSums[];
  private readonly crewSums: TeamSums[];
  private readonly teamSums: TeamSums[];

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

  queue(queue: number, slice: Slice): readonly QueueSums[] {
    for (const [index, observed] of this.observations.entries()) {
      readQueue(this.model, observed, queue, slice, this.queueSums[index]);
    }
    return this.queueSums;
  }

  crew(crew: number, slice: Slice): readonly TeamSums[] {
    for (const [index, observed] of this.observations.entries()) {
      readCrew(observed, crew, this.costs[crew], slice, this.crewSums[index]);
    }
    return this.crewSums;
  }

  /** Some teams together. Their cost is that of those with pay, NaN where none has. */
  teams(teams: readonly number[], slice: Slice): readonly TeamSums[] {
    for (const sums of this.teamSums) clear(sums);
    const paid = teams.filter((team) => this.model.scenario.teams[team].pay !== undefined);
    for (const team of teams) {
      for (const crew of this.crews[team]) {
        const crewSums = this.crew(crew, slice);
        for (const [index, sums] of crewSums.entries()) {
          if (paid.length > 0 && Number.isNaN(sums.cost)) sums.cost = 0;
          addTeam(sums, this.teamSums[index]);
        }
      }
    }
    return this.teamSums;
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

function clear(sums: TeamSums): void {
  for (const name of Object.keys(sums) as (keyof TeamSums)[]) sums[name] = 0;
}
