import { isWritten } from "./naive-channels.js";
import { isFor } from "./naive-choice.js";
import type { Contact } from "./naive-contact.js";
import { rulesFor } from "./naive-overflow.js";
import type { NaiveSimulator } from "./naive-simulator.js";

/** Those who wait in a closed centre, and for whom nobody is there who could ever take them, give up. */
export function giveUpHopeless(centre: NaiveSimulator): void {
  if (centre.isOpen) return;
  for (const [queue] of centre.model.queues.entries()) {
    for (const contact of centre.line.filter(
      (one) => one.queue === queue && !one.isDown && !isWritten(centre, one),
    )) {
      if (!hasHope(centre, contact)) centre.leavesUnanswered(contact, "unserved");
    }
  }
}

function hasHope(centre: NaiveSimulator, contact: Contact): boolean {
  const rules = rulesFor(centre, contact).length;
  return centre.model.scenario.teams.some(
    (team, index) => isFor(centre, team, contact, rules) && centre.present(index) > 0,
  );
}
