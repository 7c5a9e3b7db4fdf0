import { afterAll, describe, expect, it } from "vitest";
import { withAgentsByInterval } from "../../src/plan/requirement/agents-by-interval.js";
import { findRequirement } from "../../src/plan/requirement/find-requirement.js";
import { firstGuess } from "../../src/plan/requirement/first-guess.js";
import { targetOf } from "../../src/plan/requirement/margins.js";
import { tallyTargets } from "../../src/run/tally-targets.js";
import { threadRunner } from "../../src/run/thread-runner.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { buildScenario, type ScenarioParts } from "../build-scenario.js";
import { busyHours, exponential } from "./busy-hours.js";
import { agentsOf } from "./margins-of-agents.js";

const runner = threadRunner(2);
afterAll(() => runner.close());

const REPLICATIONS = 10;
/** Busy in the first hours of the day; the hours behind are as they were found. */
const HOURS = 2;

const calls = (contacts: readonly number[], talk: number) => ({
  arrivals: busyHours(contacts),
  handle: { talk: exponential(talk) },
  patience: exponential(300),
});

/** The designs of Gans, Koole and Mandelbaum (2003), with pay by what an agent can do. */
const DESIGNS: readonly [string, ScenarioParts][] = [
  [
    "N: one team for the first queue, one for both",
    {
      queues: [calls([14, 20], 300), calls([10, 6], 240)],
      teams: [
        { skills: ["q0"], pay: 15 },
        { skills: ["q1", "q0"], pay: 18 },
      ],
    },
  ],
  [
    "M: a team for each queue, and one for both",
    {
      queues: [calls([10, 8], 240), calls([6, 10], 300)],
      teams: [
        { skills: ["q0"], pay: 15 },
        { skills: ["q1"], pay: 16 },
        { skills: ["q0", "q1"], pay: 18 },
      ],
    },
  ],
  [
    "two teams by themselves",
    {
      queues: [calls([20, 12], 240), calls([8, 16], 300)],
      teams: [
        { skills: ["q0"], pay: 15 },
        { skills: ["q1"], pay: 16 },
      ],
    },
  ],
];

describe("the cost of what is found, on designs so small that everything can be tried", () => {
  it.each(DESIGNS)(
    "is the least there is, to one agent: %s",
    async (_, parts) => {
      const scenario = buildScenario({
        intervalSeconds: 3600,
        run: { seed: "all", replications: REPLICATIONS },
        ...parts,
      });
      const requirement = await findRequirement(scenario, { runner });
      const found = agentsOf(requirement);
      expect(requirement.unmet).toEqual([]);
      const pays = scenario.teams.map(({ pay }) => pay!);
      const cost = costOf(found, pays);
      const dearest = Math.max(...pays);
      // Everything that is cheaper by more than an agent; none of it may do.
      let tried = 0;
      for (const agents of cheaperThan(cost - dearest, found, pays)) {
        tried++;
        expect(await meets(scenario, agents), `${agents.map((numbers) => numbers.slice(0, HOURS))}`).toBe(
          false,
        );
      }
      expect(tried).toBeGreaterThan(100);
      expect(await meets(scenario, found)).toBe(true);
    },
    300_000,
  );
});

function costOf(agents: readonly Int32Array[], pays: readonly number[]): number {
  return agents.reduce(
    (sum, numbers, team) =>
      sum + numbers.slice(0, HOURS).reduce((some, number) => some + number * pays[team], 0),
    0,
  );
}

/**
 * All agents of the busy hours that cost so much or less, but for those to which another could be added
 * within it: one more never hurts here, so that they would not do either.
 */
function* cheaperThan(
  most: number,
  found: readonly Int32Array[],
  pays: readonly number[],
): Generator<Int32Array[]> {
  const places = found.flatMap((_, team) => Array.from({ length: HOURS }, (__, hour) => ({ team, hour })));
  const least = Math.min(...pays);
  const numbers = places.map(() => 0);
  yield* fill(0, most);

  function* fill(place: number, left: number): Generator<Int32Array[]> {
    if (place === places.length) {
      if (left >= least) return;
      const agents = found.map((some) => some.slice());
      for (const [index, { team, hour }] of places.entries()) agents[team][hour] = numbers[index];
      yield agents;
      return;
    }
    const pay = pays[places[place].team];
    for (numbers[place] = 0; numbers[place] * pay <= left; numbers[place]++) {
      yield* fill(place + 1, left - numbers[place] * pay);
    }
  }
}

async function meets(scenario: Scenario, agents: readonly Int32Array[]): Promise<boolean> {
  const tally = await tallyTargets(withAgentsByInterval(scenario, agents, firstGuess(scenario)), {
    targets: scenario.queues.map(targetOf),
    seed: scenario.run.seed,
    first: 1,
    count: REPLICATIONS,
  });
  return scenario.calendar.intervals.every((__, interval) =>
    scenario.queues.every((___, queue) => tally.margin(interval, queue) >= 0),
  );
}
