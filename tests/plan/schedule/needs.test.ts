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
const raise = (asked: Needs, missed: Parameters<Needs["raise"]>[0], present: Parameters<Needs["raise"]>[2]) =>
  asked.raise(missed, [asked.of(0), asked.of(1)], present);

describe("needs", () => {
  it("ask for one more of the cheapest team that serves the queue, where all are there", () => {
    const asked = needs();
    expect([...raise(asked, [{ interval: 1, queue: "q0" }], all)]).toEqual([1]);
    expect(asked.of(1).agents).toEqual([6, 7, 6]);
    expect([...raise(asked, [{ interval: 2, queue: "q1" }], all)]).toEqual([0]);
    expect(asked.of(0)).toEqual({ agents: [4, 4, 5], priceTimes: [1, 1, 1] });
  });

  it("make missing agents dearer, there and in the interval before, and ask for no more", () => {
    const asked = needs();
    const present = [all[0], [4, 5, 6]];
    expect([...raise(asked, [{ interval: 1, queue: "q0" }], present)]).toEqual([1]);
    expect(asked.of(1)).toEqual({ agents: [6, 6, 6], priceTimes: [4, 4, 1] });
  });

  it("take the part of an agent that absence leaves for no missing one", () => {
    const asked = needs();
    raise(asked, [{ interval: 1, queue: "q0" }], [all[0], [5.7, 5.7, 5.7]]);
    expect(asked.of(1)).toEqual({ agents: [6, 7, 6], priceTimes: [1, 1, 1] });
  });

  it("end where a missing agent costs as much as can be", () => {
    const asked = needs();
    const missed = [{ interval: 1, queue: "q1" }];
    const present = [[4, 1, 4], all[1]];
    const rounds = Array.from({ length: 6 }, () => raise(asked, missed, present).size);
    expect(rounds).toEqual([1, 1, 1, 1, 0, 0]);
    expect(asked.of(0).priceTimes[1]).toBe(256);
  });

  it("make the whole team dearer from the third time on, for the hole only wanders", () => {
    const asked = needs();
    const times = [0, 2, 0, 2].map((interval) => {
      const present = [[4, 4, 4].with(interval, 1), all[1]];
      raise(asked, [{ interval, queue: "q1" }], present);
      return asked.of(0).priceTimes;
    });
    expect(times).toEqual([
      [4, 1, 1],
      [4, 1, 4],
      [16, 4, 16],
      [64, 16, 64],
    ]);
    expect(asked.of(1).priceTimes).toEqual([1, 1, 1]);
  });

  it("ask once for two queues that the same agents serve", () => {
    const asked = needs();
    raise(
      asked,
      [
        { interval: 0, queue: "q0" },
        { interval: 0, queue: "q0" },
      ],
      all,
    );
    expect(asked.of(1).agents).toEqual([7, 6, 6]);
  });

  it("are planned for those first who can do the work of others", () => {
    expect(needs().inOrder()).toEqual([0, 1]);
    const other = buildScenario({
      queues: [{}, {}],
      teams: [{ skills: ["q0"] }, { skills: ["q1"] }, { skills: ["q0", "q1"] }],
    });
    const three = { intervals: [{ agents: [1, 1, 1] }] } as unknown as Requirement;
    expect(new Needs(other, three).inOrder()).toEqual([2, 0, 1]);
  });

  it("are less by agents of others above theirs who can do all the work, each of whom helps once", () => {
    const spare = [[1, 0, 9], undefined];
    expect(needs().helped(1, spare).agents).toEqual([5, 6, 0]);
    expect(spare[0]).toEqual([0, 0, 3]);
    // Those who know one queue only are no help to those who are needed for two.
    expect(needs().helped(0, [undefined, [5, 5, 5]]).agents).toEqual([4, 4, 4]);
  });

  it("count a helper by the speed at which it does the work", () => {
    const slow = buildScenario({
      queues: [{}, {}],
      teams: [{ skills: ["q0", "q1"] }, { skills: ["q0"] }],
    });
    const teams = slow.teams.map((team, index) =>
      index === 0 ? { ...team, skills: team.skills.map((skill) => ({ ...skill, speed: 0.5 })) } : team,
    );
    const spare = [[4, 4, 20], undefined];
    expect(new Needs({ ...slow, teams }, requirement).helped(1, spare).agents).toEqual([4, 4, 0]);
    expect(spare[0]).toEqual([0, 0, 8]);
  });
});
