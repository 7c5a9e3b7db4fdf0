import { type Island, islandsOf } from "../../model/islands.js";
import { evaluate } from "../../run/evaluate.js";
import { payAnHour } from "../../scenario/money.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Summary } from "../../statistics/summary.js";
import { type AgentsByInterval, withAgentsByInterval } from "./agents-by-interval.js";
import type { SearchOptions } from "./find-requirement.js";
import { firstGuess } from "./first-guess.js";
import { margin, type ServingTeams, servingTeams } from "./margins.js";
import { type Trade, tradesOf } from "./trades.js";

/** Raises after which an interval counts as one whose target no number of agents can meet. */
const MOST_RAISES = 15;
/** After so many raises all teams that could help get more, not only the likeliest. */
const STUBBORN_RAISES = 6;
/**
 * Where a target cannot be met, agents are taken away as long as its figure falls by no more than this share.
 */
const UNATTAINED_SLACK = 0.005;
/**
 * When several intervals are tried at once, so many lie between one and the next: what one does, few others
 * feel.
 */
const NEAR = 4;
/** A trade that goes well is made again, so many times in a row at most. */
const MOST_PASSES = 3;
/** The last trials are farther apart, as far as this many simulations of all teams allow. */
const LAST_TRIALS = 24;
const LAST_NEAREST = 8;

/** By interval and queue, how far a target is met; negative where it is missed. */
type Margins = readonly (readonly number[])[];

/** So many agents more or fewer, by team, in one interval. */
interface Trial {
  readonly interval: number;
  readonly change: readonly number[];
}

/** The agents of a search for a requirement, and the ways to change them; see find-requirement.ts. */
export class RequirementSearch {
  readonly agents: Int32Array[];
  evaluations = 0;
  private readonly guess: AgentsByInterval;
  private readonly serving: readonly ServingTeams[];
  private readonly islands: readonly Island[];
  /**
   * Teams in the order in which agents are taken away: dearest first, then who serves fewest queues; those of
   * different islands at once.
   */
  private readonly takeFrom: readonly (readonly number[])[];
  private readonly trades: readonly Trade[];
  private readonly raises: Int32Array;
  /**
   * By interval and queue, the margin asked for: 0, or what the most agents reached where no number reaches
   * that.
   */
  private readonly bars: readonly Float64Array[];
  /** By team and interval, how many agents are taken away in the next trial; 0 where one cannot go. */
  private readonly takes: readonly Int32Array[];
  /** By trade and interval, how often the trade is made in the next trial; 0 where it was tried in vain. */
  private readonly repeats: readonly Int32Array[];

  constructor(
    private readonly scenario: Scenario,
    private readonly options: SearchOptions,
  ) {
    const { teams, queues, calendar } = scenario;
    const { length } = calendar.intervals;
    this.guess = firstGuess(scenario);
    this.agents = this.guess.map((numbers) => numbers.slice());
    this.serving = servingTeams(scenario);
    this.islands = islandsOf(scenario, this.serving);
    const pay = (team: number) => payAnHour(teams[team]);
    const skills = (team: number) => teams[team].skills.length;
    const inTurn = this.islands.map((island) =>
      [...island.teams].sort((a, b) => pay(b) - pay(a) || skills(a) - skills(b)),
    );
    const turns = Math.max(...inTurn.map((some) => some.length));
    this.takeFrom = Array.from({ length: turns }, (_, turn) =>
      inTurn.flatMap((some) => some.slice(turn, turn + 1)),
    );
    this.trades = tradesOf(scenario, this.serving);
    this.raises = new Int32Array(length);
    this.bars = calendar.intervals.map(() => new Float64Array(queues.length));
    this.takes = teams.map(() => new Int32Array(length).fill(1));
    this.repeats = this.trades.map(() => new Int32Array(length).fill(1));
  }

  /** What the scenario's own agents are on the phone. */
  ownSummary(): Promise<Summary> {
    return this.simulate(this.scenario);
  }

  /** Adds agents wherever a target is missed until none is that could be met. */
  async raiseUntilMet(): Promise<{ readonly summary: Summary; readonly raised: boolean }> {
    for (let raised = false; ; raised = true) {
      const { summary, margins } = await this.judge();
      const queues = [...this.scenario.queues.keys()];
      const missed = [...margins.keys()].filter((interval) => !this.isMet(margins, interval, queues));
      const open = missed.filter((interval) => this.raises[interval] < MOST_RAISES);
      for (const interval of missed) {
        if (this.raises[interval] < MOST_RAISES) this.raise(interval, margins[interval]);
        else this.giveUp(interval, margins[interval]);
      }
      if (open.length === 0) return { summary, raised };
    }
  }

  /** Takes agents away where nothing is missed without them, more at a time as long as that goes well. */
  async takeAwayRoughly(): Promise<void> {
    const eager = this.takes.map((takes) => new Uint8Array(takes.length).fill(1));
    await this.takeAway(NEAR, (team, interval, could) => {
      if (!could) eager[team][interval] = 0;
      const tried = this.takes[team][interval];
      if (!could) return Math.min(tried, this.agents[team][interval]) >> 1;
      return eager[team][interval] === 1 ? tried * 2 : tried;
    });
    for (const takes of this.takes) takes.fill(1);
  }

  /** Takes agents away one by one, until in no interval where something has changed another can go. */
  takeAwayAll(): Promise<void> {
    const { length } = this.raises;
    const distance = Math.max(LAST_NEAREST, Math.floor(LAST_TRIALS / this.takeFrom.length));
    return this.takeAway(Math.min(length, distance), (_team, _interval, could) => (could ? 1 : 0));
  }

  /**
   * Makes each trade wherever nothing is missed after it, more at a time as that goes well; whether any was
   * made.
   */
  async trade(): Promise<boolean> {
    let any = false;
    for (const [index, trade] of this.trades.entries()) {
      const repeats = this.repeats[index];
      const trialsAt = (interval: number) => {
        const change = trade.map((some) => some * repeats[interval]);
        const could = change.every((some, team) => this.agents[team][interval] + some >= 0);
        return repeats[interval] > 0 && could ? [{ interval, change }] : [];
      };
      for (let pass = 0, made = true; made && pass < MOST_PASSES; pass++) {
        made = await this.tryEverywhere(NEAR, trialsAt, ({ interval }, could) => {
          const times = repeats[interval];
          if (could) this.reopen(interval);
          repeats[interval] = could ? times * 2 : times >> 1;
        });
        any ||= made;
      }
    }
    return any;
  }

  /** By interval and queue, how far a target is met; negative where it is missed. */
  margins(summary: Summary): number[][] {
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

  /** Tries `takes` in every interval until all are 0; `next` says how many to take after a trial. */
  private async takeAway(
    distance: number,
    next: (team: number, interval: number, could: boolean) => number,
  ): Promise<void> {
    const takes = (team: number, interval: number) =>
      Math.min(this.takes[team][interval], this.agents[team][interval]);
    const nobody = this.agents.map(() => 0);
    for (let open = true; open; ) {
      open = false;
      for (const teams of this.takeFrom) {
        const any = await this.tryEverywhere(
          distance,
          (interval) =>
            teams
              .filter((team) => takes(team, interval) > 0)
              .map((team) => ({ interval, team, change: nobody.with(team, -takes(team, interval)) })),
          ({ interval, team }, could) => {
            this.takes[team][interval] = next(team, interval, could);
          },
        );
        open ||=
          any || teams.some((team) => this.takes[team].some((_, interval) => takes(team, interval) > 0));
      }
    }
  }

  /**
   * Makes changes by way of trial in every `distance`-th interval at once, then in those beside them, and
   * keeps each after which no target of its island is missed from the interval before it, whose callers still
   * wait, to the next trial's. Whether any was kept.
   */
  private async tryEverywhere<T extends Trial>(
    distance: number,
    trialsAt: (interval: number) => readonly T[],
    tried: (trial: T, could: boolean) => void,
  ): Promise<boolean> {
    let any = false;
    for (let first = 0; first < distance; first++) {
      const trials: T[] = [];
      for (let interval = first; interval < this.raises.length; interval += distance) {
        trials.push(...trialsAt(interval));
      }
      if (trials.length === 0) continue;
      for (const trial of trials) this.make(trial, 1);
      const { margins } = await this.judge();
      for (const trial of trials) {
        const could = this.isGood(trial, margins, distance);
        if (!could) this.make(trial, -1);
        tried(trial, could);
        any ||= could;
      }
    }
    return any;
  }

  private make({ interval, change }: Trial, times: 1 | -1): void {
    for (const [team, some] of change.entries()) this.agents[team][interval] += some * times;
  }

  private isGood({ interval, change }: Trial, margins: Margins, distance: number): boolean {
    const { queues } = this.islands.find(({ teams }) => teams.some((team) => change[team] !== 0))!;
    const to = Math.min(interval + distance - 1, margins.length);
    for (let near = Math.max(0, interval - 1); near < to; near++) {
      if (!this.isMet(margins, near, queues)) return false;
    }
    return true;
  }

  private isMet(margins: Margins, interval: number, queues: readonly number[]): boolean {
    return queues.every((queue) => margins[interval][queue] >= this.bars[interval][queue]);
  }

  /** Adds agents to the team that serves most of the queues that miss, the cheaper where several do. */
  private raise(interval: number, byQueue: readonly number[]): void {
    const { teams } = this.scenario;
    const helped = teams.map(() => 0);
    for (const [queue, one] of byQueue.entries()) {
      if (one >= this.bars[interval][queue]) continue;
      const { bySkill, byOverflow } = this.serving[queue];
      for (const team of bySkill.length > 0 ? bySkill : byOverflow) helped[team] += 1 - one;
    }
    const pay = (team: number) => payAnHour(teams[team]);
    const helpful = [...teams.keys()]
      .filter((team) => helped[team] > 0)
      .sort((a, b) => helped[b] - helped[a] || pay(a) - pay(b));
    const raises = this.raises[interval]++;
    const missing = Math.min(1, -Math.min(...byQueue));
    for (const team of raises < STUBBORN_RAISES ? helpful.slice(0, 1) : helpful) {
      // An agent moves the service level by about 1 / sqrt(agents) near the target; stubborn intervals get
      // ever more.
      const step = Math.max(1, Math.floor(missing * Math.sqrt(this.agents[team][interval])));
      this.agents[team][interval] += step * 2 ** Math.floor(raises / 3);
    }
    this.reopen(interval);
  }

  private giveUp(interval: number, byQueue: readonly number[]): void {
    for (const [queue, one] of byQueue.entries()) {
      if (one < this.bars[interval][queue]) this.bars[interval][queue] = one - UNATTAINED_SLACK;
    }
  }

  /** More agents in an interval: there, and just before and after it, others may now be able to go. */
  private reopen(interval: number): void {
    for (let near = Math.max(0, interval - 1); near <= interval + 1 && near < this.raises.length; near++) {
      for (const takes of this.takes) takes[near] = 1;
      for (const repeats of this.repeats) repeats[near] = Math.max(1, repeats[near]);
    }
  }

  private async judge(): Promise<{ readonly summary: Summary; readonly margins: number[][] }> {
    const summary = await this.simulate(withAgentsByInterval(this.scenario, this.agents, this.guess));
    return { summary, margins: this.margins(summary) };
  }

  private async simulate(scenario: Scenario): Promise<Summary> {
    const { runner, seed, replications, signal, onProgress } = this.options;
    signal?.throwIfAborted();
    const summary = await evaluate(scenario, {
      replications: replications ?? scenario.run.replications,
      detail: { intervals: true, weekdayIntervals: false },
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
