import { describe, expect, test } from "vitest";
import { formatJson } from "../../src/report/json.js";
import { storyJson } from "../../src/report/story/story-json.js";
import { widthOf } from "../../src/report/text/display.js";
import { formatStoryText } from "../../src/report/text/story-text.js";
import { explainContact } from "../../src/run/explain/explain-contact.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import {
  breakOf,
  calendarOf,
  queueOf,
  routingOf,
  scenarioOf,
  shiftOf,
  teamOf,
} from "../engine/plain-scenario.js";

const HOUR = 3600;
const COUNTED = "In the service level of calls, answered within 20s (ignore-short)";

/** The story's paragraphs, lines joined, without the head. */
function told(scenario: Scenario, contact: number): string[] {
  const text = formatStoryText(scenario, explainContact(scenario, { contact }));
  for (const line of text.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(100);
  return text
    .trimEnd()
    .split("\n\n")
    .slice(1)
    .map((paragraph) => paragraph.replace(/\n {2}/g, " "));
}

describe("a contact's story, worked by hand and told to the letter", () => {
  test("waits behind others for the one agent", () => {
    const scenario = scenarioOf({
      queues: [
        queueOf("calls", { at: [0, 10, 20, 30], handles: [60, 60, 60, 60], patiences: [900, 900, 25, 900] }),
      ],
    });
    expect(told(scenario, 4)).toEqual([
      [
        "It came on Monday 2026-03-02 at 00:00:30, in the interval from 00:00.",
        "2 contacts waited before it in calls.",
        "Team team: the one agent due was busy.",
        "While it waited, of the 2 before it 1 was answered and 1 hung up.",
        "After 90s, at 00:02:00, agent 1 of team took it, just done with contact 2.",
        "It took 60s of talk, until 00:03:00.",
        `${COUNTED}, it counts as missed: answered after 90s.`,
      ].join("\n"),
      "Why: It waited 90s because the one agent on the phone was busy and 2 contacts waited before it.",
    ]);
    expect(told(scenario, 3)).toEqual([
      [
        "It came on Monday 2026-03-02 at 00:00:20, in the interval from 00:00.",
        "1 contact waited before it in calls.",
        "Team team: the one agent due was busy.",
        "While it waited, the one contact before it still waited at its end.",
        "It hung up after 25s, at 00:00:45, when its patience of 25s was at an end.",
        "In the service level of calls, answered within 20s (ignore-short), it counts as missed: " +
          "hung up after 25s, later than the 20s that are ignored.",
      ].join("\n"),
      "Why: It hung up because its patience of 25s ended before its turn: " +
        "the one agent on the phone was busy and 1 contact waited before it.",
    ]);
    expect(told(scenario, 1).at(-1)).toBe("Why: It did not wait because an agent was free.");
  });

  test("meets agents on a break, off to other queues, and overflow", () => {
    const scenario = scenarioOf({
      queues: [
        queueOf("calls", { at: [11 * HOUR + 60], handle: 100 }),
        queueOf("mail", { at: [11 * HOUR + 30, 11 * HOUR + 40], handles: [200, 30] }),
      ],
      teams: [
        teamOf("own", { roster: { day: 2 } }),
        teamOf("both", { skills: [{ queue: "mail" }, { queue: "calls", preference: 2, speed: 0.5 }] }),
        teamOf("other", { skills: ["mail"], agents: 1 }),
      ],
      shifts: [shiftOf("day", 9 * HOUR, 8 * HOUR, { breaks: [breakOf(2 * HOUR, 1800)] })],
      routing: routingOf({ overflow: [{ queue: "calls", afterSeconds: 45, to: ["other"] }] }),
    });
    expect(told(scenario, 3)).toEqual([
      [
        "It came on Monday 2026-03-02 at 11:01:00, in the interval from 11:00.",
        "Nobody waited before it in calls.",
        "Team own: both agents due were on a break.",
        "Team both: the one agent due was busy with mail.",
        "Team other, open to it only after 45s: the one agent due was busy with mail.",
        "After 45s, at 11:01:45, overflow opened it to other, of whom 1 was free.",
        "After 45s, at 11:01:45, agent 1 of other took it by overflow, idle for 35s until then.",
        "It took 1m40s of talk, until 11:03:25.",
        `${COUNTED}, it counts as missed: answered after 45s.`,
      ].join("\n"),
      "Why: It waited 45s for an agent of other, whom overflow had opened to it, because the one agent " +
        "on the phone was busy, while 2 of the 3 due were on a break.",
    ]);
  });

  test("tries again after a busy signal, until nobody tries again", () => {
    const redial = { chance: 1, after: { kind: "constant", seconds: 30 } as const, attempts: 1 };
    const queue = queueOf("calls", { at: [0, 10], handle: 150, lines: 1, redial });
    expect(told(scenarioOf({ queues: [queue] }), 2)).toEqual([
      [
        "It came on Monday 2026-03-02 at 00:00:10, in the interval from 00:00.",
        "The one line of calls was taken: it met a busy signal.",
        "In the service level of calls, answered within 20s (ignore-short), it is left out: " +
          "blocked, which this queue does not count as offered.",
        "It tried again 30s later, at 00:00:40.",
      ].join("\n"),
      [
        "It came again, for the 2nd time, on Monday 2026-03-02 at 00:00:40, in the interval from 00:00.",
        "The one line of calls was taken: it met a busy signal.",
        "In the service level of calls, answered within 20s (ignore-short), it is left out: " +
          "blocked, which this queue does not count as offered.",
        "It did not try again, for nobody tries again more than once.",
      ].join("\n"),
      "Why: At its 2nd try it met a busy signal because all lines were taken: " +
        "the one agent on the phone was busy.",
    ]);
  });

  test("hangs up first and is answered at once later: the cause is that of the wait", () => {
    const redial = { chance: 1, after: { kind: "constant", seconds: 300 } as const, attempts: 1 };
    const queue = queueOf("calls", { at: [0, 10], handles: [150, 60], patiences: [900, 40], redial });
    expect(told(scenarioOf({ queues: [queue] }), 2).at(-1)).toBe(
      "Why: At its 1st try it hung up because its patience of 40s ended before its turn: " +
        "the one agent on the phone was busy; at the last, its 2nd, it was answered at once.",
    );
  });

  test("meets a closed centre, or is left when it closes", () => {
    const scenario = scenarioOf({
      calendar: calendarOf({
        days: 2,
        open: [
          [8 * HOUR, 17 * HOUR],
          [32 * HOUR, 41 * HOUR],
        ],
      }),
      queues: [queueOf("calls", { at: [17 * HOUR - 100, 17 * HOUR - 50, 17 * HOUR + 1], handle: 2000 })],
    });
    expect(told(scenario, 3)).toEqual([
      [
        "It came on Monday 2026-03-02 at 17:00:01, in the interval from 17:00.",
        "The centre was closed; it opened at 08:00:00 on Tuesday 2026-03-03.",
        `${COUNTED}, it is left out: neither answered nor hung up.`,
      ].join("\n"),
      "Why: It was turned away because the centre was closed.",
    ]);
    expect(told(scenario, 2).slice(-1)).toEqual([
      "Why: It was left unserved because the one agent on the phone was busy, " +
        "and the centre closed before its turn came.",
    ]);
  });

  test("waits for the first shift of the day", () => {
    const scenario = scenarioOf({
      queues: [queueOf("calls", { at: [8.5 * HOUR] })],
      teams: [teamOf("team", { roster: { day: 3 } })],
      shifts: [shiftOf("day", 9 * HOUR, 8 * HOUR)],
    });
    const [story, why] = told(scenario, 1);
    expect(story).toContain("Team team: no agent was due; the next, 3 agents, at 09:00:00.");
    expect(story).toContain(
      "After 30m00s, at 09:00:00, agent 1 of team (shift day) took it, who had just come.",
    );
    expect(why).toBe(
      "Why: It waited 30m00s because no agent for calls was on shift; the next were due at 09:00:00.",
    );
  });
});

describe("a contact's story", () => {
  test("has the same facts as JSON, and hostile names as data", () => {
    const name = 'x\u001b[31m"</script>\n';
    const scenario = scenarioOf({
      queues: [queueOf(name, { at: [0, 1] })],
      teams: [teamOf("=cmd\u0007", { skills: [name] })],
    });
    const story = explainContact(scenario, { contact: 2 });
    const text = formatStoryText(scenario, story);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there is none is the point
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    const json = JSON.parse(formatJson(storyJson(story)));
    expect(json.queue).toBe(name);
    expect(json.tries[0]).toMatchObject({
      waitSeconds: 59,
      patienceSeconds: null,
      outcome: "answered",
      answer: { agent: 1, before: { kind: "contact", contact: 1 } },
      service: { verdict: "missed" },
    });
    expect(json.tries[0].sentences).toContain("It took 60s of talk, until 00:02:00.");
    expect(json.cause).toBe("It waited 59s because the one agent on the phone was busy.");
  });
});
