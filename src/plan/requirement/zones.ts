import type { Island } from "../../model/islands.js";
import type { ServingTeams } from "./margins.js";

/** Teams of which one is tried at a time, and the queues that feel it. */
export interface Zone {
  readonly teams: readonly number[];
  readonly queues: readonly number[];
}

/** Islands of so many teams or fewer are a zone each: their teams are neighbours anyway. */
const FEW_TEAMS = 6;

/**
 * Groups of zones that can be tried at once, the groups one after the other. A small island is a zone. In a
 * large one a team's zone is she alone with the queues of all teams that share one with her; what she does
 * reaches others only through theirs. Zones of a group share no queue, so that in a chain of fifty teams ten
 * are tried at once. `inOrder` compares two teams: which is tried first.
 */
export function zoneGroups(
  islands: readonly Island[],
  serving: readonly ServingTeams[],
  inOrder: (team: number, other: number) => number,
): Zone[][] {
  const groups: Zone[][] = [[]];
  for (const { queues, teams } of islands) {
    const ordered = [...teams].sort(inOrder);
    if (teams.length <= FEW_TEAMS) {
      groups[0].push({ queues, teams: ordered });
      continue;
    }
    for (const team of ordered) {
      const zone = { teams: [team], queues: feltBy(team, serving) };
      const free = groups.find((group) => !group.some((other) => share(zone, other)));
      if (free) free.push(zone);
      else groups.push([zone]);
    }
  }
  return groups;
}

/** The queues of all teams that share a queue with a team, her own among them. */
function feltBy(team: number, serving: readonly ServingTeams[]): number[] {
  const teamsOf = ({ bySkill, byOverflow }: ServingTeams) => [...bySkill, ...byOverflow];
  const neighbours = new Set(serving.flatMap((one) => (teamsOf(one).includes(team) ? teamsOf(one) : [])));
  return serving.flatMap((one, queue) =>
    teamsOf(one).some((other) => neighbours.has(other)) ? [queue] : [],
  );
}

function share(one: Zone, other: Zone): boolean {
  return one.queues.some((queue) => other.queues.includes(queue));
}

/** One team of each zone at a time: what can be simulated at once, turn by turn. */
export function turnsOf(
  groups: readonly (readonly Zone[])[],
): { readonly zone: Zone; readonly team: number }[][] {
  return groups.flatMap((group) => {
    const turns = Math.max(0, ...group.map(({ teams }) => teams.length));
    return Array.from({ length: turns }, (_, turn) =>
      group.flatMap((zone) => zone.teams.slice(turn, turn + 1).map((team) => ({ zone, team }))),
    );
  });
}
