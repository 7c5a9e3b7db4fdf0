import type { Distribution } from "../../../src/random/distribution.js";
import { erlangA } from "../../../src/statistics/theory/erlang-a.js";
import { erlangC } from "../../../src/statistics/theory/erlang-c.js";
import { finiteLines } from "../../../src/statistics/theory/finite-lines.js";
import { type SteadyState, steadyServiceLevel } from "../../../src/statistics/theory/steady-state.js";
import { steadyFigures } from "../simulated/steady-figures.js";
import { exponential } from "../simulated/steady-scenario.js";
import { lineInTheLongRun } from "../theory/birth-death.js";
import { type Answers, family, type Point } from "./family.js";
import { settled, settlingSeconds, suitableHandleSeconds } from "./settled.js";

/** One queue and one team in figures. */
export interface Line {
  readonly perHour: number;
  readonly handleSeconds: number;
  readonly agents: number;
  readonly withinSeconds: number;
  readonly patienceSeconds?: number;
  readonly lines?: number;
}

/** Erlangs. */
export const load = ({ perHour, handleSeconds }: Line) => (perHour / 3600) * handleSeconds;
const stretched = (line: Line, factor: number): Line => ({
  ...line,
  handleSeconds: line.handleSeconds * factor,
});

function only(figures: Answers, names: readonly string[]): Answers {
  return Object.fromEntries(names.map((name) => [name, figures[name]]));
}

/** The named figures of theory. */
export function exactly(line: Line, names: readonly string[]): Answers {
  const { perHour, handleSeconds, agents, withinSeconds, patienceSeconds, lines } = line;
  const found = lineInTheLongRun(
    {
      rate: perHour / 3600,
      serviceRate: 1 / handleSeconds,
      agents,
      ...(patienceSeconds !== undefined && { hangUpRate: 1 / patienceSeconds }),
      ...(lines !== undefined && { lines }),
    },
    withinSeconds,
  );
  return only(found, names);
}

/** What the product's formulas say, by the names of the answers. */
export function byFormula(state: SteadyState, withinSeconds: number): Answers {
  const level = (counting: "abandoned-miss" | "answered-only" | "ignore-short") =>
    steadyServiceLevel(state, { counting, withinSeconds, underSeconds: 5 });
  return {
    p_block: state.blockedShare,
    p_wait: state.delayedShare,
    p_abandon: state.abandonedShare,
    asa: state.asaSeconds,
    asa_given_wait: state.asaSeconds / state.delayedShare,
    mean_wait_all: state.meanWaitSeconds,
    lq: state.queueLength,
    occupancy: state.occupancyShare,
    sl: level("abandoned-miss"),
    sl_answered: level("answered-only"),
    sl_excl_short: level("ignore-short"),
  };
}

/** Simulates the line, contacts talking so long. */
export function simulated(line: Line, seed: string, talk: Distribution = exponential(line.handleSeconds)) {
  const { perHour, handleSeconds, agents, withinSeconds, patienceSeconds, lines } = line;
  const bounded = patienceSeconds !== undefined || lines !== undefined;
  const simulation = settled(
    [
      {
        perHour,
        talk,
        withinSeconds,
        ...(patienceSeconds !== undefined && { patience: exponential(patienceSeconds) }),
        ...(lines !== undefined && { lines }),
      },
    ],
    {
      seed,
      teams: [{ agents }],
      warmupSeconds: bounded
        ? 20 * handleSeconds + 5 * (patienceSeconds ?? 0)
        : settlingSeconds(load(line), agents, handleSeconds),
    },
  );
  return { ...simulation, figures: steadyFigures(simulation) };
}

/** So many agents, each busy so large a share if all were answered. */
export function at(agents: number, busyShare: number, rest: Omit<Partial<Line>, "agents"> = {}): Line {
  const handleSeconds = rest.handleSeconds ?? suitableHandleSeconds(agents * busyShare);
  const perHour = Math.round((agents * busyShare * 3600) / handleSeconds);
  return {
    perHour,
    handleSeconds,
    agents,
    withinSeconds: Math.max(2, Math.round(handleSeconds / 9)),
    ...rest,
  };
}

/** `85 %`. */
export const percent = (share: number) => `${Math.round(100 * share)} %`;

const PATIENT = ["p_wait", "asa", "asa_given_wait", "lq", "occupancy", "sl"];
const PATIENT_AT: readonly (readonly [number, number])[] = [
  ...([
    [1, 0.3],
    [1, 0.6],
    [1, 0.8],
    [2, 0.5],
    [2, 0.75],
    [2, 0.88],
    [3, 0.6],
    [3, 0.8],
  ] as const),
  ...([
    [4, 0.7],
    [5, 0.6],
    [5, 0.85],
    [7, 0.8],
    [8, 0.9],
    [10, 0.75],
    [10, 0.85],
    [12, 0.9],
  ] as const),
  ...([
    [15, 0.8],
    [20, 0.85],
    [20, 0.92],
    [30, 0.88],
    [40, 0.9],
    [60, 0.92],
    [100, 0.94],
  ] as const),
];

/** M/M/c, callers who never hang up. */
export const patient = family<Line>({
  name: "patient callers",
  truth: "M/M/c: chances of the states by the balance of every cut, waits by first steps (Erlang 1917)",
  points: PATIENT_AT.map(([agents, share]) => ({
    id: `MMC-${agents}-${Math.round(100 * share)}`,
    title: `M/M/${agents} at ${percent(share)}`,
    input: at(agents, share),
  })),
  exact: (line) => exactly(line, PATIENT),
  stretched,
  simulated,
  formula: (line) => {
    const { perHour, handleSeconds, agents, withinSeconds } = line;
    return only(
      byFormula(erlangC({ ratePerSecond: perHour / 3600, handleSeconds }, agents), withinSeconds),
      PATIENT,
    );
  },
});

const HANG_UPS = [
  ...["p_wait", "p_abandon", "asa", "mean_wait_all", "lq"],
  ...["occupancy", "sl", "sl_answered", "sl_excl_short"],
];
/** Agents, load an agent, mean patience over mean handle time. */
const HANG_UPS_AT: readonly (readonly [number, number, number])[] = [
  ...([
    [1, 0.7, 1],
    [1, 1.5, 0.5],
    [2, 0.9, 2],
    [2, 1.2, 0.2],
    [3, 1, 1],
    [4, 0.8, 0.5],
  ] as const),
  ...([
    [5, 0.95, 1],
    [5, 1.4, 0.3],
    [6, 1.1, 3],
    [8, 0.9, 0.25],
    [8, 1.05, 1],
    [10, 0.8, 1],
  ] as const),
  ...([
    [10, 1, 0.5],
    [10, 1.2, 2],
    [12, 0.95, 0.7],
    [15, 1, 1],
    [20, 0.9, 1],
    [20, 1.1, 0.5],
  ] as const),
  ...([
    [25, 1, 2],
    [30, 0.95, 0.5],
    [40, 1.05, 1],
    [50, 0.98, 2],
    [80, 1, 0.6],
    [100, 1.05, 1],
  ] as const),
];

/** M/M/c+M, Erlang A. */
export const hangUps = family<Line>({
  name: "callers who hang up",
  truth: "M/M/c+M: states by the balance of every cut, waits by first steps and uniformization (Palm 1957)",
  points: HANG_UPS_AT.map(([agents, share, patience]) => {
    const line = at(agents, share);
    return {
      id: `MMCM-${agents}-${Math.round(100 * share)}-${patience}`,
      title: `M/M/${agents}+M at ${percent(share)}, patience ${patience} of handling`,
      input: { ...line, patienceSeconds: line.handleSeconds * patience },
    };
  }),
  exact: (line) => exactly(line, HANG_UPS),
  stretched,
  morePatient: (line, factor) => ({ ...line, patienceSeconds: (line.patienceSeconds ?? 0) * factor }),
  simulated,
  formula: (line) => {
    const { perHour, handleSeconds, agents, withinSeconds, patienceSeconds = 0 } = line;
    const state = erlangA({ ratePerSecond: perHour / 3600, handleSeconds }, agents, patienceSeconds);
    return only(byFormula(state, withinSeconds), HANG_UPS);
  },
});

const LINES = ["p_block", "p_wait", "asa", "mean_wait_all", "lq", "occupancy", "sl"];
const LINES_WITH_HANG_UPS = [...LINES, "p_abandon", "sl_answered"];
const linesFigures = ({ patienceSeconds }: Line) =>
  patienceSeconds === undefined ? LINES : LINES_WITH_HANG_UPS;
/** Agents, load an agent, lines, and mean patience over mean handle time where callers hang up. */
const LINES_AT: readonly (readonly [number, number, number, number?])[] = [
  ...([
    [1, 0.8, 3],
    [1, 1.3, 5],
    [2, 0.9, 4],
    [3, 1, 5],
    [3, 1.3, 4],
    [5, 0.9, 8],
    [5, 1.2, 15],
  ] as const),
  ...([
    [8, 1, 10],
    [10, 0.95, 20],
    [12, 1.1, 16],
    [20, 1, 30],
    [40, 1, 50],
  ] as const),
  ...([
    [1, 1.2, 3, 1],
    [2, 1.5, 6, 0.5],
    [4, 1.1, 6, 2],
    [6, 1.2, 9, 1],
    [10, 1.3, 14, 0.5],
  ] as const),
  ...([
    [15, 1, 20, 2],
    [20, 1.2, 25, 1],
    [50, 1.05, 56, 1],
  ] as const),
];

/** M/M/c/K and M/M/c/K+M. */
export const finite = family<Line>({
  name: "few lines",
  truth: "M/M/c/K and M/M/c/K+M: states by the balance of every cut, waits by first steps",
  points: LINES_AT.map(([agents, share, lines, patience]): Point<Line> => {
    const line = at(agents, share);
    return {
      id: `MMCK-${agents}-${Math.round(100 * share)}-${lines}${patience === undefined ? "" : `-${patience}`}`,
      title: `M/M/${agents}/${lines}${patience === undefined ? "" : "+M"} at ${percent(share)}`,
      input: {
        ...line,
        lines,
        ...(patience !== undefined && { patienceSeconds: line.handleSeconds * patience }),
      },
    };
  }),
  exact: (line) => exactly(line, linesFigures(line)),
  stretched,
  simulated,
  formula: (line) => {
    const { perHour, handleSeconds, agents, withinSeconds, lines = 0, patienceSeconds } = line;
    const workload = { ratePerSecond: perHour / 3600, handleSeconds };
    const state = finiteLines(workload, agents, lines, patienceSeconds ?? Number.POSITIVE_INFINITY);
    return only(byFormula(state, withinSeconds), linesFigures(line));
  },
});
