import { type Island, islandsOf } from "../../model/islands.js";
import { payAnHour } from "../../scenario/money.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { TargetTally } from "../../statistics/target-tally.js";
import type { AgentsByInterval } from "./agents-by-interval.js";
import { Bars } from "./bars.js";
import type { Guaranteed } from "./guarantee.js";
import type { Block, IntervalJudge, Margins } from "./interval-judge.js";
import { type ServingTeams, servingTeams } from "./margins.js";
import { stepOf, whoHelps } from "./raises.js";
import { shrinkTogether } from "./shrink.js";
import { dearestSaving, type Trade, tradesOf } from "./trades.js";
import { makeTrials, type Trial } from "./trial-rounds.js";
import { Worth } from "./worth.js";
import { turnsOf, type Zone, zoneGroups } from "./zones.js";

/** Raises after which an interval counts as one whose target no number of agents can meet. */
const MOST_RAISES = 15;
/** After so many raises all teams that could help get more, not only the likeliest. */
const STUBBORN_RAISES = 6;
/** Every fourth interval is tried at once, so that what one does few others feel; at last every eighth. */
const NEAR = 4;
const FAR = 8;
/** A trial that failed by more than this, with nothing changed near it since, is not made again. */
const CLEARLY = 0.02;
/** A trade is tried where what its agents are worth promises that no target is missed by more than this. */
const HOPE = 0;

/** The agents of a search for a requirement, and the ways to change them; see find-requirement.ts. */
export class RequirementSearch {
  readonly agents: Int32Array[];
  private readonly serving: readonly ServingTeams[];
  private readonly islands: readonly Island[];
  /** Agents are taken away from the dearest team first, then from who serves fewest. */
  private readonly groups: readonly (readonly Zone[])[];
  private readonly pays: readonly number[];
  /** By island, the trades among its teams. */
  private readonly trades: readonly (readonly Trade[])[];
  private readonly raises: Int32Array;
  private readonly bars: Bars;
  /** By team and interval, how many agents are taken away in the next trial; 0 where one cannot go. */
  private readonly takes: readonly Int32Array[];
  /** By team and interval, the margin after one was taken away in vain; NaN where something has changed. */
  private readonly fails: readonly Float64Array[];
  /** By island, trade and interval, how often the trade is made next; 0 where it was tried in vain. */
  private readonly repeats: readonly (readonly Int32Array[])[];
  private readonly worth: Worth;
  /** Of the agents as they are, but for what has changed far away. */
  private margins: number[][];

  constructor(
    private readonly scenario: Scenario,
    private readonly judge: IntervalJudge,
    start: AgentsByInterval,
    /** The replications on which the targets are to be met. */
    private block: Block,
  ) {
    const { teams, queues, calendar } = scenario;
    const { length } = calendar.intervals;
    this.agents = start.map((numbers) => numbers.slice());
    this.serving = servingTeams(scenario);
    this.islands = islandsOf(scenario, this.serving);
    this.pays = teams.map((team) => payAnHour(team));
    const skills = (team: number) => teams[team].skills.length;
    const inOrder = (a: number, b: number) => this.pays[b] - this.pays[a] || skills(a) - skills(b);
    this.groups = zoneGroups(this.islands, this.serving, inOrder);
    const trades = tradesOf(scenario, this.serving);
    this.trades = this.islands.map((island) =>
      trades.filter((trade) => trade.every((some, team) => some === 0 || island.teams.includes(team))),
    );
    this.raises = new Int32Array(length);
    this.bars = new Bars(length, queues.length);
    this.takes = teams.map(() => new Int32Array(length).fill(1));
    this.fails = teams.map(() => new Float64Array(length).fill(Number.NaN));
    this.repeats = this.trades.map((some) => some.map(() => new Int32Array(length).fill(1)));
    this.worth = new Worth(teams.length, length, queues.length);
    this.margins = calendar.intervals.map(() => queues.map(() => Number.NaN));
  }

  /** The agents, and what they are judged by. */
  found(): Guaranteed {
    const { scenario, agents, serving, groups } = this;
    return { scenario, agents, serving, groups };
  }

  /** How many teams must be tried one after the other. */
  get turns(): number {
    return turnsOf(this.groups).length;
  }

  /** Intervals and queues whose target no number of agents met. */
  unmet(): { readonly interval: number; readonly queue: number }[] {
    return this.margins.flatMap((byQueue, interval) =>
      byQueue.flatMap((one, queue) => (one < 0 ? [{ interval, queue }] : [])),
    );
  }

  /** Goes on with other replications: what was learned of one agent stays, what was met is to be seen. */
  goOn(block: Block): void {
    this.block = block;
    this.bars.forgo();
    this.raises.fill(0);
    for (const fails of this.fails) fails.fill(Number.NaN);
    for (const takes of this.takes) takes.fill(1);
  }

  /** Adds agents where a target that could be met is surely missed; whether there are any such. */
  raiseMissed(tally: TargetTally): boolean {
    let any = false;
    for (const interval of this.raises.keys()) {
      const missed = this.bars.surelyMissed(tally, interval);
      if (missed) this.raise(interval, missed);
      any ||= missed !== undefined;
    }
    return any;
  }

  /** Adds agents wherever a target is missed until none is that could be met; whether any were added. */
  async raiseUntilMet(): Promise<boolean> {
    for (let raised = false; ; raised = true) {
      this.margins = (await this.simulate()).map((byQueue) => [...byQueue]);
      const missed = [...this.margins.keys()].filter((interval) => !this.bars.isMet(this.margins, interval));
      const open = missed.filter((interval) => this.raises[interval] < MOST_RAISES);
      for (const interval of missed) {
        if (this.raises[interval] < MOST_RAISES) this.raise(interval, this.margins[interval]);
        else this.bars.giveUp(this.margins, interval);
      }
      if (open.length === 0) return raised;
    }
  }

  /** Shrinks all teams of an island alike; see shrink.ts. */
  async shrink(): Promise<void> {
    await shrinkTogether(this.agents, this.islands, {
      simulate: () => this.simulate(),
      isMet: (margins, island, at) => this.bars.isMet(margins, at, island.queues),
    });
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
  }

  /** Takes agents away one by one, until in no interval where something has changed another can go. */
  takeAwayAll(): Promise<boolean> {
    for (const [team, takes] of this.takes.entries()) {
      for (let at = 0; at < takes.length; at++) takes[at] = this.fails[team][at] < -CLEARLY ? 0 : 1;
    }
    return this.takeAway(Math.min(this.raises.length, FAR), (_team, _interval, could) => (could ? 1 : 0));
  }

  /** Takes agents away one by one where what one is worth promises that nothing is missed. */
  async takeAwayHopefully(): Promise<void> {
    for (const { queues, teams } of this.groups.flat()) {
      for (const team of teams) {
        const change = this.agents.map((_, index) => (index === team ? -1 : 0));
        for (const at of this.raises.keys()) {
          this.takes[team][at] = this.isHopeful(at, queues, change, CLEARLY) ? 1 : 0;
        }
      }
    }
    await this.takeAway(NEAR, (_team, _interval, could) => (could ? 1 : 0));
  }

  /** Makes each trade that promises well where nothing is missed after it; whether any was made. */
  trade(): Promise<boolean> {
    return this.explore(
      this.islands,
      NEAR,
      (island, interval) => this.bestTrade(island, interval),
      ({ zone: island, interval, trade }, could) => {
        const repeats = this.repeats[island][trade!];
        if (could) this.reopen(interval);
        repeats[interval] = could ? repeats[interval] * 2 : repeats[interval] >> 1;
      },
    );
  }

  private bestTrade(island: number, interval: number): Trial | undefined {
    const { queues } = this.islands[island];
    const best = dearestSaving(this.trades[island], this.pays, (trade, index) => {
      const times = this.repeats[island][index][interval];
      const change = trade.map((some) => some * times);
      const could = change.every((some, team) => this.agents[team][interval] + some >= 0);
      if (times === 0 || !could) return undefined;
      return this.isHopeful(interval, queues, change, HOPE) ? change : undefined;
    });
    return best && { interval, zone: island, ...best };
  }

  /** Whether what agents are worth promises that a change misses nothing by more than so much. */
  private isHopeful(at: number, queues: readonly number[], change: Trade, short: number): boolean {
    const after = (queue: number) => this.worth.after(this.margins[at][queue], at, queue, change);
    return queues.every((queue) => after(queue) >= this.bars.at(at)[queue] - short);
  }

  /** Tries `takes` in every interval until all are 0; `next` says how many to take after a trial. */
  private async takeAway(
    distance: number,
    next: (team: number, interval: number, could: boolean) => number,
  ): Promise<boolean> {
    const nobody = this.agents.map(() => 0);
    const takes = (team: number, interval: number) =>
      Math.min(this.takes[team][interval], this.agents[team][interval]);
    let any = false;
    for (const zones of this.groups) {
      const took = await this.explore(
        zones,
        distance,
        (zone, interval) => {
          const team = zones[zone].teams.find((one) => takes(one, interval) > 0);
          if (team === undefined) return undefined;
          return { interval, zone, change: nobody.with(team, -takes(team, interval)) };
        },
        ({ interval, change, zone }, could, margins) => {
          const team = change.findIndex((some) => some < 0);
          const fewer = -change[team];
          const { queues } = zones[zone];
          const seen = { team, interval, fewer };
          this.worth.learn(seen, queues, this.margins[interval], margins[interval]);
          this.takes[team][interval] = next(team, interval, could);
          if (could) this.forget(interval);
          else if (fewer === 1) {
            const to = interval + distance - 1;
            this.fails[team][interval] = this.bars.least(margins, queues, interval - 1, to);
          }
        },
      );
      any ||= took;
    }
    return any;
  }

  private explore(
    zones: readonly Zone[],
    distance: number,
    propose: (zone: number, interval: number) => Trial | undefined,
    tried: (trial: Trial, could: boolean, margins: Margins) => void,
  ): Promise<boolean> {
    return makeTrials(zones, this.raises.length, distance, {
      propose,
      make: ({ interval, change }, times) => {
        for (const [team, some] of change.entries()) this.agents[team][interval] += some * times;
      },
      simulate: () => this.simulate(),
      isMet: (margins, { queues }, from, to) => {
        for (let at = from; at <= to; at++) if (!this.bars.isMet(margins, at, queues)) return false;
        return true;
      },
      tried: (trial, could, margins) => {
        tried(trial, could, margins);
        if (!could) return;
        for (const queue of zones[trial.zone].queues) {
          this.margins[trial.interval][queue] = margins[trial.interval][queue];
        }
      },
    });
  }

  private raise(interval: number, margins: readonly number[]): void {
    const helps = whoHelps(margins, this.bars.at(interval), this.serving, this.pays);
    const raises = this.raises[interval]++;
    for (const team of raises < STUBBORN_RAISES ? helps.slice(0, 1) : helps) {
      this.agents[team][interval] += stepOf(margins, this.agents[team][interval], raises);
    }
    this.reopen(interval);
  }

  /** More agents in an interval: there, and just before and after it, others may now be able to go. */
  private reopen(interval: number): void {
    this.forget(interval);
    for (const at of this.near(interval)) {
      for (const takes of this.takes) takes[at] = 1;
      for (const repeats of this.repeats.flat()) repeats[at] = Math.max(1, repeats[at]);
    }
  }

  /** What was tried in vain near an interval that has changed may go well now. */
  private forget(interval: number): void {
    for (const at of this.near(interval)) for (const fails of this.fails) fails[at] = Number.NaN;
  }

  private near(interval: number): number[] {
    return [interval - 1, interval, interval + 1].filter((at) => at >= 0 && at < this.raises.length);
  }

  private simulate(): Promise<Margins> {
    return this.judge.margins(this.agents, this.block);
  }
}
