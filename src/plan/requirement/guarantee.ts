import type { Scenario } from "../../scenario/scenario.js";
import type { TargetJudgement, TargetTally } from "../../statistics/target-tally.js";
import type { AgentsByInterval } from "./agents-by-interval.js";
import type { Guarantee, OneFewer, OneMore, TeamGuarantee } from "./guarantee-result.js";
import type { Block, IntervalJudge } from "./interval-judge.js";
import type { ServingTeams } from "./margins.js";
import { turnsOf, type Zone } from "./zones.js";

/** Intervals between one trial and the next at first; see `isFelt`. */
const NEAR = 4;
/** The share of what an agent does that may still be felt when the next trial begins. */
const FELT_SHARE = 0.05;

/** Whose agents are judged. */
export interface Guaranteed {
  readonly scenario: Scenario;
  readonly agents: AgentsByInterval;
  readonly serving: readonly ServingTeams[];
  readonly groups: readonly (readonly Zone[])[];
}

/**
 * Judges agents on replications that had no part in finding them, each interval and team by itself: whether
 * the targets hold, whether one agent fewer in that interval misses one there or, of those who still wait,
 * in the next, and what one agent more would do. `base` tallies the agents as they are on the same
 * replications.
 *
 * One agent fewer is simulated in every fourth interval at once, then in those beside them. That is sound as
 * long as an agent is not felt so many intervals later: with the same callers the difference to the base,
 * in the interval before the next trial, is what is still felt of her. Where that is more than a twentieth
 * of all she does, the trials are set twice as far apart and made again.
 */
export async function guaranteeOf(
  guaranteed: Guaranteed,
  judge: IntervalJudge,
  base: TargetTally,
  block: Block,
): Promise<Guarantee> {
  const { scenario, groups } = guaranteed;
  const { queues, teams, calendar } = scenario;
  const found: TeamGuarantee[][] = calendar.intervals.map(() =>
    teams.map(() => ({ oneFewer: undefined, oneMore: undefined })),
  );
  const turns = turnsOf(groups);
  judge.expected = turns.length * 2 * NEAR * block.count;
  for (const inTurn of turns) {
    for (const change of [-1, 1] as const) {
      const effects = await new Batches(guaranteed, judge, base, block, inTurn, change).make();
      for (const { team, interval, ...effect } of effects) {
        const before = found[interval][team];
        found[interval][team] = { ...before, ...effect };
      }
    }
  }
  judge.expected = 0;
  return {
    first: block.first,
    replications: block.count,
    intervals: calendar.intervals.map((_, interval) => ({
      targets: queues.map((_queue, queue) => base.judge(interval, queue)),
      teams: found[interval],
    })),
  };
}

interface Effect extends Partial<TeamGuarantee> {
  readonly team: number;
  readonly interval: number;
}

/** Trials with one agent more or fewer of some teams, of which no two are of one zone. */
class Batches {
  private readonly length: number;

  constructor(
    private readonly guaranteed: Guaranteed,
    private readonly judge: IntervalJudge,
    private readonly base: TargetTally,
    private readonly block: Block,
    private readonly inTurn: readonly { readonly zone: Zone; readonly team: number }[],
    private readonly change: 1 | -1,
  ) {
    this.length = guaranteed.scenario.calendar.intervals.length;
  }

  async make(): Promise<Effect[]> {
    for (let distance = Math.min(NEAR, this.length); ; distance = Math.min(2 * distance, this.length)) {
      const effects = await this.makeApart(distance);
      if (effects) return effects;
    }
  }

  /** The effects of trials so far apart; undefined where the next ones feel them. */
  private async makeApart(distance: number): Promise<Effect[] | undefined> {
    const effects: Effect[] = [];
    for (let first = 0; first < distance; first++) {
      const agents = this.guaranteed.agents.map((numbers) => numbers.slice());
      const trials = this.inTurn.map(({ zone, team }) => {
        const tried: number[] = [];
        for (let at = first; at < this.length; at += distance) {
          if (!this.isWorthwhile(zone, team, at)) continue;
          agents[team][at] += this.change;
          tried.push(at);
        }
        return { zone, team, tried };
      });
      if (trials.every(({ tried }) => tried.length === 0)) continue;
      const tally = await this.judge.tally(agents, this.block);
      for (const { zone, team, tried } of trials) {
        if (distance < this.length && this.isFelt(tally, zone, tried, distance)) return undefined;
        for (const interval of tried) effects.push(this.effectOf(tally, zone, team, interval, distance));
      }
    }
    return effects;
  }

  private isWorthwhile({ queues }: Zone, team: number, interval: number): boolean {
    if (this.change === -1) return this.guaranteed.agents[team][interval] > 0;
    return queues.some((queue) => this.base.margin(interval, queue) !== Number.POSITIVE_INFINITY);
  }

  /** Whether what the trials do to waits is still felt when the next ones begin. */
  private isFelt(tally: TargetTally, zone: Zone, tried: readonly number[], distance: number): boolean {
    let all = 0;
    let last = 0;
    for (let lag = 0; lag < distance; lag++) {
      last = 0;
      for (const interval of tried) {
        if (interval + lag < this.length) last += this.waitsChanged(tally, zone, interval + lag);
      }
      all += Math.abs(last);
    }
    return Math.abs(last) > FELT_SHARE * all;
  }

  private waitsChanged(tally: TargetTally, { queues }: Zone, interval: number): number {
    return queues.reduce(
      (sum, queue) =>
        sum + tally.contacts(interval, queue).waitSeconds - this.base.contacts(interval, queue).waitSeconds,
      0,
    );
  }

  private effectOf(tally: TargetTally, zone: Zone, team: number, interval: number, distance: number): Effect {
    const to = Math.min(interval + distance, this.length);
    if (this.change === 1) return { team, interval, oneMore: this.oneMore(tally, zone, interval, to) };
    return { team, interval, oneFewer: this.oneFewer(tally, zone, team, interval, to) };
  }

  private oneMore(tally: TargetTally, { queues }: Zone, from: number, to: number): OneMore {
    const level = (of: TargetTally) => {
      const contacts = queues.map((queue) => of.contacts(from, queue));
      const met = contacts.reduce((sum, one) => sum + one.met, 0);
      return met / contacts.reduce((sum, one) => sum + one.counted, 0);
    };
    let abandoned = 0;
    let waitSeconds = 0;
    for (let at = from; at < to; at++) {
      for (const queue of queues) {
        const before = this.base.contacts(at, queue);
        const after = tally.contacts(at, queue);
        abandoned += after.abandoned - before.abandoned;
        waitSeconds += after.waitSeconds - before.waitSeconds;
      }
    }
    return { serviceLevel: level(tally) - level(this.base), abandoned, waitSeconds };
  }

  /** Which of the queues that the team serves is missed is not known beforehand: each is judged among all. */
  private oneFewer(
    tally: TargetTally,
    { queues }: Zone,
    team: number,
    interval: number,
    to: number,
  ): OneFewer {
    const { serving } = this.guaranteed;
    const own = queues.filter((queue) =>
      [...serving[queue].bySkill, ...serving[queue].byOverflow].includes(team),
    );
    const near = [interval, interval + 1].filter((at) => at < this.length);
    const cells = near.flatMap((at) => own.map((queue) => ({ at, queue })));
    const judged = cells.map(({ at, queue }) => tally.judge(at, queue, cells.length));
    const missed = worstOf(judged.filter(({ verdict }) => verdict === "misses"));
    if (missed) return { verdict: "misses", ...boundsOf(missed), replicationsToDecide: this.block.count };
    const all: TargetJudgement[] = [];
    for (let at = interval; at < to; at++) for (const queue of queues) all.push(tally.judge(at, queue));
    const some = all.filter(({ verdict }) => verdict !== "none");
    const worst = worstOf(some);
    if (!worst) return { verdict: "holds", ...NOBODY, replicationsToDecide: this.block.count };
    if (some.every(({ verdict }) => verdict === "holds")) {
      return { verdict: "holds", ...boundsOf(worst), replicationsToDecide: this.block.count };
    }
    const missing = judged.filter(({ margin }) => margin < 0);
    const replicationsToDecide =
      missing.length > 0
        ? Math.min(...missing.map((one) => one.replicationsToDecide))
        : Math.max(
            ...some.filter(({ verdict }) => verdict !== "holds").map((one) => one.replicationsToDecide),
          );
    return { verdict: "unsure", ...boundsOf(worst), replicationsToDecide };
  }
}

const NOBODY = { margin: Number.POSITIVE_INFINITY, low: Number.NaN, high: Number.NaN };

function boundsOf({ margin, low, high }: TargetJudgement) {
  return { margin, low, high };
}

function worstOf(judged: readonly TargetJudgement[]): TargetJudgement | undefined {
  return judged.reduce<TargetJudgement | undefined>(
    (worst, one) => (worst && worst.margin <= one.margin ? worst : one),
    undefined,
  );
}
