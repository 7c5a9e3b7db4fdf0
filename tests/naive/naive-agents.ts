import type { Muster, StaffChange } from "../../src/model/crews.js";
import type { Model } from "../../src/model/model.js";
import { firstToGo, firstToStay, forgetHand } from "./naive-chats.js";
import { NaiveClock } from "./naive-clock.js";
import { NaivePeople } from "./naive-people.js";
import { NaiveQuality } from "./naive-quality.js";
import { NaiveRecord } from "./naive-record.js";
import { type Agent, type Crew, crewsOf, drawDay, planPauses } from "./naive-staff.js";

/** Who comes, goes and pauses, told as plainly as possible. */
export abstract class NaiveAgents {
  readonly clock = new NaiveClock();
  readonly record: NaiveRecord;
  readonly crews: readonly Crew[];
  readonly agents: readonly Agent[];
  readonly people: NaivePeople;
  private readonly quality: NaiveQuality;
  private idleOrder = 0;

  constructor(
    readonly model: Model,
    readonly seed: string,
    readonly replication: number,
  ) {
    this.record = new NaiveRecord(model);
    this.crews = crewsOf(model);
    this.agents = this.crews.flatMap((crew) => crew.agents);
    this.people = new NaivePeople(model, this.record, this.crews, seed, replication);
    this.quality = new NaiveQuality(model, this.record, this.crews, seed, replication);
    for (const muster of model.crews.musters) {
      this.clock.plan(Math.max(0, muster.startSeconds), "shiftStarts", () => this.shiftStarts(muster));
      this.clock.plan(muster.endSeconds, "shiftEnds", () => this.shiftEnds(muster));
    }
    for (const change of model.crews.changes) {
      this.clock.plan(change.atSeconds, "staffChanges", () => this.staffChanges(change));
    }
  }

  /** Has the agent take a waiting contact, if there is one to take. */
  abstract takesContact(agent: Agent): boolean;

  /** One agent more is idle, which may open queues to others. */
  abstract isIdle(): void;

  /** Has what the agent holds judged by its quota, for its shift is over. */
  abstract judges(agent: Agent): void;

  /** Has the agent take more beside what it holds. */
  abstract mayTakeMore(agent: Agent): void;

  /** Whether it is said which agents of a table, all busy, are to go. */
  abstract namesLeavers(team: number): boolean;

  tellOf(event: string, agent: Agent): void {
    this.record.rows.push(`${this.clock.now} ${event} -1 -1 ${agent.team} ${agent.index}`);
  }

  /** How many of the team are there and will take another contact. */
  present(team: number): number {
    const there = this.agents.filter(
      (agent) => agent.team === team && agent.doing !== "away" && agent.doing !== "late" && !agent.leaving,
    );
    const surplus = this.crews
      .filter((crew) => crew.team === team)
      .reduce((sum, crew) => sum + crew.surplus, 0);
    return there.length - surplus;
  }

  isFree(agent: Agent): void {
    const { now } = this.clock;
    const crew = this.crews[agent.crew];
    if (agent.leaving) {
      this.goesHome(agent);
    } else if (agent.doing === "busy" && crew.surplus > 0) {
      this.record.surplus(crew, crew.surplus - 1, now);
      this.goesHome(agent);
    } else if (agent.pauses.length > 0 && agent.pauses[0].due <= now) {
      this.takesPause(agent);
    } else if (!this.takesContact(agent)) {
      this.record.begins(agent, "idle", now);
      agent.idleOrder = this.idleOrder++;
      this.isIdle();
    }
  }

  private goesHome(agent: Agent): void {
    const { now } = this.clock;
    this.tellOf("logsOff", agent);
    this.clock.drop(agent.pending);
    this.record.leaves(agent, false, now);
    this.record.begins(agent, "away", now);
    this.people.count(agent, now);
    agent.muster = undefined;
    agent.pauses = [];
    this.crews[agent.crew].away.push(agent);
  }

  private comesNot(agent: Agent): void {
    this.clock.drop(agent.pending);
    this.record.begins(agent, "away", this.clock.now);
    agent.muster = undefined;
  }

  private takesPause(agent: Agent): void {
    const pause = agent.pauses.shift()!;
    if (pause.kind !== "break" && pause.kind !== "unpaidBreak")
      agent[pause.kind] = agent[pause.kind].filter((due) => due !== pause.due);
    else this.record.breakMoved(agent, this.clock.now, this.clock.now - pause.due, pause.length);
    this.tellOf("breakStarts", agent);
    this.record.begins(agent, pause.kind, this.clock.now);
    const end = this.clock.plan(this.clock.now + pause.length, "pauseEnds", () => {
      this.tellOf("breakEnds", agent);
      this.isFree(agent);
    });
    agent.pending = [end];
    this.awaitsPause(agent);
  }

  private awaitsPause(agent: Agent): void {
    const next = agent.pauses[0];
    if (next === undefined || next.due < this.clock.now) return;
    this.clock.plan(next.due, "pauseFallsDue", () => {
      const isDue = agent.pauses.length > 0 && agent.pauses[0].due <= this.clock.now;
      if (agent.doing === "idle" && isDue) this.takesPause(agent);
    });
  }

  private plansPauses(agent: Agent): void {
    planPauses(agent, this.model.scenario.teams[agent.team].offPhone?.blockSeconds ?? 0, this.clock.now);
    this.awaitsPause(agent);
  }

  private logsOn(agent: Agent): void {
    this.tellOf("logsOn", agent);
    agent.pending = [];
    this.plansPauses(agent);
    this.isFree(agent);
    this.people.count(agent, this.clock.now);
  }

  private shiftStarts(muster: Muster): void {
    const { model, record, seed, replication } = this;
    const { now } = this.clock;
    const crew = this.crews[muster.crew];
    const before = model.crews.musters[muster.follows];
    const { date, startSeconds, endSeconds } = muster;
    const days = drawDay(model, crew, date, startSeconds, endSeconds, seed, replication);
    for (const agent of crew.agents) {
      if (!before || agent.muster !== before || agent.doing === "late") continue;
      this.judges(agent);
      record.shiftDone(agent);
    }
    this.people.grow(crew, startSeconds, now);
    this.people.planSupervising(crew, muster);
    this.quality.plan(crew, muster);
    for (const [place, agent] of crew.agents.entries()) {
      const { absent, lateSeconds, offPhone } = days[place];
      if (absent) {
        record.missed(muster);
        continue;
      }
      if (this.people.isInTraining(agent)) {
        record.missed(muster, "training");
        this.tellOf("trains", agent);
        continue;
      }
      if (agent.doing === "late") this.comesNot(agent);
      agent.muster = muster;
      agent.handled = 0;
      agent.handledWithin = 0;
      forgetHand(agent);
      agent.offPhone = offPhone;
      if (agent.doing !== "away") {
        record.leaves(agent, false, now);
        this.plansPauses(agent);
        this.looksAgain(agent);
        this.mayTakeMore(agent);
      } else if (lateSeconds > 0 && !before && startSeconds >= 0) {
        record.begins(agent, "late", now);
        agent.pending = [this.clock.plan(now + lateSeconds, "lateOneComes", () => this.logsOn(agent))];
      } else {
        this.logsOn(agent);
      }
    }
  }

  private shiftEnds(muster: Muster): void {
    const { musters } = this.model.crews;
    const isFollowed = musters.some((one) => musters[one.follows] === muster);
    for (const agent of this.crews[muster.crew].agents) {
      if (agent.muster !== muster) continue;
      if (agent.doing === "late") {
        this.comesNot(agent);
        continue;
      }
      if (!isFollowed) {
        this.judges(agent);
        this.record.shiftDone(agent);
      }
      if (agent.doing === "busy") this.record.leaves(agent, true, this.clock.now);
      else this.goesHome(agent);
    }
  }

  private staffChanges({ crew: index, date, agents }: StaffChange): void {
    const { record } = this;
    const { now } = this.clock;
    const crew = this.crews[index];
    if (crew.date !== date) this.tableDayStarts(crew, date);
    const missing = crew.misses.slice(0, agents).filter((misses) => misses).length;
    record.absentOfTable(crew, missing, now);
    const wanted = agents - missing;
    while (this.present(crew.team) < wanted) {
      const stays = this.namesLeavers(crew.team) ? firstToStay(crew.agents) : undefined;
      if (crew.surplus > 0) record.surplus(crew, crew.surplus - 1, now);
      else if (stays) {
        record.leaves(stays, false, now);
        this.mayTakeMore(stays);
      } else this.logsOn(crew.away.pop()!);
    }
    while (this.present(crew.team) > wanted) {
      const idle = crew.agents.filter((agent) => agent.doing === "idle");
      const latest = idle.sort((a, b) => b.idleOrder - a.idleOrder)[0];
      const leaver = latest ?? crew.agents.find((agent) => agent.doing !== "away" && agent.doing !== "busy");
      if (leaver) this.goesHome(leaver);
      else if (this.namesLeavers(crew.team)) record.leaves(firstToGo(crew.agents), true, now);
      else record.surplus(crew, crew.surplus + 1, now);
    }
  }

  private tableDayStarts(crew: Crew, date: string): void {
    const day = this.model.scenario.calendar.days.find((one) => one.date === date)!;
    const end = day.startSeconds + day.lengthSeconds;
    const days = drawDay(this.model, crew, date, day.startSeconds, end, this.seed, this.replication);
    crew.date = date;
    crew.misses = days.map(({ absent }) => absent);
    this.people.grow(crew, day.startSeconds, this.clock.now);
    this.quality.coach(crew, date, day.startSeconds, end);
    for (const [place, agent] of crew.agents.entries()) {
      agent.offPhone = days[place].offPhone;
      if (agent.doing !== "away") this.plansPauses(agent);
    }
    for (const agent of crew.agents) {
      this.looksAgain(agent);
      this.mayTakeMore(agent);
    }
  }

  /** Who is idle, and now holds a licence, takes a contact that waits for it. */
  private looksAgain(agent: Agent): void {
    if (agent.doing === "idle") this.takesContact(agent);
  }
}
