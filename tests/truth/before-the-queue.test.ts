import { describe, expect, test } from "vitest";
import type { Queue } from "../../src/scenario/queue.js";
import type { Figure } from "../../src/statistics/summary.js";
import { erlangC } from "../../src/statistics/theory/erlang-c.js";
import { errorsOff } from "./simulated/claims.js";
import { Simulation } from "./simulated/simulation.js";
import { exponential, steadyScenario } from "./simulated/steady-scenario.js";

const HANDLE_SECONDS = 120;
const AGENTS = 5;

/** Figures of one queue in the long run, each beside what theory says. */
function claims(
  queue: Partial<Queue> & { readonly ratePerSecond: number },
  stretch: number,
  seed: string,
  truths: Readonly<Record<string, number>>,
) {
  const { summary, samples } = new Simulation(
    steadyScenario([{ ...queue, talk: exponential(HANDLE_SECONDS * stretch) }], {
      warmupSeconds: 86_400,
      teams: [{ agents: AGENTS }],
      seed: `${seed} ${stretch}`,
    }),
  );
  const figures: Readonly<Record<string, Figure>> = {
    ...summary.queues[0].figures,
    occupancy: summary.teams[0].figures["occupancy"],
  };
  return Object.entries(truths).map(([name, truth]) => ({
    name,
    off: errorsOff({ name, reached: figures[name], truth, samples: samples.length, doubt: 1e-9 * truth }),
  }));
}

const rateOf = (load: number) => load / HANDLE_SECONDS;

/** Mean wait of M/M/n. */
const erlangWait = (load: number) =>
  erlangC({ ratePerSecond: rateOf(load), handleSeconds: HANDLE_SECONDS }, AGENTS).asaSeconds;

/**
 * Poisson arrivals are still Poisson after endlessly many servers, and so is any share of them (Mirasol
 * 1963): the queue is M/M/n with seven tenths of the arrivals.
 */
const thinned = (stretch: number) =>
  claims(
    {
      ratePerSecond: rateOf(4) / 0.7,
      selfService: {
        time: exponential(300),
        containsShare: 0.3,
        harderShare: 0,
        reachesShare: 1,
        always: false,
      },
    },
    stretch,
    "thinned",
    { containment: 0.3, asa: erlangWait(4), occupancy: 4 / AGENTS },
  );

/** Nobody joins who expects (waiting + 1) x 120 / 5 above 100 s: room for four, M/M/5/9. */
const announced = (stretch: number) => {
  const terms = [1];
  for (let number = 1; number <= AGENTS + 4; number++) {
    terms.push((terms[number - 1] * 4.5) / Math.min(number, AGENTS));
  }
  const sum = terms.reduce((total, one) => total + one, 0);
  const chance = terms.map((one) => one / sum);
  const waiting = chance.reduce((all, one, number) => all + Math.max(0, number - AGENTS) * one, 0);
  const balkedRate = chance[AGENTS + 4];
  const announce = { overSeconds: 100, leave: [{ overSeconds: 0, share: 1 }], patienceFactor: 1 };
  // The expected wait is told at the stated handle time; only the talk itself is stretched.
  const talkers = { ratePerSecond: rateOf(4.5), announce: { ...announce, overSeconds: 100 * stretch } };
  return claims(talkers, stretch, "announced", {
    balkedRate,
    asa: waiting / (rateOf(4.5) * (1 - balkedRate)),
    occupancy: (4.5 * (1 - balkedRate)) / AGENTS,
  });
};

/** Everybody is called back whose turn comes, at once and with success: the waits are those of M/M/n. */
const calledBack = (stretch: number) => {
  const load = 4;
  const wait = erlangWait(load);
  const { delayedShare } = erlangC({ ratePerSecond: rateOf(load), handleSeconds: HANDLE_SECONDS }, AGENTS);
  return claims(
    {
      ratePerSecond: rateOf(load),
      callback: {
        overSeconds: 0,
        acceptShare: 1,
        reachShare: 1,
        attempts: 1,
        retrySeconds: 60,
        dialSeconds: 0,
      },
    },
    stretch,
    "called back",
    { callbackWait: wait / delayedShare, occupancy: load / AGENTS, aht: HANDLE_SECONDS },
  );
};

describe("in the long run, within four standard errors", () => {
  test.each([
    ["arrivals after self-service are a thinner stream of the same kind", thinned],
    ["callers who leave on hearing a wait above a limit leave as from a room of so many places", announced],
    ["callers who all are called back at once wait as long as on the line", calledBack],
  ])("%s; and handling 1 % longer is told apart", (_name, of) => {
    for (const { name, off } of of(1)) expect(off, name).toBeLessThan(4);
    expect(Math.max(...of(1.01).map(({ off }) => off))).toBeGreaterThan(4);
  });
});
