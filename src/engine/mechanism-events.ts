import { backlogWaits } from "./backlog.js";
import { callbackFallsDue, dialEnds } from "./callback-events.js";
import { chatEnds } from "./chat-events.js";
import { EventKind } from "./event-kinds.js";
import { dialingChanges, leadFallsDue, previewEnds, ringingEnds } from "./lead-events.js";
import { contactIsPassedOn, contactRepeats } from "./outcome-events.js";
import type { Run } from "./run.js";
import { selfServiceEnds } from "./self-service-events.js";

/** An event of a kind that only some scenarios have happens to the subject. */
export function mechanismGoesOn(run: Run, kind: number, subject: number): void {
  // biome-ignore format: a table of kinds and what they do
  switch (kind) {
    case EventKind.ContactIsPassedOn: contactIsPassedOn(run, subject); break;
    case EventKind.ContactRepeats: contactRepeats(run, subject); break;
    case EventKind.ChatEnds: chatEnds(run, subject); break;
    case EventKind.SelfServiceEnds: selfServiceEnds(run, subject); break;
    case EventKind.CallbackFallsDue: callbackFallsDue(run, subject); break;
    case EventKind.DialEnds: dialEnds(run, subject); break;
    case EventKind.BacklogWaits: backlogWaits(run, subject); break;
    case EventKind.DialingChanges: dialingChanges(run, subject); break;
    case EventKind.PreviewEnds: previewEnds(run, subject); break;
    case EventKind.RingingEnds: ringingEnds(run, subject); break;
    case EventKind.LeadFallsDue: leadFallsDue(run, subject); break;
  }
}
