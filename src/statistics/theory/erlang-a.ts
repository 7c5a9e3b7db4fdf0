import { generalPatience } from "./general-patience.js";
import type { SteadyState, Workload } from "./steady-state.js";

/**
 * Erlang A, M/M/n+M: Erlang C with callers who hang up after an exponential patience. Palm's model, by the
 * integrals of general-patience.ts.
 */
export function erlangA(workload: Workload, agents: number, patienceSeconds: number): SteadyState {
  return generalPatience(workload, agents, { kind: "exponential", meanSeconds: patienceSeconds });
}
