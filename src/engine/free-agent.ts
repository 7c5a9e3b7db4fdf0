import { idleAgentForChat } from "./channels/chat-choice.js";
import { isHeldWithOthers } from "./channels/chat-hands.js";
import { ruledAgent } from "./routing/routing-rules.js";
import type { Run } from "./run.js";

/**
 * The idle agent who takes a contact of the queue: best preference first, among equals the longest idle; or
 * -1.
 */
export function freeAgent(run: Run, queue: number): number {
  if (run.channels !== undefined && isHeldWithOthers(run, queue)) return idleAgentForChat(run, queue);
  if (run.rules !== undefined) return ruledAgent(run, queue);
  const { start, item, level } = run.model.routing.teamsOf;
  const { first } = run.idle;
  const end = start[queue + 1];
  let best = -1;
  let bestLevel = -1;
  for (let entry = start[queue]; entry < end; entry++) {
    if (best >= 0 && level[entry] !== bestLevel) break;
    const agent = first[item[entry]];
    if (agent >= 0 && (best < 0 || run.agents.idleSince(agent) < run.agents.idleSince(best))) {
      best = agent;
      bestLevel = level[entry];
    }
  }
  return best;
}
