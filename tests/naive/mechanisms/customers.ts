import { BAD_ENDS } from "../../../src/scenario/customers.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import type { Choices } from "../random-scenario.js";

/** Some queues with customers who leave, of a firm with few, many or endless ones. */
export function vary(choices: Choices, scenario: Scenario): Scenario {
  if (!choices.chance(0.3)) return scenario;
  return {
    ...scenario,
    ...(choices.chance(0.6) && { customerCount: choices.of(1, 20, 40_000) }),
    queues: scenario.queues.map((queue) => {
      if (!choices.chance(0.7)) return queue;
      const badEnds = choices.some(BAD_ENDS, 0.5);
      const waits = badEnds.length === 0 || choices.chance(0.5);
      const customers = {
        leaveShare: choices.of(0, 0.25, 0.68, 1),
        badEnds,
        ...(waits && { waitedSeconds: choices.of(30, 60, 300) }),
        ...(choices.chance(0.5) && { yearlyValue: 320 }),
      };
      return { ...queue, customers };
    }),
  };
}

export function isUsed({ queues }: Scenario): boolean {
  return queues.some(({ customers }) => customers !== undefined);
}
