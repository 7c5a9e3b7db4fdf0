import { Ending } from "../../model/customers.js";
import { waitsWhileClosed } from "../channels/channels.js";
import { agentForChat } from "../channels/chat-choice.js";
import { isHeldWithOthers } from "../channels/chat-hands.js";
import { expectedWaitSeconds } from "../door/expected-wait.js";
import { freeAgent } from "../free-agent.js";
import { contactIsGone } from "../outcomes/coming-again.js";
import { cellOf, QueueCell } from "../queue-cells.js";
import type { Run } from "../run.js";
import type { TraceEvent } from "../trace.js";
import type { QueueSplit, SplitWay } from "./splits.js";

/**
 * The contact arrives at a queue that splits its contacts: whether it goes on to one of the others, which it
 * does unless the centre is closed. It is then a contact of that queue, with the luck that it has there, and
 * still before its door.
 */
export function goesToOther(run: Run, contact: number, split: QueueSplit): boolean {
  const { contacts, cells } = run;
  const from = contacts.queue(contact);
  contacts.comes(contact, run.interval);
  const cell = cellOf(run, contact);
  cells[cell + QueueCell.arrived]++;
  if (run.trace) tell(run, "arrives", contact);
  const way = split.fate === undefined ? quickest(run, split) : drawn(split.fate.next(), split);
  // A contact draws its luck everywhere, so that where it goes changes nothing for those behind it.
  for (const other of split.ways) if (other !== way) drawsLuck(run, contact, other);
  drawsLuck(run, contact, way);
  if (!run.open && !waitsWhileClosed(run, from)) {
    cells[cell + QueueCell.closed]++;
    if (run.trace) tell(run, "closed", contact);
    contactIsGone(run, contact, Ending.Closed);
    return false;
  }
  cells[cell + QueueCell.routedOut]++;
  if (run.trace) tell(run, "routed", contact);
  contacts.setQueue(contact, way.queue);
  cells[cellOf(run, contact) + QueueCell.routedIn]++;
  return true;
}

function drawn(fate: number, { ways }: QueueSplit): SplitWay {
  let at = 0;
  while (fate >= ways[at].below) at++;
  return ways[at];
}

/** Where an agent takes it at once, or the expected wait is the least; of equals the first. */
function quickest(run: Run, { ways }: QueueSplit): SplitWay {
  let best = ways[0];
  let least = Number.POSITIVE_INFINITY;
  for (const way of ways) {
    const delay = isTakenAtOnce(run, way.queue) ? 0 : expectedWaitSeconds(run, way.queue);
    if (delay >= least) continue;
    best = way;
    least = delay;
  }
  return best;
}

function isTakenAtOnce(run: Run, queue: number): boolean {
  const isChat = run.channels !== undefined && isHeldWithOthers(run, queue);
  return (isChat ? agentForChat(run, queue) : freeAgent(run, queue)) >= 0;
}

/** Draws what happens to the contact in the queue to which the way leads. */
function drawsLuck(run: Run, contact: number, { queue, luck, outcome, door }: SplitWay): void {
  luck.handleFactor = run.clocks[queue].handleFactorAt(run.events.time);
  luck.draw(run.contacts, contact);
  if (run.outcomes !== undefined) run.outcomes.take(contact, outcome);
  run.door!.drawAll(door, run.model.scenario.queues[queue], contact);
}

function tell(run: Run, event: TraceEvent, contact: number): void {
  const { contacts, events } = run;
  run.trace!(events.time, event, contacts.number(contact), contacts.queue(contact), -1, -1);
}
