import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import { studentQuantile } from "../../src/statistics/student.js";
import { summarise } from "../../src/statistics/summarise.js";
import type { Figure, Summary } from "../../src/statistics/summary.js";
import { erlangA } from "../../src/statistics/theory/erlang-a.js";
import { erlangC } from "../../src/statistics/theory/erlang-c.js";
import type { SteadyState } from "../../src/statistics/theory/steady-state.js";
import { buildScenario } from "../build-scenario.js";

const REPLICATIONS = 12;
const AGENTS = 20;
const HANDLE_SECONDS = 180;
const PATIENCE_SECONDS = 120;
const about = { seed: "truth", version: "test" };

function simulated(perHour: number, talkSeconds: number, patienceSeconds?: number): Summary {
  const scenario = buildScenario({
    days: 2,
    warmupSeconds: 4 * 3600,
    queues: [
      {
        perHour,
        handle: { talk: { kind: "exponential", meanSeconds: talkSeconds } },
        serviceLevel: { withinSeconds: 20, counting: "abandoned-miss", underSeconds: 5 },
        ...(patienceSeconds && { patience: { kind: "exponential", meanSeconds: patienceSeconds } }),
      },
    ],
    teams: [{ agents: AGENTS }],
  });
  const model = compile(scenario);
  const observations = Array.from({ length: REPLICATIONS }, (_, index) =>
    simulate(model, about.seed, index + 1),
  );
  return summarise(model, observations, about, { intervals: false, weekdayIntervals: false });
}

/** How many standard errors a figure lies from the truth. */
function errorsFrom(figure: Figure, truth: number): number {
  const standardError = (figure.high - figure.low) / 2 / studentQuantile(0.975, REPLICATIONS - 1);
  return Math.abs(figure.mean - truth) / standardError;
}

function farthest(summary: Summary, theory: SteadyState): number {
  const { figures, waitPercentiles } = summary.queues[0];
  return Math.max(
    errorsFrom(figures.serviceLevel, theory.answeredWithin(20)),
    errorsFrom(figures.asa, theory.asaSeconds),
    errorsFrom(summary.teams[0].figures.occupancy, theory.occupancyShare),
    errorsFrom(figures.aht, HANDLE_SECONDS),
    errorsFrom(waitPercentiles.p90, theory.waitPercentileSeconds(0.9)),
    ...(theory.abandonedShare > 0 ? [errorsFrom(figures.abandonRate, theory.abandonedShare)] : []),
  );
}

describe("figures of a simulated queue", () => {
  it("agree with Erlang C within four standard errors", () => {
    const workload = { ratePerSecond: 350 / 3600, handleSeconds: HANDLE_SECONDS };
    expect(farthest(simulated(350, HANDLE_SECONDS), erlangC(workload, AGENTS))).toBeLessThan(4);
  });

  it("agree with Erlang A within four standard errors", () => {
    const workload = { ratePerSecond: 420 / 3600, handleSeconds: HANDLE_SECONDS };
    const theory = erlangA(workload, AGENTS, PATIENCE_SECONDS);
    expect(farthest(simulated(420, HANDLE_SECONDS, PATIENCE_SECONDS), theory)).toBeLessThan(4);
  });

  it("disagree when a contact takes 1 % longer", () => {
    const workload = { ratePerSecond: 420 / 3600, handleSeconds: HANDLE_SECONDS };
    const theory = erlangA(workload, AGENTS, PATIENCE_SECONDS);
    expect(farthest(simulated(420, HANDLE_SECONDS * 1.01, PATIENCE_SECONDS), theory)).toBeGreaterThan(4);
  });
});
