import { parentPort } from "node:worker_threads";
import highsModule, { type CallbackData, type Highs } from "highs";
import type { ThreadAnswer } from "./asked-thread.js";
import type { SolverEnd, SolverRequest, SolverWord } from "./solver.js";

// The solving thread: integer programmes, one after the other; tells of each better answer as it is found.

/** Its types are read as those of a CommonJS module, whose default would be one step deeper. */
const loadHighs = highsModule as unknown as typeof highsModule.default;
const loading = loadHighs();
/** The bound moves often; so many milliseconds lie between two tellings. */
const LEAST_MILLISECONDS = 100;
/** So many times the iterations are allowed as long as there is no bound. */
const UNPROVED_TIMES = 20;

parentPort!.on("message", async (request: SolverRequest) => {
  try {
    answer({ kind: "last", last: solve(await loading, request) });
  } catch (error) {
    answer({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
  }
});

function answer(some: ThreadAnswer<SolverWord, SolverEnd>): void {
  parentPort!.postMessage(some);
}

function tell(word: SolverWord): void {
  answer({ kind: "word", word });
}

function solve(highs: Highs, { programme, start, gap, iterations, nodes }: SolverRequest): SolverEnd {
  const { constants, infinity } = highs;
  const finite = (values: Float64Array) =>
    values.map((one) => (Number.isFinite(one) ? one : Math.sign(one) * infinity));
  const model = highs.createModel({
    numCols: programme.costs.length,
    numRows: programme.rowLower.length,
    colCost: programme.costs,
    colLower: finite(programme.lower),
    colUpper: finite(programme.upper),
    rowLower: finite(programme.rowLower),
    rowUpper: finite(programme.rowUpper),
    matrix: {
      format: "csr",
      numRows: programme.rowLower.length,
      numCols: programme.costs.length,
      starts: programme.starts,
      indices: programme.columns,
      values: programme.values,
    },
    integrality: programme.whole,
  });
  try {
    // It has one thread; with one seed and no clock: the same programme has the same answer everywhere.
    model.options.set({
      output_flag: false,
      random_seed: 0,
      mip_rel_gap: gap,
      mip_abs_gap: 1e-6,
      mip_max_nodes: nodes,
    });
    if (start) model.setSolution({ indices: start.columns, values: start.values });
    const { callbackType } = constants;
    let told = 0;
    const { modelStatus } = model.run({
      [callbackType.mipImprovingSolution]: ({ data }) => {
        if (data.mip_solution) tell({ values: data.mip_solution, ...boundsOf(data) });
        return undefined;
      },
      [callbackType.mipInterrupt]: (event) => {
        if (performance.now() - told > LEAST_MILLISECONDS) {
          told = performance.now();
          tell(boundsOf(event.data));
        }
        const done = Number(event.data.mip_total_lp_iterations ?? 0);
        // Without a bound nothing is proved: the first relaxation may take longer.
        const patience = Number.isFinite(event.data.mip_dual_bound ?? Number.NaN) ? 1 : UNPROVED_TIMES;
        if (done > iterations * patience) event.interrupt();
        return undefined;
      },
    });
    const status = statusOf(constants.modelStatus, modelStatus);
    if (status === "infeasible") return { status };
    const objective = model.getObjectiveValue();
    const bound = boundOf(programme, status, objective, Number(model.info.get("mip_dual_bound")));
    if (!Number.isFinite(objective) || Math.abs(objective) >= 1e20) {
      return { status: "nothing", bound };
    }
    const values = model.getSolution().colValue;
    return { status, values: Float64Array.from(values), objective, bound };
  } finally {
    model.dispose();
  }
}

/** Without whole columns there is no tree, and no bound of one: the optimum is its own. */
function boundOf(
  { whole }: SolverRequest["programme"],
  status: "optimal" | "stopped",
  objective: number,
  ofTree: number,
): number {
  if (whole.includes(1)) return ofTree;
  return status === "optimal" ? objective : Number.NEGATIVE_INFINITY;
}

function boundsOf({ mip_primal_bound, mip_dual_bound, objective_function_value }: CallbackData) {
  return {
    objective: mip_primal_bound ?? objective_function_value ?? Number.POSITIVE_INFINITY,
    bound: mip_dual_bound ?? Number.NEGATIVE_INFINITY,
  };
}

function statusOf(
  known: Highs["constants"]["modelStatus"],
  status: number,
): "optimal" | "stopped" | "infeasible" {
  if (status === known.optimal) return "optimal";
  return status === known.infeasible ? "infeasible" : "stopped";
}
