import { describe, expect, test } from "vitest";
import type { Figure } from "../../src/statistics/summary.js";
import { errorsOff } from "./simulated/claims.js";
import { Simulation } from "./simulated/simulation.js";
import { exponential, type SteadyQueue, steadyScenario } from "./simulated/steady-scenario.js";

const HANDLE_SECONDS = 120;

/** Figures of one queue served by one team of so many agents, in the long run. */
function simulated(queue: Omit<SteadyQueue, "talk">, agents: number, stretch: number, seed: string) {
  const { summary, samples } = new Simulation(
    steadyScenario([{ ...queue, talk: exponential(HANDLE_SECONDS * stretch) }], {
      warmupSeconds: 86_400,
      teams: [{ agents }],
      seed: `${seed} ${stretch}`,
    }),
  );
  const { balkedRate, asa, aht } = summary.queues[0].figures;
  const { occupancy, contactsAtOnce } = summary.teams[0].figures;
  const figures: Record<string, Figure> = { balkedRate, asa, aht, occupancy, contactsAtOnce };
  return (truths: Readonly<Record<string, number>>) =>
    Object.entries(truths).map(([name, truth]) => ({
      name,
      off: errorsOff({ name, reached: figures[name], truth, samples: samples.length, doubt: 1e-9 * truth }),
    }));
}

/** Chances of each number of contacts in a queue of so many agents with room for so many to wait. */
function chances(load: number, agents: number, room: number): number[] {
  const terms = [1];
  for (let number = 1; number <= agents + room; number++) {
    terms.push((terms[number - 1] * load) / Math.min(number, agents));
  }
  const sum = terms.reduce((total, one) => total + one, 0);
  return terms.map((one) => one / sum);
}

/** A rate at which so much work comes that many agents are busy. */
const rateOf = (load: number) => load / HANDLE_SECONDS;

/** Nobody is there twice: the mean wait of M/M/n, Erlang 1917. */
function waitOf(load: number, agents: number): number {
  const states = chances(load, agents, 5000);
  const waiting = states.reduce((sum, chance, number) => sum + Math.max(0, number - agents) * chance, 0);
  return waiting / rateOf(load);
}

const several = (stretch: number) =>
  simulated(
    { ratePerSecond: rateOf(4.8), channel: "chat", concurrency: 3 },
    2,
    stretch,
    "several",
  )({
    asa: waitOf(4.8, 6),
    aht: HANDLE_SECONDS,
  });

/**
 * One agent whose chats share the time equally, at most three: in the system are as many as in M/M/1, for the
 * agent works at full speed whenever there is one (Kleinrock 1967, Time-shared systems).
 */
const shared = (stretch: number) => {
  const [load, most] = [0.8, 3];
  const atOnce = (1 - load ** most) / (1 - load);
  return simulated(
    { ratePerSecond: rateOf(load), channel: "chat", concurrency: most, slowdown: 1 },
    1,
    stretch,
    "shared",
  )({
    occupancy: load,
    contactsAtOnce: atOnce,
    aht: (load * atOnce) / rateOf(load),
    asa: load ** (most + 1) / (1 - load) / rateOf(load),
  });
};

/** Two agents and three seats: who finds five in the shop goes away, M/M/2/5. */
const seated = (stretch: number) => {
  const states = chances(1.7, 2, 3);
  const waiting = states.reduce((sum, chance, number) => sum + Math.max(0, number - 2) * chance, 0);
  const stays = 1 - states[5];
  return simulated(
    { ratePerSecond: rateOf(1.7), channel: "visit", seats: 3 },
    2,
    stretch,
    "seated",
  )({
    balkedRate: states[5],
    asa: waiting / (rateOf(1.7) * stays),
    occupancy: (1.7 * stays) / 2,
  });
};

describe("in the long run, within four standard errors", () => {
  test.each([
    ["agents with three chats each are as three times as many", several],
    ["an agent whose chats share the time equally is a processor that is shared", shared],
    ["visitors go away as often as all agents and seats are taken", seated],
  ])("%s; and handling 1 % longer is told apart", (_name, claims) => {
    for (const { name, off } of claims(1)) expect(off, name).toBeLessThan(4);
    expect(Math.max(...claims(1.01).map(({ off }) => off))).toBeGreaterThan(4);
  });
});
