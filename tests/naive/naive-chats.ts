import type { Contact } from "./naive-contact.js";
import type { Parts } from "./naive-service.js";
import type { NaiveSimulator } from "./naive-simulator.js";
import type { Agent } from "./naive-staff.js";

/** A chat in an agent's hands. */
export interface Chat {
  readonly contact: Contact;
  readonly startedAt: number;
  /** As long as it would take alone; what was left of that at `lookedAt`; how much longer all takes since. */
  readonly alone: number;
  left: number;
  lookedAt: number;
  longer: number;
  end: ReturnType<NaiveSimulator["clock"]["plan"]> | undefined;
  isWithin: boolean;
  /** Where its handle time is booked. */
  readonly booked: Parts;
}

function concurrencyOf(centre: NaiveSimulator, contact: Contact): number {
  return centre.queueOf(contact).concurrency ?? 1;
}

/** Whether the contact is of those of which an agent may hold several. */
export function isChat(centre: NaiveSimulator, contact: Contact): boolean {
  return concurrencyOf(centre, contact) > 1;
}

/** Whether an agent with chats in hand may take the contact beside them. */
export function fitsBeside(centre: NaiveSimulator, agent: Agent, contact: Contact): boolean {
  const { hand } = agent;
  if (hand.length === 0 || agent.leaving) return false;
  // A skill for when several are free is not for one who holds others.
  if ((centre.skillFor(centre.teamOf(agent), contact)?.whenFree ?? 1) > 1) return false;
  if (agent.pauses.length > 0 && agent.pauses[0].due <= centre.clock.now) return false;
  return [...hand.map((chat) => chat.contact), contact].every(
    (one) => hand.length + 1 <= concurrencyOf(centre, one),
  );
}

/** The agent takes the chat, which alone would take so long. */
export function takesChat(centre: NaiveSimulator, agent: Agent, contact: Contact, booked: Parts): void {
  const { now } = centre.clock;
  const alone = booked.talk + booked.hold + booked.wrap;
  const { handled } = centre.teamOf(agent).quota ?? {};
  recordHeld(centre, agent);
  agent.hand.push({
    contact,
    startedAt: now,
    alone,
    left: alone,
    lookedAt: now,
    longer: 0,
    end: undefined,
    isWithin: handled !== undefined && alone <= handled.withinSeconds,
    booked,
  });
  handChanges(centre, agent);
}

/** Takes as many of those who wait as there is room for. */
export function takesMore(centre: NaiveSimulator, agent: Agent): void {
  while (agent.hand.length > 0 && centre.takesContact(agent)) {
    // Until nobody fits beside the others.
  }
}

function handChanges(centre: NaiveSimulator, agent: Agent): void {
  const { clock } = centre;
  for (const chat of agent.hand) {
    const { slowdown = 0 } = centre.queueOf(chat.contact);
    const longer = 1 + slowdown * (agent.hand.length - 1);
    if (chat.longer === longer) continue;
    if (chat.end) {
      clock.drop([chat.end]);
      chat.left = leftOf(centre, chat);
    }
    chat.lookedAt = clock.now;
    chat.longer = longer;
    chat.end = clock.plan(clock.now + chat.left * longer, "chatEnds", () => chatEnds(centre, agent, chat));
  }
  agent.handOrder = centre.handOrder++;
}

function leftOf({ clock }: NaiveSimulator, { left, lookedAt, longer }: Chat): number {
  return Math.max(0, left - (clock.now - lookedAt) / longer);
}

function chatEnds(centre: NaiveSimulator, agent: Agent, chat: Chat): void {
  const took = centre.clock.now - chat.startedAt;
  bookLonger(chat, took);
  judge(centre, agent, chat, took);
  const goesOn = chat.contact.outcome?.pass !== undefined;
  if (goesOn) centre.outcomes.chatGoesOn(agent, chat.contact);
  else centre.leavesSystem(chat.contact);
  centre.tell("ends", chat.contact, agent);
  recordHeld(centre, agent);
  agent.hand = agent.hand.filter((one) => one !== chat);
  if (!goesOn) centre.outcomes.isOver(agent, chat.contact);
  if (agent.hand.length === 0) {
    centre.isFree(agent);
    return;
  }
  handChanges(centre, agent);
  takesMore(centre, agent);
}

function bookLonger({ booked, alone }: Chat, took: number): void {
  if (alone === 0) return;
  booked.talk *= took / alone;
  booked.hold *= took / alone;
  booked.wrap *= took / alone;
}

function judge(centre: NaiveSimulator, agent: Agent, chat: Chat, took: number): void {
  const { handled } = centre.teamOf(agent).quota ?? {};
  if (!chat.isWithin || !handled || took <= handled.withinSeconds) return;
  chat.isWithin = false;
  agent.handledWithin--;
}

function foreseen(centre: NaiveSimulator, chat: Chat): number {
  return centre.clock.now - chat.startedAt + leftOf(centre, chat) * chat.longer;
}

/** The agent's shift is measured. */
export function judgeHand(centre: NaiveSimulator, agent: Agent): void {
  for (const chat of agent.hand) judge(centre, agent, chat, foreseen(centre, chat));
}

/** The agent's next shift begins with chats of the last one in hand. */
export function forgetHand(agent: Agent): void {
  for (const chat of agent.hand) chat.isWithin = false;
}

/** The number in hand changes now, or the simulation is over. */
function recordHeld(centre: NaiveSimulator, agent: Agent): void {
  const { now } = centre.clock;
  const agents = Math.max(0, agent.hand.length - 1);
  centre.record.stretches.push({ crew: agent.crew, what: "beside", agents, from: agent.handSince, to: now });
  agent.handSince = now;
}

/** The simulation is over: what is in hand is booked as if it went on as it is. */
export function bookHands(centre: NaiveSimulator): void {
  for (const agent of centre.agents) {
    for (const chat of agent.hand) bookLonger(chat, foreseen(centre, chat));
    recordHeld(centre, agent);
  }
}

/** Whether agents of the team may ever hold several contacts. */
export function mayHoldSeveral({ model }: NaiveSimulator, team: number): boolean {
  const { teams, queues, routing } = model.scenario;
  const { name, skills } = teams[team];
  return queues.some(
    (queue) =>
      (queue.concurrency ?? 1) > 1 &&
      (skills.some((skill) => skill.queue === queue.name) ||
        routing.overflow.some((rule) => rule.queue === queue.name && rule.to.includes(name))),
  );
}

/** Who of a table's busy agents is to go when done: who holds fewest. */
export function firstToGo(agents: readonly Agent[]): Agent {
  const busy = agents.filter((agent) => agent.doing === "busy" && !agent.leaving);
  return busy.sort((a, b) => heldBy(a) - heldBy(b) || a.index - b.index)[0];
}

/** Who of those stays after all: who holds most; undefined where none was to go. */
export function firstToStay(agents: readonly Agent[]): Agent | undefined {
  const leaving = agents.filter((agent) => agent.doing === "busy" && agent.leaving);
  return leaving.sort((a, b) => heldBy(b) - heldBy(a) || a.index - b.index)[0];
}

function heldBy({ hand }: Agent): number {
  return Math.max(1, hand.length);
}
