import { WrongUsage } from "../../kit/problem.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { SearchOptions } from "../requirement/find-requirement.js";
import { openSolver, type SolverLimits } from "../solver/solver.js";
import { findNeeds } from "./find-needs.js";
import type { HiringPlan, HiringResult, PlanName } from "./hiring-result.js";
import { Planning } from "./planning.js";
import { Simulations } from "./simulations.js";
import { teamTerms } from "./team-terms.js";
import { volumesOf, workOf } from "./volumes.js";

/** How far a plan is: scenarios simulated, and how many there will be, so far as is known. */
export interface HiringProgress {
  readonly doing: "need" | PlanName;
  readonly done: number;
  readonly of: number;
}

/** How a plan is sought, watched and stopped. */
export interface HireOptions extends SearchOptions {
  readonly limits?: Partial<SolverLimits>;
  /** Times that the plan of least cost is sought, at most. */
  readonly rounds?: number;
  readonly onHiring?: (progress: HiringProgress) => void;
}

/** The limits where nothing else is asked for. */
export const HIRING_LIMITS: SolverLimits = { gap: 0.001, iterations: 10_000, nodes: 100_000 };
/** Times that the plan is sought, where nothing else is asked for. */
export const HIRING_ROUNDS = 8;
/** Simulations that the need of one volume takes, as a rule. */
const NEED_SIMULATIONS = 5;

/**
 * Whom to hire when: by simulation the agents that each period needs, by integer programme the classes,
 * overtime and outsourced hours that cover them at least cost, by simulation again whether the targets hold
 * with those people and their tenures; where one is missed the need of that period is raised and the plan
 * sought anew. Beside it what replacing losses, and hiring nobody, come to. WrongUsage where the scenario has
 * no section hiring:, or no number of agents meets a target. When stopped, the plans found so far; before the
 * first it rejects with the signal's reason.
 */
export async function hire(scenario: Scenario, options: HireOptions = {}): Promise<HiringResult> {
  if (!scenario.hiring) throw new WrongUsage("the scenario has no section hiring:");
  const solver = openSolver();
  try {
    return await new Hire(scenario, options, solver).find();
  } finally {
    await solver.close();
  }
}

class Hire {
  private readonly simulations: Simulations;
  private doing: HiringProgress["doing"] = "need";
  private expected = 0;

  constructor(
    private readonly scenario: Scenario,
    private readonly options: HireOptions,
    private readonly solver: ReturnType<typeof openSolver>,
  ) {
    this.simulations = new Simulations(scenario, { ...options, onProgress: (done) => this.tell(done) });
  }

  async find(): Promise<HiringResult> {
    const { scenario, simulations, options } = this;
    const { periods, teams } = scenario.hiring!;
    const names: PlanName[] = teams.some(({ choose }) => choose)
      ? ["chosen", "replacing", "frozen"]
      : ["chosen", "frozen"];
    // A number of agents that is not whole takes two simulations, in each team one more.
    const aPlan = periods.length * (teams.length + 1);
    const simulated = aPlan * names.length;
    this.expected = simulated + NEED_SIMULATIONS;
    const base = await simulations.base();
    const terms = teamTerms(scenario, base);
    const volumes = volumesOf(scenario);
    const works = volumes.map((volume) => workOf(volume, base));
    const needs = await findNeeds(simulations, terms, volumes, works, (done, of) => {
      this.expected = simulations.evaluations + (of - done) * NEED_SIMULATIONS * terms.length + simulated;
    });
    const planning = new Planning({
      scenario,
      terms,
      volumes,
      needs,
      simulations,
      solver: this.solver,
      limits: { ...HIRING_LIMITS, ...options.limits },
      rounds: options.rounds ?? HIRING_ROUNDS,
      signal: options.signal,
    });
    const plans: HiringPlan[] = [];
    for (const [index, name] of names.entries()) {
      this.doing = name;
      this.expected = simulations.evaluations + aPlan * (names.length - index);
      const plan = await planning.plan(name);
      if (!plan) break;
      plans.push(plan);
      if (options.signal?.aborted) break;
    }
    if (plans.length === 0) throw options.signal?.reason;
    return {
      base,
      volumes,
      works,
      plans,
      evaluations: simulations.evaluations,
      replications: base.replications,
      rounds: planning.rounds,
      interrupted: options.signal?.aborted ?? false,
    };
  }

  private tell(done: number): void {
    this.options.onProgress?.(done);
    this.options.onHiring?.({ doing: this.doing, done, of: Math.max(this.expected, done) });
  }
}
