import { expect, test } from "vitest";
import { formatStoryText } from "../../src/report/text/story-text.js";
import { explainContact } from "../../src/run/explain/explain-contact.js";
import { queueOf, scenarioOf } from "../engine/plain-scenario.js";

const SENTENCE = "The customer was treated badly; of such customers 68 % leave the firm.";

/** One agent with calls of 100 s, callers who wait 60 s: #1 is answered at 0, #2 hangs up, #3 is late. */
const scenario = scenarioOf({
  queues: [
    queueOf("calls", {
      at: [0, 10, 80],
      handle: 100,
      patience: 60,
      customers: { leaveShare: 0.68, badEnds: ["abandoned"], waitedSeconds: 15 },
    }),
  ],
});

function told(contact: number): string {
  return formatStoryText(scenario, explainContact(scenario, { contact })).replace(/\n {2}/g, " ");
}

test("a story says that the customer was treated badly, and how many of such leave", () => {
  expect(told(1)).not.toContain("treated badly");
  expect(told(2)).toContain(SENTENCE);
  expect(explainContact(scenario, { contact: 3 }).tries[0]).toMatchObject({
    outcome: "answered",
    waitSeconds: 20,
    treatedBadly: { leaveShare: 0.68 },
  });
  expect(told(3)).toContain(SENTENCE);
  const [calls] = scenario.queues;
  const staying = { ...calls!, customers: { ...calls!.customers!, leaveShare: 0 } };
  const nobodyLeaves = { ...scenario, queues: [staying] };
  const story = formatStoryText(nobodyLeaves, explainContact(nobodyLeaves, { contact: 2 }));
  expect(story).toContain("The customer was treated badly.\n");
});

test("a story of who is not treated badly, or whom nobody asks, says nothing of it", () => {
  const { customers: _, ...plain } = scenario.queues[0]!;
  const silent = { ...scenario, queues: [plain] };
  for (const contact of [1, 2, 3]) {
    expect(explainContact(silent, { contact }).tries[0]).not.toHaveProperty("treatedBadly");
  }
});
