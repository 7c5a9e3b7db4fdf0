import type { TraceEvent } from "../../engine/trace.js";
import type { Muster } from "../../model/crews.js";
import type { Model } from "../../model/model.js";
import { momentAt } from "../../scenario/moment.js";
import { type AgentWatch, FREE, OFF, PAUSED, TAKEN } from "./agent-watch.js";
import type { QueueCount, TeamView } from "./contact-story.js";
import { PauseWatch } from "./pause-watch.js";
import type { PeopleView } from "./people-view.js";

/** A team that may take a contact, and by which right. */
export interface Right {
  readonly team: number;
  readonly queue: number;
  readonly by: TeamView["by"];
  readonly afterSeconds: number;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** What only the future tells about an agent: whether the pause is a break, whether it comes at all. */
interface Open {
  readonly view: Writable<TeamView>;
  readonly kind: "pause" | "missing";
  readonly muster: Muster | undefined;
}

/**
 * Tells what the agents of teams are doing at a moment, from a watch that has seen the trace up to it. The
 * trace names neither the kind of a pause nor the absent: which they were shows later, from how long the
 * pause lasts and from who logs on before the shift is over.
 */
export class TeamViews {
  private readonly open = new Map<number, Open[]>();
  private readonly pauses: PauseWatch;
  private readonly queueNames: readonly string[];

  constructor(
    private readonly model: Model,
    private readonly watch: AgentWatch,
    private readonly people: PeopleView,
  ) {
    this.pauses = new PauseWatch(model);
    this.queueNames = model.scenario.queues.map(({ name }) => name);
  }

  /** Whether nothing about the views taken is open any more. */
  get isSettled(): boolean {
    return this.open.size === 0;
  }

  /** The teams with these rights at a moment. Counts of pauses and of the missing are final when settled. */
  at(rights: readonly Right[], seconds: number): TeamView[] {
    return rights.map((right) => this.view(right, seconds));
  }

  /** An event of the trace that comes after the views, told before the watch sees it. */
  see(seconds: number, event: TraceEvent, agent: number): void {
    const isBreak = this.pauses.see(seconds, event, agent);
    if (event !== "breakEnds" && event !== "logsOff" && event !== "logsOn") return;
    const open = this.open.get(agent);
    if (open === undefined) return;
    this.open.delete(agent);
    for (const { kind, view, muster } of open) {
      if (kind === "pause") addPause(view, isBreak === true);
      else if (event === "logsOn" && seconds < muster!.endSeconds) view.late++;
      else view.absent++;
    }
  }

  /** The shifts of the missing are over, or the simulation is: who has not come by `seconds` never does. */
  settle(seconds: number): void {
    for (const [agent, open] of this.open) {
      const left = open.filter((one) => one.kind === "pause" || one.muster!.endSeconds > seconds);
      for (const one of open) if (!left.includes(one)) one.view.absent++;
      if (left.length > 0) this.open.set(agent, left);
      else this.open.delete(agent);
    }
  }

  /** At the end of the simulation. */
  settleAll(): void {
    this.settle(Number.POSITIVE_INFINITY);
    for (const [agent, open] of this.open) {
      const isBreak = this.pauses.isBreak(agent);
      for (const { view } of open) addPause(view, isBreak);
    }
    this.open.clear();
  }

  private view({ team, queue, by, afterSeconds }: Right, seconds: number): TeamView {
    const { crews, scenario, rules, routing } = this.model;
    const needs = rules?.needs[queue] ?? 0;
    const whenFree = rules?.whenFree[queue * routing.teams + team] ?? 1;
    const view: Writable<TeamView> = {
      team: scenario.teams[team].name,
      by,
      afterSeconds,
      due: 0,
      overtime: 0,
      busy: 0,
      busyWith: [],
      idle: 0,
      ...(needs === 0 && !this.people.asks(team, queue) ? {} : { lacking: 0 }),
      ...(whenFree === 1 ? {} : { whenFree }),
      onBreak: 0,
      offPhone: 0,
      late: 0,
      absent: 0,
      ...(scenario.teams[team].training ? { inTraining: 0 } : {}),
      next: this.next(team, seconds),
    };
    const busyWith = new Float64Array(this.queueNames.length);
    for (let crew = 0; crew < crews.count; crew++) {
      if (crews.teams[crew] === team) this.addCrew(view, busyWith, crew, seconds, queue);
    }
    view.busyWith = countsOf(busyWith, this.queueNames);
    return view;
  }

  private addCrew(
    view: Writable<TeamView>,
    busyWith: Float64Array,
    crew: number,
    seconds: number,
    asking: number,
  ): void {
    const { crews, scenario } = this.model;
    const { state, queue } = this.watch;
    const { staffing, lateness } = scenario.teams[crews.teams[crew]];
    const muster = this.musterAt(crew, seconds);
    const first = crews.firstAgents[crew];
    const end = crews.firstAgents[crew + 1];
    let on = 0;
    for (let agent = first; agent < end; agent++) {
      if (state[agent] === OFF) {
        if (!muster) continue;
        if (view.inTraining !== undefined && this.isInTraining(agent, muster)) {
          view.inTraining++;
          continue;
        }
        if (lateness) this.await(agent, { view, kind: "missing", muster });
        else view.absent++;
        continue;
      }
      on++;
      if (state[agent] === FREE) {
        view.idle++;
        if (view.lacking !== undefined && this.isLacking(crew, agent, asking, seconds)) view.lacking++;
      }
      if (state[agent] === PAUSED) this.await(agent, { view, kind: "pause", muster });
      if (state[agent] !== TAKEN) continue;
      view.busy++;
      busyWith[queue[agent]]++;
      if (staffing.kind !== "table" && !muster) view.overtime++;
    }
    if (staffing.kind === "table") {
      const due = this.tableAt(crew, seconds);
      view.due += due;
      view.absent += Math.max(0, due - on);
      view.overtime += Math.max(0, on - due);
    } else if (muster) {
      view.due += end - first;
    }
  }

  private isInTraining(agent: number, { startSeconds }: Muster): boolean {
    return this.watch.trainsSince[agent] >= Math.max(0, startSeconds);
  }

  /** Whether the agent has not what the queue needs, or not the licence for it. */
  private isLacking(crew: number, agent: number, queue: number, seconds: number): boolean {
    const { rules } = this.model;
    const needs = rules?.needs[queue] ?? 0;
    if (needs > 0 && (needs & ~rules!.has[agent]) !== 0) return true;
    return !this.people.isLicensed(crew, agent, queue, seconds);
  }

  private await(agent: number, open: Open): void {
    this.open.set(agent, [...(this.open.get(agent) ?? []), open]);
  }

  private musterAt(crew: number, seconds: number): Muster | undefined {
    return this.model.crews.musters.findLast(
      (one) => one.crew === crew && one.startSeconds <= seconds && seconds < one.endSeconds,
    );
  }

  private tableAt(crew: number, seconds: number): number {
    const change = this.model.crews.changes.findLast((one) => one.crew === crew && one.atSeconds <= seconds);
    return change?.agents ?? 0;
  }

  private next(team: number, seconds: number): TeamView["next"] {
    const { crews, scenario } = this.model;
    const muster = crews.musters.find((one) => crews.teams[one.crew] === team && one.startSeconds > seconds);
    if (muster) {
      const together = crews.musters.filter(
        (one) => crews.teams[one.crew] === team && one.startSeconds === muster.startSeconds,
      );
      const agents = together.reduce(
        (sum, { crew }) => sum + crews.firstAgents[crew + 1] - crews.firstAgents[crew],
        0,
      );
      return { at: momentAt(scenario.calendar, muster.startSeconds), agents };
    }
    const crew = crews.teams.indexOf(team);
    const now = this.tableAt(crew, seconds);
    const rise = crews.changes.find(
      (one) => one.crew === crew && one.atSeconds > seconds && one.agents > now,
    );
    return rise && { at: momentAt(scenario.calendar, rise.atSeconds), agents: rise.agents };
  }
}

function addPause(view: Writable<TeamView>, isBreak: boolean): void {
  if (isBreak) view.onBreak++;
  else view.offPhone++;
}

/** Those queues of which there is something, by name. */
export function countsOf(counts: ArrayLike<number>, names: readonly string[]): QueueCount[] {
  return names.flatMap((queue, index) => (counts[index] > 0 ? [{ queue, contacts: counts[index] }] : []));
}
