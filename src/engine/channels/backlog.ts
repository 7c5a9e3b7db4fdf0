import { compileSampler } from "../../random/compile-sampler.js";
import { openStream } from "../../random/stream.js";
import { AgentState } from "../agents/crew-accounts.js";
import { contactWaits } from "../contact-events.js";
import { Luck } from "../contacts/luck.js";
import { freeAgent } from "../free-agent.js";
import { cellOf, QueueCell } from "../queue-cells.js";
import type { Run } from "../run.js";
import { serviceStarts } from "../service-start.js";

/**
 * Counted time starts: the contacts that wait since before are there, the oldest first. They are booked as
 * arrivals of the first interval, and have waited as long as they are old.
 */
export function backlogWaits(run: Run, queue: number): void {
  const { contacts, model, events } = run;
  const luck = new Luck(model.queues[queue], run.seed, run.replication, "backlog");
  luck.handleFactor = run.clocks[queue].handleFactorAt(events.time);
  for (const ageSeconds of drawAges(run, queue)) {
    const contact = contacts.take(queue);
    run.arrived++;
    if (run.trace) contacts.setNumber(contact, run.arrived);
    luck.draw(contacts, contact);
    run.outcomes?.begins(contact, queue, "backlog-");
    contacts.comes(contact, run.interval);
    contacts.setArrivedAt(contact, events.time - ageSeconds);
    const cell = cellOf(run, contact);
    run.cells[cell + QueueCell.arrived]++;
    run.cells[cell + QueueCell.backlog]++;
    run.trace?.(events.time, "backlog", contacts.number(contact), queue, -1, -1);
    const agent = freeAgent(run, queue);
    if (agent < 0) {
      contactWaits(run, contact);
      continue;
    }
    run.idle.remove(run.teamOfCrew[run.agents.crew(agent)], agent);
    serviceStarts(run, contact, agent, AgentState.Idle);
  }
}

/** How long each of them has waited, the longest first. */
function drawAges({ model, seed, replication }: Run, queue: number): Float64Array {
  const { contacts, age } = model.channels!.backlogs[queue]!;
  const ages = new Float64Array(contacts);
  if (age === undefined) return ages;
  const sample = compileSampler(age, openStream(seed, replication, "backlog-age", model.queues[queue].name));
  for (let index = 0; index < contacts; index++) ages[index] = sample();
  return ages.sort().reverse();
}
