import type { Distribution } from "../../../src/random/distribution.js";
import { erlangA } from "../../../src/statistics/theory/erlang-a.js";
import { hourly, level } from "../agree.js";
import type { OracleCase } from "../oracle-cases.js";
import { type Claim, claimsOf, type Simulated } from "./claims.js";
import { Simulation } from "./simulation.js";
import { steadyFigures, times } from "./steady-figures.js";
import { exponential, steadyScenario } from "./steady-scenario.js";

/**
 * The wait that a caller of endless patience would have: a centre in which all may hang up does not show it.
 */
const UNSEEN = ["mean_virtual_wait", "p_virtual_gt_T", "mean_virtual_wait_s"];

interface Point {
  readonly ratePerSecond: number;
  readonly handleSeconds: number;
  readonly agents: number;
  readonly patience: Distribution;
  readonly withinSeconds: number;
  readonly seed: string;
}

/** The centre at that point. Hang-ups make it forget in some handle times that it began empty. */
function impatientCentre(point: Point, stretch: number): Simulation {
  const { ratePerSecond, handleSeconds, agents, patience, withinSeconds, seed } = point;
  return new Simulation(
    steadyScenario([{ ratePerSecond, talk: exponential(handleSeconds * stretch), patience, withinSeconds }], {
      warmupSeconds: Math.ceil(30 * handleSeconds),
      teams: [{ agents }],
      seed,
    }),
  );
}

/** Calls an hour, seconds, and callers of that patience. */
function hourlyCentre({ id, input }: OracleCase, patience: Distribution, stretch: number): Simulation {
  const point = {
    ratePerSecond: input.calls_per_hour / 3600,
    handleSeconds: input.aht_s,
    agents: input.agents,
    patience,
    withinSeconds: input.T_s,
    seed: id,
  };
  return impatientCentre(point, stretch);
}

const exponentialPatience: Simulated = (given, stretch) => {
  const simulation = hourlyCentre(given, exponential(given.input.patience_s), stretch);
  return claimsOf(given.expected, { ...simulation, figures: steadyFigures(simulation), unseen: UNSEEN });
};

const otherPatience =
  (patience: Distribution): Simulated =>
  (given, stretch) => {
    const simulation = hourlyCentre(given, patience, stretch);
    return claimsOf(given.expected, { ...simulation, figures: steadyFigures(simulation), unseen: UNSEEN });
  };

/** A hundred agents and no unit of time: it is taken as ten minutes. */
const hundredAgents =
  (patience: (unitSeconds: number) => Distribution): Simulated =>
  ({ id, input, expected }, stretch) => {
    const unitSeconds = 600;
    const simulation = impatientCentre(
      {
        ratePerSecond: input.lam / unitSeconds,
        handleSeconds: unitSeconds / input.mu,
        agents: input.agents,
        patience: patience(unitSeconds),
        withinSeconds: input.T * unitSeconds,
        seed: id,
      },
      stretch,
    );
    const figures = steadyFigures(simulation, 0, unitSeconds);
    return claimsOf(expected, { ...simulation, figures, unseen: UNSEEN });
  };

/** Who would not wait at all has a patience of nothing. */
function turnsAway(share: number, others: Distribution): Distribution {
  return {
    kind: "mixture",
    parts: [
      { weight: share, of: { kind: "constant", seconds: 0 } },
      { weight: 1 - share, of: others },
    ],
  };
}

const FOR_EVER_SECONDS = 1e9;

/** All six ways of counting service level, of one simulation. */
const sixDefinitions: Simulated = (given, stretch) => {
  const { input, expected } = given;
  const simulation = hourlyCentre(given, exponential(input.patience_s), stretch);
  const figures = steadyFigures(simulation);
  const { serviceLevels } = simulation.summary.queues[0];
  const state = erlangA(hourly(input.calls_per_hour, input.aht_s), input.agents, input.patience_s);
  const {
    asa_answered_s,
    mean_wait_all_s,
    mean_wait_abandoned_s,
    mean_virtual_wait_s: _,
    ...levels
  } = expected;
  const printed = { asa_answered_s, mean_wait_all_s, mean_wait_abandoned_s };
  return [
    ...claimsOf(levels, { ...simulation, figures }),
    ...claimsOf(
      { under: level(state, "ignore-under", input.T_s), credit: level(state, "credit-under", input.T_s) },
      {
        ...simulation,
        figures: { under: serviceLevels["ignore-under"], credit: serviceLevels["credit-under"] },
      },
    ),
    ...claimsOf(printed, {
      ...simulation,
      figures: {
        asa_answered_s: figures.asa,
        mean_wait_all_s: figures.mean_wait_all,
        mean_wait_abandoned_s: figures.mean_wait_abandoned,
      },
      digits: 6,
    }),
  ];
};

/**
 * At 14 agents and at the 13 that suffice; what pyworkforce calls the average speed of answer is of all
 * callers.
 */
const asPrinted: Simulated = ({ id, input, expected }, stretch) => {
  const at = (agents: number, answers: Record<string, readonly [value: number, digits: number]>): Claim[] => {
    const simulation = impatientCentre(
      {
        ratePerSecond: input.calls / input.interval_min / 60,
        handleSeconds: 60 * input.aht_min,
        agents,
        patience: exponential(60 * input.patience_min),
        withinSeconds: 20,
        seed: `${id} ${agents}`,
      },
      stretch,
    );
    const figures = steadyFigures(simulation);
    const minutes = {
      mean_wait_all_min: times(figures.mean_wait_all, 1 / 60),
      asa_min: times(figures.asa, 1 / 60),
    };
    return Object.entries(answers).flatMap(([name, [value, digits]]) =>
      claimsOf({ [name]: value }, { ...simulation, figures: { ...figures, ...minutes }, digits }),
    );
  };
  const { at14, required } = expected;
  return [
    ...at(14, {
      p_wait: [at14.p_wait, 5],
      p_abandon: [at14.p_abandon, 6],
      occupancy: [at14.occupancy, 6],
      mean_wait_all_min: [at14.mean_wait_all_min, 6],
      sl_offered: [at14.sl_offered, 6],
    }),
    ...at(required.raw, {
      sl: [required.sl, 7],
      p_abandon: [required.p_abandon, 7],
      occupancy: [required.occupancy, 7],
      mean_wait_all_min: [required.mean_wait_all_min, 7],
      asa_min: [0.1152328, 7],
    }),
  ];
};

/** Callers who hang up after a patience of any kind. */
export const hangUpCases: Readonly<Record<string, Simulated>> = {
  "CF:EA-2880-60-120-50": exponentialPatience,
  "CF:EA-200-180-300-14": exponentialPatience,
  "CF:EA-200-180-300-11": exponentialPatience,
  "CF:EA-200-180-60-10": exponentialPatience,
  "CF:EA-1000-120-90-36": exponentialPatience,
  "CF:EA-6120-60-60-100": exponentialPatience,
  "CF:MMNG-102-100-E2": hundredAgents((unitSeconds) => ({
    kind: "erlang",
    meanSeconds: unitSeconds,
    stages: 2,
  })),
  "CF:MMNG-102-100-U(0,2)": hundredAgents((unitSeconds) => ({
    kind: "uniform",
    minSeconds: 0,
    maxSeconds: 2 * unitSeconds,
  })),
  "CF:MMNG-det30": otherPatience({ kind: "constant", seconds: 30 }),
  "CF:MMNG-balk-exp": (given, stretch) =>
    otherPatience(turnsAway(given.input.p_balk, exponential(given.input.patience_s)))(given, stretch),
  "CF:BALK-8": ({ id, input, expected }, stretch) => {
    const unitSeconds = 100;
    const simulation = impatientCentre(
      {
        ratePerSecond: input.lam / unitSeconds,
        handleSeconds: unitSeconds / input.mu,
        agents: input.agents,
        patience: turnsAway(1 - input.join_prob, { kind: "constant", seconds: FOR_EVER_SECONDS }),
        withinSeconds: 20,
        seed: id,
      },
      stretch,
    );
    return claimsOf(expected, { ...simulation, figures: steadyFigures(simulation, 0, unitSeconds) });
  },
  "UT:PYWF-A": asPrinted,
  "TRAP:SL-DEFINITIONS": sixDefinitions,
};
