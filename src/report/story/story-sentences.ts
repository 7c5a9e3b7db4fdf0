import type {
  Answer,
  ContactStory,
  ContactTry,
  LineMoves,
  ServiceVerdict,
} from "../../run/explain/contact-story.js";
import { formatClockTime, formatDay, formatLater } from "../text/moment-text.js";
import { formatChosenShare, formatNumber, formatTime } from "../text/numbers.js";
import { allOf, capital, contactsWord, listOf } from "../text/words.js";
import { leadSentences } from "./lead-sentences.js";
import { afterSentences, cameAgain, customerSentences, repeatSentences } from "./story-after.js";
import { causeOf } from "./story-cause.js";
import { aloneText, balkedSentence, besideText, channelSentences, openText } from "./story-channels.js";
import { doorStepSentences, leftOnHearing } from "./story-door.js";
import { teamSentence } from "./story-team.js";

/** A story in sentences: a paragraph for each try, and the cause in one sentence. */
export interface StoryText {
  readonly title: string;
  readonly tries: readonly (readonly string[])[];
  readonly cause: string;
}

/** Tells a contact's story in plain sentences. */
export function storySentences(story: ContactStory): StoryText {
  const title = `Contact ${formatNumber(story.contact)} of ${story.queue}`;
  if (story.lead) {
    const { calls, cause } = leadSentences(story.lead);
    return { title, tries: calls, cause };
  }
  return {
    title,
    tries: story.tries.map((one, index) => {
      const before = story.tries[index - 1];
      return trySentences(one, index + 1, before);
    }),
    cause: causeOf(story),
  };
}

function trySentences(one: ContactTry, place: number, before: ContactTry | undefined): string[] {
  const metDoor = one.outcome !== "closed" && one.outcome !== "blocked";
  const { queue } = one;
  if (one.outcome === "routed") {
    return [cameSentence(one, place, before), `${queue} splits its contacts: it went on at once.`];
  }
  return [
    cameSentence(one, place, before),
    ...channelSentences(one),
    ...doorSentences(one, queue),
    ...(metDoor ? one.teams.map((view) => teamSentence(view, queue)) : []),
    ...one.overflows.flatMap(overflowSentences),
    ...(one.wait ? movesSentences(one.wait, one, queue) : []),
    ...doorStepSentences(one),
    ...outcomeSentences(one, queue),
    ...(one.answer ? answerSentences(one.answer, one, queue) : []),
    ...afterSentences(one),
    serviceSentence(one, queue),
    ...redialSentences(one),
    ...repeatSentences(one),
    ...customerSentences(one),
  ];
}

function cameSentence(one: ContactTry, place: number, before: ContactTry | undefined): string {
  const { came, interval } = one;
  const when = `${formatDay(came)} at ${formatClockTime(came)}`;
  const counted =
    interval === undefined
      ? "in the warm-up, which is not counted"
      : `in the interval from ${interval.slice(11, 16)}`;
  if (one.by === "backlog") return `It was waiting when counted time started, on ${when}.`;
  if (!before) return `It came on ${when}, ${counted}.`;
  return `${cameAgain(one, place)} on ${when}, ${counted}.`;
}

function doorSentences({ outcome, opens, came, lines, ahead, othersWaiting }: ContactTry, queue: string) {
  if (outcome === "closed") {
    const again = opens
      ? `it opened at ${formatLater(opens, came)}`
      : "it did not open again in the time simulated";
    return [`The centre was closed; ${again}.`];
  }
  if (outcome === "blocked") {
    const isOwn = lines.queue.taken >= lines.queue.of;
    const { of } = isOwn ? lines.queue : lines.all;
    const whose = isOwn ? queue : "all queues";
    const taken = `${capital(allOf(of, "line"))} of ${whose} ${were(of)} taken`;
    const waiting = ahead > 0 ? `, ${formatNumber(ahead)} of them by callers waiting in ${queue}` : "";
    return [`${taken}${waiting}: it met a busy signal.`];
  }
  const others = othersWaiting.map((one) => `${formatNumber(one.contacts)} in ${one.queue}`);
  const beside = others.length > 0 ? `, beside ${listOf(others)}, which its agents serve too` : "";
  if (ahead === 0) return [`Nobody waited before it in ${queue}${beside}.`];
  return [`${contactsWord(ahead)} waited before it in ${queue}${beside}.`];
}

function overflowSentences({ at, afterSeconds, teams }: ContactTry["overflows"][number]): string[] {
  const names = listOf(teams.map(({ team }) => team));
  const idle = teams.reduce((sum, view) => sum + view.idle, 0);
  const free =
    idle > 0
      ? `, of whom ${formatNumber(idle)} ${idle === 1 ? "was" : "were"} free`
      : ", none of whom was free";
  return [
    `After ${formatTime(afterSeconds)}, at ${formatClockTime(at)}, overflow opened it to ${names}${free}.`,
  ];
}

function movesSentences(wait: LineMoves, { ahead }: ContactTry, queue: string): string[] {
  const { aheadAnswered, aheadHungUp, aheadUnserved, overtaken, othersAnswered } = wait;
  const left = ahead - aheadAnswered - aheadHungUp - aheadUnserved;
  const fates = [
    ...(aheadAnswered > 0 ? [`${formatNumber(aheadAnswered)} ${were(aheadAnswered)} answered`] : []),
    ...(aheadHungUp > 0 ? [`${formatNumber(aheadHungUp)} hung up`] : []),
    ...(aheadUnserved > 0 ? [`${formatNumber(aheadUnserved)} went unserved`] : []),
    ...(left > 0 ? [`${formatNumber(left)} still waited at its end`] : []),
  ];
  const besides = [
    ...othersAnswered.map((one) => `${contactsWord(one.contacts)} of ${one.queue}`),
    ...(overtaken > 0 ? [`${contactsWord(overtaken)} of ${queue} that came later`] : []),
  ];
  const agents = [
    ...(wait.loggedOn > 0 ? [`${formatNumber(wait.loggedOn)} came`] : []),
    ...(wait.loggedOff > 0 ? [`${formatNumber(wait.loggedOff)} went home`] : []),
    ...(wait.pausesBegun > 0
      ? [`${formatNumber(wait.pausesBegun)} began a break or went off the phone`]
      : []),
  ];
  const [fate = ""] = fates;
  const told =
    fates.length === 1
      ? `${allOf(ahead, "contact")} before it ${fate.slice(fate.indexOf(" ") + 1)}`
      : `of the ${formatNumber(ahead)} before it ${listOf(fates)}`;
  return [
    ...(ahead > 0 ? [`While it waited, ${told}.`] : []),
    ...(besides.length > 0 ? [`Meanwhile its agents took ${listOf(besides)}.`] : []),
    ...(agents.length > 0 ? [`Of its agents ${listOf(agents)} meanwhile.`] : []),
  ];
}

function were(count: number): string {
  return count === 1 ? "was" : "were";
}

function outcomeSentences(one: ContactTry, queue: string) {
  const { outcome, at, came, waitSeconds, patienceSeconds, opens } = one;
  switch (outcome) {
    case "abandoned":
      return [
        `It hung up after ${formatTime(waitSeconds)}, at ${formatLater(at, came)}, when its patience of ` +
          `${formatTime(patienceSeconds)} was at an end.`,
      ];
    case "unserved": {
      const again = opens ? `; the centre opened again at ${formatLater(opens, at)}` : "";
      const text = `After ${formatTime(waitSeconds)}, at ${formatLater(at, came)}, the centre was closed and`;
      return [`${text} the last agent who serves ${queue} went: it was left unserved${again}.`];
    }
    case "balked":
      return leftOnHearing(one) ? ["It left at once."] : [balkedSentence(one)];
    case "unreached":
      return [`At ${formatLater(at, came)} nobody answered the last call: it was given up.`];
    case "waiting":
      return [`It still waited when the simulation ended, after ${formatTime(waitSeconds)}.`];
    default:
      return [];
  }
}

function answerSentences(answer: Answer, { at, came, waitSeconds }: ContactTry, queue: string): string[] {
  const { team, agent, shift, by, speed, learning, behind, before, putDown, handling } = answer;
  const who = `agent ${formatNumber(agent)} of ${team}${shift === undefined ? "" : ` (shift ${shift})`}`;
  const how = by === "overflow" ? " by overflow" : "";
  const waited =
    waitSeconds > 0 ? `After ${formatTime(waitSeconds)}, at ${formatLater(at, came)}, ` : "At once ";
  const text = `${waited}${who} took it${how}, ${beforeText(before, queue)}.`;
  const lay = putDown ? [putDownSentence(putDown, handling !== undefined)] : [];
  if (!handling) return [text, ...lay, "It was not yet over when the simulation ended."];
  const parts = [
    ...(handling.talkSeconds > 0 ? [`${formatTime(handling.talkSeconds)} of talk`] : []),
    ...(handling.holdSeconds > 0 ? [`${formatTime(handling.holdSeconds)} on hold`] : []),
    ...(handling.wrapSeconds > 0 ? [`${formatTime(handling.wrapSeconds)} of wrap`] : []),
    ...(handling.handoverSeconds > 0 ? [`${formatTime(handling.handoverSeconds)} of handover`] : []),
  ];
  const total =
    parts.length > 1 ? `${formatTime(handling.handleSeconds)}: ${listOf(parts)}` : (parts[0] ?? "no time");
  const slow =
    speed === 1 ? "" : `, at ${formatNumber(speed, 2).replace(/\.?0+$/, "")} times the common speed`;
  const long = formatNumber(learning ?? 1, 2).replace(/\.?0+$/, "");
  const isNew = learning === undefined ? "" : `, ${long} times as long as with an agent of long standing`;
  const hurried = behind ? hurriedText(behind) : "";
  const took = `It took ${total}${slow}${isNew}${hurried}${aloneText(answer)}`;
  return [text, ...lay, `${took}, until ${formatLater(handling.ended, came)}.`];
}

function putDownSentence({ times, seconds }: NonNullable<Answer["putDown"]>, isOver: boolean): string {
  const often = times === 1 ? "once" : `${formatNumber(times)} times`;
  const long = isOver ? `, and lay for ${formatTime(seconds)}${times === 1 ? "" : " in all"}` : "";
  return `It was put down for another contact ${often}${long}.`;
}

function hurriedText({ contacts, wrapFactor }: NonNullable<Answer["behind"]>): string {
  const cut = wrapFactor === 1 ? "" : `, with after-call work cut to ${formatChosenShare(wrapFactor)}`;
  return `, in a hurry${cut}, for the agent was behind the quota of ${formatNumber(contacts)}`;
}

function beforeText(before: Answer["before"], queue: string): string {
  switch (before.kind) {
    case "idle":
      return before.seconds > 0 ? `idle for ${formatTime(before.seconds)} until then` : "who was free";
    case "contact": {
      const whose = before.queue === queue ? "" : ` of ${before.queue}`;
      return `just done with contact ${formatNumber(before.contact)}${whose}`;
    }
    case "putDown": {
      const whose = before.queue === queue ? "" : ` of ${before.queue}`;
      return `who put down contact ${formatNumber(before.contact)}${whose} for it`;
    }
    case "beside":
      return besideText(before.contacts);
    case "pause":
      return "just back from a pause";
    case "logsOn":
      return "who had just come";
  }
}

function serviceSentence(one: ContactTry, queue: string): string {
  const { service, outcome, waitSeconds } = one;
  if (!service.counted) return "It came in the warm-up, so it counts in no figure.";
  const within = formatTime(service.withinSeconds);
  const rule = `In the service level of ${queue}, answered within ${within} (${service.counting})`;
  const fate =
    outcome === "answered"
      ? `answered ${waitSeconds > 0 ? `after ${formatTime(waitSeconds)}${openText(one)}` : "at once"}`
      : outcome === "abandoned"
        ? `hung up after ${formatTime(waitSeconds)}`
        : outcome === "blocked"
          ? `blocked, which this queue ${service.countBlocked ? "counts" : "does not count"} as offered`
          : "neither answered nor hung up";
  const verdict = { met: "it counts as met", missed: "it counts as missed", "left out": "it is left out" };
  return `${rule}, ${verdict[service.verdict]}: ${fate}${whyText(service, outcome)}.`;
}

/** Why a hang-up counts as it does. */
function whyText(
  { counting, withinSeconds, underSeconds, verdict }: ServiceVerdict,
  outcome: string,
): string {
  if (outcome !== "abandoned") return "";
  const within = formatTime(withinSeconds);
  const under = formatTime(underSeconds);
  const soon = verdict !== "missed";
  switch (counting) {
    case "ignore-short":
      return soon
        ? `, and hang-ups within ${within} are ignored`
        : `, later than the ${within} that are ignored`;
    case "abandoned-miss":
      return ", and every hang-up is a miss";
    case "abandoned-hit":
      return soon ? `, and hang-ups within ${within} count as met` : `, later than ${within}`;
    case "answered-only":
      return ", and only the answered are counted";
    case "ignore-under":
      return soon
        ? `, and hang-ups under ${under} are ignored`
        : `, later than the ${under} that are ignored`;
    case "credit-under":
      return soon
        ? `, and hang-ups under ${under} count as met`
        : `, later than the ${under} that count as met`;
  }
}

function redialSentences({ outcome, redial, at, redialsBefore, mostRedials: most }: ContactTry): string[] {
  if (redial) {
    return [`It tried again ${formatTime(redial.afterSeconds)} later, at ${formatLater(redial.at, at)}.`];
  }
  if (most === 0 || (outcome !== "abandoned" && outcome !== "blocked")) return [];
  const often = most === 1 ? "once" : `${formatNumber(most)} times`;
  const isTired = redialsBefore + 1 > most;
  return [`It did not try again${isTired ? `, for nobody tries again more than ${often}` : ""}.`];
}
