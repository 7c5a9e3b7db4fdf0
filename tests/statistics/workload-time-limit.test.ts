import { expect, it } from "vitest";
import { type Observations, QUEUE_FIELDS } from "../../src/engine/observations.js";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import type { Distribution } from "../../src/random/distribution.js";
import { workloadControl } from "../../src/statistics/workload-control.js";
import { buildScenario } from "../build-scenario.js";

const REPLICATIONS = 400;
const exponential = (meanSeconds: number): Distribution => ({ kind: "exponential", meanSeconds });

const model = compile(
  buildScenario({
    open: [{ fromSeconds: 7 * 3600, toSeconds: 19 * 3600 }],
    queues: [
      {
        perHour: 30,
        handle: { talk: exponential(180), wrap: exponential(30) },
        patience: exponential(120),
        after: { handover: { to: "q1", afterSeconds: 200 } },
      },
      { perHour: 5, handle: { talk: exponential(300) }, patience: exponential(300) },
    ],
    teams: [
      { agents: 2, skills: ["q0"] },
      { agents: 2, skills: ["q1"] },
    ],
  }),
);
const observations = Array.from({ length: REPLICATIONS }, (_, index) =>
  simulate(model, "control", index + 1),
);

/** How many standard errors the mean lies from 0. */
function errorsOff(values: readonly number[]): number {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1);
  return Math.abs(mean) / Math.sqrt(variance / values.length);
}

/** Sum of a queue's counted cells. */
function sumOf({ queueCells, intervals }: Observations, queue: number, field: (typeof QUEUE_FIELDS)[number]) {
  let sum = 0;
  for (let interval = 0; interval < intervals; interval++) {
    const cell = (queue * (intervals + 1) + interval) * QUEUE_FIELDS.length;
    sum += queueCells[cell + QUEUE_FIELDS.indexOf(field)];
  }
  return sum;
}

it("the workload's control is 0 on average where contacts are handed over, in both queues", () => {
  for (const queue of [0, 1]) {
    const control = workloadControl(model, queue);
    expect(errorsOff(observations.map((one) => control.deviationSeconds(one)))).toBeLessThan(4);
  }
});

it("it would not be, if they were first arrivals, or handle times were taken for whole ones", () => {
  const control = workloadControl(model, 1);
  const arrivals = observations.map(
    (one) => control.deviationSeconds(one) + sumOf(one, 1, "transferredIn") * 300,
  );
  expect(errorsOff(arrivals)).toBeGreaterThan(4);
  for (const [queue, meanSeconds] of [
    [0, 210],
    [1, 300],
  ] as const) {
    const times = observations.map((one) => {
      const handled = sumOf(one, queue, "talkSeconds") + sumOf(one, queue, "wrapSeconds");
      const deviation = workloadControl(model, queue).deviationSeconds(one);
      return deviation + handled - sumOf(one, queue, "answered") * meanSeconds;
    });
    expect(errorsOff(times), `queue ${queue}`).toBeGreaterThan(4);
  }
});
