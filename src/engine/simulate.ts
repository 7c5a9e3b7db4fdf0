import type { Model } from "../model/model.js";
import { centreCloses, centreOpens, intervalBegins } from "./boundaries.js";
import { contactAbandons, contactArrives, contactOverflows, contactRedials } from "./contact-events.js";
import {
  AGENT_LOGS_ON,
  CENTRE_CLOSES,
  CENTRE_OPENS,
  CONTACT_ABANDONS,
  CONTACT_ARRIVES,
  CONTACT_OVERFLOWS,
  CONTACT_REDIALS,
  INTERVAL_BEGINS,
  PAUSE_ENDS,
  PAUSE_FALLS_DUE,
  SERVICE_ENDS,
  SHIFT_ENDS,
  SHIFT_STARTS,
  STAFF_CHANGES,
} from "./event-kinds.js";
import { finishRun } from "./finish.js";
import type { Observations } from "./observations.js";
import { pauseEnds, pauseFallsDue } from "./pause-events.js";
import { startRun } from "./run.js";
import { serviceEnds } from "./service-events.js";
import { agentLogsOn, shiftEnds, shiftStarts } from "./shift-events.js";
import { staffChanges } from "./staff-changes.js";
import type { Trace } from "./trace.js";

/**
 * Runs one replication of `model` and returns what it observed. Same arguments, same observations, on every
 * machine. `trace`, if given, is told of every event.
 */
export function simulate(model: Model, seed: string, replication: number, trace?: Trace): Observations {
  const run = startRun(model, seed, replication, trace);
  const { events } = run;
  const { horizonSeconds } = model;
  while (events.next() && events.time < horizonSeconds) {
    const { subject } = events;
    // biome-ignore format: a table of kinds and what they do
    switch (events.kind) {
      case SERVICE_ENDS: serviceEnds(run, subject); break;
      case CONTACT_ARRIVES: contactArrives(run, subject); break;
      case CONTACT_ABANDONS: contactAbandons(run, subject); break;
      case CONTACT_REDIALS: contactRedials(run, subject); break;
      case CONTACT_OVERFLOWS: contactOverflows(run, subject); break;
      case PAUSE_FALLS_DUE: pauseFallsDue(run, subject); break;
      case PAUSE_ENDS: pauseEnds(run, subject); break;
      case SHIFT_STARTS: shiftStarts(run, subject); break;
      case AGENT_LOGS_ON: agentLogsOn(run, subject); break;
      case SHIFT_ENDS: shiftEnds(run, subject); break;
      case STAFF_CHANGES: staffChanges(run, subject); break;
      case CENTRE_OPENS: centreOpens(run); break;
      case CENTRE_CLOSES: centreCloses(run); break;
      case INTERVAL_BEGINS: intervalBegins(run, subject); break;
    }
  }
  return finishRun(run);
}
