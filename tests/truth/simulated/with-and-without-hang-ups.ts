import { readScenarioText } from "../../../src/scenario/read-scenario.js";
import { type Claim, claimsOf, type Simulated } from "./claims.js";
import { Simulation } from "./simulation.js";
import { steadyFigures } from "./steady-figures.js";

/** One file with two cases: the same centre, its callers patient or not. */
function centre(input: Record<string, number>, seed: string, stretch: number): string {
  return `
callsim: 1
name: Fifty agents
calendar: {timezone: UTC, start: 2026-03-02, days: 1, interval: 60m, warmup: 4h}
queues:
  calls:
    arrivals: {perHour: ${input.calls_per_hour}}
    handle: {talk: {exponential: {mean: ${input.aht_s * stretch}s}}}
    target: {answered: 80%, within: ${input.T_s}s, counting: abandoned-miss}
teams:
  agents: {skills: [calls], agents: ${input.agents}}
run: {replications: 20, seed: "${seed}"}
cases:
  impatient: {queues.calls.patience: {exponential: {mean: ${input.patience_s}s}}}
`;
}

/** The point that Gans, Koole and Mandelbaum made: what hang-ups do to a busy queue. */
export const withAndWithoutHangUpsCases: Readonly<Record<string, Simulated>> = {
  "PUB:GKM-50": ({ id, input, expected }, stretch) => {
    const text = centre(input, id, stretch);
    const at = (answers: Record<string, number>, options: { readonly case?: string }): Claim[] => {
      const { scenario } = readScenarioText(text, "fifty-agents.yaml", undefined, options);
      const simulation = new Simulation(scenario);
      const { asa, mean_wait_all, sl_offered, ...figures } = steadyFigures(simulation);
      const named = {
        asa_s: asa,
        mean_wait_all_s: mean_wait_all,
        sl20: sl_offered,
        sl_offered20: sl_offered,
      };
      return claimsOf(answers, { ...simulation, figures: { ...figures, ...named }, digits: 7 });
    };
    return [...at(expected.erlang_c, {}), ...at(expected.erlang_a, { case: "impatient" })];
  },
};
