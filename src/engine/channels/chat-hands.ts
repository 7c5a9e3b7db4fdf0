import { HeadCount } from "../agents/crew-accounts.js";
import { pauseIsDue } from "../agents/pause-start.js";
import { EventKind } from "../event-kinds.js";
import { cellOf, QueueCell } from "../queue-cells.js";
import type { Run } from "../run.js";

/** Whether agents may hold several contacts of the queue at once. */
export function isHeldWithOthers({ channels }: Run, queue: number): boolean {
  const chats = channels?.tables.chats;
  return chats !== undefined && chats.concurrency[queue] > 1;
}

/** The agent has taken a contact that it may hold beside others; alone it would take so long. */
export function staysInHands(run: Run, contact: number, agent: number, aloneSeconds: number): void {
  const { agents, events, model } = run;
  const hands = run.channels!.hands!;
  const crew = agents.crew(agent);
  hands.unlist(agent);
  hands.add(agent, contact);
  hands.startedAt.values[contact] = events.time;
  hands.aloneSeconds.values[contact] = aloneSeconds;
  hands.leftSeconds.values[contact] = aloneSeconds;
  hands.stretch.values[contact] = 0;
  hands.ticket.values[contact] = -1;
  hands.countsWithin.values[contact] = aloneSeconds <= model.crews.quotaSeconds[crew] ? 1 : 0;
  if (hands.counts[agent] > 1) run.accounts.count(crew, HeadCount.Beside, 1);
  handsChange(run, agent);
}

/** The agent holds another number of contacts than before: each goes on at another pace. */
export function handsChange(run: Run, agent: number): void {
  const { contacts, events } = run;
  const { tables, hands } = run.channels!;
  const { concurrency, slowdown, most } = tables.chats!;
  const { leftSeconds, lookedAt, stretch, ticket } = hands!;
  const now = events.time;
  const count = hands!.counts[agent];
  let least = most;
  for (let place = 0; place < count; place++) {
    const contact = hands!.contact(agent, place);
    const queue = contacts.queue(contact);
    least = Math.min(least, concurrency[queue]);
    const longer = 1 + slowdown[queue] * (count - 1);
    if (stretch.values[contact] === longer) continue;
    if (ticket.values[contact] >= 0) {
      leftSeconds.values[contact] = leftOf(run, contact);
      events.cancel(ticket.values[contact]);
    }
    lookedAt.values[contact] = now;
    stretch.values[contact] = longer;
    const endsAt = now + leftSeconds.values[contact] * longer;
    ticket.values[contact] = events.add(endsAt, EventKind.ChatEnds, contact);
  }
  hands!.least[agent] = least;
  hands!.restamp(agent);
  judgeRoom(run, agent);
}

/** What is left to do now of a contact in hand, if it were alone. */
function leftOf({ channels, events }: Run, contact: number): number {
  const { leftSeconds, lookedAt, stretch } = channels!.hands!;
  const doneSeconds = (events.time - lookedAt.values[contact]) / stretch.values[contact];
  return Math.max(0, leftSeconds.values[contact] - doneSeconds);
}

/** Whether the agent, who holds contacts, may take another beside them. */
export function hasRoom(run: Run, agent: number): boolean {
  const hands = run.channels!.hands!;
  const count = hands.counts[agent];
  if (count === 0 || count >= hands.least[agent]) return false;
  return !run.agents.isLeaving(agent) && !pauseIsDue(run, agent);
}

/** Lists the agent among those who may take another, or not. */
export function judgeRoom(run: Run, agent: number): void {
  const hands = run.channels!.hands!;
  if (hasRoom(run, agent)) hands.list(agent, run.teamOfCrew[run.agents.crew(agent)]);
  else hands.unlist(agent);
}

/** Books by how much longer a contact took than alone, each part of it in proportion. */
export function bookLonger(run: Run, contact: number, tookSeconds: number): void {
  const { contacts, cells } = run;
  const alone = run.channels!.hands!.aloneSeconds.values[contact];
  if (alone === 0) return;
  const cell = cellOf(run, contact);
  let longer = tookSeconds - alone;
  if (run.hasParts[contacts.queue(contact)] === 1) {
    const share = longer / alone;
    const hold = contacts.holdSeconds(contact) * share;
    const wrap = contacts.wrapSeconds(contact) * share;
    cells[cell + QueueCell.holdSeconds] += hold;
    cells[cell + QueueCell.wrapSeconds] += wrap;
    longer -= hold + wrap;
  }
  cells[cell + QueueCell.talkSeconds] += longer;
}

/** How long the contact in hand will have taken if nothing changes any more. */
export function foreseenSeconds(run: Run, contact: number): number {
  const { startedAt, stretch } = run.channels!.hands!;
  const left = leftOf(run, contact) * stretch.values[contact];
  return run.events.time - startedAt.values[contact] + left;
}

/** What was counted as within the quota's time is not, where it took longer. */
export function judgeQuota(run: Run, contact: number, tookSeconds: number): void {
  const { agentOf, countsWithin } = run.channels!.hands!;
  const agent = agentOf.values[contact];
  if (countsWithin.values[contact] === 0) return;
  if (tookSeconds <= run.model.crews.quotaSeconds[run.agents.crew(agent)]) return;
  countsWithin.values[contact] = 0;
  run.agents.wasNotWithin(agent);
}

/** The agent's shift is measured: contacts in hand are judged by how long they are foreseen to take. */
export function judgeQuotas(run: Run, agent: number): void {
  const hands = run.channels?.hands;
  if (hands === undefined) return;
  for (let place = 0; place < hands.counts[agent]; place++) {
    const contact = hands.contact(agent, place);
    judgeQuota(run, contact, foreseenSeconds(run, contact));
  }
}

/** The agent begins another shift: what is in hand belongs to the one before. */
export function forgetQuotas({ channels }: Run, agent: number): void {
  const hands = channels?.hands;
  if (hands === undefined) return;
  for (let place = 0; place < hands.counts[agent]; place++) {
    hands.countsWithin.values[hands.contact(agent, place)] = 0;
  }
}

/** Books what is in hands when the simulation ends as if nothing changed any more. */
export function bookInHands(run: Run): void {
  const hands = run.channels?.hands;
  if (hands === undefined) return;
  for (let agent = 0; agent < run.model.crews.agents; agent++) {
    for (let place = 0; place < hands.counts[agent]; place++) {
      const contact = hands.contact(agent, place);
      bookLonger(run, contact, foreseenSeconds(run, contact));
    }
  }
}
