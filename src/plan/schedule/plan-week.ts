import type { Bounds, Solution, SolverLimits } from "../solver/solver.js";
import { agentWeeks } from "./agent-weeks.js";
import { type WeekCost, weekCost } from "./week-cost.js";
import type { AgentWeek, WeekCover } from "./week-cover.js";
import { weekProgramme } from "./week-programme.js";
import type { WeekSolver } from "./week-solver.js";

/** How hard a week is worked at. */
export interface WeekLimits extends SolverLimits {
  /** Changes that annealing tries. */
  readonly moves: number;
}

/** Where a week begins, and how it is watched and stopped. */
export interface WeekWatch {
  /** Agents of a week like this one. */
  readonly known?: readonly AgentWeek[] | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((bounds: Bounds) => void) | undefined;
}

/** A week as well covered as was found. */
export interface PlannedWeek {
  readonly agents: readonly AgentWeek[];
  readonly cost: WeekCost;
  /** Below which no cost can be; 0 where nothing better was proved. */
  readonly bound: number;
  readonly interrupted: boolean;
}

/**
 * Covers a week at least cost: annealing finds a good week, an integer programme begins at it, or at the one
 * that is known where that is cheaper, finds a better one where there is one, and proves below which cost
 * none can be. Undefined where the rules contradict each other, as when one contract shall have heads but has
 * no shifts. When stopped, the best so far; rejects with the signal's reason where there is none.
 */
export async function planWeek(
  solver: WeekSolver,
  cover: WeekCover,
  limits: WeekLimits,
  { known: given, signal, onProgress }: WeekWatch = {},
): Promise<PlannedWeek | undefined> {
  const annealed = await solver.anneal({ cover, seed: "schedule", moves: limits.moves }, signal);
  const starts = [annealed, ...(given ? [given] : [])].map((agents) => ({
    agents,
    cost: weekCost(cover, agents),
  }));
  const [usable] = starts
    .filter(({ cost }) => cost.keepsRules)
    .sort((one, other) => one.cost.cost - other.cost.cost);
  const programme = weekProgramme(cover);
  const solution = await solver.solve(programme.data, limits, {
    start: usable && programme.startFrom(usable.agents),
    signal,
    onProgress: ({ objective, bound }) =>
      onProgress?.({
        objective: Math.min(objective + programme.fixedCost, usable?.cost.cost ?? Number.POSITIVE_INFINITY),
        bound: bound + programme.fixedCost,
      }),
  });
  if (!solution) return undefined;
  const bound = Math.max(0, solution.bound + programme.fixedCost);
  const interrupted = solution.ended === "interrupted";
  const solved = solvedWeek(solution);
  if (solved && !(usable && usable.cost.cost <= solved.cost.cost)) return { ...solved, bound, interrupted };
  if (usable) return { ...usable, bound, interrupted };
  if (interrupted) throw signal?.reason;
  throw new Error("no week was found that keeps the rules; allow the solver more iterations");

  function solvedWeek({ values }: Solution) {
    if (!values) return undefined;
    const agents = agentWeeks(cover, programme.read(values));
    return { agents, cost: weekCost(cover, agents) };
  }
}
