import { describe, expect, it } from "vitest";
import { QUEUE_FIELDS } from "../../src/engine/observations.js";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import { readScenarioText } from "../../src/scenario/read-scenario.js";
import { workloadControl } from "../../src/statistics/workload-control.js";

const REPLICATIONS = 300;
const ROUTED_IN = QUEUE_FIELDS.indexOf("routedIn");

const centre = (split: string) => `
callsim: 1
name: Two centres behind one number
calendar: {start: 2026-03-02, days: 1, hours: {daily: "08:00-18:00"}}
queues:
  calls: {arrivals: {perHour: 60}, split: ${split}}
  north: {arrivals: {perHour: 10}, handle: {talk: {exponential: {mean: 4m}}}, patience: {exponential: {mean: 2m}}}
  south: {arrivals: {perHour: 10}, handle: {talk: {exponential: {mean: 5m}}}, patience: {exponential: {mean: 2m}}}
teams:
  up: {skills: [north], agents: 3}
  down: {skills: [south], agents: 3}
`;

/** By queue: how many standard errors the mean of the control is off zero, and that of contacts routed in. */
function errorsOffZero(split: string): { readonly offZero: readonly number[]; readonly routedIn: number } {
  const model = compile(readScenarioText(centre(split), "centre.yaml").scenario);
  const observed = Array.from({ length: REPLICATIONS }, (_, number) => simulate(model, "control", number));
  const offZero = model.queues.map((_, queue) => {
    const control = workloadControl(model, queue);
    const values = observed.map((one) => control.deviationSeconds(one));
    const mean = values.reduce((sum, one) => sum + one, 0) / REPLICATIONS;
    const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    // The queue that splits has no work: its control is 0 in every replication.
    const error = Math.sqrt(squares / (REPLICATIONS - 1) / REPLICATIONS);
    return error === 0 ? Math.abs(mean) : Math.abs(mean) / error;
  });
  let routedIn = 0;
  for (const { queueCells } of observed) {
    for (let at = ROUTED_IN; at < queueCells.length; at += QUEUE_FIELDS.length) routedIn += queueCells[at];
  }
  return { offZero, routedIn: routedIn / REPLICATIONS };
}

describe("the workload's control of queues behind a split", () => {
  it.each(["{shares: {north: 60%, south: 40%}}", "{by: shortest-expected-delay, among: [north, south]}"])(
    "has expectation 0: %s",
    (split) => {
      const { offZero, routedIn } = errorsOffZero(split);
      // Were those who were routed in not taken off, it would be off by some 300 contacts a replication.
      expect(routedIn).toBeGreaterThan(500);
      for (const errors of offZero) expect(errors).toBeLessThan(4);
    },
  );
});
