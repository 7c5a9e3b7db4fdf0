import type { Trace } from "../../engine/trace.js";
import type { Model } from "../../model/model.js";
import { cell } from "../../report/csv.js";

/**
 * Makes an event's row: seconds from the start of the first counted day, the event, the contact's number,
 * queue and team by name, the agent counted from 1 within the team; empty where the event has none.
 */
export function traceRows(model: Model): (...event: Parameters<Trace>) => string[] {
  const { scenario, warmupSeconds, crews } = model;
  const queues = scenario.queues.map(({ name }) => cell(name));
  const teams = scenario.teams.map(({ name }) => cell(name));
  const firstAgents = scenario.teams.map((_, team) => {
    const crew = crews.teams.indexOf(team);
    return crew < 0 ? 0 : crews.firstAgents[crew]!;
  });
  return (seconds, event, contact, queue, team, agent) => [
    // To the millisecond: finer is noise, and what is left of a difference of two large numbers.
    String(Math.round((seconds - warmupSeconds) * 1000) / 1000),
    event,
    contact < 0 ? "" : String(contact),
    queue < 0 ? "" : queues[queue]!,
    team < 0 ? "" : teams[team]!,
    agent < 0 ? "" : String(agent - firstAgents[team]! + 1),
  ];
}
