import { describe, expect, it } from "vitest";
import { margin, overallMargins, servingTeams } from "../../src/plan/requirement/margins.js";
import { evaluate } from "../../src/run/evaluate.js";
import type { Target } from "../../src/scenario/queue.js";
import type { Figures } from "../../src/statistics/summary.js";
import { buildScenario } from "../build-scenario.js";

function figures(means: Record<string, number>): Figures {
  return Object.fromEntries(
    Object.entries(means).map(([name, mean]) => [name, { mean, low: Number.NaN, high: Number.NaN }]),
  );
}

/** 90 answered, 10 abandoned, 85 % within the threshold, a mean wait of 12 seconds; nobody left. */
const usual = {
  offered: 100,
  answered: 90,
  abandoned: 10,
  unserved: 0,
  waiting: 0,
  serviceLevel: 0.85,
  asa: 12,
};

function marginOf(target: Target | undefined, means: Partial<typeof usual>, occupancies: number[] = []) {
  const [queue] = buildScenario({ queues: [target ? { target } : {}] }).queues;
  const teams = occupancies.map((occupancy) => figures({ occupancy }));
  return margin(queue, figures({ ...usual, ...means }), teams);
}

describe("the margin of a queue", () => {
  it("is the distance of its service level from the target, or from 80 % where it has none", () => {
    expect(marginOf({ answeredShare: 0.9 }, {})).toBeCloseTo(-0.05, 12);
    expect(marginOf(undefined, {})).toBeCloseTo(0.05, 12);
  });

  it("is that of the part nearest to a miss", () => {
    const target = { answeredShare: 0.8, abandonedShare: 0.12, asaSeconds: 10, occupancyShare: 0.9 };
    expect(marginOf({ ...target, asaSeconds: 20 }, {}, [0.8, 0.89])).toBeCloseTo(0.01, 12);
    expect(marginOf({ ...target, asaSeconds: 20 }, {}, [0.8])).toBeCloseTo(0.02, 12);
    expect(marginOf(target, {}, [0.8])).toBeCloseTo(-0.2, 12);
  });

  it("knows no miss where nobody called", () => {
    const nobody = { offered: 0, answered: 0, abandoned: 0, serviceLevel: Number.NaN, asa: Number.NaN };
    expect(marginOf({ answeredShare: 0.8 }, nobody)).toBe(Number.POSITIVE_INFINITY);
  });

  it("is no miss where all hung up too soon to count", () => {
    const short = { offered: 2, answered: 0, abandoned: 2, serviceLevel: Number.NaN, asa: Number.NaN };
    expect(marginOf({ answeredShare: 0.8 }, short)).toBeCloseTo(0.2, 12);
  });

  it("counts those left unserved or waiting as answered too late and as abandoned", () => {
    const left = { unserved: 60, waiting: 40 };
    expect(marginOf({ answeredShare: 0.8 }, left)).toBeCloseTo(0.85 / 2 - 0.8, 12);
    expect(marginOf({ abandonedShare: 0.1 }, left)).toBeCloseTo(0.1 - 110 / 200, 12);
    expect(marginOf({ asaSeconds: 20 }, { unserved: 10 })).toBeCloseTo(
      1 - (90 * 12 + 10 * 200) / 100 / 20,
      12,
    );
  });

  it("is a miss of every target where all who called are left", () => {
    const nobody = { offered: 0, answered: 0, abandoned: 0, serviceLevel: Number.NaN, asa: Number.NaN };
    for (const target of [{ answeredShare: 0.8 }, { abandonedShare: 0.1 }, { asaSeconds: 20 }]) {
      expect(marginOf(target, { ...nobody, waiting: 5 })).toBeLessThan(0);
    }
  });
});

describe("the teams that serve a queue", () => {
  it("are those with its skill and, apart from them, those that overflow opens to it", () => {
    const scenario = buildScenario({
      queues: [{}, {}],
      teams: [{ skills: ["q0"] }, { skills: ["q1", "q0"] }, { skills: ["q1"] }],
      routing: {
        agent: "longest-idle",
        contact: "longest-waiting",
        overflow: [{ queue: "q0", afterSeconds: 30, to: ["t2"] }],
      },
    });
    expect(servingTeams(scenario)).toEqual([
      { bySkill: [0, 1], byOverflow: [2] },
      { bySkill: [1, 2], byOverflow: [] },
    ]);
  });

  it("bound a queue's occupancy over the whole time, those of other queues do not", async () => {
    const scenario = buildScenario({
      queues: [
        { perHour: 60, target: { occupancyShare: 0.5 } },
        { perHour: 60, target: { occupancyShare: 0.5 } },
      ],
      teams: [
        { agents: 12, skills: ["q0"] },
        { agents: 4, skills: ["q1"] },
      ],
    });
    const [first, second] = overallMargins(scenario, await evaluate(scenario, { replications: 5 }));
    expect(first).toBeCloseTo(0.25, 1);
    expect(second).toBeLessThan(-0.2);
  });
});
