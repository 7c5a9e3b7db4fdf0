import { expect, it } from "vitest";
import { QUEUE_FIELDS } from "../../src/engine/observations.js";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import type { Distribution } from "../../src/random/distribution.js";
import { workloadControl } from "../../src/statistics/workload-control.js";
import { buildScenario } from "../build-scenario.js";

const REPLICATIONS = 400;
const exponential = (meanSeconds: number): Distribution => ({ kind: "exponential", meanSeconds });

const scenario = buildScenario({
  open: [{ fromSeconds: 7 * 3600, toSeconds: 19 * 3600 }],
  queues: [
    {
      perHour: 30,
      handle: { talk: exponential(180), wrap: exponential(30) },
      patience: exponential(120),
      redial: { chance: 0.5, after: exponential(600) },
      after: {
        transfer: [{ to: "q1", chance: 0.2, warm: exponential(60) }],
        complaint: { to: "q1", chance: 0.1, solved: 0.5, again: exponential(3600) },
        repeat: { chance: 0.3, after: exponential(3600) },
      },
    },
    { perHour: 5, handle: { talk: exponential(300) }, patience: exponential(300) },
  ],
  teams: [
    { agents: 2, skills: ["q0"] },
    { agents: 2, skills: ["q1"] },
  ],
});
const model = compile(scenario);
const observations = Array.from({ length: REPLICATIONS }, (_, index) =>
  simulate(model, "control", index + 1),
);

/** How many standard errors the mean lies from 0. */
function errorsOff(values: readonly number[]): number {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1);
  return Math.abs(mean) / Math.sqrt(variance / values.length);
}

it("the workload's control is 0 on average, whoever is passed on, handed over, calls again or complains", () => {
  for (const queue of [0, 1]) {
    const control = workloadControl(model, queue);
    expect(errorsOff(observations.map((one) => control.deviationSeconds(one)))).toBeLessThan(4);
  }
});

it("it would not be, if those who come from other queues or again were taken for first arrivals", () => {
  for (const [queue, field] of [
    [1, "transferredIn"],
    [0, "repeats"],
  ] as const) {
    const control = workloadControl(model, queue);
    const mistaken = observations.map((one) => {
      const first = queue * (one.intervals + 1) * QUEUE_FIELDS.length + QUEUE_FIELDS.indexOf(field);
      let came = 0;
      for (let interval = 0; interval < one.intervals; interval++) {
        came += one.queueCells[first + interval * QUEUE_FIELDS.length];
      }
      return control.deviationSeconds(one) + came * (queue === 0 ? 210 : 300);
    });
    expect(errorsOff(mistaken)).toBeGreaterThan(4);
  }
});
