import type { Muster } from "../../src/model/crews.js";
import type { Model } from "../../src/model/model.js";
import { compileSampler } from "../../src/random/compile-sampler.js";
import { exp } from "../../src/random/portable-math.js";
import { openStream } from "../../src/random/stream.js";
import type { LearningCurve } from "../../src/scenario/people.js";
import type { Team } from "../../src/scenario/team.js";
import type { NaiveRecord } from "./naive-record.js";
import { type Agent, type Crew, drawBlocks } from "./naive-staff.js";

const EVER = Number.POSITIVE_INFINITY;

/** What is known of one agent: since when there, and from which tenure licensed for which queue. */
export interface Person {
  /** When counted time begins. */
  readonly tenureAtFirst: number;
  readonly licensedFrom: ReadonlyMap<string, number>;
  /** Tenure as of the last shift or day that started. */
  tenure: number;
  /** Counted among those there and fully licensed, since when. */
  isCounted: boolean;
  countedSince: number;
}

/** Who is new, who learns, who is trained, supervised or licensed. */
export class NaivePeople {
  private readonly people: readonly Person[];

  constructor(
    private readonly model: Model,
    private readonly record: NaiveRecord,
    private readonly crews: readonly Crew[],
    private readonly seed: string,
    private readonly replication: number,
  ) {
    this.people = crews.flatMap((crew) => this.drawPeople(crew));
  }

  /** What the agent's handle times are multiplied by. */
  handleFactor(agent: Agent): number {
    const { learning } = this.teamOf(agent.crew);
    const { tenure } = this.people[agent.index];
    return learnt(learning?.handle, tenure);
  }

  /** Whether fewer contacts of the quota are handled than of the shift is gone. */
  hurries(agent: Agent, now: number): boolean {
    const { quota } = this.teamOf(agent.crew);
    if (quota?.pressure === undefined || agent.muster === undefined) return false;
    const { startSeconds, endSeconds } = agent.muster;
    return agent.handled < quota.contacts! * ((now - startSeconds) / (endSeconds - startSeconds));
  }

  /** The chance that the contact comes again after this agent. */
  repeatChance(agent: Agent, chance: number, hurries: boolean): number {
    const { learning, quota } = this.teamOf(agent.crew);
    const factor = learnt(learning?.resolution, this.people[agent.index].tenure);
    const unresolved = factor === 1 ? chance : 1 - (1 - chance) * factor;
    return hurries ? unresolved * quota!.pressure!.repeatFactor : unresolved;
  }

  isInTraining(agent: Agent): boolean {
    const { training } = this.teamOf(agent.crew);
    return training !== undefined && this.people[agent.index].tenure < training.lengthSeconds;
  }

  mayTake(agent: Agent, queue: string): boolean {
    const { licensedFrom, tenure } = this.people[agent.index];
    const from = licensedFrom.get(queue);
    return from === undefined || (from < EVER && tenure >= from);
  }

  /** A shift of the crew, or its table's day, started then. */
  grow(crew: Crew, startedAt: number, now: number): void {
    for (const agent of crew.agents) {
      const person = this.people[agent.index];
      person.tenure = person.tenureAtFirst + startedAt - this.model.warmupSeconds;
      this.count(agent, now);
    }
  }

  /** Counts the agent, or no more, among those there who hold all licences of their team. */
  count(agent: Agent, now: number, isOver = false): void {
    const person = this.people[agent.index];
    const { crew, doing } = agent;
    if (person.isCounted) {
      this.record.stretches.push({ crew, what: "licensed", agents: 1, from: person.countedSince, to: now });
    }
    const asked = [...person.licensedFrom.keys()];
    const isThere = doing !== "away" && doing !== "late" && !isOver;
    person.isCounted = isThere && asked.length > 0 && asked.every((queue) => this.mayTake(agent, queue));
    person.countedSince = now;
  }

  /** Gives the agents of a crew their blocks of supervising in a shift. */
  planSupervising(crew: Crew, { date, startSeconds, endSeconds }: Muster): void {
    const { name } = this.teamOf(crew.index);
    const supervised = this.model.scenario.teams.flatMap(({ name: whose, training }) =>
      training?.supervision?.team === name ? [{ whose, training, terms: training.supervision }] : [],
    );
    for (const agent of crew.agents) agent.supervising = [];
    if (supervised.length === 0) return;
    let asked = 0;
    for (const { whose, training, terms } of supervised) {
      const { lengthSeconds, nestingSeconds } = training;
      asked += this.rostered(whose, date, (tenure) =>
        tenure >= lengthSeconds && tenure < lengthSeconds + nestingSeconds ? terms.share : 0,
      );
    }
    const there = this.rostered(name, date, () => 1);
    const share = Math.min(1, asked / there);
    const { blockSeconds } = supervised[0].terms;
    const draw = this.open("supervising", `${name}/${crew.shift}/${date}`);
    for (const agent of crew.agents) {
      agent.supervisingBlock = blockSeconds;
      agent.supervising = drawBlocks(startSeconds, endSeconds, { share, blockSeconds }, draw);
    }
  }

  /** Rostered seconds of a team's agents on shifts of a date, each weighted by the agent's tenure then. */
  private rostered(team: string, date: string, weight: (tenure: number) => number): number {
    let sum = 0;
    for (const muster of this.model.crews.musters) {
      const crew = this.crews[muster.crew];
      if (this.teamOf(muster.crew).name !== team || muster.date !== date) continue;
      const seconds = muster.endSeconds - muster.startSeconds;
      let agents = 0;
      for (const { index } of crew.agents) {
        const tenure = this.people[index].tenureAtFirst + muster.startSeconds - this.model.warmupSeconds;
        agents += weight(tenure);
      }
      sum += agents * seconds;
    }
    return sum;
  }

  private drawPeople(crew: Crew): Person[] {
    const team = this.teamOf(crew.index);
    const { tenure } = team;
    const name = `${team.name}/${crew.shift}`;
    const draw = tenure?.kind === "drawn" ? compileSampler(tenure.of, this.open("tenure", name)) : () => EVER;
    const tenures = crew.agents.map(() => draw());
    if (tenure?.kind === "hired") {
      let left = tenures.length;
      for (const group of tenure.groups) {
        if (group.shift !== undefined && crew.shift !== "" && group.shift !== crew.shift) continue;
        for (let hired = 0; hired < group.agents && left > 0; hired++) tenures[--left] = group.tenureSeconds;
      }
    }
    const exams = team.skills.flatMap(({ queue, licence }) =>
      licence ? [{ queue, licence, draw: this.open("licence", `${name}/${queue}`) }] : [],
    );
    return tenures.map((tenureAtFirst) => ({
      tenureAtFirst,
      licensedFrom: new Map(
        exams.map((one) => {
          const { afterSeconds, passShare, againSeconds } = one.licence;
          const luck = one.draw();
          let failing = 1;
          for (let exam = 0; exam < 1000; exam++) {
            failing *= 1 - passShare;
            if (luck < failing) continue;
            if (exam > 0 && againSeconds === undefined) return [one.queue, EVER];
            return [one.queue, afterSeconds + (exam > 0 ? exam * againSeconds! : 0)];
          }
          return [one.queue, EVER];
        }),
      ),
      tenure: tenureAtFirst,
      isCounted: false,
      countedSince: 0,
    }));
  }

  private teamOf(crew: number): Team {
    return this.model.scenario.teams[this.model.crews.teams[crew]];
  }

  private open(purpose: string, subject: string) {
    return openStream(this.seed, this.replication, purpose, subject);
  }
}

/** The factor of a curve at a tenure. */
function learnt(curve: LearningCurve | undefined, tenure: number): number {
  if (curve === undefined || tenure === EVER) return 1;
  return 1 + (curve.start - 1) * exp(-Math.LN2 * (Math.max(0, tenure) / curve.halfSeconds));
}
