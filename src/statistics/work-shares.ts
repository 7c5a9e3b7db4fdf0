import { HANDLED_FIELDS, type Observations } from "../engine/observations.js";
import type { Model } from "../model/model.js";

const ANSWERED = HANDLED_FIELDS.indexOf("answered");
const HANDLE_SECONDS = HANDLED_FIELDS.indexOf("handleSeconds");

/** What each crew did for each queue over all counted time, and money by it. */
export class WorkShares {
  private readonly values: readonly number[];

  constructor({ scenario }: Model) {
    this.values = scenario.queues.map(({ value = 0 }) => value);
  }

  /** What the crew's contacts paid. */
  revenue({ handledCells }: Observations, crew: number): number {
    return this.values.reduce(
      (sum, value, queue) => sum + handledCells[this.cell(crew, queue) + ANSWERED] * value,
      0,
    );
  }

  /**
   * The queue's share of what crews cost, each by handle time; of a crew that handled nothing no queue has a
   * share. `costs`: of each crew over all counted time; those that are NaN are left out.
   */
  staffCost({ handledCells }: Observations, queue: number, costs: Float64Array): number {
    let cost = 0;
    for (let crew = 0; crew < costs.length; crew++) {
      const own = handledCells[this.cell(crew, queue) + HANDLE_SECONDS];
      if (own === 0 || Number.isNaN(costs[crew])) continue;
      const all = this.values.reduce(
        (sum, _, other) => sum + handledCells[this.cell(crew, other) + HANDLE_SECONDS],
        0,
      );
      cost += (costs[crew] * own) / all;
    }
    return cost;
  }

  private cell(crew: number, queue: number): number {
    return (crew * this.values.length + queue) * HANDLED_FIELDS.length;
  }
}
