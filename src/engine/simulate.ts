import type { Model } from "../model/model.js";
import { pauseEnds, pauseFallsDue } from "./agents/pause-events.js";
import { agentLogsOn, shiftEnds, shiftStarts } from "./agents/shift-events.js";
import { staffChanges } from "./agents/staff-changes.js";
import { centreCloses, centreOpens, intervalBegins } from "./boundaries.js";
import { contactAbandons, contactArrives, contactOverflows, contactRedials } from "./contact-events.js";
import { EventKind } from "./event-kinds.js";
import { finishRun } from "./finish.js";
import { mechanismGoesOn } from "./mechanism-events.js";
import type { Observations } from "./observations.js";
import { dialersLook } from "./outbound/dialer.js";
import { startRun } from "./run.js";
import { serviceEnds } from "./service-events.js";
import type { Trace } from "./trace.js";

/**
 * Runs one replication of `model` and returns what it observed. Same arguments, same observations, on every
 * machine. `trace`, if given, is told of every event.
 */
export function simulate(model: Model, seed: string, replication: number, trace?: Trace): Observations {
  const run = startRun(model, seed, replication, trace);
  const { events, outbound } = run;
  const { horizonSeconds } = model;
  while (events.next() && events.time < horizonSeconds) {
    const { subject } = events;
    // biome-ignore format: a table of kinds and what they do
    switch (events.kind) {
      case EventKind.ServiceEnds: serviceEnds(run, subject); break;
      case EventKind.ContactArrives: contactArrives(run, subject); break;
      case EventKind.ContactAbandons: contactAbandons(run, subject); break;
      case EventKind.ContactRedials: contactRedials(run, subject); break;
      case EventKind.ContactOverflows: contactOverflows(run, subject); break;
      case EventKind.PauseFallsDue: pauseFallsDue(run, subject); break;
      case EventKind.PauseEnds: pauseEnds(run, subject); break;
      case EventKind.ShiftStarts: shiftStarts(run, subject); break;
      case EventKind.AgentLogsOn: agentLogsOn(run, subject); break;
      case EventKind.ShiftEnds: shiftEnds(run, subject); break;
      case EventKind.StaffChanges: staffChanges(run, subject); break;
      case EventKind.CentreOpens: centreOpens(run); break;
      case EventKind.CentreCloses: centreCloses(run); break;
      case EventKind.IntervalBegins: intervalBegins(run, subject); break;
      default: mechanismGoesOn(run, events.kind, subject);
    }
    if (outbound !== undefined) dialersLook(run, outbound);
  }
  return finishRun(run);
}
