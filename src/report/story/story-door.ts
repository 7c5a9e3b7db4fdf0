import type { ContactTry, DoorStep } from "../../run/explain/contact-story.js";
import { formatLater } from "../text/moment-text.js";
import { formatTime } from "../text/numbers.js";

/** What befell a contact before an agent took it, a sentence each. */
export function doorStepSentences({ door = [], came }: ContactTry): string[] {
  return door.map((step) => sentenceOf(step, came));
}

function sentenceOf({ what, at }: DoorStep, came: ContactTry["came"]): string {
  const when = formatLater(at, came);
  switch (what) {
    case "selfServes":
      return `It had tried self-service first, for ${formatTime(came.seconds - at.seconds)}, in vain.`;
    case "hears":
      return "It heard how long it would wait.";
    case "asksCallback":
      return `It asked to be called back, at ${when}.`;
    case "callbackDue":
      return `The callback was due at ${when}.`;
    case "callsBack":
      return `An agent called at ${when}.`;
    case "notReached":
      return "Nobody answered.";
  }
}

/** Whether it left on hearing how long it would wait. */
export function leftOnHearing({ door = [] }: ContactTry): boolean {
  return door.some(({ what }) => what === "hears");
}
