/**
 * Erlang's loss formula: the share of contacts that find all `agents` busy where nobody waits. By the
 * recurrence in the number of agents, which neither overflows nor loses digits; it holds for any distribution
 * of handle time.
 */
export function erlangB(loadErlangs: number, agents: number): number {
  if (!(loadErlangs >= 0 && Number.isInteger(agents) && agents >= 0)) {
    throw new RangeError(`no Erlang B of a load of ${loadErlangs} and ${agents} agents`);
  }
  let blocked = 1;
  for (let k = 1; k <= agents; k++) blocked = (loadErlangs * blocked) / (k + loadErlangs * blocked);
  return blocked;
}
