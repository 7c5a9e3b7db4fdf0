import type { Model } from "../../model/model.js";
import { momentAt } from "../../scenario/moment.js";
import { crewOf } from "./agent-watch.js";
import type { Answer, Handling } from "./contact-story.js";
import type { OpenTry } from "./contact-try.js";
import type { DrawnLuck } from "./drawn-luck.js";
import type { PeopleView } from "./people-view.js";
import { isCutOff, partsWithin } from "./time-limit.js";

/** Rounding of moments that are sums. */
const HAIR = 1e-9;

/** Who took a contact that was answered, and how long it took. */
export function answerOf(model: Model, open: OpenTry, luck: DrawnLuck, people: PeopleView): Answer {
  const { scenario, crews } = model;
  const { queue, atSeconds, hurried } = open;
  const { agent, before, endSeconds, putDowns } = open.answer!;
  const crew = crewOf(model, agent);
  const index = crews.teams[crew];
  const team = scenario.teams[index];
  const skill = team.skills.find((one) => one.queue === scenario.queues[queue].name);
  const learning = people.handleFactor(crew, agent, atSeconds);
  const { contacts, pressure } = team.quota ?? {};
  const behind = hurried ? { contacts: contacts!, wrapFactor: pressure!.wrapFactor } : undefined;
  const drawn = behind ? { ...luck, wrapSeconds: luck.wrapSeconds * behind.wrapFactor } : luck;
  const isOver = !Number.isNaN(endSeconds);
  return {
    team: team.name,
    agent: agent - crews.firstAgents[crews.teams.indexOf(index)] + 1,
    shift: crews.shifts[crew],
    by: skill ? "skill" : "overflow",
    speed: skill?.speed ?? 1,
    ...(learning === 1 ? {} : { learning }),
    ...(behind ? { behind } : {}),
    before,
    ...(putDowns > 0 ? { putDown: { times: putDowns, seconds: open.answer!.putDownSeconds } } : {}),
    handling: isOver ? handlingOf(model, open, endSeconds, drawn, learning / (skill?.speed ?? 1)) : undefined,
  };
}

/**
 * What passed between answer and end, less the time it lay put down, shared out as the parts were drawn; a
 * handover takes what is left.
 */
function handlingOf(
  model: Model,
  open: OpenTry,
  endSeconds: number,
  luck: DrawnLuck,
  pace: number,
): Handling {
  const { queue, atSeconds, after, answer } = open;
  const handleSeconds = endSeconds - atSeconds - answer!.putDownSeconds;
  const ended = momentAt(model.scenario.calendar, endSeconds);
  if (isCutOff(open)) {
    return {
      ended,
      handleSeconds,
      ...partsWithin(model, open, luck, pace),
      handoverSeconds: luck.warmSeconds,
    };
  }
  const { talkSeconds, holdSeconds, wrapSeconds, warmSeconds } = luck;
  const { passed, passSeconds } = after;
  const drawn = talkSeconds + holdSeconds + wrapSeconds;
  const isHandedOver = passed?.warm !== undefined && passSeconds !== undefined;
  const beforeHandover = isHandedOver ? passSeconds - atSeconds - warmSeconds : handleSeconds - warmSeconds;
  const shared = isHandedOver ? talkSeconds + holdSeconds : drawn;
  const stretch = shared > 0 ? beforeHandover / shared : 0;
  const isLonger = model.scenario.queues[queue].concurrency !== undefined && stretch > pace * (1 + HAIR);
  return {
    ended,
    handleSeconds,
    talkSeconds: talkSeconds * stretch,
    holdSeconds: holdSeconds * stretch,
    wrapSeconds: wrapSeconds * stretch,
    handoverSeconds: isHandedOver ? handleSeconds - drawn * stretch : warmSeconds,
    ...(isLonger && { aloneSeconds: drawn * pace }),
  };
}
