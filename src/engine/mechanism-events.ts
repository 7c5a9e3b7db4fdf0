import { backlogWaits } from "./channels/backlog.js";
import { chatEnds } from "./channels/chat-events.js";
import { callbackFallsDue, dialEnds } from "./door/callback-events.js";
import { selfServiceEnds } from "./door/self-service-events.js";
import { EventKind } from "./event-kinds.js";
import { dialingChanges, leadFallsDue, previewEnds, ringingEnds } from "./outbound/lead-events.js";
import { contactIsPassedOn, contactRepeats } from "./outcomes/outcome-events.js";
import type { Run } from "./run.js";

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
