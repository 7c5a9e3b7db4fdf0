import type { ContactTry } from "../../run/explain/contact-story.js";
import { formatClockTime, formatLater } from "../text/moment-text.js";
import { formatChosenShare, formatTime } from "../text/numbers.js";
import { ordinal } from "../text/words.js";

/** How a contact came that had been there before: `It came again, for the 2nd time,`, without when. */
export function cameAgain({ by, queue, after }: ContactTry, place: number): string {
  switch (by) {
    case "split":
    case "transfer":
    case "escalation":
    case "complaint":
    case "handover":
      return `It came to ${queue}`;
    case "repeat":
      return after?.complaint === undefined
        ? `The customer called ${queue} again`
        : `The complaint came to ${queue} again`;
    default:
      return `It came again, for the ${ordinal(place)} time,`;
  }
}

/** What came of the call once it was answered. */
export function afterSentences({ after, answer }: ContactTry): string[] {
  if (after === undefined || answer === undefined) return [];
  const { passed, complaint, isSold, isKept } = after;
  return [
    ...(passed ? [passedSentence(passed)] : []),
    ...(isSold ? ["It ended in a sale."] : []),
    ...(isKept ? ["The customer was kept."] : []),
    ...(complaint === "solved" ? ["The complaint was solved."] : []),
    ...(complaint === "open" && answer.handling ? ["The complaint was not solved."] : []),
  ];
}

function passedSentence({
  kind,
  to,
  at,
  isWarm,
  limitSeconds = 0,
}: NonNullable<NonNullable<ContactTry["after"]>["passed"]>): string {
  const long = formatTime(limitSeconds);
  const when = formatClockTime(at);
  if (kind === "handover")
    return `At ${when}, after ${long} of talk and hold, it was handed over to ${to}, to finish there.`;
  const what = {
    transfer: `it was transferred to ${to}`,
    escalation: `it exceeded the agent's powers and was escalated to ${to}`,
    complaint: `it became a complaint and was passed to ${to}`,
  };
  const stayed = isWarm ? ", where the agent stayed with the caller" : ", while the agent did the wrap";
  return `When the talk was over, at ${when}, ${what[kind]}${stayed}.`;
}

/** That the customer, or the complaint, came again. */
export function repeatSentences({ after, at, outcome }: ContactTry): string[] {
  if (after?.repeat === undefined) return [];
  const { repeat, complaint } = after;
  const who =
    complaint === undefined ? "Its matter was not resolved: the customer called" : "The complaint came";
  const later = outcome === "answered" ? "" : ", as nobody had answered it";
  const long = formatTime(repeat.afterSeconds);
  return [`${who} again ${long} later, at ${formatLater(repeat.at, at)}${later}.`];
}

/** That the customer was treated badly, and what may come of that. */
export function customerSentences({ treatedBadly }: ContactTry): string[] {
  if (treatedBadly === undefined) return [];
  if (treatedBadly.leaveShare === 0) return ["The customer was treated badly."];
  const share = formatChosenShare(treatedBadly.leaveShare);
  return [`The customer was treated badly; of such customers ${share} leave the firm.`];
}
