import type { Contact } from "./naive-contact.js";
import type { NaiveSimulator } from "./naive-simulator.js";
import type { Agent } from "./naive-staff.js";

/** How long the agent works on each part of the contact. */
export interface Parts {
  talk: number;
  hold: number;
  wrap: number;
}

/** The parts of the service if it starts now with the agent: what was drawn, then what changes it. */
export function partsOf(centre: NaiveSimulator, agent: Agent, contact: Contact, hurries = false): Parts {
  const { talk, hold, wrap } = contact.fate;
  const speed = centre.skillFor(centre.teamOf(agent), contact)?.speed ?? 1;
  const factor = centre.people.handleFactor(agent);
  const { pressure } = centre.teamOf(agent).quota ?? {};
  const cut = hurries ? pressure!.wrapFactor : 1;
  return {
    talk: (talk * factor) / speed,
    hold: (hold * factor) / speed,
    wrap: (wrap * factor * cut) / speed,
  };
}
