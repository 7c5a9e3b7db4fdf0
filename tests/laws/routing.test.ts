import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import type { Queue } from "../../src/scenario/queue.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import type { Skill, Team } from "../../src/scenario/team.js";
import * as blending from "../naive/mechanisms/blending.js";
import * as routing from "../naive/mechanisms/routing.js";
import { varied } from "../naive/variations.js";
import { holdsExactly } from "./exact-scenario.js";
import { holdsOn, isSame } from "./holds-on.js";
import { queueSum } from "./sums.js";

const observed = (scenario: Scenario) => simulate(compile(scenario), "law", 0);
const isEqual = (one: Scenario, other: Scenario) => {
  const [first, second] = [observed(one), observed(other)];
  return isSame(first.queueCells, second.queueCells) && isSame(first.crewCells, second.crewCells);
};
const withQueues = (scenario: Scenario, change: (queue: Queue) => Partial<Queue>): Scenario => ({
  ...scenario,
  queues: scenario.queues.map((queue) => ({ ...queue, ...change(queue) })),
});
const withTeams = (scenario: Scenario, change: (team: Team) => Partial<Team>): Scenario => ({
  ...scenario,
  teams: scenario.teams.map((team) => ({ ...team, ...change(team) })),
});
const withSkills = (scenario: Scenario, change: (skill: Skill) => Partial<Skill>): Scenario =>
  withTeams(scenario, ({ skills }) => ({ skills: skills.map((skill) => ({ ...skill, ...change(skill) })) }));
const routedBy = (scenario: Scenario, change: Partial<Scenario["routing"]>): Scenario => ({
  ...scenario,
  routing: { ...scenario.routing, ...change },
});

/** Without preferences and overflow, so that nothing but the rule in question decides. */
const plainly = (scenario: Scenario) =>
  withSkills(routedBy(scenario, { contact: "longest-waiting", overflow: [] }), () => ({ preference: 1 }));

describe("priorities that rise alike from one priority", () => {
  const rising = (scenario: Scenario) =>
    routedBy(
      withQueues(scenario, () => ({ priority: 3, risesSeconds: 120 })),
      { contact: "priority" },
    );

  it("have the longest waiting served first, to the last bit", () => {
    holdsOn(60, (random) => {
      const scenario = plainly(random);
      expect(isEqual(scenario, rising(scenario))).toBe(true);
    });
  });

  it("do not where one queue's rises faster, in some scenarios", () => {
    let same = 0;
    holdsOn(60, (random) => {
      const scenario = plainly(random);
      const other = withQueues(rising(scenario), ({ name }) => (name === "q0" ? { risesSeconds: 1 } : {}));
      if (isEqual(scenario, other)) same++;
    });
    expect(same).toBeLessThan(55);
  });
});

describe("what everybody has", () => {
  const needs = ["spanish"];
  const having = (scenario: Scenario, share: number) =>
    withTeams(
      withQueues(scenario, () => ({ needs })),
      () => ({ has: [{ name: "spanish", share }] }),
    );

  it("changes nothing when it is needed, to the last bit", () => {
    holdsOn(60, (scenario) => {
      expect(isEqual(scenario, having(scenario, 1))).toBe(true);
    });
  });

  it("leaves every contact unanswered where nobody has it", () => {
    holdsOn(30, (scenario) => {
      const result = observed(having(scenario, 0));
      for (const queue of scenario.queues.keys()) expect(queueSum(result, queue, "answered")).toBe(0);
    });
  });
});

describe("a reservation of one agent, or sparing the flexible where all are alike", () => {
  it("changes nothing", () => {
    holdsOn(60, (scenario) => {
      expect(
        isEqual(
          scenario,
          withSkills(scenario, () => ({ whenFree: 1 })),
        ),
      ).toBe(true);
      const all = scenario.queues.map(({ name: queue }) => ({ queue, preference: 1, speed: 1 }));
      const alike = routedBy(
        withTeams(scenario, () => ({ skills: all })),
        { overflow: [] },
      );
      expect(isEqual(alike, routedBy(alike, { agent: "fewest-skills" }))).toBe(true);
    });
  });
});

describe("contacts that are put down", () => {
  it("are answered once: everything that comes ends in one way", () => {
    let putDown = 0;
    holdsExactly((random, number) => {
      const scenario = varied(2 * number, random, { routing, blending });
      const model = compile(scenario);
      const result = simulate(model, "law", 0);
      for (const queue of scenario.queues.keys()) {
        const sum = (field: Parameters<typeof queueSum>[2]) => queueSum(result, queue, field);
        const left = sum("abandoned") + sum("blocked") + sum("closed") + sum("unserved") + sum("waiting");
        expect(sum("arrived")).toBe(sum("answered") + left);
        putDown += sum("interrupted");
      }
    });
    expect(putDown).toBeGreaterThan(100);
  });
});
