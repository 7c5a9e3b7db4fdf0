import type { Model } from "../../model/model.js";
import { momentAt } from "../../scenario/moment.js";
import type { Scenario } from "../../scenario/scenario.js";
import { crewOf } from "./agent-watch.js";
import type { Answer, Handling } from "./contact-story.js";
import type { OpenTry } from "./contact-try.js";
import type { DrawnLuck } from "./drawn-luck.js";
import type { PeopleView } from "./people-view.js";

/** Who took a contact that was answered, and how long it took. */
export function answerOf(
  model: Model,
  { queue, answer, atSeconds }: OpenTry,
  luck: DrawnLuck,
  people: PeopleView,
): Answer {
  const { scenario, crews } = model;
  const { agent, before, endSeconds } = answer!;
  const crew = crewOf(model, agent);
  const index = crews.teams[crew];
  const team = scenario.teams[index];
  const skill = team.skills.find((one) => one.queue === scenario.queues[queue].name);
  const learning = people.handleFactor(crew, agent, atSeconds);
  const isOver = !Number.isNaN(endSeconds);
  return {
    team: team.name,
    agent: agent - crews.firstAgents[crews.teams.indexOf(index)] + 1,
    shift: crews.shifts[crew],
    by: skill ? "skill" : "overflow",
    speed: skill?.speed ?? 1,
    ...(learning === 1 ? {} : { learning }),
    before,
    handling: isOver ? handlingOf(scenario, atSeconds, endSeconds, luck) : undefined,
  };
}

/** What passed between answer and end, shared out as the parts were drawn. */
function handlingOf(scenario: Scenario, fromSeconds: number, toSeconds: number, luck: DrawnLuck): Handling {
  const { talkSeconds, holdSeconds, wrapSeconds } = luck;
  const drawn = talkSeconds + holdSeconds + wrapSeconds;
  const handleSeconds = toSeconds - fromSeconds;
  const part = (seconds: number) => (drawn > 0 ? (handleSeconds * seconds) / drawn : 0);
  return {
    ended: momentAt(scenario.calendar, toSeconds),
    handleSeconds,
    talkSeconds: part(talkSeconds),
    holdSeconds: part(holdSeconds),
    wrapSeconds: part(wrapSeconds),
  };
}
