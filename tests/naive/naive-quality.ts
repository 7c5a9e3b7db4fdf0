import type { Muster } from "../../src/model/crews.js";
import type { Model } from "../../src/model/model.js";
import { openStream } from "../../src/random/stream.js";
import type { NaiveRecord } from "./naive-record.js";
import { type Agent, type Crew, drawBlocks } from "./naive-staff.js";

/** Who is coached, and who evaluates how many contacts of whom on which date. */
export class NaiveQuality {
  /** Of each team that evaluates: share of its time by date, as far as planned. */
  private readonly shares = new Map<string, Map<string, number>>();
  /** Work that each of them was given, and work that each planned. */
  private readonly planned = new Map<string, number>();

  constructor(
    private readonly model: Model,
    private readonly record: NaiveRecord,
    private readonly crews: readonly Crew[],
    private readonly seed: string,
    private readonly replication: number,
  ) {}

  /** Gives the agents of a crew their blocks in a shift. */
  plan(crew: Crew, { date, startSeconds, endSeconds }: Muster): void {
    const { name } = this.model.scenario.teams[crew.team];
    this.coach(crew, date, startSeconds, endSeconds);
    for (const agent of crew.agents) agent.evaluating = [];
    const terms = this.model.scenario.teams.flatMap(({ quality }) =>
      quality?.evaluation?.team === name ? [quality.evaluation] : [],
    );
    if (terms.length === 0) return;
    const share = this.shareOn(name, date);
    const blockSeconds = terms[0].takesSeconds;
    const draw = openStream(this.seed, this.replication, "evaluating", `${name}/${crew.shift}/${date}`);
    for (const agent of crew.agents) {
      agent.evaluatingBlock = blockSeconds;
      agent.evaluating = drawBlocks(startSeconds, endSeconds, { share, blockSeconds }, draw);
    }
  }

  /** Gives the agents of a crew their blocks of coaching in a shift, or in a table's day. */
  coach(crew: Crew, date: string, from: number, to: number): void {
    const { name, quality } = this.model.scenario.teams[crew.team];
    if (!quality?.coaching) return;
    const draw = openStream(this.seed, this.replication, "coaching", `${name}/${crew.shift}/${date}`);
    for (const agent of crew.agents) {
      agent.coachingBlock = quality.coaching.blockSeconds;
      agent.coaching = drawBlocks(from, to, quality.coaching, draw);
    }
  }

  /** Work that has come in all, less what was planned on earlier dates, over the time of this date. */
  private shareOn(evaluator: string, date: string): number {
    const ofTeam = this.shares.get(evaluator) ?? new Map<string, number>();
    this.shares.set(evaluator, ofTeam);
    const known = ofTeam.get(date);
    if (known !== undefined) return known;
    let given = 0;
    for (const [index, { quality }] of this.model.scenario.teams.entries()) {
      if (quality?.evaluation?.team !== evaluator) continue;
      const taken = this.record.work.filter((one) => this.crews[one.crew].team === index).length;
      given += taken * quality.evaluation.share * quality.evaluation.takesSeconds;
    }
    let there = 0;
    for (const muster of this.model.crews.musters) {
      const crew = this.crews[muster.crew];
      if (muster.date !== date || this.model.scenario.teams[crew.team].name !== evaluator) continue;
      there += crew.agents.length * (muster.endSeconds - muster.startSeconds);
    }
    const before = this.planned.get(evaluator) ?? 0;
    const fits = Math.min(there, given - before);
    this.planned.set(evaluator, before + fits);
    const share = there > 0 ? fits / there : 0;
    ofTeam.set(date, share);
    return share;
  }
}

/** What is left of the agent's coaching and evaluations, as pauses. */
export function qualityPauses({ evaluating, evaluatingBlock, coaching, coachingBlock }: Agent) {
  return [
    ...evaluating.map((due) => ({ due, length: evaluatingBlock, kind: "evaluating" as const })),
    ...coaching.map((due) => ({ due, length: coachingBlock, kind: "coaching" as const })),
  ];
}
