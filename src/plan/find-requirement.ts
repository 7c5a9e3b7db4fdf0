import { evaluate } from "../run/evaluate.js";
import type { Runner } from "../run/runner.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Summary } from "../statistics/summary.js";
import { withAgentsByInterval } from "./agents-by-interval.js";
import { firstGuess } from "./first-guess.js";
import { margin, servingTeams } from "./margins.js";
import type { Requirement } from "./requirement-result.js";

export interface SearchOptions {
  readonly runner?: Runner;
  readonly seed?: string;
  /** Replications of every simulation; the scenario's own number where silent. */
  readonly replications?: number;
  /** Told how many whole scenarios have been simulated. */
  readonly onProgress?: (evaluations: number) => void;
  readonly signal?: AbortSignal;
}

/** Raises in a row after which an interval counts as one that no number of agents can help. */
const MOST_RAISES = 15;
/** When agents are taken away by way of trial, so many intervals lie between one trial and the next. */
const TRIAL_DISTANCE = 3;

/**
 * The fewest agents in each interval and team with which every queue meets its target in every interval, by
 * simulation under common random numbers, so that contacts left over from one interval weigh on the next and agents
 * with several skills count once. Begins at Erlang A, adds agents where a target is missed, then takes them away one
 * by one, dearest team first, as long as nothing is missed in that interval or the two behind it. In the end no
 * single agent can be taken from any interval where the search tried it without missing a target.
 */
export async function findRequirement(scenario: Scenario, options: SearchOptions = {}): Promise<Requirement> {
  const search = new Search(scenario, options);
  const own = await search.ownSummary();
  await search.raiseUntilMet();
  await search.takeAway();
  const summary = await search.raiseUntilMet();
  return search.result(own, summary);
}

class Search {
  private readonly agents: Int32Array[];
  private readonly raises: Int32Array;
  private readonly serving;
  private readonly hopeless = new Set<number>();
  private evaluations = 0;

  constructor(
    private readonly scenario: Scenario,
    private readonly options: SearchOptions,
  ) {
    this.agents = firstGuess(scenario).map((numbers) => numbers.slice());
    this.raises = new Int32Array(scenario.calendar.intervals.length);
    this.serving = servingTeams(scenario);
  }

  /** What the scenario's own agents are on the phone. */
  ownSummary(): Promise<Summary> {
    return this.simulate(this.scenario);
  }

  /** Adds agents wherever a target is missed until none is that could be met. */
  async raiseUntilMet(): Promise<Summary> {
    while (true) {
      const { summary, margins } = await this.judge();
      let raised = false;
      for (const [interval, byQueue] of margins.entries()) {
        if (this.hopeless.has(interval) || byQueue.every((one) => one >= 0)) continue;
        if (++this.raises[interval] > MOST_RAISES) {
          this.hopeless.add(interval);
          continue;
        }
        this.raise(interval, byQueue);
        raised = true;
      }
      if (!raised || this.options.signal?.aborted) return summary;
    }
  }

  /** Takes agents away, one an interval at a time, in every third interval at once, until no more can go. */
  async takeAway(): Promise<void> {
    const intervals = this.scenario.calendar.intervals.length;
    const pay = (team: number) => this.scenario.teams[team].pay ?? 0;
    const teams = [...this.agents.keys()].sort((a, b) => pay(b) - pay(a));
    const settled = this.agents.map(() => new Uint8Array(intervals));
    let open = true;
    while (open && !this.options.signal?.aborted) {
      open = false;
      for (const team of teams) {
        for (let first = 0; first < TRIAL_DISTANCE; first++) {
          const tried: number[] = [];
          for (let interval = first; interval < intervals; interval += TRIAL_DISTANCE) {
            if (settled[team][interval] === 1 || this.agents[team][interval] === 0) continue;
            if (this.hopeless.has(interval)) continue;
            this.agents[team][interval]--;
            tried.push(interval);
          }
          if (tried.length === 0) continue;
          const { margins } = await this.judge();
          for (const interval of tried) {
            if (this.holds(margins, interval)) {
              open = true;
            } else {
              this.agents[team][interval]++;
              settled[team][interval] = 1;
            }
          }
        }
      }
    }
  }

  result(own: Summary, summary: Summary): Requirement {
    const { calendar, teams, queues } = this.scenario;
    const margins = this.margins(summary);
    return {
      teams: teams.map((team) => team.name),
      queues: queues.map((queue) => queue.name),
      intervals: calendar.intervals.map(({ start }, interval) => ({
        start,
        agents: this.agents.map((numbers) => numbers[interval]),
        rostered: own.intervals[interval].teams.map((figures) => figures["agentsAvailable"].mean),
        serviceLevels: summary.intervals[interval].queues.map((figures) => figures["serviceLevel"]),
        offered: summary.intervals[interval].queues.map((figures) => figures["offered"]),
      })),
      agentHours: this.agents.map((numbers) =>
        numbers.reduce(
          (sum, some, index) => sum + (some * calendar.intervals[index].lengthSeconds) / 3600,
          0,
        ),
      ),
      peak: this.agents.map((numbers) => numbers.reduce((most, some) => Math.max(most, some), 0)),
      summary,
      unmet: margins.flatMap((byQueue, interval) =>
        byQueue.flatMap((one, queue) => (one < 0 ? [{ interval, queue: queues[queue].name }] : [])),
      ),
      evaluations: this.evaluations,
      replications: summary.replications,
    };
  }

  /** An interval's targets and those of the next, as far as its agents are felt. */
  private holds(margins: readonly (readonly number[])[], interval: number): boolean {
    for (let near = interval; near < Math.min(interval + TRIAL_DISTANCE, margins.length); near++) {
      if (!this.hopeless.has(near) && margins[near].some((one) => one < 0)) return false;
    }
    return true;
  }

  /** Adds agents to the team that serves most of the queues that miss, the cheaper where several do. */
  private raise(interval: number, byQueue: readonly number[]): void {
    const { teams } = this.scenario;
    const helped = teams.map(() => 0);
    for (const [queue, one] of byQueue.entries()) {
      if (one >= 0) continue;
      const { bySkill, byOverflow } = this.serving[queue];
      for (const team of bySkill) helped[team] += 1 - one;
      if (bySkill.length === 0) for (const team of byOverflow) helped[team] += 1 - one;
    }
    let best = 0;
    for (const team of teams.keys()) {
      const dearer = (teams[team].pay ?? 0) > (teams[best].pay ?? 0);
      if (helped[team] > helped[best] || (helped[team] === helped[best] && !dearer)) best = team;
    }
    const missing = Math.min(1, -Math.min(...byQueue));
    const now = this.agents[best][interval];
    // An agent moves the service level by about 1 / sqrt(agents) near the target; stubborn intervals get more.
    const step = Math.floor(missing * Math.sqrt(now)) + Math.floor(this.raises[interval] / 4);
    this.agents[best][interval] = now + Math.max(1, step);
  }

  private async judge(): Promise<{ summary: Summary; margins: number[][] }> {
    const summary = await this.simulate(withAgentsByInterval(this.scenario, this.agents));
    return { summary, margins: this.margins(summary) };
  }

  private margins(summary: Summary): number[][] {
    return summary.intervals.map(({ queues, teams }) =>
      this.scenario.queues.map((queue, index) =>
        margin(
          queue,
          queues[index],
          this.serving[index].bySkill.map((team) => teams[team]),
        ),
      ),
    );
  }

  private async simulate(scenario: Scenario): Promise<Summary> {
    const { runner, seed, replications, signal, onProgress } = this.options;
    const summary = await evaluate(scenario, {
      replications: replications ?? scenario.run.replications,
      detail: { intervals: true, weekdayIntervals: false },
      ...(runner && { runner }),
      ...(seed !== undefined && { seed }),
      ...(signal && { signal }),
    });
    onProgress?.(++this.evaluations);
    return summary;
  }
}
