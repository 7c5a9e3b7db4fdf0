import type { Team } from "../../src/scenario/team.js";
import type { Contact } from "./naive-contact.js";
import type { NaiveSimulator } from "./naive-simulator.js";

/** The overflow rules of the contact's queue, soonest first. */
export function rulesFor(centre: NaiveSimulator, contact: Contact) {
  return centre.model.scenario.routing.overflow
    .filter((rule) => rule.queue === centre.queueOf(contact).name)
    .sort((a, b) => a.afterSeconds - b.afterSeconds);
}

/** Whether a rule that the contact has passed, of the first so many, opens the team to it. */
export function isOpenedBy(centre: NaiveSimulator, overflows: number, team: Team, contact: Contact): boolean {
  return rulesFor(centre, contact)
    .slice(0, overflows)
    .some((rule) => rule.to.includes(team.name));
}

/** Plans when the waiting contact's next rule opens more teams to it. */
export function planOverflow(centre: NaiveSimulator, contact: Contact): void {
  const rule = rulesFor(centre, contact)[contact.overflows];
  if (rule === undefined) return;
  const at = Math.max(centre.clock.now, contact.waitsSince + rule.afterSeconds);
  const event = centre.clock.plan(at, "overflows", () => {
    contact.overflows++;
    centre.tell("overflows", contact);
    if (!centre.findsAgent(contact)) planOverflow(centre, contact);
  });
  contact.pending.push(event);
}
