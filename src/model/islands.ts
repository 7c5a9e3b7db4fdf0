import { goesOnTo } from "../scenario/outcomes.js";
import type { Scenario } from "../scenario/scenario.js";
import { splitsTo } from "../scenario/split.js";

/** Queues and the teams that serve them, by index, that have nothing to do with other queues and teams. */
export interface Island {
  readonly queues: readonly number[];
  readonly teams: readonly number[];
}

/** Indices of the teams that may serve a queue. */
interface Serving {
  readonly bySkill: readonly number[];
  readonly byOverflow: readonly number[];
}

/** The scenario's islands; one alone where its lines are shared by all queues. */
export function islandsOf(
  { queues, teams, lines }: Pick<Scenario, "queues" | "teams" | "lines">,
  serving: readonly Serving[],
): Island[] {
  // Each team begins as an island of its own and takes the lowest number of those it is joined to.
  const numbers = teams.map((_, team) => (lines === undefined ? team : 0));
  const own = serving.map(({ bySkill, byOverflow }) => [...bySkill, ...byOverflow]);
  // A queue that splits is served by those who serve the queues it splits among.
  const served = queues.map((queue, index) => [
    ...own[index],
    ...splitsTo(queue).flatMap((to) => own[queues.findIndex(({ name }) => name === to)]),
  ]);
  for (const together of [...served, ...joinedByPasses(queues, served), ...joinedByEvaluation(teams)]) {
    const joined = new Set(together.map((team) => numbers[team]));
    const lowest = Math.min(...joined);
    for (const team of teams.keys()) if (joined.has(numbers[team])) numbers[team] = lowest;
  }
  return [...new Set(numbers)].map((number) => ({
    queues: [...queues.keys()].filter((queue) => served[queue].some((team) => numbers[team] === number)),
    teams: [...teams.keys()].filter((team) => numbers[team] === number),
  }));
}

/** Each team whose contacts are evaluated, and the team that does: the busier the one, the less the other. */
function joinedByEvaluation(teams: Scenario["teams"]): number[][] {
  return teams.flatMap(({ quality }, team) =>
    quality?.evaluation ? [[team, teams.findIndex(({ name }) => name === quality.evaluation!.team)]] : [],
  );
}

/** The teams of each two queues of which one passes contacts on to the other. */
function joinedByPasses(
  queues: Pick<Scenario, "queues">["queues"],
  served: readonly (readonly number[])[],
): number[][] {
  return queues.flatMap((from, queue) =>
    goesOnTo(from).map((to) => {
      const target = queues.findIndex(({ name }) => name === to);
      return [...served[queue], ...served[target]];
    }),
  );
}
