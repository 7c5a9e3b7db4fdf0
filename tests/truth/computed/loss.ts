import { erlangB } from "../../../src/statistics/theory/erlang-b.js";
import type { HandleTime } from "../theory/handle-times.js";
import { drawn } from "./drawn.js";
import { family } from "./family.js";
import { at, exactly, type Line, load, percent, simulated } from "./one-line.js";

interface Loss extends Line {
  readonly handle: HandleTime;
}

const LOSS = ["p_block", "carried"];
const LOSS_AT: readonly (readonly [number, number, HandleTime])[] = [
  [1, 0.5, { kind: "exponential", meanSeconds: 1 }],
  [1, 2, { kind: "constant", meanSeconds: 1 }],
  [2, 0.6, { kind: "lognormal", meanSeconds: 1, cv: 1.2 }],
  [3, 1, { kind: "uniform", meanSeconds: 1, halfWidth: 0.8 }],
  [4, 0.8, { kind: "erlang", meanSeconds: 1, stages: 3 }],
  [5, 1.2, { kind: "two-kinds", share: 0.7, meansSeconds: [0.5, 13 / 6] }],
  [6, 0.9, { kind: "gamma", meanSeconds: 1, cv: 0.5 }],
  [8, 0.7, { kind: "constant", meanSeconds: 1 }],
  [10, 1, { kind: "lognormal", meanSeconds: 1, cv: 0.7 }],
  [12, 0.85, { kind: "two-kinds", share: 0.5, meansSeconds: [0.2, 1.8] }],
  [15, 1.1, { kind: "erlang", meanSeconds: 1, stages: 2 }],
  [20, 0.9, { kind: "gamma", meanSeconds: 1, cv: 1.5 }],
  [30, 1, { kind: "exponential", meanSeconds: 1 }],
  [50, 0.95, { kind: "uniform", meanSeconds: 1, halfWidth: 0.5 }],
  [100, 0.98, { kind: "lognormal", meanSeconds: 1, cv: 1 }],
];

/** M/G/c/c: no waiting room; whatever the handle times, only their mean counts. */
export const loss = family<Loss>({
  name: "no waiting room",
  truth: "M/G/c/c: states of M/M/c/c by the balance of every cut; of the handle time only the mean counts",
  points: LOSS_AT.map(([agents, share, handle]) => ({
    id: `MGCC-${agents}-${Math.round(100 * share)}-${handle.kind}`,
    title: `M/G/${agents}/${agents} at ${percent(share)}, ${handle.kind} handling`,
    input: { ...at(agents, share), lines: agents, handle },
  })),
  exact: (line) => exactly(line, LOSS),
  stretched: (line, factor) => ({ ...line, handleSeconds: line.handleSeconds * factor }),
  simulated: (line, seed) => simulated(line, seed, drawn(line.handle, line.handleSeconds)),
  formula: (line) => {
    const p_block = erlangB(load(line), line.agents);
    return { p_block, carried: load(line) * (1 - p_block) };
  },
});
