import { describe, expect, test } from "vitest";
import { compile } from "../../src/model/model.js";
import { storySentences } from "../../src/report/story/story-sentences.js";
import { explainContact } from "../../src/run/explain/explain-contact.js";
import { longestWait } from "../../src/run/explain/longest-wait.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { calendarOf, queueOf, scenarioOf, teamOf } from "../engine/plain-scenario.js";
import * as chats from "../naive/mechanisms/chats.js";
import * as deferred from "../naive/mechanisms/deferred.js";
import * as visits from "../naive/mechanisms/visits.js";
import { simulateNaively } from "../naive/naive-simulator.js";
import { randomScenario } from "../naive/random-scenario.js";
import { varied } from "../naive/variations.js";

const HOUR = 3600;
const story = (scenario: Scenario, contact: number) => explainContact(scenario, { contact });
const lines = (scenario: Scenario, contact: number) => {
  const { tries, cause } = storySentences(story(scenario, contact));
  return [...tries.flat(), cause];
};

describe("the story of a contact that waits over night", () => {
  const mails = scenarioOf({
    calendar: calendarOf({ open: [[8 * HOUR, 18 * HOUR]] }),
    queues: [
      queueOf("calls", {
        channel: "email",
        at: [7 * HOUR],
        handle: 600,
        backlog: { contacts: 2, age: { kind: "constant", seconds: 2 * HOUR } },
        serviceLevel: { withinSeconds: HOUR, counting: "ignore-short", underSeconds: 5, hours: "open" },
      }),
    ],
  });

  test("tells how old it was, when the centre opened, and how much of its wait counts", () => {
    const [first] = story(mails, 2).tries;
    expect(first).toMatchObject({
      by: "backlog",
      outcome: "answered",
      ageSeconds: 2 * HOUR,
      waitSeconds: 10 * HOUR + 600,
      openWaitSeconds: 2 * HOUR + 600,
      waitsFor: { clockSeconds: 8 * HOUR },
      service: { verdict: "missed" },
    });
    expect(lines(mails, 2)).toEqual(
      expect.arrayContaining([
        "It was waiting when counted time started, on Monday 2026-03-02 at 00:00:00.",
        "It had waited 2h00m by then.",
        "The centre was closed until 08:00:00; what comes this way waits.",
        "In the service level of calls, answered within 1h00m (ignore-short), it counts as missed: " +
          "answered after 10h10m, 2h10m of it in opening hours.",
      ]),
    );
    expect(story(mails, 3).tries[0]).toMatchObject({ waitSeconds: HOUR + 1200, openWaitSeconds: 1200 });
  });

  test("is that of the longest wait, its age and all", () => {
    expect(longestWait(mails)).toEqual({ contact: 2, queue: "calls", waitSeconds: 10 * HOUR + 600 });
  });
});

test("the agents who kept a visitor waiting were at work, and those of a caller on the phone", () => {
  const waited = (channel: "visit" | "chat" | "phone") =>
    lines(scenarioOf({ queues: [queueOf("calls", { channel, at: [0, 1] })] }), 2).at(-1);
  expect(waited("visit")).toBe("It waited 59s because the one agent at work was busy.");
  expect(waited("chat")).toBe("It waited 59s because the one agent at work was busy.");
  expect(waited("phone")).toBe("It waited 59s because the one agent on the phone was busy.");
});

test("the story of a visitor who finds no seat says so, and how many there are", () => {
  const guests = (seats: number) =>
    scenarioOf({
      queues: [queueOf("guests", { channel: "visit", at: [0, 1, 2], seats })],
      teams: [teamOf("team", { skills: ["guests"] })],
    });
  expect(lines(guests(1), 3)).toContain("No agent was free and the only seat was taken: it went away.");
  expect(lines(guests(0), 2)).toContain("No agent was free and there are no seats to wait on: it went away.");
  expect(lines(guests(1), 3).at(-1)).toMatch(/^It went away because there was no seat to wait on/);
});

test("the story of a chat tells of the others in its agent's hands, and how long it would have been alone", () => {
  const two = scenarioOf({
    queues: [queueOf("calls", { channel: "chat", concurrency: 2, slowdown: 1, at: [0, 10], handle: 60 })],
  });
  const [chat] = story(two, 2).tries;
  expect(chat.answer).toMatchObject({
    before: { kind: "beside", contacts: 1 },
    handling: { handleSeconds: 110, talkSeconds: 110, aloneSeconds: 60 },
  });
  expect(lines(two, 2)).toEqual(
    expect.arrayContaining([
      "At once agent 1 of team took it, beside 1 other in hand.",
      "It took 1m50s of talk, for its agent had others in hand; alone it would have been 60s, " +
        "until 00:02:00.",
    ]),
  );
});

test("the story of any contact ends as the naive simulator tells it", () => {
  const ends = {
    answered: "answered",
    abandons: "abandoned",
    blocked: "blocked",
    closed: "closed",
    unserved: "unserved",
    balks: "balked",
  } as const;
  const told = new Set<string>();
  for (let number = 0; number < 40; number++) {
    const scenario = varied(number, randomScenario(number), { deferred, visits, chats });
    const { rows } = simulateNaively(compile(scenario), scenario.run.seed, 1);
    const fates = new Map<string, string>();
    for (const row of rows) {
      const [, event, contact] = row.split(" ");
      if (event === "arrives" || event === "backlog") fates.set(contact, "waiting");
      if (event in ends) fates.set(contact, ends[event as keyof typeof ends]);
    }
    for (const [contact, fate] of [...fates].slice(0, 60).filter((_, at) => at % 6 === 0)) {
      const { tries } = story(scenario, Number(contact));
      expect(tries.at(-1)!.outcome, `${number}: ${contact}`).toBe(fate);
      told.add(fate);
    }
  }
  expect(told).toContain("balked");
});
