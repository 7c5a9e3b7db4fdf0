import type { Muster } from "../../src/model/crews.js";
import type { Model } from "../../src/model/model.js";
import { compileSampler } from "../../src/random/compile-sampler.js";
import { openStream } from "../../src/random/stream.js";
import type { Chat } from "./naive-chats.js";
import type { Event } from "./naive-clock.js";
import { qualityPauses } from "./naive-quality.js";

/** What agents leave the phone for. */
export type Block = "offPhone" | "supervising" | "evaluating" | "coaching";

export type Doing = "away" | "late" | "idle" | "busy" | "break" | "unpaidBreak" | Block;

export interface Pause {
  readonly due: number;
  readonly length: number;
  readonly kind: "break" | "unpaidBreak" | Block;
}

export interface Agent {
  readonly index: number;
  readonly crew: number;
  readonly team: number;
  doing: Doing;
  since: number;
  idleOrder: number;
  /** Busy past the shift's end. */
  leaving: boolean;
  leavingSince: number;
  muster: Muster | undefined;
  handled: number;
  /** Of them, those within the quota's time. */
  handledWithin: number;
  /** When the day's off-phone blocks fall due. */
  offPhone: number[];
  /** When blocks beside an agent who is new fall due, and how long they are. */
  supervising: number[];
  supervisingBlock: number;
  /** The same of evaluations and of coaching. */
  evaluating: number[];
  evaluatingBlock: number;
  coaching: number[];
  coachingBlock: number;
  /** What is still to be taken, soonest first. */
  pauses: Pause[];
  /** Events that are off when the agent goes. */
  pending: Event[];
  /** Chats in its hands, since when so many, and whose number changed before whose. */
  hand: Chat[];
  handSince: number;
  handOrder: number;
}

export interface Crew {
  readonly index: number;
  readonly team: number;
  readonly shift: string;
  readonly agents: readonly Agent[];
  /** Of a table: agents who are away, the next to be called last. */
  readonly away: Agent[];
  date: string;
  misses: boolean[];
  absent: number;
  absentSince: number;
  surplus: number;
  surplusSince: number;
}

/** What one agent's day or shift is like. */
export interface Day {
  readonly absent: boolean;
  readonly lateSeconds: number;
  readonly offPhone: number[];
}

/** The crews of a model with nobody there yet. */
export function crewsOf(model: Model): Crew[] {
  return Array.from({ length: model.crews.count }, (_, index) => {
    const { firstAgents, teams, shifts } = model.crews;
    const agents: Agent[] = [];
    for (let agent = firstAgents[index]; agent < firstAgents[index + 1]; agent++) {
      agents.push({
        index: agent,
        crew: index,
        team: teams[index],
        doing: "away",
        since: 0,
        idleOrder: 0,
        leaving: false,
        leavingSince: 0,
        muster: undefined,
        handled: 0,
        handledWithin: 0,
        offPhone: [],
        supervising: [],
        supervisingBlock: 0,
        evaluating: [],
        evaluatingBlock: 0,
        coaching: [],
        coachingBlock: 0,
        pauses: [],
        pending: [],
        hand: [],
        handSince: 0,
        handOrder: 0,
      });
    }
    return {
      index,
      team: teams[index],
      shift: shifts[index] ?? "",
      agents,
      away: [...agents].reverse(),
      date: "",
      misses: [],
      absent: 0,
      absentSince: 0,
      surplus: 0,
      surplusSince: 0,
    };
  });
}

/** Draws what the shift from `from` to `to`, or a table's day, is like for each agent of the crew. */
export function drawDay(
  model: Model,
  crew: Crew,
  date: string,
  from: number,
  to: number,
  seed: string,
  replication: number,
): Day[] {
  const team = model.scenario.teams[crew.team];
  const open = (purpose: string) =>
    openStream(seed, replication, purpose, `${team.name}/${crew.shift}/${date}`);
  const absence = open("absence");
  const lateness = team.lateness ? compileSampler(team.lateness, open("lateness")) : () => 0;
  const blocks = open("off-phone");
  return crew.agents.map(() => ({
    absent: absence() < team.absenceShare,
    lateSeconds: lateness(),
    offPhone: team.offPhone ? drawBlocks(from, to, team.offPhone, blocks) : [],
  }));
}

/** Moments of so many blocks that they fill the share of the time on average. */
export function drawBlocks(
  from: number,
  to: number,
  offPhone: { readonly share: number; readonly blockSeconds: number },
  draw: () => number,
): number[] {
  const count = Math.floor(((to - from) * offPhone.share) / offPhone.blockSeconds + draw());
  const place = draw();
  const every = (to - from) / count;
  const moments: number[] = [];
  let due = from + place * Math.max(0, every - offPhone.blockSeconds);
  while (moments.length < count) {
    moments.push(due);
    due += every;
  }
  return moments;
}

/** The agent's pauses from now on: what fell due before is lost. */
export function planPauses(agent: Agent, blockSeconds: number, now: number): void {
  const breaks = (agent.muster?.breaks ?? []).map((one) => ({
    due: one.dueSeconds,
    length: one.lengthSeconds,
    kind: one.paid ? ("break" as const) : ("unpaidBreak" as const),
  }));
  const blocks = agent.offPhone.map((due) => ({ due, length: blockSeconds, kind: "offPhone" as const }));
  const beside = agent.supervising.map((due) => ({
    due,
    length: agent.supervisingBlock,
    kind: "supervising" as const,
  }));
  agent.pauses = [...breaks, ...blocks, ...beside, ...qualityPauses(agent)]
    .filter(({ due }) => due >= now)
    .sort((a, b) => a.due - b.due);
}
