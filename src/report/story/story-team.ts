import type { TeamView } from "../../run/explain/contact-story.js";
import { formatClockTime } from "../text/moment-text.js";
import { formatNumber, formatTime } from "../text/numbers.js";
import { agentsWord, allOf, listOf } from "../text/words.js";

/** `Team desk: of 14 agents due 12 were busy and 2 were absent.` `queue`: of the contact it is about. */
export function teamSentence(view: TeamView, queue: string): string {
  const { team, by, afterSeconds, due, overtime } = view;
  const open = by === "overflow" ? `, open to it only after ${formatTime(afterSeconds)}` : "";
  const whose = `Team ${team}${open}`;
  const doing = doingOf(view, queue);
  const [only] = doing;
  if (only === undefined) {
    const { next } = view;
    const coming = next ? `; the next, ${agentsWord(next.agents)}, at ${formatClockTime(next.at)}` : "";
    return `${whose}: no agent was due${coming}.`;
  }
  const over = overtime > 0 ? `${formatNumber(overtime)} past the end of the shift` : "";
  const who = [...(due > 0 ? [`${agentsWord(due)} due`] : []), ...(over ? [over] : [])];
  if (doing.length > 1) return `${whose}: of ${listOf(who)} ${listOf(doing.map(countedText))}.`;
  const all = over ? `all, ${listOf(who)},` : `${allOf(due, "agent")} due`;
  return `${whose}: ${all} ${were(only.count)} ${only.what}.`;
}

interface Doing {
  readonly count: number;
  readonly what: string;
}

function doingOf(view: TeamView, queue: string): Doing[] {
  const { busy, busyWith, idle, lacking = 0, onBreak, offPhone, late, absent, inTraining = 0 } = view;
  const [only, ...more] = busyWith;
  const split = busyWith.map((one) => `${formatNumber(one.contacts)} with ${one.queue}`);
  const withText =
    more.length > 0 ? ` (${listOf(split)})` : only && only.queue !== queue ? ` with ${only.queue}` : "";
  const all = [
    { count: busy, what: `busy${withText}` },
    { count: onBreak, what: "on a break" },
    { count: offPhone, what: "off the phone" },
    { count: late, what: "late and not yet there" },
    { count: absent, what: "absent" },
    { count: inTraining, what: "in training" },
    { count: idle - lacking, what: "free" },
    { count: lacking, what: `free without what ${queue} needs` },
  ];
  return all.filter(({ count }) => count > 0);
}

function countedText({ count, what }: Doing): string {
  return `${formatNumber(count)} ${were(count)} ${what}`;
}

function were(count: number): string {
  return count === 1 ? "was" : "were";
}
