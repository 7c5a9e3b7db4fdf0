import { describe, expect, it } from "vitest";
import { storySentences } from "../../src/report/story/story-sentences.js";
import { explainContact } from "../../src/run/explain/explain-contact.js";
import { longestWait } from "../../src/run/explain/longest-wait.js";
import { queueOf, scenarioOf, teamOf } from "../engine/plain-scenario.js";

const CALLBACK = {
  overSeconds: 60,
  acceptShare: 1,
  reachShare: 1,
  attempts: 1,
  retrySeconds: 600,
  dialSeconds: 30,
};
const told = (scenario: ReturnType<typeof scenarioOf>, contact: number) => {
  const story = explainContact(scenario, { contact, replication: 0 });
  const { tries, cause } = storySentences(story);
  return { text: tries.flat().join(" "), cause, story };
};

describe("the story of a contact tells what befell it before an agent took it", () => {
  const calls = (reachShare: number) =>
    scenarioOf({
      queues: [queueOf("calls", { at: [0, 10], handle: 100, callback: { ...CALLBACK, reachShare } })],
    });

  it("a callback, which counts in no service level", () => {
    const { text, cause, story } = told(calls(1), 2);
    expect(text).toMatch(/It asked to be called back, .* An agent called .* After 2m00s, .* took it/);
    expect(text).toContain("it is left out");
    expect(cause).toMatch(
      /^It was called back 2m00s later because all 1 agent|^It was called back 2m00s later/,
    );
    expect(story.tries[0].door?.map(({ what }) => what)).toEqual(["asksCallback", "callsBack"]);
  });

  it("and the longest wait is none of those who hung up to be called back", () => {
    // The second asks to be called back at 10 and is; the third, of another queue, waits for 45 s.
    const scenario = scenarioOf({
      queues: [...calls(1).queues, queueOf("others", { at: [55], handle: 5 })],
      teams: [teamOf("team", { skills: [{ queue: "calls", preference: 2 }, "others"] })],
    });
    expect(longestWait(scenario)).toEqual({ contact: 3, queue: "others", waitSeconds: 45 });
    // Of one whom nobody reached nothing waits on until the end.
    expect(longestWait(calls(0))).toBeUndefined();
  });

  it("a callback that nobody answered", () => {
    const { text, cause } = told(calls(0), 2);
    expect(text).toContain("nobody answered the last call: it was given up.");
    expect(cause).toMatch(/^It was called back in vain/);
  });

  it("a wait that it heard of and left", () => {
    const announce = { overSeconds: 0, leave: [{ overSeconds: 0, share: 1 }], patienceFactor: 1 };
    const { text, cause } = told(scenarioOf({ queues: [queueOf("calls", { at: [0, 0], announce })] }), 2);
    expect(text).toContain("It heard how long it would wait. It left at once.");
    expect(cause).toMatch(/^It left on hearing how long it would wait/);
  });

  it("a wait that it heard of, and more patience", () => {
    const announce = { overSeconds: 0, leave: [], patienceFactor: 3 };
    const queues = [queueOf("calls", { at: [0, 0], handle: 100, patience: 20, announce })];
    const { text } = told(scenarioOf({ queues }), 2);
    expect(text).toMatch(/It hung up after 60s, .* when its patience of 60s was at an end/);
  });

  it("self-service, where it was in vain, and with which it was settled", () => {
    const selfService = {
      time: { kind: "constant", seconds: 90 },
      containsShare: 0,
      harderShare: 0,
      reachesShare: 1,
      always: false,
    } as const;
    const vain = scenarioOf({ queues: [queueOf("calls", { at: [0], selfService })] });
    expect(told(vain, 1).text).toContain("It had tried self-service first, for 90s, in vain.");
    const settles = { ...selfService, containsShare: 1 };
    const settled = scenarioOf({ queues: [queueOf("calls", { at: [0], selfService: settles })] });
    expect(() => told(settled, 1)).toThrow("was settled in self-service and came to no queue");
  });
});
