import { expect, it } from "vitest";
import { storySentences } from "../../src/report/story/story-sentences.js";
import { explainContact } from "../../src/run/explain/explain-contact.js";
import type { Outcomes } from "../../src/scenario/outcomes.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { queueOf, scenarioOf, teamOf, timeOf } from "../engine/plain-scenario.js";
import * as outcomes from "../naive/mechanisms/outcomes.js";
import { randomScenario } from "../naive/random-scenario.js";
import { varied } from "../naive/variations.js";

/** The story of the first contact: its tries, and the cause. */
function told(scenario: Scenario, contact = 1): string[][] {
  const story = storySentences(explainContact(scenario, { contact }));
  return [...story.tries.map((one) => [...one]), [story.cause]];
}

function centre(after: OutcomesOfQueue, patience?: number, agents = 1): Scenario {
  return scenarioOf({
    queues: [
      { ...queueOf("calls", { at: [100], after }), handle: { talk: timeOf(60), wrap: timeOf(30) } },
      queueOf("seniors", { at: [90], handle: 200, ...(patience !== undefined && { patience }) }),
    ],
    teams: [teamOf("front"), teamOf("back", { skills: ["seniors"], agents })],
  });
}

type OutcomesOfQueue = Outcomes;

it("tells of a warm escalation, who stayed and how long the handover took", () => {
  const [first, second, cause] = told(
    centre({ escalate: { to: "seniors", chance: 1, warm: timeOf(20) } }),
    2,
  );
  expect(first).toEqual([
    "It came on Monday 2026-03-02 at 00:01:40, in the interval from 00:00.",
    "Nobody waited before it in calls.",
    "Team front: the one agent due was free.",
    "At once agent 1 of front took it, idle for 1m40s until then.",
    "It took 4m00s: 60s of talk, 30s of wrap and 2m30s of handover, until 00:05:40.",
    "When the talk was over, at 00:02:40, it exceeded the agent's powers and was escalated to seniors, " +
      "where the agent stayed with the caller.",
    "In the service level of calls, answered within 20s (ignore-short), it counts as met: answered at once.",
  ]);
  expect(second).toEqual([
    "It came to seniors on Monday 2026-03-02 at 00:02:40, in the interval from 00:00.",
    "Nobody waited before it in seniors.",
    "Team back: the one agent due was busy.",
    "After 2m10s, at 00:04:50, agent 1 of back took it, just done with contact 1.",
    "It took 3m40s: 3m20s of talk and 20s of handover, until 00:08:30.",
    "In the service level of seniors, answered within 20s (ignore-short), it counts as missed: " +
      "answered after 2m10s.",
  ]);
  expect(cause).toEqual(["At its 2nd try it waited 2m10s because the one agent on the phone was busy."]);
});

it("tells of a complaint that nobody answers, comes again and is solved", () => {
  const complaint = { to: "seniors", chance: 1, solved: 1, again: timeOf(600), attempts: 2 };
  const [first, second, third] = told(centre({ complaint }, 50), 2);
  expect(first).toContain(
    "When the talk was over, at 00:02:40, it became a complaint and was passed to seniors, " +
      "while the agent did the wrap.",
  );
  expect(second).toContain("The complaint came again 10m00s later, at 00:13:30, as nobody had answered it.");
  expect(third[0]).toMatch(/^The complaint came to seniors again on .* at 00:13:30/);
  expect(third).toContain("The complaint was solved.");
});

it("tells of a complaint that is answered and not solved", () => {
  const complaint = { to: "seniors", chance: 1, solved: 0, again: timeOf(600), attempts: 1 };
  const [, second, third] = told(centre({ complaint }, undefined, 2), 2);
  for (const one of [second, third]) expect(one).toContain("The complaint was not solved.");
  expect(second).toContain("The complaint came again 10m00s later, at 00:16:00.");
});

it("tells of sales, customers kept and those who call again", () => {
  const [first, second] = told(
    centre({
      sale: { chance: 1, value: timeOf(40) },
      save: { chance: 1, value: timeOf(300) },
      repeat: { chance: 1, after: timeOf(86_000), attempts: 1 },
      transfer: [{ to: "seniors", chance: 0 }],
    }),
    2,
  );
  expect(first.slice(-4)).toEqual([
    "It ended in a sale.",
    "The customer was kept.",
    "In the service level of calls, answered within 20s (ignore-short), it counts as met: answered at once.",
    "Its matter was not resolved: the customer called again 23h53m later, at 23:56:30.",
  ]);
  expect(second[0]).toMatch(/^The customer called calls again on /);
});

it("tells of a caller transferred to a queue with redials only of the redials there", () => {
  const base = centre({ transfer: [{ to: "seniors", chance: 1 }] }, 50);
  const redial = { chance: 1, after: timeOf(20), attempts: 1 };
  const [first, second, third] = told(
    { ...base, queues: [base.queues[0], { ...base.queues[1], redial }] },
    2,
  );
  expect(first.join(" ")).toContain("it was transferred to seniors, while the agent did the wrap.");
  expect(second.at(-1)).toBe("It tried again 20s later, at 00:03:50.");
  expect(third[0]).toMatch(/^It came again, for the 3rd time,/);
  expect(third.at(-1)).toBe("It did not try again, for nobody tries again more than once.");
});

it("draws again, for each call however it came, the patience and the handle time that the engine drew", () => {
  let hungUp = 0;
  let handled = 0;
  for (let number = 0; number < 60; number++) {
    const scenario = varied(number, randomScenario(number), { outcomes });
    if (!outcomes.isUsed(scenario)) continue;
    for (let contact = 1; contact <= 30; contact += 3) {
      let story: ReturnType<typeof explainContact>;
      try {
        story = explainContact(scenario, { contact });
      } catch {
        break;
      }
      for (const { by, outcome, waitSeconds, patienceSeconds, answer } of story.tries) {
        if (by === "first" || by === "redial") continue;
        if (outcome === "abandoned") {
          expect(patienceSeconds).toBeCloseTo(waitSeconds, 6);
          hungUp++;
        }
        if (!answer?.handling) continue;
        const { handleSeconds, talkSeconds, holdSeconds, wrapSeconds, handoverSeconds } = answer.handling;
        const parts = talkSeconds + holdSeconds + wrapSeconds + handoverSeconds;
        if (parts > 0) expect(parts).toBeCloseTo(handleSeconds, 6);
        expect(handoverSeconds).toBeGreaterThan(-1e-6);
        handled++;
      }
    }
  }
  expect(hungUp).toBeGreaterThan(10);
  expect(handled).toBeGreaterThan(30);
});
