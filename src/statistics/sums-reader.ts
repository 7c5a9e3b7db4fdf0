import type { Observations } from "../engine/observations.js";
import type { Model } from "../model/model.js";
import type { Team } from "../scenario/team.js";
import { CrewCosts } from "./crew-costs.js";
import type { TotalSums } from "./measures.js";
import { countQuality } from "./quality-measures.js";
import type { Slice } from "./slices.js";
import { addQueue, addTeam, noQueueSums, noTeamSums, Q, readCrew, readQueue, type Sums, T } from "./sums.js";
import { TargetReader } from "./target-reader.js";
import { WorkShares } from "./work-shares.js";

/**
 * Reads one replication's sums over a slice. What a method returns holds until it, or another that is about
 * the same kind of subject, is called again: a year's intervals would otherwise make millions of objects.
 */
export class SumsReader {
  private readonly costs: CrewCosts;
  private readonly shares: WorkShares;
  /** What each crew cost over all counted time, and in which observations. */
  private readonly crewCosts: Float64Array;
  private costsOf: Observations | undefined;
  private readonly crews: readonly (readonly number[])[];
  private readonly queueSums = noQueueSums();
  private readonly crewSums = noTeamSums();
  private readonly teamSums = noTeamSums();
  private readonly allQueues = noQueueSums();

  /** Who judges single days, where a target asks for that. */
  private readonly targets: TargetReader | undefined;

  constructor(private readonly model: Model) {
    const byDay = model.scenario.queues.some(({ target }) => target?.daysShare !== undefined);
    this.targets = byDay ? new TargetReader(model) : undefined;
    this.costs = new CrewCosts(model);
    this.shares = new WorkShares(model);
    this.crewCosts = new Float64Array(model.crews.count);
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
    this.targets?.countDays(observed, queue, slice, this.queueSums);
    if (this.sharesOut(slice) && this.model.scenario.teams.some(isPaid)) {
      this.readCosts(observed, slice);
      this.queueSums[Q.staffCost] = this.shares.staffCost(observed, queue, this.crewCosts);
    }
    return this.queueSums;
  }

  crew(observed: Observations, crew: number, slice: Slice): Sums {
    readCrew(observed, crew, slice, this.crewSums);
    this.costs.write(observed, crew, slice, this.crewSums);
    countQuality(this.model.scenario.teams[this.model.crews.teams[crew]], this.crewSums);
    if (this.sharesOut(slice)) this.crewSums[T.revenue] = this.shares.revenue(observed, crew);
    return this.crewSums;
  }

  /** Which crew worked for which queue is known over all counted time only. */
  private sharesOut({ intervals }: Slice): boolean {
    return this.model.sharesWork && intervals.length === this.model.intervals.count;
  }

  private readCosts(observed: Observations, slice: Slice): void {
    if (this.costsOf === observed) return;
    this.costsOf = observed;
    for (let crew = 0; crew < this.crewCosts.length; crew++) {
      this.crewCosts[crew] = this.crew(observed, crew, slice)[T.cost];
    }
  }

  /** Some teams together. Their cost is that of those with pay or a contract, NaN where none has. */
  teams(observed: Observations, teams: readonly number[], slice: Slice): Sums {
    const { crewSums, teamSums } = this;
    const anyPaid = teams.some((team) => isPaid(this.model.scenario.teams[team]));
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

function isPaid({ pay, contract }: Team): boolean {
  return pay !== undefined || contract !== undefined;
}
