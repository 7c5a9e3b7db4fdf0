import type { Model } from "../../model/model.js";
import { crewOf } from "./agent-watch.js";
import type { Handling } from "./contact-story.js";
import type { OpenTry } from "./contact-try.js";
import type { DrawnLuck } from "./drawn-luck.js";
import type { PeopleView } from "./people-view.js";

/** Parts of a handle time, in seconds. */
export type HandleParts = Pick<Handling, "talkSeconds" | "holdSeconds" | "wrapSeconds">;

/** Whether the call took too long and went on to another queue. */
export function isCutOff({ after }: OpenTry): boolean {
  return after.passed?.kind === "handover";
}

/** What the agent, of this pace, did of a call that took too long: talk, then hold if there was time. */
export function partsWithin(model: Model, open: OpenTry, luck: DrawnLuck, pace: number): HandleParts {
  const whole = wholeParts(model, open, luck, pace);
  const together = model.outcomes![open.queue]!.handover!.afterSeconds;
  const talkSeconds = Math.min(together, whole.talkSeconds);
  return { talkSeconds, holdSeconds: together - talkSeconds, wrapSeconds: 0 };
}

/** What was left of it, at speed 1; undefined where it was not handed over. */
export function partsLeft(
  model: Model,
  open: OpenTry,
  luck: DrawnLuck,
  people: PeopleView,
): HandleParts | undefined {
  if (!isCutOff(open)) return undefined;
  const pace = agentPace(model, open, people);
  const whole = wholeParts(model, open, luck, pace);
  const done = partsWithin(model, open, luck, pace);
  return {
    talkSeconds: (whole.talkSeconds - done.talkSeconds) / pace,
    holdSeconds: (whole.holdSeconds - done.holdSeconds) / pace,
    wrapSeconds: whole.wrapSeconds / pace,
  };
}

/** How many times as long as anybody of speed 1 the agent who took the call needs for it. */
function agentPace(model: Model, { queue, atSeconds, answer }: OpenTry, people: PeopleView): number {
  const { scenario, crews } = model;
  const crew = crewOf(model, answer!.agent);
  const { skills } = scenario.teams[crews.teams[crew]];
  const speed = skills.find((skill) => skill.queue === scenario.queues[queue].name)?.speed ?? 1;
  return people.handleFactor(crew, answer!.agent, atSeconds) / speed;
}

/** What the agent would have needed for all of it. */
function wholeParts(model: Model, open: OpenTry, luck: DrawnLuck, pace: number): HandleParts {
  const stretch = pace * stretchBefore(model, open);
  return {
    talkSeconds: luck.talkSeconds * stretch * growthAfterWait(model, open),
    holdSeconds: luck.holdSeconds * stretch,
    wrapSeconds: luck.wrapSeconds * stretch,
  };
}

/** By its queue's table, and by what self-service left; what is handed over has been stretched before. */
function stretchBefore({ queues, scenario }: Model, { queue, cameSeconds, caller, door }: OpenTry): number {
  if (caller.by === "handover") return 1;
  const served = door.find(({ what }) => what === "selfServes");
  const harder = served ? 1 + scenario.queues[queue].selfService!.harderShare : 1;
  const { arrivals } = queues[queue];
  if (arrivals.kind === "replay") return harder;
  const drawnAt = served ? served.seconds : cameSeconds;
  const piece = arrivals.endsSeconds.findIndex((end) => drawnAt < end);
  return harder * arrivals.handleFactors[piece];
}

function growthAfterWait({ scenario }: Model, { queue, cameSeconds, atSeconds, door }: OpenTry): number {
  const { handleGrowth } = scenario.queues[queue];
  if (handleGrowth === undefined || door.some(({ what }) => what === "asksCallback")) return 1;
  const { perSeconds, byShare, mostShare = Number.POSITIVE_INFINITY } = handleGrowth;
  return 1 + Math.min(mostShare, (byShare * (atSeconds - cameSeconds)) / perSeconds);
}
