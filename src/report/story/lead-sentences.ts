import type { CallAgent, LeadCall, LeadStory } from "../../run/explain/lead-story.js";
import { formatClockTime, formatDay, formatLater } from "../text/moment-text.js";
import { formatNumber, formatTime } from "../text/numbers.js";
import { capital, ordinal } from "../text/words.js";

/** A lead's story: a paragraph for each dial, and in one sentence what became of it. */
export function leadSentences({ calls, fate, mode }: LeadStory): {
  readonly calls: readonly (readonly string[])[];
  readonly cause: string;
} {
  return {
    calls: calls.map((call, index) => callSentences(call, index + 1, mode)),
    cause: causeOf(calls, fate),
  };
}

function callSentences(call: LeadCall, place: number, mode: LeadStory["mode"]): string[] {
  const { begun, dialed, rang } = call;
  const day = `${formatDay(begun)} at ${formatClockTime(begun)}`;
  const promised = call.isPromised ? ", a call that was promised" : "";
  const looks = mode === "preview" && call.holder;
  const first = looks
    ? `${capital(whoOf(looks))} began to look at it on ${day}${promised}.`
    : `It was dialed for the ${ordinal(place)} time on ${day}${promised}, ${ringsFor(call.holder)}.`;
  if (dialed === undefined) return [first, "The simulation ended before it was dialed."];
  const second = looks
    ? [`It was dialed at ${formatLater(dialed, begun)}, for the ${ordinal(place)} time.`]
    : [];
  if (rang === undefined) return [first, ...second, "It still rang when the simulation ended."];
  const rings = formatTime(rang.seconds - dialed.seconds);
  if (!call.isAnswered) return [first, ...second, `Nobody answered in ${rings}.`];
  return [first, ...second, ...answeredSentences(call, rang, rings)];
}

function ringsFor(holder: CallAgent | undefined): string {
  return holder ? `while ${whoOf(holder)} waited` : "on a line that rang for no agent yet";
}

function answeredSentences({ speaker, ended, outcome }: LeadCall, rang: Moment, rings: string): string[] {
  const answered = `Somebody answered after ${rings}, at ${formatClockTime(rang)}`;
  if (outcome === "no agent") {
    const held = formatTime(ended!.seconds - rang.seconds);
    return [`${answered}; no agent was free within ${held}, and the call was abandoned.`];
  }
  if (!speaker) return [`${answered}; the simulation ended before an agent was there.`];
  const spoke = `${answered}, and spoke with ${whoOf(speaker)}.`;
  if (!ended) return [spoke, "That was not over when the simulation ended."];
  const took = `It took ${formatTime(ended.seconds - rang.seconds)}, until ${formatLater(ended, rang)}`;
  return [spoke, `${took}: ${OUTCOME_WORDS[outcome]}.`];
}

type Moment = LeadCall["begun"];

const OUTCOME_WORDS: Readonly<Record<LeadCall["outcome"], string>> = {
  "no answer": "nobody answered",
  "no agent": "no agent was free",
  "wrong party": "it was not the person wanted",
  appointment: "the person asked to be called again",
  conversion: "the person agreed",
  refusal: "the person refused",
  unfinished: "it was not over",
};

function whoOf({ team, agent }: CallAgent): string {
  return `agent ${formatNumber(agent)} of ${team}`;
}

function causeOf(calls: readonly LeadCall[], fate: LeadStory["fate"]): string {
  const dials = calls.length === 1 ? "one dial" : `${formatNumber(calls.length)} dials`;
  switch (fate) {
    case "converted":
      return `The person wanted was reached and agreed, after ${dials}.`;
    case "refused":
      return `The person wanted was reached and refused, after ${dials}.`;
    case "given up":
      return `The person wanted was not reached in all attempts allowed: given up after ${dials}.`;
    case "open":
      return `Nothing had become of it when the simulation ended, after ${dials}.`;
  }
}
