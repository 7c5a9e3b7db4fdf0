import { evaluate } from "../../run/evaluate.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Figure, Summary } from "../../statistics/summary.js";
import type { SearchOptions } from "../requirement/find-requirement.js";
import { overallMargins, servingTeams } from "../requirement/margins.js";
import { type PeriodAgents, periodScenario } from "./period-scenario.js";
import type { TeamTerms } from "./team-terms.js";
import type { Volume } from "./volumes.js";

/** What a period's mean week gave a queue. */
export interface QueueService {
  readonly queue: string;
  /** By how much its target is met; negative where it is missed. */
  readonly margin: number;
  readonly level: Figure;
  /** What an agent more adds to the margin; NaN where one number of agents was simulated. */
  readonly marginPerAgent: number;
}

/** By queue; those that no team of the plan serves are left out. */
export type Simulated = readonly QueueService[];

/**
 * A target missed by less than half of the last digit that is printed, a twentieth of a percentage point, is
 * met: no simulation of so few weeks tells more.
 */
const HAIR = 0.0005;

/** Whether a target is missed. */
export function isMissed({ margin }: QueueService): boolean {
  return margin < -HAIR;
}

/** The queue nearest to missing its target. */
export function nearestOf(simulated: Simulated): QueueService {
  return simulated.reduce((least, one) => (one.margin < least.margin ? one : least));
}

/** Agents nearer to a whole number than this are that number. */
const WHOLE_WITHIN = 0.02;

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

  /**
   * A period with numbers of agents that are not whole: 26.4 are 27 in two weeks of five and 26 in the
   * others. Of several teams those with the greater fractions have their agent more in the weeks of the
   * others too.
   */
  async between(
    volume: Volume,
    terms: readonly TeamTerms[],
    exact: readonly number[],
    staffOf: (team: number, agents: number) => PeriodAgents,
  ): Promise<Simulated> {
    const mixture: Mixed[] = [];
    for (const { weight, agents } of wholeNumbers(exact)) {
      const staff = agents.map((number, team) => staffOf(team, number));
      mixture.push({ weight, agents, found: await this.period(volume, terms, staff) });
    }
    const mean = (of: (one: QueueService) => number, queue: number) =>
      mixture.reduce((sum, { weight, found }) => sum + weight * of(found[queue]), 0);
    return mixture[0].found.map((one, queue) => ({
      queue: one.queue,
      margin: mean(({ margin }) => margin, queue),
      marginPerAgent: perAgent(mixture, queue),
      level: {
        mean: mean(({ level }) => level.mean, queue),
        low: mean(({ level }) => level.low, queue),
        high: mean(({ level }) => level.high, queue),
      },
    }));
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
    return this.served.map((queue) => ({
      queue: scenario.queues[queue].name,
      margin: margins[queue],
      level: summary.queues[queue].figures["serviceLevel"],
      marginPerAgent: Number.NaN,
    }));
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

/** Whole numbers of agents, by team, and what they gave. */
interface Mixed {
  readonly weight: number;
  readonly agents: readonly number[];
  readonly found: Simulated;
}

function perAgent(mixture: readonly Mixed[], queue: number): number {
  const [fewest] = mixture;
  const most = mixture[mixture.length - 1];
  const more = most.agents.reduce((sum, one, team) => sum + one - fewest.agents[team], 0);
  return (most.found[queue].margin - fewest.found[queue].margin) / more;
}

/** Whole numbers near those that are not, with weights: together they have the exact ones as their mean. */
export function wholeNumbers(exact: readonly number[]): { weight: number; agents: number[] }[] {
  const agents = exact.map((one) => Math.floor(one + WHOLE_WITHIN));
  const parts = exact.map((one, team) => (one - agents[team] > WHOLE_WITHIN ? one - agents[team] : 0));
  const rising = [...parts.keys()]
    .filter((team) => parts[team] > 0)
    .sort((a, b) => parts[b] - parts[a] || a - b);
  const points: { weight: number; agents: number[] }[] = [];
  let above = 1;
  for (const team of rising) {
    if (above > parts[team]) points.push({ weight: above - parts[team], agents: [...agents] });
    above = parts[team];
    agents[team]++;
  }
  return [...points, { weight: above, agents }];
}
