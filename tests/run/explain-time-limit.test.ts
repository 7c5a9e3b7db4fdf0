import { expect, it } from "vitest";
import { storySentences } from "../../src/report/story/story-sentences.js";
import { explainContact } from "../../src/run/explain/explain-contact.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { queueOf, scenarioOf, teamOf, timeOf } from "../engine/plain-scenario.js";
import * as growingTalk from "../naive/mechanisms/growing-talk.js";
import * as outcomes from "../naive/mechanisms/outcomes.js";
import * as people from "../naive/mechanisms/people.js";
import * as selfService from "../naive/mechanisms/self-service.js";
import * as timeLimits from "../naive/mechanisms/time-limits.js";
import { randomScenario } from "../naive/random-scenario.js";
import { varied } from "../naive/variations.js";

/** Calls of 400 s of talk, 100 s of hold and 30 s of wrap, of which an agent does 450 s. */
function centre(): Scenario {
  const handover = { to: "seniors", afterSeconds: 450 };
  return scenarioOf({
    queues: [
      {
        ...queueOf("calls", { at: [100], after: { handover } }),
        handle: { talk: timeOf(400), hold: timeOf(100), wrap: timeOf(30) },
      },
      queueOf("seniors", { at: [500], handle: 200 }),
    ],
    teams: [teamOf("front"), teamOf("back", { skills: [{ queue: "seniors", speed: 2 }] })],
  });
}

it("tells how long the first agent had the contact, and what the second did of it", () => {
  const story = explainContact(centre(), { contact: 1 });
  const [first, second] = storySentences(story).tries;
  expect(first.slice(3, 6)).toEqual([
    "At once agent 1 of front took it, idle for 1m40s until then.",
    "It took 7m30s: 6m40s of talk and 50s on hold, until 00:09:10.",
    "At 00:09:10, after 7m30s of talk and hold, it was handed over to seniors, to finish there.",
  ]);
  // 50 s of hold and 30 s of wrap, at twice the speed, after the seniors' own of 100 s from 500 on.
  expect(second).toEqual([
    "It came to seniors on Monday 2026-03-02 at 00:09:10, in the interval from 00:00.",
    "Nobody waited before it in seniors.",
    "Team back: the one agent due was busy.",
    "After 50s, at 00:10:00, agent 1 of back took it, just done with contact 2.",
    "It took 40s: 25s on hold and 15s of wrap, at 2 times the common speed, until 00:10:40.",
    "In the service level of seniors, answered within 20s (ignore-short), it counts as missed: " +
      "answered after 50s.",
  ]);
  expect(story.tries[0].after?.passed).toMatchObject({ kind: "handover", to: "seniors", limitSeconds: 450 });
});

it("knows what was left where talk and hold had become longer, by self-service and by learning", () => {
  // For those whom self-service did not help 600 s, 150 s and 45 s, for a beginner twice that: 1200 s of talk
  // and 100 s of 300 s of hold; anybody else needs 100 s of hold and 45 s of wrap for what is left.
  const base = centre();
  const [calls, seniors] = base.queues;
  const selfService = {
    reachesShare: 1,
    time: timeOf(10),
    containsShare: 0,
    harderShare: 0.5,
    always: false,
  };
  const handover = { to: "seniors", afterSeconds: 1300 };
  const scenario = {
    ...base,
    queues: [
      { ...calls, selfService, after: { handover } },
      { ...seniors, arrivals: queueOf("seniors").arrivals },
    ],
    teams: [
      teamOf("front", {
        tenure: { kind: "hired", groups: [{ agents: 1, tenureSeconds: 0 }] },
        learning: { handle: { start: 2, halfSeconds: 1e15 } },
      }),
      teamOf("back", { skills: ["seniors"] }),
    ],
  };
  const [first, second] = storySentences(explainContact(scenario, { contact: 1 })).tries;
  expect(first.join(" ")).toContain("It took 21m40s: 20m00s of talk and 1m40s on hold, 2 times as long as");
  expect(second.join(" ")).toContain("It took 2m25s: 1m40s on hold and 45s of wrap, until");
});

it("knows it where a table says that handle times are longer, and where talk grows with the wait", () => {
  // The table stretches 400 s, 100 s and 30 s to 800 s, 200 s and 60 s; the second caller, who waits for the
  // first until the limit of 850 s, talks a tenth of 800 s longer: 850 s of 880 s of talk.
  const base = centre();
  const [, seniors] = base.queues;
  const handle = { talk: timeOf(400), hold: timeOf(100), wrap: timeOf(30) };
  const steps = [{ fromSeconds: 0, toSeconds: 3600, contacts: 400, ahtSeconds: 1060 }];
  const scenario = {
    ...base,
    queues: [
      {
        ...queueOf("calls", { after: { handover: { to: "seniors", afterSeconds: 850 } } }),
        arrivals: { kind: "table" as const, steps, factor: 1, events: [] },
        handle,
        handleGrowth: { perSeconds: 1, byShare: 1, mostShare: 0.1 },
      },
      { ...seniors, arrivals: queueOf("seniors").arrivals },
    ],
    teams: [teamOf("front"), teamOf("back", { skills: ["seniors"] })],
  };
  const told = (contact: number) =>
    storySentences(explainContact(scenario, { contact })).tries.map((one) => one.join(" "));
  expect(told(1)[0]).toContain("It took 14m10s: 13m20s of talk and 50s on hold, until");
  expect(told(1)[1]).toContain("It took 3m30s: 2m30s on hold and 60s of wrap, until");
  expect(told(2)[0]).toContain("It took 14m10s of talk, until");
  expect(told(2)[1]).toContain("It took 4m50s: 30s of talk, 3m20s on hold and 60s of wrap, until");
});

const PARTS = { outcomes, people, selfService, growingTalk, timeLimits };

it("finds the parts of what was left, and the patience, that the engine had, whatever else there is", () => {
  let hungUp = 0;
  let finished = 0;
  for (let number = 0; number < 150; number++) {
    const scenario = varied(number, randomScenario(number), PARTS);
    if (!timeLimits.isUsed(scenario)) continue;
    for (let contact = 1; contact <= 30; contact += 4) {
      let story: ReturnType<typeof explainContact>;
      try {
        story = explainContact(scenario, { contact });
      } catch {
        continue;
      }
      for (const { by, queue, outcome, waitSeconds, patienceSeconds, answer, after } of story.tries) {
        const { handling } = answer ?? {};
        if (handling && after?.passed?.kind === "handover") {
          const { talkSeconds, holdSeconds, wrapSeconds, handoverSeconds, handleSeconds } = handling;
          expect(talkSeconds + holdSeconds + handoverSeconds).toBeCloseTo(handleSeconds, 6);
          expect(wrapSeconds).toBe(0);
        }
        if (by !== "handover") continue;
        if (outcome === "abandoned") {
          expect(patienceSeconds).toBeCloseTo(waitSeconds, 6);
          hungUp++;
        }
        const grows = scenario.queues.find(({ name }) => name === queue)!.handleGrowth !== undefined;
        if (!handling || after?.passed || answer!.behind || grows) continue;
        const { talkSeconds, holdSeconds, wrapSeconds, handleSeconds } = handling;
        expect(talkSeconds + holdSeconds + wrapSeconds).toBeCloseTo(handleSeconds, 6);
        finished++;
      }
    }
  }
  expect(hungUp).toBeGreaterThan(5);
  expect(finished).toBeGreaterThan(10);
});
