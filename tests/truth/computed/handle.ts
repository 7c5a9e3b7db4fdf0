import { steadyFigures } from "../simulated/steady-figures.js";
import {
  constantHandle,
  type HandleTime,
  momentsOf,
  oneAgent,
  stagedHandle,
  twoKindsHandle,
} from "../theory/handle-times.js";
import { drawn } from "./drawn.js";
import { family } from "./family.js";
import { settled, settlingSeconds, suitableHandleSeconds } from "./settled.js";

interface Handled {
  readonly perHour: number;
  readonly agents: number;
  readonly handle: HandleTime;
  /** Longest line that the chain looks at; without a chain, none. */
  readonly longest?: number;
}

function stretched(input: Handled, factor: number): Handled {
  const { handle } = input;
  if (handle.kind === "two-kinds") {
    const [one, other] = handle.meansSeconds;
    return { ...input, handle: { ...handle, meansSeconds: [one * factor, other * factor] } };
  }
  return { ...input, handle: { ...handle, meanSeconds: handle.meanSeconds * factor } };
}

function simulated({ perHour, agents, handle }: Handled, seed: string) {
  const [meanSeconds, square] = momentsOf(handle);
  const load = (perHour / 3600) * meanSeconds;
  // Handle times that vary more make a longer memory.
  const spread = Math.max(1, square / meanSeconds ** 2);
  const simulation = settled([{ perHour, talk: drawn(handle) }], {
    seed,
    teams: [{ agents }],
    warmupSeconds: spread * settlingSeconds(load, agents, meanSeconds),
  });
  return { ...simulation, figures: steadyFigures(simulation) };
}

const ONE_AT: readonly (readonly [busyShare: number, HandleTime])[] = [
  [0.5, { kind: "constant", meanSeconds: 1 }],
  [0.8, { kind: "constant", meanSeconds: 1 }],
  [0.6, { kind: "erlang", meanSeconds: 1, stages: 2 }],
  [0.85, { kind: "erlang", meanSeconds: 1, stages: 5 }],
  [0.5, { kind: "lognormal", meanSeconds: 1, cv: 0.6 }],
  [0.7, { kind: "lognormal", meanSeconds: 1, cv: 0.9 }],
  [0.6, { kind: "gamma", meanSeconds: 1, cv: 0.5 }],
  [0.7, { kind: "gamma", meanSeconds: 1, cv: 1.4 }],
  [0.75, { kind: "uniform", meanSeconds: 1, halfWidth: 1 }],
  [0.8, { kind: "uniform", meanSeconds: 1, halfWidth: 0.4 }],
  [0.6, { kind: "two-kinds", share: 0.8, meansSeconds: [0.6, 2.6] }],
  [0.75, { kind: "two-kinds", share: 0.5, meansSeconds: [0.3, 1.7] }],
];

const timed = (handle: HandleTime, seconds: number): HandleTime =>
  stretched({ perHour: 0, agents: 0, handle }, seconds).handle;

/** M/G/1. */
export const single = family<Handled>({
  name: "one agent, any handle time",
  truth: "M/G/1: Pollaczek and Khinchine 1930, and Takacs 1962 for the second moment",
  points: ONE_AT.map(([busyShare, handle]) => ({
    id: `MG1-${handle.kind}-${Math.round(100 * busyShare)}`,
    title: `M/G/1 at ${Math.round(100 * busyShare)} %, ${handle.kind} handling`,
    input: {
      perHour: Math.round((3600 * busyShare) / 12),
      agents: 1,
      handle: timed(handle, 12),
    },
  })),
  exact: ({ perHour, handle }) => {
    const { occupancy, p_wait, asa, asa_given_wait, lq, wq_second_moment } = oneAgent(perHour / 3600, handle);
    return { occupancy, p_wait, asa, asa_given_wait, lq, wq_second_moment };
  },
  stretched,
  simulated,
});

const SEVERAL_AT: readonly (readonly [agents: number, busyShare: number, HandleTime, longest?: number])[] = [
  [2, 0.8, { kind: "constant", meanSeconds: 1 }],
  [3, 0.7, { kind: "constant", meanSeconds: 1 }],
  [6, 0.85, { kind: "constant", meanSeconds: 1 }],
  [10, 0.9, { kind: "constant", meanSeconds: 1 }],
  [25, 0.92, { kind: "constant", meanSeconds: 1 }],
  [2, 0.75, { kind: "erlang", meanSeconds: 1, stages: 2 }, 120],
  [3, 0.8, { kind: "erlang", meanSeconds: 1, stages: 3 }, 120],
  [4, 0.85, { kind: "erlang", meanSeconds: 1, stages: 2 }, 180],
  [6, 0.8, { kind: "erlang", meanSeconds: 1, stages: 2 }, 120],
  [2, 0.7, { kind: "two-kinds", share: 0.8, meansSeconds: [0.6, 2.6] }, 160],
  [3, 0.8, { kind: "two-kinds", share: 0.5, meansSeconds: [0.3, 1.7] }, 220],
  [5, 0.75, { kind: "two-kinds", share: 0.9, meansSeconds: [0.75, 3.25] }, 200],
];

/** M/D/c, M/E_k/c, M/H2/c. */
export const several = family<Handled>({
  name: "several agents, other handle times",
  truth: "M/D/c by Crommelin's recursion 1932; M/E_k/c and M/H2/c by the states of their phases",
  points: SEVERAL_AT.map(([agents, busyShare, handle, longest]) => {
    const seconds = suitableHandleSeconds(agents * busyShare);
    return {
      id: `MGC-${handle.kind}-${agents}-${Math.round(100 * busyShare)}`,
      title: `M/G/${agents} at ${Math.round(100 * busyShare)} %, ${handle.kind} handling`,
      input: {
        perHour: Math.round((3600 * agents * busyShare) / seconds),
        agents,
        handle: timed(handle, seconds),
        ...(longest !== undefined && { longest }),
      },
    };
  }),
  exact: ({ perHour, agents, handle, longest = 0 }) => {
    const rate = perHour / 3600;
    if (handle.kind === "constant") return constantHandle(rate, agents, handle.meanSeconds);
    if (handle.kind === "erlang") return stagedHandle(rate, agents, handle, longest);
    if (handle.kind === "two-kinds") return twoKindsHandle(rate, agents, handle, longest);
    throw new Error(`no theory for ${handle.kind} handling by several agents`);
  },
  stretched,
  simulated,
});
