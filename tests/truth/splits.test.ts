import { describe, expect, test } from "vitest";
import { erlangC } from "../../src/statistics/theory/erlang-c.js";
import { type Claim, errorsOff } from "./simulated/claims.js";
import { Simulation } from "./simulated/simulation.js";
import { exponential, steadyScenario } from "./simulated/steady-scenario.js";

const HANDLE_SECONDS = 120;
const RATE = 0.12;
const AGENTS = [11, 7];

function claim(name: string, reached: Claim["reached"], truth: number, samples: { length: number }): Claim {
  return { name, reached, truth, samples: samples.length, doubt: 1e-9 * truth };
}

/**
 * Shares of a Poisson stream are Poisson streams, and have nothing to do with each other: two M/M/c, with
 * lambda * p each. Theory may be told another share, or shorter handle times, than are simulated.
 */
function splitInTwo(told: number, { share = told, stretch = 1 } = {}): Claim[] {
  const talk = exponential(HANDLE_SECONDS * stretch);
  // A trickle of their own: the sum of two Poisson streams is one.
  const own = RATE / 100;
  const base = steadyScenario(
    [
      { ratePerSecond: own, talk },
      { ratePerSecond: own, talk },
      { ratePerSecond: RATE, talk },
    ],
    {
      warmupSeconds: 86_400,
      teams: AGENTS.map((agents, index) => ({ agents, skills: [`q${index}`] })),
      seed: `split ${share}`,
      contacts: 6e5,
    },
  );
  const among = [
    { queue: "q0", share },
    { queue: "q1", share: 1 - share },
  ];
  const queues = base.queues.map((queue, index) =>
    index === 2 ? { ...queue, handle: {}, split: { by: "shares" as const, among } } : queue,
  );
  const { summary, samples } = new Simulation({ ...base, queues });
  return [told, 1 - told].flatMap((toldShare, index) => {
    const { figures } = summary.queues[index];
    const ratePerSecond = RATE * toldShare + own;
    const truth = erlangC({ ratePerSecond, handleSeconds: HANDLE_SECONDS }, AGENTS[index]);
    return [
      claim(`q${index} asa`, figures.asa, truth.asaSeconds, samples),
      claim(`q${index} routedIn`, figures.routedIn, RATE * toldShare * samples[0].seconds, samples),
    ];
  });
}

describe("a Poisson stream that is split by shares", () => {
  test.each(splitInTwo(0.6))("$name is that of Erlang C", (one) => {
    expect(errorsOff(one)).toBeLessThan(4);
  });

  const worst = (claims: readonly Claim[], figure: string) =>
    Math.max(...claims.filter(({ name }) => name.endsWith(figure)).map((one) => errorsOff(one)));

  test("is caught where one contact in a hundred goes the other way", () => {
    expect(worst(splitInTwo(0.6, { share: 0.61 }), "routedIn")).toBeGreaterThan(4);
  });

  test("is caught where waits are those of handle times 5 % too long", () => {
    expect(worst(splitInTwo(0.6, { stretch: 1.05 }), "asa")).toBeGreaterThan(4);
  });
});
