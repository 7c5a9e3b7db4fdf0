import { describe, expect, test } from "vitest";
import { erlangC } from "../../src/statistics/theory/erlang-c.js";
import { type Claim, errorsOff } from "./simulated/claims.js";
import { Simulation } from "./simulated/simulation.js";
import { exponential, steadyScenario } from "./simulated/steady-scenario.js";

const MEAN_SECONDS = 300;
const LIMIT_SECONDS = 420;
const CONTACTS = 6e5;
/** How many exponential times are longer than the limit. */
const LONG = Math.exp(-LIMIT_SECONDS / MEAN_SECONDS);

function claim(name: string, reached: Claim["reached"], truth: number, samples: number): Claim {
  return { name, reached, truth, samples, doubt: 1e-9 * truth };
}

/**
 * Exponential talk cut at a limit. Of any contact what is left then is exponential again, for it forgets how
 * long it has taken. Where agents are ample, nobody waits for the first part, so that contacts come to the
 * second queue one limit later than they came: those that do, a share of exp(-limit / mean), are a Poisson
 * process still, and the second queue is an M/M/c.
 */
function ample(stretch = 1): Claim[] {
  const rate = 0.04;
  const seniors = 5;
  const { summary, samples } = new Simulation(scenarioOf(rate, [60, seniors], stretch, "ample"));
  const [first, second] = summary.queues;
  const [front, back] = summary.teams;
  const { seconds } = samples[0];
  const count = samples.length;
  const into = rate * LONG;
  const wait = erlangC({ ratePerSecond: into, handleSeconds: MEAN_SECONDS }, seniors).asaSeconds;
  return [
    claim("handed over", first.figures.handedOver, into * seconds, count),
    claim("first load", front.figures.occupancy, (rate * MEAN_SECONDS * (1 - LONG)) / 60, count),
    claim("first talk", first.figures.talk, MEAN_SECONDS * (1 - LONG), count),
    claim("second load", back.figures.occupancy, (into * MEAN_SECONDS) / seniors, count),
    claim("second talk", second.figures.talk, MEAN_SECONDS, count),
    claim("second wait", second.figures.asa, wait, count),
  ];
}

/**
 * One agent, whom contacts leave at the limit: an M/G/1 of times min(X, limit), by Pollaczek and Khinchine.
 * With u = limit / mean, E[min(X, limit)^2] = 2 mean^2 (1 - (1 + u) e^-u).
 */
function single(stretch = 1): Claim[] {
  const rate = 0.0025;
  const { summary, samples } = new Simulation(scenarioOf(rate, [1, 30], stretch, "single"));
  const u = LIMIT_SECONDS / MEAN_SECONDS;
  const square = 2 * MEAN_SECONDS ** 2 * (1 - (1 + u) * LONG);
  const load = rate * MEAN_SECONDS * (1 - LONG);
  const { figures } = summary.queues[0];
  return [
    claim("wait", figures.asa, (rate * square) / (2 * (1 - load)), samples.length),
    claim("load", summary.teams[0].figures.occupancy, load, samples.length),
  ];
}

function scenarioOf(ratePerSecond: number, agents: readonly number[], stretch: number, seed: string) {
  const after = { handover: { to: "q1", afterSeconds: LIMIT_SECONDS } };
  const talk = exponential(MEAN_SECONDS * stretch);
  return steadyScenario(
    [
      { ratePerSecond, talk, after },
      // Nobody comes by himself, and what is handed over is not drawn here.
      { ratePerSecond: 0, talk: exponential(7) },
    ],
    {
      warmupSeconds: 86_400,
      teams: agents.map((count, index) => ({ agents: count, skills: [`q${index}`] })),
      seed: `time limit ${seed}`,
      contacts: CONTACTS,
    },
  );
}

describe("contacts cut at a limit agree within four standard errors with theory", () => {
  test.each([
    ["ample agents, and an M/M/c behind them", () => ample()],
    ["one agent: Pollaczek and Khinchine's wait", () => single()],
  ])("%s", (_name, claims) => {
    for (const one of claims()) {
      expect(errorsOff(one), `${one.name}: ${one.reached.mean}, ${one.truth}`).toBeLessThan(4);
    }
  });

  test("contacts that take 1 % too long are told apart", () => {
    const worst = (claims: readonly Claim[]) => Math.max(...claims.map(errorsOff));
    expect(worst(ample(1.01))).toBeGreaterThan(4);
    expect(worst(single(1.01))).toBeGreaterThan(4);
  });
});
