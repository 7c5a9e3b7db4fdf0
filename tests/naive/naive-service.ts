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
  const { selfService } = centre.queueOf(contact);
  const speed = centre.skillFor(centre.teamOf(agent), contact)?.speed ?? 1;
  const factor = centre.people.handleFactor(agent);
  const { pressure } = centre.teamOf(agent).quota ?? {};
  const cut = hurries ? pressure!.wrapFactor : 1;
  const harder = contact.isHarder ? 1 + selfService!.harderShare : 1;
  const growth = growthOf(centre, contact);
  return {
    talk: ((talk * harder * factor) / speed) * growth,
    hold: (hold * harder * factor) / speed,
    wrap: (wrap * harder * factor * cut) / speed,
  };
}

/** Talk grows with the wait before it, but not of those who waited for a callback. */
function growthOf(centre: NaiveSimulator, contact: Contact): number {
  const { handleGrowth } = centre.queueOf(contact);
  if (!handleGrowth || contact.callback) return 1;
  const { perSeconds, byShare, mostShare = Number.POSITIVE_INFINITY } = handleGrowth;
  return 1 + Math.min(mostShare, (byShare * (centre.clock.now - contact.arrivedAt)) / perSeconds);
}
