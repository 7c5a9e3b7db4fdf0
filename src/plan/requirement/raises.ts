import type { ServingTeams } from "./margins.js";

/** Who helps the queues that miss: the team that serves most of them first, the cheaper where several do. */
export function whoHelps(
  margins: readonly number[],
  bars: ArrayLike<number>,
  serving: readonly ServingTeams[],
  pays: readonly number[],
): number[] {
  const helped = pays.map(() => 0);
  for (const [queue, margin] of margins.entries()) {
    if (margin >= bars[queue]) continue;
    const { bySkill, byOverflow } = serving[queue];
    for (const team of bySkill.length > 0 ? bySkill : byOverflow) helped[team] += 1 - margin;
  }
  return [...helped.keys()]
    .filter((team) => helped[team] > 0)
    .sort((a, b) => helped[b] - helped[a] || pays[a] - pays[b]);
}

/**
 * By how many agents a team grows in an interval that misses. One moves the service level by about
 * 1 / sqrt(agents) near the target; an interval that was raised in vain gets ever more.
 */
export function stepOf(margins: readonly number[], agents: number, raises: number): number {
  const missing = Math.min(1, -Math.min(...margins));
  return Math.max(1, Math.floor(missing * Math.sqrt(agents))) * 2 ** Math.floor(raises / 3);
}
