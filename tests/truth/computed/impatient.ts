import { generalPatience } from "../../../src/statistics/theory/general-patience.js";
import { steadyFigures } from "../simulated/steady-figures.js";
import { exponential } from "../simulated/steady-scenario.js";
import { type ImpatientLine, impatientInTheLongRun, type Patience } from "../theory/impatience.js";
import { drawnPatience } from "./drawn.js";
import { type Answers, family } from "./family.js";
import { byFormula } from "./one-line.js";
import { settled, suitableHandleSeconds } from "./settled.js";

interface Impatient {
  readonly perHour: number;
  readonly handleSeconds: number;
  readonly agents: number;
  readonly withinSeconds: number;
  readonly patience: Patience;
}

const FIGURES = [
  ...["p_wait", "p_abandon", "asa", "mean_wait_all", "lq"],
  ...["occupancy", "sl", "sl_answered", "sl_excl_short"],
];

const only = (figures: Answers, names: readonly string[]): Answers =>
  Object.fromEntries(names.map((name) => [name, figures[name]]));

const line = ({ perHour, handleSeconds, agents, patience }: Impatient): ImpatientLine => ({
  ratePerSecond: perHour / 3600,
  handleSeconds,
  agents,
  patience,
});

const stretched = <Input extends Impatient>(input: Input, factor: number): Input => ({
  ...input,
  handleSeconds: input.handleSeconds * factor,
});

/** Patience with its times in parts of the mean handle time. */
type Relative = (handleSeconds: number) => Patience;

const never: Relative = (h) => ({ kind: "constant", seconds: 0.3 * h });
const AT: readonly (readonly [name: string, agents: number, busyShare: number, Relative])[] = [
  ["constant", 3, 1.1, never],
  ["constant", 10, 1, (h) => ({ kind: "constant", seconds: 0.5 * h })],
  ["constant", 25, 1.05, (h) => ({ kind: "constant", seconds: 0.2 * h })],
  ["uniform", 4, 1, (h) => ({ kind: "uniform", minSeconds: 0, maxSeconds: 2 * h })],
  ["uniform", 12, 1.1, (h) => ({ kind: "uniform", minSeconds: 0.2 * h, maxSeconds: 0.8 * h })],
  ["erlang", 2, 1.2, (h) => ({ kind: "erlang", meanSeconds: h, stages: 3 })],
  ["erlang", 8, 0.95, (h) => ({ kind: "erlang", meanSeconds: 0.5 * h, stages: 2 })],
  ["erlang", 20, 1.08, (h) => ({ kind: "erlang", meanSeconds: h, stages: 4 })],
  ["weibull", 5, 1.05, (h) => ({ kind: "weibull", meanSeconds: h, shape: 2 })],
  ["weibull", 15, 1, (h) => ({ kind: "weibull", meanSeconds: 0.5 * h, shape: 0.5 })],
  ["two kinds", 6, 1.1, (h) => ({ kind: "two-kinds", share: 0.4, meansSeconds: [0.1 * h, 2 * h] })],
  ["two kinds", 30, 1.03, (h) => ({ kind: "two-kinds", share: 0.2, meansSeconds: [0.05 * h, h] })],
];

function at(agents: number, busyShare: number, patience: Relative): Impatient {
  const handleSeconds = suitableHandleSeconds(agents * busyShare);
  const perHour = Math.round((agents * busyShare * 3600) / handleSeconds);
  const withinSeconds = Math.max(2, Math.round(handleSeconds / 9));
  return { perHour, handleSeconds, agents, withinSeconds, patience: patience(handleSeconds) };
}

/** M/M/c+G: patience of other kinds than exponential. */
export const impatient = family<Impatient>({
  name: "patience of any kind",
  truth: "M/M/c+G: density of the offered wait, integrated (Baccelli and Hebuterne 1981)",
  points: AT.map(([name, agents, busyShare, patience]) => ({
    id: `MMCG-${name.replace(" ", "-")}-${agents}`,
    title: `M/M/${agents}+G at ${Math.round(100 * busyShare)} %, ${name} patience`,
    input: at(agents, busyShare, patience),
  })),
  exact: (input) => only(impatientInTheLongRun(line(input), input.withinSeconds), FIGURES),
  stretched,
  simulated: (input, seed) => {
    const { perHour, handleSeconds, agents, withinSeconds, patience } = input;
    const simulation = settled(
      [{ perHour, talk: exponential(handleSeconds), withinSeconds, patience: drawnPatience(patience) }],
      { seed, teams: [{ agents }], warmupSeconds: 30 * handleSeconds },
    );
    return { ...simulation, figures: steadyFigures(simulation) };
  },
  formula: (input) => {
    const { agents, withinSeconds, patience } = input;
    return only(
      byFormula(generalPatience(line(input), agents, drawnPatience(patience)), withinSeconds),
      FIGURES,
    );
  },
});

interface Relieved extends Impatient {
  readonly overflowSeconds: number;
  readonly patienceSeconds?: number;
}

/** Agents, load an agent, and in parts of the mean handle time: overflow after, mean patience if any. */
const RELIEVED_AT: readonly (readonly [number, number, number, number?])[] = [
  ...([
    [2, 0.9, 0.5],
    [4, 1.1, 0.3],
    [8, 1, 0.25],
    [15, 1.1, 0.15],
    [30, 1, 0.1],
  ] as const),
  ...([
    [3, 1.2, 0.5, 1],
    [6, 1.1, 0.3, 0.5],
    [12, 1.15, 0.4, 2],
    [25, 1.1, 0.2, 0.7],
  ] as const),
];

/**
 * Overflow after a fixed wait to agents of whom one is always free: for the first team it is as if patience
 * ended then.
 */
export const relieved = family<Relieved>({
  name: "overflow after a delay",
  truth: "M/M/c+G with patience cut at the delay: who reaches it goes to agents of whom one is always free",
  points: RELIEVED_AT.map(([agents, busyShare, after, patience]) => {
    const { handleSeconds: h, ...rest } = at(agents, busyShare, never);
    const overflowSeconds = after * h;
    const patienceSeconds = patience === undefined ? undefined : patience * h;
    return {
      id: `OVERFLOW-${agents}-${after}${patience === undefined ? "" : `-${patience}`}`,
      title: `M/M/${agents} at ${Math.round(100 * busyShare)} %, overflow after ${after} of handling`,
      input: {
        ...rest,
        handleSeconds: h,
        overflowSeconds,
        ...(patienceSeconds !== undefined && { patienceSeconds }),
        patience:
          patienceSeconds === undefined
            ? { kind: "constant", seconds: overflowSeconds }
            : { kind: "exponential-until", meanSeconds: patienceSeconds, seconds: overflowSeconds },
      },
    };
  }),
  exact: (input) => {
    const { patienceSeconds, overflowSeconds } = input;
    const state = impatientInTheLongRun(line(input), input.withinSeconds);
    // Hang-ups come at the rate 1 / patience while waiting; all the others whom the team loses overflow.
    const p_abandon_offered = patienceSeconds === undefined ? 0 : state.mean_wait_all / patienceSeconds;
    const overflowed = state.p_abandon - p_abandon_offered;
    return {
      overflowed,
      mean_wait_all: state.mean_wait_all,
      "occupancy, t0": state.occupancy,
      // Of those answered by the first team or the second.
      asa: (state.asa * (1 - state.p_abandon) + overflowed * overflowSeconds) / (1 - p_abandon_offered),
      ...(patienceSeconds !== undefined && { p_abandon_offered }),
    };
  },
  stretched,
  simulated: (input, seed) => {
    const { perHour, handleSeconds, agents, overflowSeconds, patienceSeconds } = input;
    const queues = [
      {
        perHour,
        talk: exponential(handleSeconds),
        ...(patienceSeconds !== undefined && { patience: exponential(patienceSeconds) }),
      },
    ];
    const simulation = settled(queues, {
      seed,
      teams: [{ agents }, { agents: 2 * agents + 30, skills: [] }],
      warmupSeconds: 30 * handleSeconds,
      routing: {
        agent: "longest-idle",
        contact: "longest-waiting",
        overflow: [{ queue: "q0", afterSeconds: overflowSeconds, to: ["t1"] }],
      },
    });
    const busy = simulation.ratio(
      ({ teams: [team] }) => team.busySeconds,
      ({ teams: [team] }) => team.busySeconds + team.idleSeconds,
    );
    const overflowed = simulation.ratio(
      ({ queues: [queue] }) => queue.overflowed,
      ({ queues: [queue] }) => queue.arrived,
    );
    return {
      ...simulation,
      figures: { ...steadyFigures(simulation), "occupancy, t0": busy, overflowed },
    };
  },
});
