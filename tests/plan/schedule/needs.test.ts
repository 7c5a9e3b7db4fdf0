import { describe, expect, it } from "vitest";
import type { Requirement } from "../../../src/plan/requirement/requirement-result.js";
import { Needs } from "../../../src/plan/schedule/needs.js";
import { buildScenario } from "../../build-scenario.js";

const scenario = buildScenario({
  queues: [{}, {}],
  teams: [
    { pay: 20, skills: ["q0", "q1"] },
    { pay: 15, skills: ["q0"] },
  ],
});
const requirement = {
  intervals: [0, 1, 2].map(() => ({ agents: [4, 6] })),
} as unknown as Requirement;
const needs = () => new Needs(scenario, requirement);
const all = [
  [4, 4, 4],
  [6, 6, 6],
];

describe("needs", () => {
  it("ask for one more of the cheapest team that serves the queue, where all are there", () => {
    const asked = needs();
    expect([...asked.raise([{ interval: 1, queue: "q0" }], all)]).toEqual([1]);
    expect(asked.of(1).agents).toEqual([6, 7, 6]);
    expect([...asked.raise([{ interval: 2, queue: "q1" }], all)]).toEqual([0]);
    expect(asked.of(0)).toEqual({ agents: [4, 4, 5], priceTimes: [1, 1, 1] });
  });

  it("make missing agents dearer, there and in the interval before, and ask for no more", () => {
    const asked = needs();
    const present = [all[0], [4, 5, 6]];
    expect([...asked.raise([{ interval: 1, queue: "q0" }], present)]).toEqual([1]);
    expect(asked.of(1)).toEqual({ agents: [6, 6, 6], priceTimes: [4, 4, 1] });
  });

  it("take the part of an agent that absence leaves for no missing one", () => {
    const asked = needs();
    asked.raise([{ interval: 1, queue: "q0" }], [all[0], [5.7, 5.7, 5.7]]);
    expect(asked.of(1)).toEqual({ agents: [6, 7, 6], priceTimes: [1, 1, 1] });
  });

  it("end where a missing agent costs as much as can be", () => {
    const asked = needs();
    const missed = [{ interval: 1, queue: "q1" }];
    const present = [[4, 1, 4], all[1]];
    const rounds = Array.from({ length: 6 }, () => asked.raise(missed, present).size);
    expect(rounds).toEqual([1, 1, 1, 1, 0, 0]);
    expect(asked.of(0).priceTimes).toEqual([1, 256, 1]);
  });

  it("ask once for two queues that the same agents serve", () => {
    const asked = needs();
    asked.raise(
      [
        { interval: 0, queue: "q0" },
        { interval: 0, queue: "q0" },
      ],
      all,
    );
    expect(asked.of(1).agents).toEqual([7, 6, 6]);
  });
});
