import type { Growth, GrowthCase } from "../../src/scenario/growth.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { buildScenario, type ScenarioParts } from "../build-scenario.js";
import { exponential } from "./busy-hours.js";

/** A line around the clock on three shifts; 40 agents a little more than meet 80 % within 20 seconds. */
export function growing(
  cases: readonly Partial<GrowthCase>[],
  parts: ScenarioParts = {},
  terms: Partial<Growth> = {},
): Scenario {
  const shift = (name: string, hour: number) => ({
    name,
    startClockSeconds: hour * 3600,
    lengthSeconds: 8 * 3600,
  });
  return buildScenario({
    intervalSeconds: 3600,
    warmupSeconds: 4 * 3600,
    queues: [{ perHour: 190, patience: exponential(180), target: { answeredShare: 0.8 } }],
    teams: [
      {
        staffing: {
          kind: "roster",
          shifts: ["early", "late", "night"].map((name, index) => ({
            shift: name,
            agents: index === 2 ? 12 : 14,
          })),
        },
        pay: 20,
      },
    ],
    shifts: [shift("early", 6), shift("late", 14), shift("night", 22)],
    contracts: { fullTimeHours: 40, partTimeShare: 0.2, partTimeHours: 20 },
    run: { seed: "grow", replications: 8 },
    growth: {
      baseYear: 2016,
      ...terms,
      cases: cases.map((one, index) => ({
        name: `case${index}`,
        of: "volume",
        change: 0,
        share: 1,
        from: 2016,
        until: 2020,
        source: "",
        deflected: 0,
        handleTime: 0,
        pool: 1,
        ...one,
      })),
    },
    ...parts,
  });
}
