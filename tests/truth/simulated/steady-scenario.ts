import type { Distribution } from "../../../src/random/distribution.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import { buildScenario, type QueuePart, type ScenarioParts } from "../../build-scenario.js";

/** In all replications together; as many again where a family has to show that handling takes 1 % longer. */
const CONTACTS = 5e5;
/** A replication is a day at least; with fewer than 20 of them Student's t is no longer nearly normal. */
const LEAST_REPLICATIONS = 20;
const MOST_REPLICATIONS = 40;

export const exponential = (meanSeconds: number): Distribution => ({ kind: "exponential", meanSeconds });

/** Queues whose contacts arrive at a constant rate, by the second; T is 20 s, hang-ups count as missed. */
export interface SteadyQueue extends Omit<QueuePart, "perHour" | "handle" | "arrivals"> {
  readonly ratePerSecond: number;
  readonly talk: Distribution;
  readonly withinSeconds?: number;
}

/** A centre always open, simulated for some days after it has settled. */
export function steadyScenario(
  queues: readonly SteadyQueue[],
  parts: Omit<ScenarioParts, "queues"> & {
    readonly warmupSeconds: number;
    /** One of its own for each case, or all would be lucky together. */
    readonly seed: string;
    readonly contacts?: number;
  },
): Scenario {
  const { contacts = CONTACTS, seed, ...rest } = parts;
  const rate = queues.reduce((sum, queue) => sum + queue.ratePerSecond, 0);
  const days = contacts / (rate * 86_400);
  const replications = Math.min(MOST_REPLICATIONS, Math.max(LEAST_REPLICATIONS, Math.round(days)));
  return buildScenario({
    days: Math.max(1, Math.round(days / replications)),
    intervalSeconds: 3600,
    run: { seed, replications },
    ...rest,
    queues: queues.map(({ ratePerSecond, talk, withinSeconds, ...queue }) => ({
      perHour: ratePerSecond * 3600,
      handle: { talk },
      serviceLevel: { withinSeconds: withinSeconds ?? 20, counting: "abandoned-miss", underSeconds: 5 },
      ...queue,
    })),
  });
}
