import type { OracleCase } from "../oracle-cases.js";
import { type Claim, claimsOf, type Simulated } from "./claims.js";
import { Simulation } from "./simulation.js";
import { steadyFigures } from "./steady-figures.js";
import { exponential, steadyScenario } from "./steady-scenario.js";

/** M/M/n: calls an hour, handle time and T in seconds. */
interface Point {
  readonly calls_per_hour: number;
  readonly aht_s: number;
  readonly agents: number;
  readonly T_s: number;
}

/**
 * The centre at that point. It starts empty and has settled after some relaxation times of the queue, 1 / (n
 * mu (1 - sqrt rho)^2) each.
 */
export function patientCentre(point: Point, stretch: number): Simulation {
  const { calls_per_hour, aht_s, agents, T_s } = point;
  const key = [calls_per_hour, aht_s, agents, T_s, stretch].join();
  const done = settled.get(key);
  if (done) return done;
  const rho = (calls_per_hour * aht_s) / 3600 / agents;
  const relaxationSeconds = aht_s / agents / (1 - Math.sqrt(rho)) ** 2;
  const simulation = new Simulation(
    steadyScenario(
      [{ ratePerSecond: calls_per_hour / 3600, talk: exponential(aht_s * stretch), withinSeconds: T_s }],
      { warmupSeconds: Math.ceil(10 * aht_s + 8 * relaxationSeconds), teams: [{ agents }], seed: key },
    ),
  );
  settled.set(key, simulation);
  return simulation;
}

/** Several cases are about the same point. */
const settled = new Map<string, Simulation>();

const delay: Simulated = ({ input, expected }, stretch) => {
  const simulation = patientCentre(input, stretch);
  return claimsOf(expected, { ...simulation, figures: steadyFigures(simulation) });
};

/** The least number of agents meets the target and one less does not: both service levels, simulated. */
const staffing: Simulated = ({ input, expected }, stretch) => {
  const { min_agents, sl, sl_one_less, occupancy } = expected;
  const at = (agents: number, answers: Record<string, number>) => {
    const simulation = patientCentre({ ...input, agents }, stretch);
    return claimsOf(answers, { ...simulation, figures: steadyFigures(simulation) });
  };
  return [...at(min_agents, { sl, occupancy }), ...at(min_agents - 1, { sl: sl_one_less })];
};

const printed =
  (
    points: (given: OracleCase) => readonly {
      readonly at: Point;
      readonly answers: Readonly<Record<string, readonly [printed: number, digits: number]>>;
    }[],
  ): Simulated =>
  (given, stretch) =>
    points(given).flatMap(({ at, answers }): Claim[] => {
      const simulation = patientCentre(at, stretch);
      const figures = steadyFigures(simulation);
      return Object.entries(answers).flatMap(([name, [value, digits]]) =>
        claimsOf({ [name]: value }, { ...simulation, figures, digits }),
      );
    });

/** Callers who never hang up. */
export const erlangCCases: Readonly<Record<string, Simulated>> = {
  "CF:EC-200-180-13": delay,
  "CF:EC-200-180-14": delay,
  "CF:EC-1000-120-40": delay,
  "CF:EC-1000-120-35": delay,
  "CF:EC-2880-60-50": delay,
  "CF:EC-4000-240-280": delay,
  "CF:ECN-200-180-20-0.8": staffing,
  "CF:ECN-1000-120-20-0.8": staffing,
  "CF:ECN-360-240-20-0.8": staffing,
  "UT:PYWF-C1": printed(({ input, expected }) => [
    {
      at: {
        calls_per_hour: (input.calls * 60) / input.interval_min,
        aht_s: 60 * input.aht_min,
        agents: expected.raw_positions,
        T_s: 60 * input.T_min,
      },
      answers: {
        sl: [expected.service_level, 3],
        occupancy: [expected.occupancy, 3],
        p_wait: [expected.p_wait, 3],
      },
    },
  ]),
  "UT:PEREHINIK": printed(({ input, expected }) => [
    {
      at: { ...input, agents: expected.agents },
      answers: {
        p_wait: [expected.p_wait, 2],
        sl: [expected.sl, 2],
        asa: [expected.asa_s, 1],
        occupancy: [expected.occupancy, 2],
      },
    },
    {
      at: { ...input, agents: 35 },
      answers: {
        p_wait: [expected.at35.p_wait, 4],
        sl: [expected.at35.sl, 4],
        asa: [expected.at35.asa_s, 2],
        occupancy: [expected.at35.occ, 4],
      },
    },
    {
      at: { calls_per_hour: 123 * 12, aht_s: 300, agents: 132, T_s: 20 },
      answers: { p_wait: [expected.C_123_132, 4] },
    },
    {
      at: { calls_per_hour: 123 * 12, aht_s: 300, agents: 130, T_s: 20 },
      answers: { sl: [expected.SL_123_130_20_300, 4], asa: [expected.ASA_123_130_300, 2] },
    },
  ]),
  "TRAP:FIXTURE": printed(({ expected }) =>
    expected.map((row: { A: number; N: number; aht: number; T: number; true: number }) => ({
      at: { calls_per_hour: (row.A * 3600) / row.aht, aht_s: row.aht, agents: row.N, T_s: row.T },
      answers: { sl: [row.true, 6] },
    })),
  ),
};
