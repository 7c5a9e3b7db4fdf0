import { expect, it } from "vitest";
import { withAgentsByInterval } from "../../src/plan/requirement/agents-by-interval.js";
import { evaluate } from "../../src/run/evaluate.js";
import { buildScenario } from "../build-scenario.js";

const scenario = buildScenario({
  intervalSeconds: 3600,
  warmupSeconds: 2.5 * 3600,
  queues: [{ perHour: 60 }],
  teams: [
    {
      agents: 3,
      pay: 20,
      absenceShare: 0.5,
      lateness: { kind: "constant", seconds: 600 },
      offPhone: { share: 0.2, blockSeconds: 900 },
      quota: { contacts: 10 },
    },
  ],
});
const agents = [Int32Array.from({ length: 24 }, (_, hour) => 4 + (hour % 3))];

it("puts just so many agents on the phone in each interval, whatever keeps a team's own away", async () => {
  const { intervals } = await evaluate(withAgentsByInterval(scenario, agents), { replications: 2 });
  for (const [hour, { teams }] of intervals.entries()) {
    // Those above a lower number finish the contact in hand first.
    const { mean } = teams[0]["agentsAvailable"];
    expect(mean).toBeGreaterThanOrEqual(agents[0][hour] - 1e-9);
    expect(mean).toBeLessThan(agents[0][hour] + 0.3);
  }
});

it("warms up with the agents of the same time of day, or with others", () => {
  const stepsOf = (duringWarmup?: Int32Array[]) => {
    const [{ staffing }] = withAgentsByInterval(scenario, agents, duringWarmup).teams;
    if (staffing.kind !== "table") throw new Error("a table was expected");
    return staffing.steps;
  };
  const warmup = [
    { fromSeconds: 0, toSeconds: 1800, agents: agents[0][21] },
    { fromSeconds: 1800, toSeconds: 5400, agents: agents[0][22] },
    { fromSeconds: 5400, toSeconds: 9000, agents: agents[0][23] },
  ];
  expect(stepsOf().slice(0, 3)).toEqual(warmup);
  expect(stepsOf()[3]).toEqual({ fromSeconds: 9000, toSeconds: 12_600, agents: 4 });
  const others = stepsOf([new Int32Array(24).fill(9)]);
  expect(others.slice(0, 3)).toEqual(warmup.map((step) => ({ ...step, agents: 9 })));
  expect(others.slice(3)).toEqual(stepsOf().slice(3));
});
