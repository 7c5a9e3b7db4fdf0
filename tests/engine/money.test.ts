import { expect, it } from "vitest";
import { HANDLED_FIELDS } from "../../src/engine/observations.js";
import {
  calendarOf,
  observedOf,
  queueOf,
  queueTotals,
  scenarioOf,
  teamOf,
  traced,
} from "./plain-scenario.js";

const HOUR = 3600;

/**
 * `calls` of 60 s at 0 and 10 go to team 0, who is free again at 60 and takes the second then; `orders` of 90 s
 * at 5 to team 1, at half speed 180 s. By crew and queue: 2 and 120 s, none, none, 1 and 180 s.
 */
it("What each crew did for each queue is kept where money is shared out by it, and nowhere else", () => {
  const parts = {
    queues: [queueOf("calls", { at: [0, 10], value: 4.2 }), queueOf("orders", { at: [5], handle: 90 })],
    teams: [teamOf("own"), teamOf("other", { skills: [{ queue: "orders", speed: 0.5 }] })],
  };
  expect(HANDLED_FIELDS).toEqual(["answered", "handleSeconds"]);
  expect([...observedOf(scenarioOf(parts)).handledCells]).toEqual([2, 120, 0, 0, 0, 0, 1, 180]);
  const free = { ...parts, queues: [queueOf("calls", { at: [0, 10] }), parts.queues[1]] };
  expect(observedOf(scenarioOf(free)).handledCells).toHaveLength(0);
});

it("Work in the warm-up is not kept, and that of a contact that came in it and was taken after it is", () => {
  const calendar = calendarOf({ warmupSeconds: HOUR });
  const calls = queueOf("calls", { at: [0, HOUR - 30, HOUR - 10], value: 1 });
  expect([...observedOf(scenarioOf({ calendar, queues: [calls] })).handledCells]).toEqual([1, 60]);
});

/** Lines for two: #1 talks from 0 to 100, #2 waits and hangs up at 70, #3 meets a busy signal at 20. */
it("Who reached no agent is gone, whoever asks after customers", () => {
  const calls = queueOf("calls", { at: [0, 10, 20], handle: 100, patience: 60, lines: 2, value: 4.2 });
  expect(queueTotals(traced(scenarioOf({ queues: [calls] })))).toMatchObject({
    answered: 1,
    gone: 2,
    callers: 0,
    treatedBadly: 0,
  });
  const { value: _, ...free } = calls;
  expect(queueTotals(traced(scenarioOf({ queues: [free] })))).toMatchObject({ gone: 0 });
});
