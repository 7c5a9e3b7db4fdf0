import { describe, expect, test } from "vitest";
import type { Distribution } from "../../src/random/distribution.js";
import { erlangC } from "../../src/statistics/theory/erlang-c.js";
import { type Claim, errorsOff } from "./simulated/claims.js";
import { Simulation } from "./simulated/simulation.js";
import { exponential, steadyScenario } from "./simulated/steady-scenario.js";

const HANDLE_SECONDS = 120;
const RATE = 0.05;
const CONTACTS = 6e5;

function claim(
  name: string,
  reached: Claim["reached"],
  truth: number,
  { length }: { length: number },
): Claim {
  return { name, reached, truth, samples: length, doubt: 1e-9 * truth };
}

/** The mean wait of M/M/c. */
function erlangWait(ratePerSecond: number, agents: number): number {
  return erlangC({ ratePerSecond, handleSeconds: HANDLE_SECONDS }, agents).asaSeconds;
}

/**
 * Customers who call again after an exponential time, again and again: a Jackson network of an M/M/c and of
 * endlessly many places to wait at home (Jackson, Jobshop-like queueing systems, 1963). In product form the
 * M/M/c is as if calls came in Poisson at rate / (1 - chance), though they do not.
 */
function repeats(chance: number, stretch = 1, after: Distribution = exponential(1800)): Claim[] {
  const agents = 10;
  const scenario = steadyScenario(
    [
      {
        ratePerSecond: RATE,
        talk: exponential(HANDLE_SECONDS * stretch),
        after: { repeat: { chance, after } },
      },
    ],
    { warmupSeconds: 86_400, teams: [{ agents }], seed: `repeats ${chance}`, contacts: CONTACTS },
  );
  const { summary, samples } = new Simulation(scenario);
  const { figures } = summary.queues[0];
  const effective = RATE / (1 - chance);
  const seconds = samples[0].seconds;
  return [
    claim("asa", figures.asa, erlangWait(effective, agents), samples),
    claim("offered", figures.offered, effective * seconds, samples),
    claim("repeats", figures.repeats, (effective - RATE) * seconds, samples),
    claim("firstContactResolution", figures.firstContactResolution, 1 - chance, samples),
    claim("occupancy", summary.teams[0].figures.occupancy, (effective * HANDLE_SECONDS) / agents, samples),
  ];
}

/** M/M/c to M/M/c in tandem: what leaves the first comes to the second in Poisson (Burke, 1956). */
function tandem(chance: number, stretch = 1): Claim[] {
  const agents = [8, chance === 1 ? 9 : 6];
  const talk = exponential(HANDLE_SECONDS * stretch);
  const scenario = steadyScenario(
    [
      { ratePerSecond: RATE, talk, after: { transfer: [{ to: "q1", chance }] } },
      // A trickle of its own: the sum of two Poisson streams is one.
      { ratePerSecond: RATE / 10, talk },
    ],
    {
      warmupSeconds: 86_400,
      teams: agents.map((count, index) => ({ agents: count, skills: [`q${index}`] })),
      seed: `tandem ${chance}`,
      contacts: CONTACTS,
    },
  );
  const { summary, samples } = new Simulation(scenario);
  const [first, second] = summary.queues;
  const into = RATE * chance + RATE / 10;
  const seconds = samples[0].seconds;
  return [
    claim("first asa", first.figures.asa, erlangWait(RATE, agents[0]), samples),
    claim("second asa", second.figures.asa, erlangWait(into, agents[1]), samples),
    claim("transferred out", first.figures.transferredOut, RATE * chance * seconds, samples),
    claim("transferred in", second.figures.transferredIn, RATE * chance * seconds, samples),
  ];
}

/** Complaints with endlessly many in charge: how long until one is solved is a geometric sum. */
function complaints(solved: number, stretch = 1): Claim[] {
  // Not long: a complaint open at the end of time is one of the slow ones, and not among those solved.
  const again = 300;
  const scenario = steadyScenario(
    [
      {
        ratePerSecond: RATE,
        talk: exponential(HANDLE_SECONDS),
        after: { complaint: { to: "q1", chance: 0.2, solved, again: exponential(again) } },
      },
      { ratePerSecond: 0, talk: exponential(HANDLE_SECONDS * stretch) },
    ],
    {
      warmupSeconds: 86_400,
      teams: [
        { agents: 60, skills: ["q0"] },
        { agents: 60, skills: ["q1"] },
      ],
      seed: `complaints ${solved}`,
      contacts: CONTACTS,
    },
  );
  const { summary, samples } = new Simulation(scenario);
  const looks = 1 / solved;
  const { timeToSolution, complaints: raised } = summary.queues[0].figures;
  const truth = looks * HANDLE_SECONDS + (looks - 1) * again;
  return [
    claim("time to solution", timeToSolution, truth, samples),
    claim("complaints", raised, RATE * 0.2 * samples[0].seconds, samples),
    claim("looks", summary.queues[1].figures.offered, RATE * 0.2 * looks * samples[0].seconds, samples),
  ];
}

describe("what comes of contacts agrees within four standard errors with theory", () => {
  test.each([
    ["customers who call again, three in ten", () => repeats(0.3)],
    [
      "customers who call again after a fixed time: the product form does not ask",
      () => repeats(0.2, 1, { kind: "constant", seconds: 1800 }),
    ],
    ["callers who all go on to another queue", () => tandem(1)],
    ["callers of whom six in ten go on", () => tandem(0.6)],
    ["complaints of which half are solved by each contact", () => complaints(0.5)],
  ])("%s", (_name, claims) => {
    for (const one of claims()) {
      expect(errorsOff(one), `${one.name}: ${one.reached.mean}, ${one.truth}`).toBeLessThan(4);
    }
  });

  test("contacts that take 1 % too long, or another chance, are told apart", () => {
    const worst = (claims: readonly Claim[]) => Math.max(...claims.map(errorsOff));
    expect(worst(repeats(0.3, 1.01))).toBeGreaterThan(4);
    expect(worst(tandem(0.6, 1.01))).toBeGreaterThan(4);
    const mistaken = repeats(0.31).map((one, index) => ({ ...one, truth: repeats(0.3)[index].truth }));
    expect(worst(mistaken)).toBeGreaterThan(4);
    expect(worst(complaints(0.5, 3))).toBeGreaterThan(4);
  });
});
