import type { Model } from "../../model/model.js";
import { HANDLED_FIELDS } from "../observations.js";
import type { Run } from "../run.js";

/** Places in a cell of a crew's work for a queue, in the order of HANDLED_FIELDS, and how many there are. */
const enum HandledCell {
  answered,
  handleSeconds,
  places,
}

/** Room for what each crew does for each queue; none where nobody shares money out by it. */
export function workSharesOf({ sharesWork, crews, queues }: Model): Float64Array {
  return new Float64Array(sharesWork ? crews.count * queues.length * HANDLED_FIELDS.length : 0);
}

/** The agent takes a contact now that takes it so long. */
export function bookWork(run: Run, contact: number, agent: number, handleSeconds: number): void {
  const { model, contacts, agents, observed } = run;
  if (run.interval >= model.intervals.count) return;
  const row = agents.crew(agent) * model.queues.length + contacts.queue(contact);
  observed.handledCells[row * HandledCell.places + HandledCell.answered]++;
  observed.handledCells[row * HandledCell.places + HandledCell.handleSeconds] += handleSeconds;
}
