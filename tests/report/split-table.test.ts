import { expect, test } from "vitest";
import { PLAIN } from "../../src/report/text/paint.js";
import { formatQueueTable, formatWaitTable } from "../../src/report/text/queue-tables.js";
import { formatSplitTable } from "../../src/report/text/split-table.js";
import { evaluate } from "../../src/run/evaluate.js";
import { calendarOf, queueOf, scenarioOf, teamOf } from "../engine/plain-scenario.js";

/** A number whose calls go on to either of two queues, until the centre closes after an hour. */
function centre(at: readonly number[]) {
  const among = ["north", "south"].map((queue) => ({ queue, share: 0.5 }));
  const number = queueOf("number", { at, split: { by: "shortest-expected-delay", among } });
  return scenarioOf({
    calendar: calendarOf({ open: [[0, 3600]] }),
    queues: [{ ...number, handle: {} }, queueOf("north"), queueOf("south"), queueOf("other")],
    teams: ["north", "south", "other"].map((name) => teamOf(name, { skills: [name] })),
    run: { seed: "split", replications: 1 },
  });
}

test("A queue that splits stands where it says what went on, not among those that contacts wait in", async () => {
  const scenario = centre([100, 110, 200, 210]);
  const summary = await evaluate(scenario);
  const names = (lines: readonly string[]) => lines.map((line) => line.trim().split(" ")[0]);
  expect(names(formatQueueTable(scenario, summary, PLAIN)).slice(-3)).toEqual(["north", "south", "other"]);
  expect(formatQueueTable(scenario, summary, PLAIN).join()).not.toContain("number");
  expect(formatWaitTable(scenario, summary).join()).not.toContain("number");
  expect(formatSplitTable(scenario, summary)).toEqual([
    "           went               of all",
    "             on   came   who went on",
    "  number      4",
    "  north              2        50.0 %",
    "  south              2        50.0 %",
  ]);
});

test("Who calls it while the centre is closed is told there", async () => {
  const scenario = centre([100, 110, 200, 5000]);
  expect(formatSplitTable(scenario, await evaluate(scenario))).toEqual([
    "            while   went               of all",
    "           closed     on   came   who went on",
    "  number        1      3",
    "  north                       2        66.7 %",
    "  south                       1        33.3 %",
  ]);
});

test("Where nothing splits there is nothing to tell", async () => {
  const scenario = scenarioOf({ run: { seed: "split", replications: 1 } });
  expect(formatSplitTable(scenario, await evaluate(scenario))).toEqual([]);
});
