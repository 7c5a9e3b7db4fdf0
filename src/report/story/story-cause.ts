import type { ContactStory, ContactTry, LineMoves, TeamView } from "../../run/explain/contact-story.js";
import { formatClockTime } from "../text/moment-text.js";
import { formatNumber, formatTime } from "../text/numbers.js";
import { agentsWord, allOf, contactsWord, listOf, ordinal } from "../text/words.js";
import { leftOnHearing } from "./story-door.js";

/**
 * Why the contact waited, or was not served, in one sentence: of the try with the longest wait, and what
 * became of the last one where that is another.
 */
export function causeOf(story: ContactStory): string {
  const atQueues = story.tries.filter(({ outcome }) => outcome !== "routed");
  const tries = atQueues.length > 0 ? atQueues : story.tries;
  const last = tries.at(-1)!;
  if (tries.length === 1) return `${causeOfTry(last, last.queue)}.`;
  const longest = tries.reduce((one, other) => (other.waitSeconds >= one.waitSeconds ? other : one));
  const place = tries.indexOf(longest) + 1;
  const cause = causeOfTry(longest, longest.queue);
  const sentence = `At its ${ordinal(place)} try ${cause.slice(0, 1).toLowerCase()}${cause.slice(1)}`;
  if (longest === last) return `${sentence}.`;
  return `${sentence}; at the last, its ${ordinal(tries.length)}, ${fateOf(last)}.`;
}

function fateOf(one: ContactTry): string {
  const { outcome, waitSeconds } = one;
  const after = waitSeconds > 0 ? `after ${formatTime(waitSeconds)}` : "at once";
  switch (outcome) {
    case "answered":
      return `it was answered ${after}`;
    case "abandoned":
      return `it hung up ${after}`;
    case "blocked":
      return "it met a busy signal";
    case "closed":
      return "it found the centre closed";
    case "unserved":
      return "it was left unserved";
    case "balked":
      return leftOnHearing(one)
        ? "it left on hearing how long it would wait"
        : "it found no seat and went away";
    case "unreached":
      return "nobody answered when it was called back";
    case "routed":
      return "it went on to another queue";
    case "waiting":
      return "it was still waiting when the simulation ended";
  }
}

function causeOfTry(one: ContactTry, queue: string): string {
  const { outcome, answer, waitSeconds, overflows } = one;
  const waited = formatTime(waitSeconds);
  const untilClosing = "and the centre closed before its turn came";
  switch (outcome) {
    case "closed":
      return "It was turned away because the centre was closed";
    case "blocked":
      return `It met a busy signal because all lines were taken: ${reasonOf(one, queue)}`;
    case "abandoned":
      return `It hung up because its patience of ${waited} ended before its turn: ${reasonOf(one, queue)}`;
    case "unserved":
      return `It was left unserved because ${reasonOf(one, queue)}, ${untilClosing}`;
    case "balked":
      return leftOnHearing(one)
        ? `It left on hearing how long it would wait: ${reasonOf(one, queue)}`
        : `It went away because there was no seat to wait on: ${reasonOf(one, queue)}`;
    case "unreached":
      return `It was called back in vain, and had to be because ${reasonOf(one, queue)}`;
    case "waiting":
      return `It was still waiting when the simulation ended because ${reasonOf(one, queue)}`;
    case "routed":
      return `It went on from ${queue} at once to another queue`;
    case "answered": {
      if (one.wait === undefined && answer?.before.kind === "putDown") {
        return `It did not wait because an agent put down a contact of ${answer.before.queue} for it`;
      }
      const isCalledBack = one.door?.some(({ what }) => what === "asksCallback");
      if (isCalledBack) return `It was called back ${waited} later because ${reasonOf(one, queue)}`;
      if (one.wait === undefined) return "It did not wait because an agent was free";
      const opened = overflows.length > 0 && answer?.by === "overflow";
      const until = opened ? ` for an agent of ${answer.team}, whom overflow had opened to it,` : "";
      return `It waited ${waited}${until} because ${reasonOf(one, queue)}`;
    }
  }
}

/** Why nobody took it when it came. */
function reasonOf({ teams, ahead, wait, outcome, channel }: ContactTry, queue: string): string {
  const skilled = teams.filter(({ by }) => by === "skill");
  const sum = (of: (view: TeamView) => number) => skilled.reduce((total, view) => total + of(view), 0);
  const busy = sum((view) => view.busy);
  const away = awayOf(skilled);
  const due = sum((view) => view.due);
  if (outcome !== "blocked") {
    const reserved = skilled.flatMap((view) => freeInVain(view, queue));
    if (reserved.length > 0) return listOf(reserved);
  }
  const paused = sum((view) => view.onBreak + view.offPhone);
  if (busy + paused === 0) {
    if (due > 0) return `none of the ${agentsWord(due)} due for ${queue} was there`;
    const next = skilled.flatMap((view) => view.next ?? []).sort((a, b) => a.at.seconds - b.at.seconds)[0];
    const coming = next && outcome !== "unserved" ? `; the next were due at ${formatClockTime(next.at)}` : "";
    return `no agent for ${queue} was on shift${coming}`;
  }
  if (busy === 0) return `${allOf(paused, "agent")} for ${queue} who were there had a pause`;
  const place = channel === undefined ? "on the phone" : "at work";
  const all = `${allOf(busy, "agent")} ${place} ${busy === 1 ? "was" : "were"} busy`;
  const line = ahead > 0 && outcome !== "blocked" ? ` and ${contactsWord(ahead)} waited before it` : "";
  const meanwhile = wait ? meanwhileOf(wait) : [];
  const then = meanwhile.length > 0 ? `; meanwhile ${listOf(meanwhile)}` : "";
  return `${all}${line}${away && `, while ${away}`}${then}`;
}

/** Why the free agents of a team did not take it, if there were any. */
function freeInVain({ team, idle, lacking = 0, whenFree = 1 }: TeamView, queue: string): string[] {
  if (idle === 0) return [];
  const free = `${agentsWord(idle)} of ${team} ${idle === 1 ? "was" : "were"} free`;
  if (lacking === idle) return [`${free}, but had not what ${queue} needs`];
  return [`${free}, and it takes ${queue} only while ${formatNumber(whenFree)} are`];
}

/** What kept its agents from it while it waited. */
function meanwhileOf({ othersAnswered, pausesBegun, loggedOff }: LineMoves): string[] {
  const others = othersAnswered.map((one) => `${contactsWord(one.contacts)} of ${one.queue}`);
  return [
    ...(others.length > 0 ? [`they took ${listOf(others)}`] : []),
    ...(pausesBegun > 0 ? [`${agentsWord(pausesBegun)} began a break or went off the phone`] : []),
    ...(loggedOff > 0 ? [`${agentsWord(loggedOff)} went home`] : []),
  ];
}

/** `4 of the 14 due were away: 2 on a break and 2 absent`, or nothing. */
function awayOf(skilled: readonly TeamView[]): string {
  const sum = (of: (view: TeamView) => number) => skilled.reduce((total, view) => total + of(view), 0);
  const parts = [
    [sum((view) => view.onBreak), "on a break"],
    [sum((view) => view.offPhone), "off the phone"],
    [sum((view) => view.late), "not yet come"],
    [sum((view) => view.absent), "absent"],
    [sum((view) => view.inTraining ?? 0), "in training"],
  ] as const;
  const there = parts.filter(([count]) => count > 0);
  if (there.length === 0) return "";
  const all = there.reduce((total, [count]) => total + count, 0);
  const what = there.length === 1 ? there[0]![1] : "away";
  const split = there.map(([count, words]) => `${formatNumber(count)} ${words}`);
  const detail = there.length === 1 ? "" : `: ${listOf(split)}`;
  const due = sum((view) => view.due);
  const were = all === 1 ? "was" : "were";
  return `${formatNumber(all)} of the ${formatNumber(due)} due ${were} ${what}${detail}`;
}
