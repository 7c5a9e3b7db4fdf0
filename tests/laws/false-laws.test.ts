import { describe, expect, it } from "vitest";
import type { Queue } from "../../src/scenario/queue.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import type { Team } from "../../src/scenario/team.js";
import { trace } from "./centre-from-trace.js";
import { exactScenario, withMoreAgents, withoutRedials } from "./exact-scenario.js";

const RUNS = 400;

/** By contact, how long it waited, if it was answered or hung up. */
function waitsOf(scenario: Scenario) {
  const waits = new Map<number, number>();
  const since = new Map<number, number>();
  let hangUps = 0;
  for (const { event, contact, seconds } of trace(scenario).rows) {
    if (event === "arrives") since.set(contact, seconds);
    if (event === "abandons") hangUps++;
    if (event === "answered" || event === "abandons") waits.set(contact, seconds - since.get(contact)!);
  }
  return { waits, hangUps };
}

/** Share of random scenarios in which a change that ought to help somebody harms another. */
function brokenShare(isBroken: (scenario: Scenario) => boolean): number {
  let broken = 0;
  for (let number = 0; number < RUNS; number++) {
    if (isBroken(withoutRedials(exactScenario(number)))) broken++;
  }
  return broken / RUNS;
}

function lengthens(before: Scenario, after: Scenario): boolean {
  const [fewer, more] = [waitsOf(before).waits, waitsOf(after).waits];
  return [...more].some(([contact, wait]) => wait > (fewer.get(contact) ?? Number.POSITIVE_INFINITY));
}

describe("laws that sound true, are false, and are never asserted", () => {
  it("with hang-ups, more agents lengthen nobody's wait: who would have hung up stands in the way", () => {
    const share = brokenShare((scenario) => lengthens(scenario, withMoreAgents(scenario, 1)));
    console.log(`more agents lengthened somebody's wait in ${told(share)}`);
    expect(share).toBeGreaterThan(0.05);
  });

  it("one more skill adds to nobody's wait: the agent may be busy with it when better work comes", () => {
    const share = brokenShare((scenario) => {
      const { teams, queues } = scenario;
      const team = teams.findIndex((one) => one.skills.length < queues.length && one.skills.length > 0);
      if (team < 0) return false;
      const known = new Set(teams[team].skills.map(({ queue }) => queue));
      const { name } = queues.find((queue) => !known.has(queue.name))!;
      const learned: Team = {
        ...teams[team],
        skills: [...teams[team].skills, { queue: name, preference: 9, speed: 1 }],
      };
      return lengthens(scenario, {
        ...scenario,
        teams: teams.map((one, at) => (at === team ? learned : one)),
      });
    });
    console.log(`one more skill lengthened somebody's wait in ${told(share)}`);
    expect(share).toBeGreaterThan(0.05);
  });

  it("more patience means fewer hang-ups: who stays is served, and others wait for that", () => {
    const share = brokenShare((scenario) => {
      const patient = scenario.queues.map((queue): Queue => {
        const { patience } = queue;
        if (patience?.kind === "constant")
          return { ...queue, patience: { ...patience, seconds: patience.seconds + 60 } };
        if (patience?.kind !== "empirical") return queue;
        const valuesSeconds = patience.valuesSeconds.map((seconds) => seconds + 60);
        return { ...queue, patience: { ...patience, valuesSeconds } };
      });
      return waitsOf({ ...scenario, queues: patient }).hangUps > waitsOf(scenario).hangUps;
    });
    console.log(`more patience brought more hang-ups in ${told(share)}`);
    expect(share).toBeGreaterThan(0.005);
  });
});

const told = (share: number) => `${(100 * share).toFixed(1)} % of ${RUNS} random scenarios`;
