import { evaluate } from "../../run/evaluate.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Figure, Summary } from "../../statistics/summary.js";
import type { SearchOptions } from "../requirement/find-requirement.js";
import { overallMargins, servingTeams } from "../requirement/margins.js";
import { type PeriodAgents, periodScenario } from "./period-scenario.js";
import type { TeamTerms } from "./team-terms.js";
import type { Volume } from "./volumes.js";

/** What a period's mean week gave; queues that no team of the plan serves are left out. */
export interface Simulated {
  /** Of the queue nearest to missing its target. */
  readonly margin: number;
  readonly nearest: string;
  readonly level: Figure;
  readonly missed: readonly string[];
}

/** Simulates periods; none twice. */
export class Simulations {
  evaluations = 0;
  private readonly known = new Map<string, Promise<Simulated>>();
  /** Indices of the queues that a team of the plan serves; who is called waits for nobody. */
  private readonly served: readonly number[];

  constructor(
    private readonly scenario: Scenario,
    private readonly options: SearchOptions,
  ) {
    const planned = new Set(scenario.hiring!.teams.map(({ team }) => team));
    const isPlanned = (team: number) => planned.has(scenario.teams[team].name);
    this.served = servingTeams(scenario).flatMap(({ bySkill, byOverflow }, queue) =>
      [...bySkill, ...byOverflow].some(isPlanned) && !scenario.queues[queue].outbound ? [queue] : [],
    );
  }

  /** The scenario as it stands. */
  base(): Promise<Summary> {
    return this.evaluate(this.scenario);
  }

  /** A period with so many agents of each planned team, in the plan's order. */
  async period(
    volume: Volume,
    terms: readonly TeamTerms[],
    staff: readonly PeriodAgents[],
  ): Promise<Simulated> {
    const key = JSON.stringify([volume, staff]);
    const known = this.known.get(key) ?? this.simulate(volume, terms, staff);
    this.known.set(key, known);
    try {
      return await known;
    } catch (error) {
      this.known.delete(key);
      throw error;
    }
  }

  private async simulate(
    volume: Volume,
    terms: readonly TeamTerms[],
    staff: readonly PeriodAgents[],
  ): Promise<Simulated> {
    const planned = terms.map((one, index) => ({ terms: one, staff: staff[index] }));
    const scenario = periodScenario(this.scenario, volume, planned);
    const summary = await this.evaluate(scenario);
    const margins = overallMargins(scenario, summary);
    const { served } = this;
    const nearest = served.reduce((least, queue) => (margins[queue] < margins[least] ? queue : least));
    return {
      margin: margins[nearest],
      nearest: scenario.queues[nearest].name,
      level: summary.queues[nearest].figures["serviceLevel"],
      missed: served.flatMap((queue) => (margins[queue] < 0 ? [scenario.queues[queue].name] : [])),
    };
  }

  private async evaluate(scenario: Scenario): Promise<Summary> {
    const { runner, seed, replications, signal, onProgress } = this.options;
    signal?.throwIfAborted();
    const summary = await evaluate(scenario, {
      replications: replications ?? this.scenario.run.replications,
      detail: { intervals: false, weekdayIntervals: false, shifts: false },
      ...(runner && { runner }),
      ...(seed !== undefined && { seed }),
      ...(signal && { signal }),
    });
    signal?.throwIfAborted();
    this.evaluations++;
    onProgress?.(this.evaluations);
    return summary;
  }
}
