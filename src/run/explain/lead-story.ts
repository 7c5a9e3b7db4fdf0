import { simulate } from "../../engine/simulate.js";
import type { TraceEvent } from "../../engine/trace.js";
import type { Model } from "../../model/model.js";
import { type Moment, momentAt } from "../../scenario/moment.js";
import { crewOf } from "./agent-watch.js";

/** What happened to one lead: every time it was dialed. */
export interface LeadStory {
  readonly queue: string;
  readonly mode: "preview" | "progressive" | "predictive";
  readonly calls: readonly LeadCall[];
  /** What became of it in the end. */
  readonly fate: "converted" | "refused" | "given up" | "open";
}

/** An agent of a team, numbered from 1 within it. */
export interface CallAgent {
  readonly team: string;
  readonly agent: number;
}

/** A dial, and what came of it. */
export interface LeadCall {
  /** When an agent began to look at the lead, or it was dialed where nobody looks first. */
  readonly begun: Moment;
  readonly dialed: Moment | undefined;
  /** Whether the call had been promised. */
  readonly isPromised: boolean;
  /** The agent who waited while it rang; undefined where the line rang for nobody. */
  readonly holder: CallAgent | undefined;
  /** When somebody answered, or the dialer hung up; undefined where the simulation ended first. */
  readonly rang: Moment | undefined;
  /** Whether somebody answered. */
  readonly isAnswered: boolean;
  /** Who spoke with the person. */
  readonly speaker: CallAgent | undefined;
  /** When the call was over, wrap included, or was lost. */
  readonly ended: Moment | undefined;
  readonly outcome:
    | "no answer"
    | "no agent"
    | "wrong party"
    | "appointment"
    | "conversion"
    | "refusal"
    | "unfinished";
}

type OpenCall = { -readonly [Key in keyof LeadCall]: LeadCall[Key] };

const OUTCOMES = {
  noAnswer: "no answer",
  abandons: "no agent",
  unserved: "no agent",
  wrongParty: "wrong party",
  appoints: "appointment",
  converts: "conversion",
  refuses: "refusal",
} as const satisfies Partial<Record<TraceEvent, LeadCall["outcome"]>>;

/** The story of that contact of a replication if it is a lead; undefined if it is none, or is not there. */
export function leadStory(
  model: Model,
  seed: string,
  replication: number,
  contact: number,
): LeadStory | undefined {
  if (model.outbound === undefined) return undefined;
  const calls: OpenCall[] = [];
  let story: Omit<LeadStory, "calls"> | undefined;
  let isPromised = false;
  simulate(model, seed, replication, (seconds, event, number, queue, _team, agent) => {
    if (number !== contact || queue < 0) return;
    const { name, outbound } = model.scenario.queues[queue];
    if (outbound === undefined) return;
    const { mode } = outbound.dialer;
    story = { queue: name, mode, fate: fateAfter(event) ?? story?.fate ?? "open" };
    const now = momentAt(model.scenario.calendar, seconds);
    if (event === "previews" || (event === "dials" && mode !== "preview")) {
      calls.push(newCall(now, isPromised, agentOf(model, agent)));
    }
    follow(calls[calls.length - 1], event, now, agentOf(model, agent));
    if (event === "appoints") isPromised = true;
  });
  return story && { ...story, calls };
}

function newCall(begun: Moment, isPromised: boolean, holder: CallAgent | undefined): OpenCall {
  return {
    begun,
    dialed: undefined,
    isPromised,
    holder,
    rang: undefined,
    isAnswered: false,
    speaker: undefined,
    ended: undefined,
    outcome: "unfinished",
  };
}

function follow(call: OpenCall, event: TraceEvent, now: Moment, agent: CallAgent | undefined): void {
  if (event === "dials") call.dialed = now;
  if (event === "noAnswer" || event === "arrives") call.rang = now;
  if (event === "arrives") call.isAnswered = true;
  if (event === "answered") call.speaker = agent;
  if (event === "ends" || event === "abandons" || event === "unserved") call.ended = now;
  if (event in OUTCOMES) call.outcome = OUTCOMES[event as keyof typeof OUTCOMES];
}

function fateAfter(event: TraceEvent): LeadStory["fate"] | undefined {
  if (event === "converts") return "converted";
  if (event === "refuses") return "refused";
  return event === "givesUp" ? "given up" : undefined;
}

function agentOf(model: Model, agent: number): CallAgent | undefined {
  if (agent < 0) return undefined;
  const { teams, firstAgents } = model.crews;
  const team = teams[crewOf(model, agent)];
  return {
    team: model.scenario.teams[team].name,
    agent: agent - firstAgents[teams.indexOf(team)] + 1,
  };
}
