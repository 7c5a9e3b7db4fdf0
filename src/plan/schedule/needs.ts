import { payAnHour } from "../../scenario/money.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type ServingTeams, servingTeams } from "../requirement/margins.js";
import type { Requirement } from "../requirement/requirement-result.js";

/** What is asked of a team. */
export interface TeamNeed {
  /** Agents on the phone, by interval. */
  readonly agents: readonly number[];
  /** By interval, how many times the price of a missing agent counts; 1 where no target was missed. */
  readonly priceTimes: readonly number[];
}

/** A queue's target that a schedule misses in an interval. */
export interface Miss {
  readonly interval: number;
  readonly queue: string;
}

/**
 * A missing agent's price grows so in each round, and no further than this: by then it is above two weeks of
 * a full-timer for each half hour.
 */
const PRICE_STEP = 4;
const MOST_TIMES = 256;
/** So many times only intervals that miss get dearer; then all of the team's, for the hole only wanders. */
const PATIENT_TIMES = 2;
/** Fewer agents than this short of the need is the part of one that absence leaves. */
const SHORT = 0.5;

/** The needs of all teams, raised where the simulated schedule misses a target. */
export class Needs {
  private readonly agents: number[][];
  private readonly priceTimes: number[][];
  /** By team, how often a target was missed for want of its agents. */
  private readonly timesShort: number[];
  private readonly serving: readonly ServingTeams[];

  constructor(
    private readonly scenario: Scenario,
    requirement: Requirement,
  ) {
    const { teams } = scenario;
    this.agents = teams.map((_, team) => requirement.intervals.map(({ agents }) => agents[team]));
    this.priceTimes = this.agents.map((numbers) => numbers.map(() => 1));
    this.timesShort = teams.map(() => 0);
    this.serving = servingTeams(scenario);
  }

  of(team: number): TeamNeed {
    return { agents: [...this.agents[team]], priceTimes: [...this.priceTimes[team]] };
  }

  /**
   * Teams in the order in which they are planned: who can do the work of others comes before them, so that
   * agents above the need help there.
   */
  inOrder(): number[] {
    const teams = [...this.scenario.teams.keys()];
    const served = (team: number) => this.scenario.teams[team].skills.length;
    return teams.sort((a, b) => served(b) - served(a) || a - b);
  }

  /**
   * What is asked of a team when others that can do all its work are planned: agents above their need, each
   * once, weighted by their speed. `spare`: by team, agents above the need by interval; taken from.
   */
  helped(team: number, spare: readonly (number[] | undefined)[]): TeamNeed {
    const { agents, priceTimes } = this.of(team);
    const rest = [...agents];
    for (const [helper, some] of spare.entries()) {
      const speed = some && helper !== team ? this.speedFor(team, helper) : 0;
      if (!some || speed === 0) continue;
      for (const [interval, hours] of some.entries()) {
        const taken = Math.min(hours, rest[interval] / speed);
        rest[interval] -= taken * speed;
        some[interval] -= taken;
      }
    }
    return { agents: rest, priceTimes };
  }

  /** How fast the helper does the slowest of the team's work, against the team; 0 where it cannot do all. */
  private speedFor(team: number, helper: number): number {
    const { teams } = this.scenario;
    const speeds = teams[team].skills.map(({ queue, speed }) => {
      const same = teams[helper].skills.find((one) => one.queue === queue);
      return same ? same.speed / speed : 0;
    });
    return speeds.length === 0 ? 0 : Math.min(1, ...speeds);
  }

  /**
   * Asks for more wherever a target is missed: where agents are missing there, or in the interval before,
   * whose callers still wait, a missing one costs more, from the third time on everywhere; where none is, one
   * agent more is needed, of the cheapest team that serves the queue. `asked`: the needs that were covered;
   * `present`: agents on the phone by team and interval. The teams of which more is asked; empty where
   * nothing more can be.
   */
  raise(
    missed: readonly Miss[],
    asked: readonly TeamNeed[],
    present: readonly (readonly number[])[],
  ): ReadonlySet<number> {
    const { teams, queues } = this.scenario;
    const raised = new Map<string, number>();
    const dearerPlaces = new Set<string>();
    for (const { interval, queue } of missed) {
      const { bySkill, byOverflow } = this.serving[queues.findIndex(({ name }) => name === queue)];
      const able = [...(bySkill.length > 0 ? bySkill : byOverflow)].sort(
        (a, b) => payAnHour(teams[a]) - payAnHour(teams[b]),
      );
      const short = able.flatMap((team) =>
        [interval, interval - 1]
          .filter((at) => asked[team].agents[at] - present[team][at] > SHORT)
          .map((at) => ({ team, at })),
      );
      const dearer = short.filter(({ team, at }) => this.priceTimes[team][at] < MOST_TIMES);
      for (const { team, at } of dearer) {
        if (raised.has(`${team} ${at}`)) continue;
        raised.set(`${team} ${at}`, team);
        dearerPlaces.add(`${team} ${at}`);
        this.priceTimes[team][at] *= PRICE_STEP;
      }
      const [cheapest] = able;
      if (short.length > 0 || cheapest === undefined || raised.has(`${cheapest} ${interval}`)) continue;
      raised.set(`${cheapest} ${interval}`, cheapest);
      this.agents[cheapest][interval]++;
    }
    const shortOf = new Set([...raised].filter(([key]) => dearerPlaces.has(key)).map(([, team]) => team));
    for (const team of shortOf) {
      if (++this.timesShort[team] <= PATIENT_TIMES) continue;
      for (const [at, times] of this.priceTimes[team].entries()) {
        if (!raised.has(`${team} ${at}`))
          this.priceTimes[team][at] = Math.min(MOST_TIMES, times * PRICE_STEP);
      }
    }
    return new Set(raised.values());
  }
}
