import type { Answer, ContactTry } from "../../run/explain/contact-story.js";
import { formatLater } from "../text/moment-text.js";
import { formatNumber, formatTime } from "../text/numbers.js";
import { allOf } from "../text/words.js";

/** That it was there before anybody counted, or that the centre was closed and it waits all the same. */
export function channelSentences({ ageSeconds, waitsFor, came }: ContactTry): string[] {
  return [
    ...(ageSeconds === undefined ? [] : [`It had waited ${formatTime(ageSeconds)} by then.`]),
    ...(waitsFor === undefined
      ? []
      : [`The centre was closed until ${formatLater(waitsFor, came)}; what comes this way waits.`]),
  ];
}

/** That it found no seat. */
export function balkedSentence({ seats = 0 }: ContactTry): string {
  if (seats === 0) return "No agent was free and there are no seats to wait on: it went away.";
  const taken = seats === 1 ? "the only seat was" : `${allOf(seats, "seat")} were`;
  return `No agent was free and ${taken} taken: it went away.`;
}

/** ` beside 2 others`, of what an agent held already. */
export function besideText(contacts: number): string {
  return `beside ${formatNumber(contacts)} ${contacts === 1 ? "other" : "others"} in hand`;
}

/** How long it would have taken alone, where others in the agent's hands made it longer. */
export function aloneText({ handling }: Answer): string {
  if (handling?.aloneSeconds === undefined) return "";
  return `, for its agent had others in hand; alone it would have been ${formatTime(handling.aloneSeconds)}`;
}

/** The part of a wait that counts, where that is less than all. */
export function openText({ openWaitSeconds }: ContactTry): string {
  return openWaitSeconds === undefined ? "" : `, ${formatTime(openWaitSeconds)} of it in opening hours`;
}
