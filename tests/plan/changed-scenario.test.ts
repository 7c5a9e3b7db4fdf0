import { describe, expect, it } from "vitest";
import { changedScenario, rosteredAgents } from "../../src/plan/changed-scenario.js";
import { type Distribution, meanSeconds } from "../../src/random/distribution.js";
import { expectedContacts, handleSeconds } from "../../src/scenario/expected-load.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import type { Staffing } from "../../src/scenario/team.js";
import { buildScenario } from "../build-scenario.js";
import { busyHours } from "./busy-hours.js";

const same = { volume: 1, handleTime: 1 };
const noShift = { startClockSeconds: 0, lengthSeconds: 3600 };

function rosterOf(numbers: readonly number[]): Staffing {
  return { kind: "roster", shifts: numbers.map((agents, index) => ({ shift: `s${index}`, agents })) };
}

function scenarioOf(staffings: readonly Staffing[]): Scenario {
  return buildScenario({
    teams: staffings.map((staffing) => ({ staffing })),
    shifts: [0, 1, 2].map((index) => ({ name: `s${index}`, ...noShift })),
  });
}

function agentsIn(scenario: Scenario): number[] {
  return scenario.teams.flatMap(({ staffing }) =>
    staffing.kind === "constant"
      ? [staffing.agents]
      : (staffing.kind === "roster" ? staffing.shifts : staffing.steps).map(({ agents }) => agents),
  );
}

describe("another volume", () => {
  const scenario = buildScenario({ queues: [{ perHour: 60 }, { perHour: 30 }] });
  const expected = (of: Scenario) =>
    of.queues.map((queue) => expectedContacts(queue, of.calendar).reduce((sum, one) => sum + one, 0));

  it("is that of all queues, times that of each where it is told", () => {
    const agents = rosteredAgents(scenario);
    const changed = changedScenario(scenario, { volume: 2, queueVolumes: [1.5, 0.5], handleTime: 1, agents });
    expect(expected(scenario)).toEqual([60 * 24, 30 * 24]);
    expect(expected(changed)).toEqual([60 * 24 * 3, 30 * 24]);
  });
});

describe("another number of agents", () => {
  const scenario = scenarioOf([{ kind: "constant", agents: 10 }, rosterOf([20, 5, 5])]);

  it("keeps the share of each team and shift, by largest remainder", () => {
    expect(rosteredAgents(scenario)).toBe(40);
    expect(agentsIn(changedScenario(scenario, { ...same, agents: 80 }))).toEqual([20, 40, 10, 10]);
    // 10.5, 21, 5.25, 5.25: the half goes first.
    expect(agentsIn(changedScenario(scenario, { ...same, agents: 42 }))).toEqual([11, 21, 5, 5]);
    // 10.25, 20.5, 5.125, 5.125.
    expect(agentsIn(changedScenario(scenario, { ...same, agents: 41 }))).toEqual([10, 21, 5, 5]);
    expect(agentsIn(changedScenario(scenario, { ...same, agents: 0 }))).toEqual([0, 0, 0, 0]);
  });

  it("is the same scenario where the number is the same", () => {
    expect(changedScenario(scenario, { ...same, agents: 40 })).toEqual(scenario);
  });

  it("adds up for every number", () => {
    for (let agents = 0; agents <= 100; agents++) {
      const changed = changedScenario(scenario, { ...same, agents });
      expect(agentsIn(changed).reduce((sum, one) => sum + one, 0)).toBe(agents);
    }
  });

  it("stretches a table to its new height", () => {
    const steps = [4, 10, 7].map((agents, hour) => ({
      fromSeconds: hour * 3600,
      toSeconds: (hour + 1) * 3600,
      agents,
    }));
    const table = scenarioOf([{ kind: "table", steps }]);
    expect(rosteredAgents(table)).toBe(10);
    expect(agentsIn(changedScenario(table, { ...same, agents: 15 }))).toEqual([6, 15, 11]);
    expect(agentsIn(changedScenario(table, { ...same, agents: 5 }))).toEqual([2, 5, 4]);
  });

  it("is nobody where there is nobody to begin with", () => {
    const empty = scenarioOf([rosterOf([0, 0])]);
    expect(agentsIn(changedScenario(empty, { ...same, agents: 9 }))).toEqual([0, 0]);
  });
});

describe("more contacts and longer handle times", () => {
  it("multiply what is expected, of volumes and of tables", () => {
    const talk: Distribution = { kind: "gamma", meanSeconds: 200, cv: 0.8 };
    const wrap: Distribution = { kind: "constant", seconds: 30 };
    const handle = { talk, wrap };
    const scenario = buildScenario({
      queues: [
        { perHour: 50, handle },
        { arrivals: busyHours([10, 20]), handle },
      ],
    });
    const changed = changedScenario(scenario, { volume: 1.5, handleTime: 1.2, agents: 10 });
    for (const [index, queue] of changed.queues.entries()) {
      const before = expectedContacts(scenario.queues[index], scenario.calendar);
      for (const [interval, contacts] of expectedContacts(queue, changed.calendar).entries()) {
        expect(contacts).toBeCloseTo(before[interval] * 1.5, 9);
      }
      expect(handleSeconds(queue)).toBeCloseTo(230 * 1.2, 9);
      expect(meanSeconds(queue.handle.talk!)).toBeCloseTo(240, 9);
    }
  });

  it("are refused for recorded contacts, which stay as they are otherwise", () => {
    const replay = buildScenario({ queues: [{ arrivals: { kind: "replay", atSeconds: [1, 2] } }] });
    expect(changedScenario(replay, { ...same, agents: 10 })).toEqual(replay);
    expect(() => changedScenario(replay, { volume: 2, handleTime: 1, agents: 10 })).toThrow(RangeError);
    expect(() => changedScenario(replay, { volume: 1, handleTime: 2, agents: 10 })).toThrow(RangeError);
  });
});

it("brings each queue's own target as far as the years have come towards the goal", () => {
  const rule = { withinSeconds: 40, counting: "abandoned-miss", underSeconds: 5 } as const;
  const scenario = buildScenario({
    queues: [
      { target: { answeredShare: 0.7, asaSeconds: 60 } },
      { target: { answeredShare: 0.86 }, serviceLevel: rule },
      {},
    ],
  });
  const goal = { answeredShare: 0.9, withinSeconds: 10 };
  const { queues } = changedScenario(scenario, { ...same, agents: 10, target: { goal, reached: 0.5 } });
  expect(queues.map(({ target }) => target!.answeredShare!)).toEqual([
    expect.closeTo(0.8, 12),
    expect.closeTo(0.88, 12),
    expect.closeTo(0.85, 12),
  ]);
  expect(queues.map(({ serviceLevel }) => serviceLevel.withinSeconds)).toEqual([15, 25, 15]);
  expect(queues[0].target!.asaSeconds).toBe(60);
  expect(queues[1].serviceLevel.counting).toBe("abandoned-miss");
  const start = changedScenario(scenario, { ...same, agents: 10, target: { goal, reached: 0 } });
  expect(start.queues[1]).toEqual(scenario.queues[1]);
});
