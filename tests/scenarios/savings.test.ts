import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import { readScenario } from "../../src/scenario/read-scenario.js";
import { summaryOf } from "../../src/statistics/summarise.js";
import { SummaryTables } from "../../src/statistics/summary-tables.js";
import { pathOf } from "./shipped.js";

const REPLICATIONS = 100;
const overall = { intervals: false, weekdayIntervals: false, shifts: false } as const;

/** As the README says: how many times the replications it would take without control variates. */
const SAVINGS: readonly (readonly [string, readonly string[], number])[] = [
  ["01-one-queue.yaml", ["workload"], 2.1],
  ["02-hang-ups-and-redials.yaml", ["workload"], 2.3],
  ["03-two-skills.yaml", ["workload"], 2.4],
  ["04-business-hours.yaml", ["workload", "absence"], 5.2],
  ["05-retail-evenings.yaml", ["workload", "absence"], 5],
  ["06-around-the-clock.yaml", ["workload", "absence"], 3.8],
  ["07-quotas.yaml", ["workload", "absence"], 2.5],
  ["08-industries.yaml", ["workload"], 2.1],
  ["09-peak-day.yaml", ["workload"], 15.9],
];

describe("control variates", () => {
  it.each(SAVINGS)("make a replication of %s tell as much as several", async (name, names, times) => {
    const { scenario } = await readScenario(pathOf(name));
    const model = compile(scenario);
    const tables = new SummaryTables(model, overall);
    for (let replication = 1; replication <= REPLICATIONS; replication++) {
      tables.add(simulate(model, "savings", replication));
    }
    const { controls } = summaryOf(tables, { seed: "savings", version: "" });
    expect(controls?.names).toEqual(names);
    // A ratio of two variances over so many replications that hang together is known to a quarter or so.
    expect(controls!.replicationsWithout / REPLICATIONS).toBeGreaterThan(times * 0.65);
    expect(controls!.replicationsWithout / REPLICATIONS).toBeLessThan(times * 1.6);
  });
});
