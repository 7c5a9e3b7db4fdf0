import { expect, test } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import { workloadControl } from "../../src/statistics/workload-control.js";
import { buildScenario, type QueuePart } from "../build-scenario.js";

const seconds = (meanSeconds: number) => ({ kind: "exponential" as const, meanSeconds });
const REPLICATIONS = 300;

/** How many standard errors the mean of the control is off zero, over many replications. */
function errorsOffZero(queue: QueuePart): number {
  const model = compile(
    buildScenario({
      queues: [
        {
          perHour: 60,
          patience: seconds(120),
          lines: 8,
          redial: { chance: 0.6, after: seconds(600), attempts: 3 },
          ...queue,
        },
      ],
      teams: [{ agents: 3 }],
      open: [{ fromSeconds: 28_800, toSeconds: 64_800 }],
    }),
  );
  const control = workloadControl(model, 0);
  const values = Array.from({ length: REPLICATIONS }, (_, replication) =>
    control.deviationSeconds(simulate(model, "control", replication)),
  );
  const mean = values.reduce((sum, one) => sum + one, 0) / REPLICATIONS;
  const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return Math.abs(mean) / Math.sqrt(squares / (REPLICATIONS - 1) / REPLICATIONS);
}

test.each([
  [
    "self-service",
    {
      selfService: {
        time: seconds(600),
        containsShare: 0.3,
        harderShare: 0.2,
        reachesShare: 0.8,
        always: true,
      },
    },
  ],
  [
    "announced waits",
    { announce: { overSeconds: 60, leave: [{ overSeconds: 0, share: 0.5 }], patienceFactor: 2 } },
  ],
  [
    "callbacks",
    {
      callback: {
        overSeconds: 60,
        acceptShare: 0.6,
        afterSeconds: 1800,
        reachShare: 0.6,
        attempts: 3,
        retrySeconds: 600,
        dialSeconds: 20,
      },
    },
  ],
  ["talk that grows", { handleGrowth: { perSeconds: 60, byShare: 0.1 } }],
] satisfies [string, QueuePart][])("the workload's control has expectation 0 with %s", (_name, queue) => {
  expect(errorsOffZero(queue)).toBeLessThan(4);
});
