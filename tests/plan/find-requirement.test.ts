import { afterAll, describe, expect, it } from "vitest";
import { findRequirement } from "../../src/plan/requirement/find-requirement.js";
import { evaluate } from "../../src/run/evaluate.js";
import { threadRunner } from "../../src/run/thread-runner.js";
import type { Target } from "../../src/scenario/queue.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { erlangA } from "../../src/statistics/theory/erlang-a.js";
import { leastAgents } from "../../src/statistics/theory/least-agents.js";
import { buildScenario, type ScenarioParts } from "../build-scenario.js";
import { oracleCases } from "../truth/oracle-cases.js";
import { busyHours, exponential } from "./busy-hours.js";
import { agentsOf, marginsOf, sumOf } from "./margins-of-agents.js";

const runner = threadRunner(2);
afterAll(() => runner.close());

/** Busy for six hours. */
const HOURS = 6;

function hourly(parts: ScenarioParts, replications: number): Scenario {
  return buildScenario({ intervalSeconds: 3600, run: { seed: "plan", replications }, ...parts });
}

function oneQueue(perHour: number, talkSeconds: number, replications: number, patienceSeconds?: number) {
  return hourly(
    {
      queues: [
        {
          arrivals: busyHours(new Array(HOURS).fill(perHour)),
          handle: { talk: exponential(talkSeconds) },
          ...(patienceSeconds !== undefined && { patience: exponential(patienceSeconds) }),
          target: { answeredShare: 0.8 },
        },
      ],
    },
    replications,
  );
}

/** Agents of the first team in the busy hours but the first, which begins with an empty centre. */
async function busyAgents(scenario: Scenario): Promise<number[]> {
  const { intervals } = await findRequirement(scenario, { runner });
  return intervals.slice(1, HOURS).map(({ agents }) => agents[0]);
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

describe("the agents that a queue at a steady load needs", () => {
  const cases = oracleCases.filter(({ id }) => id.startsWith("CF:ECN-"));

  it.each(cases)("are Erlang C's least agents: $id", async ({ input, expected }) => {
    const agents = await busyAgents(oneQueue(input.calls_per_hour, input.aht_s, 80));
    expect(Math.abs(meanOf(agents) - expected.min_agents), String(agents)).toBeLessThanOrEqual(0.6);
    for (const one of agents) expect(Math.abs(one - expected.min_agents)).toBeLessThanOrEqual(1);
  });

  it("are more where contacts take a twentieth longer", async () => {
    const { input, expected } = cases.find(({ id }) => id === "CF:ECN-1000-120-20-0.8")!;
    const agents = await busyAgents(oneQueue(input.calls_per_hour, input.aht_s * 1.05, 80));
    expect(meanOf(agents) - expected.min_agents).toBeGreaterThan(1);
  });

  it("are Erlang A's least agents where callers hang up", async () => {
    const load = { ratePerSecond: 400 / 3600, handleSeconds: 180 };
    const serviceLevel = { withinSeconds: 20, counting: "ignore-short", underSeconds: 5 } as const;
    const least = leastAgents(20, { answeredShare: 0.8, serviceLevel }, (agents) =>
      erlangA(load, agents, 120),
    )!;
    const agents = await busyAgents(oneQueue(400, 180, 80, 120));
    expect(Math.abs(meanOf(agents) - least), `${agents}, by formula ${least}`).toBeLessThanOrEqual(0.6);
  });
});

describe("pyworkforce's example of two queues and flexible agents", () => {
  const scenario = hourly(
    {
      queues: [
        { arrivals: busyHours(new Array(HOURS).fill(100)), handle: { talk: exponential(240) } },
        {
          arrivals: busyHours(new Array(HOURS).fill(50)),
          handle: { talk: exponential(480) },
          patience: exponential(600),
        },
      ],
      teams: [{ agents: 10 }],
    },
    60,
  );

  it("needs 17 agents an hour", async () => {
    const agents = await busyAgents(scenario);
    expect(Math.abs(meanOf(agents) - 17), String(agents)).toBeLessThanOrEqual(0.6);
  });

  it("is not served by the ten that the double counting of skills asks for", async () => {
    const summary = await evaluate(scenario, { runner });
    const { mean } = summary.total["serviceLevel"];
    expect(mean).toBeGreaterThan(0);
    expect(mean).toBeLessThan(0.08);
  });
});

describe("a requirement of two queues and two teams", () => {
  const queueParts = [
    {
      arrivals: busyHours([30, 60, 20]),
      handle: { talk: exponential(300) },
      patience: exponential(240),
    },
    {
      arrivals: busyHours([20, 10, 40]),
      handle: { talk: exponential(200) },
      patience: exponential(400),
    },
  ];
  const withTarget = (target: Target) =>
    hourly(
      {
        queues: queueParts.map((queue) => ({ ...queue, target })),
        teams: [{ skills: ["q0"] }, { skills: ["q1", "q0"] }],
      },
      12,
    );
  const targets: [string, Target][] = [
    ["service level", { answeredShare: 0.8 }],
    ["abandon rate", { abandonedShare: 0.05 }],
    ["speed of answer", { asaSeconds: 30 }],
    ["occupancy", { answeredShare: 0.5, occupancyShare: 0.6 }],
  ];

  it.each(targets)(
    "meets a target of %s, and with one agent fewer anywhere misses one",
    async (_, target) => {
      const scenario = withTarget(target);
      const requirement = await findRequirement(scenario, { runner });
      const agents = agentsOf(requirement);
      expect(requirement.unmet).toEqual([]);
      expect(Math.min(...(await marginsOf(scenario, agents, runner)).flat())).toBeGreaterThanOrEqual(0);
      let tried = 0;
      for (const numbers of agents) {
        for (const [interval, number] of numbers.entries()) {
          if (number === 0) continue;
          numbers[interval]--;
          const least = Math.min(...(await marginsOf(scenario, agents, runner)).flat());
          expect(least, `one fewer in interval ${interval}`).toBeLessThan(0);
          numbers[interval]++;
          tried++;
        }
      }
      expect(tried).toBeGreaterThanOrEqual(4);
    },
  );

  it("is the same, bit for bit, on any number of workers", async () => {
    const scenario = withTarget({ answeredShare: 0.8 });
    const alone = threadRunner(1);
    const first = await findRequirement(scenario, { runner: alone });
    await alone.close();
    expect(await findRequirement(scenario, { runner })).toEqual(first);
    expect(await findRequirement(scenario)).toEqual(first);
  });

  it("tells how many simulations it took, and of how many replications", async () => {
    const told: number[] = [];
    const requirement = await findRequirement(withTarget({ answeredShare: 0.8 }), {
      runner,
      replications: 3,
      onProgress: (evaluations) => told.push(evaluations),
    });
    expect(told).toEqual(Array.from({ length: requirement.evaluations }, (_, index) => index + 1));
    expect(requirement.replications).toBe(3);
    expect(
      (await findRequirement(withTarget({ answeredShare: 0.8 }), { runner, replications: 3 })).evaluations,
    ).toBe(requirement.evaluations);
  });

  it("is no answer when it is stopped", async () => {
    const stop = new AbortController();
    const search = findRequirement(withTarget({ answeredShare: 0.8 }), {
      signal: stop.signal,
      onProgress: (evaluations) => evaluations === 3 && stop.abort(new Error("enough")),
    });
    await expect(search).rejects.toThrow("enough");
  });
});

describe("a mix of specialists and flexible agents", () => {
  const mixes: [string, number, number, number, number][] = [
    ["equal queues", 40, 180, 40, 180],
    ["a large and a small queue", 60, 200, 12, 300],
    ["short and long contacts", 70, 100, 20, 400],
  ];

  it.each(mixes)("is the smallest there is, to one agent: %s", async (_, calls0, talk0, calls1, talk1) => {
    const scenario = hourly(
      {
        queues: [
          { arrivals: busyHours([calls0]), handle: { talk: exponential(talk0) } },
          { arrivals: busyHours([calls1]), handle: { talk: exponential(talk1) } },
        ],
        teams: [{ skills: ["q0"] }, { skills: ["q1"] }, { skills: ["q0", "q1"] }],
      },
      15,
    );
    const requirement = await findRequirement(scenario, { runner });
    expect(requirement.unmet).toEqual([]);
    const found = agentsOf(requirement);
    const most = sumOf(found);
    // All mixes with fewer agents in the busy hour; what is on the phone behind it is as it was found.
    const behind = sumOf(found.map((numbers) => numbers.slice(1)));
    let smallest = most - behind;
    for (let sum = smallest - 1; sum >= 0 && smallest === sum + 1; sum--) {
      for (const mix of mixesOf(sum)) {
        const agents = found.map((numbers, team) => numbers.with(0, mix[team]));
        if (Math.min(...(await marginsOf(scenario, agents)).flat()) >= 0) {
          smallest = sum;
          break;
        }
      }
    }
    expect(most - behind - smallest, `${found.map((numbers) => numbers[0])}`).toBeLessThanOrEqual(1);
  });

  function mixesOf(sum: number): number[][] {
    const mixes: number[][] = [];
    for (let first = 0; first <= sum; first++) {
      for (let second = 0; second <= sum - first; second++) mixes.push([first, second, sum - first - second]);
    }
    return mixes;
  }
});

describe("a requirement", () => {
  it("reckons with those who still wait from an overloaded hour before", async () => {
    const withContacts = (contacts: readonly number[]) =>
      hourly(
        {
          queues: [
            {
              arrivals: busyHours(contacts),
              handle: { talk: { kind: "constant", seconds: 600 } },
              target: { asaSeconds: 300 },
            },
          ],
        },
        10,
      );
    const three = Int32Array.from({ length: 24 }, () => 3);
    expect((await marginsOf(withContacts([0, 8]), [three]))[1][0]).toBeGreaterThan(0);
    expect((await marginsOf(withContacts([30, 8]), [three]))[1][0]).toBeLessThan(0);
    const requirement = await findRequirement(withContacts([30, 8]), { runner });
    expect(requirement.unmet).toEqual([]);
    expect(requirement.intervals[0].agents[0]).toBeGreaterThan(3);
  });

  it("asks for nobody where nobody calls", async () => {
    const requirement = await findRequirement(oneQueue(30, 180, 5), { runner });
    const [agents] = agentsOf(requirement);
    // The last call of the busy hours may still be waiting in the hour behind them.
    expect([...agents.slice(HOURS + 1)]).toEqual(new Array(24 - HOURS - 1).fill(0));
    expect(requirement.peak[0]).toBe(Math.max(...agents));
    expect(requirement.agentHours[0]).toBe(sumOf([agents]));
  });

  it("says which targets no number of agents meets, asks for no more than help, and ends", async () => {
    const scenario = hourly(
      {
        queues: [
          {
            arrivals: busyHours([120, 1, 120]),
            lines: 3,
            countBlocked: true,
            target: { answeredShare: 0.8 },
          },
        ],
      },
      10,
    );
    const requirement = await findRequirement(scenario, { runner });
    expect(requirement.unmet).toEqual([
      { interval: 0, queue: "q0" },
      { interval: 2, queue: "q0" },
    ]);
    const [agents] = agentsOf(requirement);
    for (const interval of [0, 2]) {
      expect(agents[interval]).toBeGreaterThanOrEqual(2);
      expect(agents[interval]).toBeLessThanOrEqual(4);
    }
    expect(requirement.evaluations).toBeLessThan(150);
  });

  it("is found far from the first guess, where many redial", async () => {
    const scenario = hourly(
      {
        queues: [
          {
            arrivals: busyHours([400, 400, 400]),
            handle: { talk: exponential(300) },
            patience: exponential(60),
            redial: { chance: 1, after: { kind: "constant", seconds: 60 } },
            target: { abandonedShare: 0.001 },
          },
        ],
      },
      5,
    );
    const requirement = await findRequirement(scenario, { runner });
    expect(requirement.unmet).toEqual([]);
    expect(
      Math.min(...(await marginsOf(scenario, agentsOf(requirement), runner)).flat()),
    ).toBeGreaterThanOrEqual(0);
  });

  it("prefers the cheaper of two teams that can do the same", async () => {
    const scenario = hourly(
      {
        queues: [{ arrivals: busyHours([60, 60]), handle: { talk: exponential(300) } }],
        teams: [{ pay: 30 }, { pay: 15 }],
      },
      10,
    );
    const [dear, cheap] = agentsOf(await findRequirement(scenario, { runner }));
    expect(sumOf([dear])).toBe(0);
    expect(sumOf([cheap])).toBeGreaterThan(10);
  });
});

it("agents are not sought for what waits over night: no interval alone answers for it", async () => {
  const mails = { name: "mails", channel: "email" } as const;
  await expect(findRequirement(buildScenario({ queues: [mails] }))).rejects.toThrow(
    /^agents are sought interval by interval, and mails waits for hours/,
  );
});
