import { evaluate } from "../../run/evaluate.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Summary } from "../../statistics/summary.js";
import type { SearchOptions } from "../requirement/find-requirement.js";
import { margin, type ServingTeams, servingTeams } from "../requirement/margins.js";
import type { Requirement } from "../requirement/requirement-result.js";
import type { Miss } from "./needs.js";
import { scheduledScenario, type TeamLines } from "./scheduled-scenario.js";

/** What simulating a schedule says of it. */
export interface Verdict {
  readonly planned: Scenario;
  readonly summary: Summary;
  /** Targets missed of those that any number of agents could meet. */
  readonly missed: readonly Miss[];
}

/**
 * A schedule is fitted to the callers that it is judged by, agents being taken out as far as these allow: so
 * it is judged by so many times the replications that agents needed are sought with, and luck weighs less.
 */
const JUDGED_TIMES = 4;

/** Simulates schedules of a scenario, all with the same callers. */
export class Judge {
  /** Whole scenarios simulated so far. */
  evaluations = 0;
  private readonly serving: readonly ServingTeams[];
  private readonly hopeless: ReadonlySet<string>;

  constructor(
    private readonly scenario: Scenario,
    requirement: Requirement,
    private readonly options: SearchOptions,
  ) {
    this.serving = servingTeams(scenario);
    this.hopeless = new Set(requirement.unmet.map(placeOf));
  }

  /** The scenario with the lines of these teams; of others as it stands. */
  scenarioOf(teams: readonly TeamLines[]): Scenario {
    return scheduledScenario(this.scenario, teams);
  }

  /** Rejects with the signal's reason when stopped; `roughly` goes on all the same, with few replications. */
  async verdict(teams: readonly TeamLines[], roughly?: number): Promise<Verdict> {
    const { seed, replications = this.scenario.run.replications, runner, signal } = this.options;
    const planned = this.scenarioOf(teams);
    const asked = roughly === undefined ? signal : undefined;
    asked?.throwIfAborted();
    const summary = await evaluate(planned, {
      replications: Math.min(JUDGED_TIMES * replications, roughly ?? Number.POSITIVE_INFINITY),
      detail: { intervals: true, weekdayIntervals: false },
      ...(runner && { runner }),
      ...(seed !== undefined && { seed }),
      ...(asked && { signal: asked }),
    });
    asked?.throwIfAborted();
    this.evaluations++;
    return { planned, summary, missed: this.missedIn(summary) };
  }

  private missedIn(summary: Summary): Miss[] {
    const { queues } = this.scenario;
    return summary.intervals.flatMap(({ queues: figures, teams }, interval) =>
      queues.flatMap((queue, index) => {
        const serves = this.serving[index].bySkill.map((team) => teams[team]);
        const miss = { interval, queue: queue.name };
        return margin(queue, figures[index], serves) < 0 && !this.hopeless.has(placeOf(miss)) ? [miss] : [];
      }),
    );
  }
}

/** Interval and queue as one text. */
function placeOf({ interval, queue }: Miss): string {
  return `${interval} ${queue}`;
}
