import { describe, expect, it } from "vitest";
import {
  crewTotals,
  linesOf,
  queueOf,
  queueTotals,
  routingOf,
  scenarioOf,
  shiftOf,
  shiftTotals,
  teamOf,
  traced,
} from "./plain-scenario.js";

const mailOf = (parts: Parameters<typeof queueOf>[1]) => queueOf("mail", { interruptible: true, ...parts });
const EVENTS = ["answered", "interrupted", "resumes", "ends", "waits"];

describe("a contact of an interruptible queue", () => {
  it("is put down for one of another queue and finished later, and counts as answered once", () => {
    // 100 s of mail begun at 0, 40 s of them done when the call of 30 s comes; the other 60 s from 70 to 130.
    const run = traced(
      scenarioOf({
        queues: [mailOf({ at: [0, 10], handles: [100, 5] }), queueOf("calls", { at: [40], handle: 30 })],
        teams: [teamOf("team", { skills: ["mail", "calls"] })],
      }),
    );
    expect(linesOf(run, ...EVENTS)).toEqual([
      "0 answered #1 mail team/0",
      "10 waits #2 mail",
      "40 interrupted #1 mail team/0",
      "40 answered #3 calls team/0",
      "70 ends #3 calls team/0",
      "70 resumes #1 mail team/0",
      "130 ends #1 mail team/0",
      "130 answered #2 mail team/0",
      "135 ends #2 mail team/0",
    ]);
    expect(queueTotals(run, 0)).toMatchObject({
      arrived: 2,
      answered: 2,
      interrupted: 1,
      talkSeconds: 105,
      answeredWaitSeconds: 120,
    });
    expect(crewTotals(run)).toMatchObject({ answered: 3, busySeconds: 135 });
    expect(shiftTotals(run)).toMatchObject({ handled: 3 });
  });

  it("goes on with what is left of talk, then hold, then wrap, at the speed of who takes it up", () => {
    // Drawn 40, 20 and 30 s; the first agent, twice as fast, has done 20 of talk and 5 of hold at 25: left
    // are 5 of hold and 15 of wrap at his speed, 10 and 30 at the other's, who comes free at 35: until 75.
    const run = traced(
      scenarioOf({
        queues: [
          {
            ...mailOf({ at: [0] }),
            handle: {
              talk: { kind: "constant", seconds: 40 },
              hold: { kind: "constant", seconds: 20 },
              wrap: { kind: "constant", seconds: 30 },
            },
          },
          queueOf("calls", { at: [25], handle: 100 }),
          queueOf("other", { at: [0], handle: 35 }),
        ],
        teams: [
          teamOf("fast", { skills: [{ queue: "mail", speed: 2 }, "calls"] }),
          teamOf("slow", { skills: [{ queue: "mail", preference: 2 }, "other"] }),
        ],
      }),
    );
    expect(linesOf(run, "interrupted", "resumes", "ends")).toEqual([
      "25 interrupted #1 mail fast/0",
      "35 ends #2 other slow/1",
      "35 resumes #1 mail slow/1",
      "75 ends #1 mail slow/1",
      "125 ends #3 calls fast/0",
    ]);
    // Booked are 20 s of talk, 5 and 10 of hold, and 30 of wrap.
    expect(queueTotals(run, 0)).toMatchObject({ talkSeconds: 20, holdSeconds: 15, wrapSeconds: 30 });
  });

  it("is put down by who began last, in the team that prefers the call most", () => {
    const run = traced(
      scenarioOf({
        queues: [mailOf({ at: [0, 1, 2, 3, 4], handle: 1000 }), queueOf("calls", { at: [10, 11, 12] })],
        teams: [
          teamOf("second", { agents: 2, skills: ["mail", { queue: "calls", preference: 2 }] }),
          teamOf("third", { skills: ["mail", { queue: "calls", preference: 2 }] }),
          teamOf("first", { agents: 2, skills: [{ queue: "mail", preference: 2 }, "calls"] }),
        ],
      }),
    );
    // Agents 0 to 2 began at 0 to 2, those who prefer calls at 3 and 4.
    expect(linesOf(run, "answered", "interrupted").slice(5)).toEqual([
      "10 interrupted #5 mail first/4",
      "10 answered #6 calls first/4",
      "11 interrupted #4 mail first/3",
      "11 answered #7 calls first/3",
      "12 interrupted #3 mail third/2",
      "12 answered #8 calls third/2",
    ]);
  });

  it("is not put down for one of an interruptible queue, nor for a skill that asks for several free agents", () => {
    const run = traced(
      scenarioOf({
        queues: [
          mailOf({ at: [0], handle: 100 }),
          queueOf("fax", { at: [10], interruptible: true }),
          queueOf("orders", { at: [20] }),
        ],
        teams: [teamOf("team", { skills: ["mail", "fax", { queue: "orders", whenFree: 2 }] })],
      }),
    );
    expect(linesOf(run, "interrupted")).toEqual([]);
  });

  it("is not put down by who lacks a language, nor past the end of a shift", () => {
    const run = traced(
      scenarioOf({
        queues: [
          mailOf({ at: [0, 1, 2], handle: 7200 }),
          queueOf("calls", { at: [10, 20, 3700], needs: ["spanish"] }),
        ],
        teams: [
          teamOf("team", {
            roster: { early: 2, late: 1 },
            skills: ["mail", "calls"],
            has: [{ name: "spanish", agents: 1 }],
          }),
        ],
        shifts: [shiftOf("early", 0, 3600), shiftOf("late", 0, 14_400)],
      }),
    );
    // Agents 0 and 2 speak Spanish; the first call goes to 2, who began last, the second to 0. At 70
    // and 80 they go on, 2 with the mail that came first. At 3700 agent 0 is past the end, so 2 takes the
    // third.
    expect(linesOf(run, "interrupted").map((line) => line.split(" ").slice(0, 5).join(" "))).toEqual([
      "10 interrupted #3 mail team/2",
      "20 interrupted #1 mail team/0",
      "3700 interrupted #1 mail team/2",
    ]);
  });

  it("is taken up at once by an idle agent whom the other contact had no use for", () => {
    const run = traced(
      scenarioOf({
        queues: [
          mailOf({ at: [0, 1], handle: 100 }),
          queueOf("calls", { at: [10] }),
          queueOf("other", { at: [0], handle: 5 }),
        ],
        teams: [
          teamOf("calls", { skills: ["mail", "calls"] }),
          teamOf("mail", { skills: [{ queue: "mail", preference: 2 }, "other"] }),
        ],
      }),
    );
    // The second mail waits behind the other contact until 5, so agent 1 is busy when the call comes; not
    // idle.
    expect(linesOf(run, "interrupted", "resumes").slice(0, 2)).toEqual([
      "10 interrupted #1 mail calls/0",
      "70 resumes #1 mail calls/0",
    ]);
    const idle = traced(
      scenarioOf({
        queues: [mailOf({ at: [0], handle: 100 }), queueOf("calls", { at: [10] })],
        teams: [
          teamOf("calls", { skills: ["mail", "calls"] }),
          teamOf("mail", { skills: [{ queue: "mail", preference: 2 }] }),
        ],
      }),
    );
    expect(linesOf(idle, "interrupted", "answered", "resumes")).toEqual([
      "0 answered #1 mail calls/0",
      "10 interrupted #1 mail calls/0",
      "10 answered #2 calls calls/0",
      "10 resumes #1 mail mail/1",
    ]);
  });

  it("is taken up by whom overflow has opened to it, and by no other", () => {
    // Both mails of the first pair overflow at once to the helper and to a second one. The call at 10 puts
    // down what the helper has; nobody else is idle until the second helper is at 30.
    const run = traced(
      scenarioOf({
        queues: [
          mailOf({ at: [0, 0], handle: 100 }),
          queueOf("calls", { at: [10, 11], handles: [50, 40] }),
          queueOf("other", { at: [0], handle: 30 }),
        ],
        teams: [
          teamOf("mail", { skills: ["mail"] }),
          teamOf("helper", { skills: ["calls"] }),
          teamOf("second", { skills: ["other"] }),
        ],
        routing: routingOf({ overflow: [{ queue: "mail", afterSeconds: 5, to: ["helper", "second"] }] }),
      }),
    );
    expect(linesOf(run, "overflows", "interrupted", "resumes", "answered")).toEqual([
      "0 answered #1 mail mail/0",
      "0 answered #3 other second/2",
      "5 overflows #2 mail",
      "5 answered #2 mail helper/1",
      "10 interrupted #2 mail helper/1",
      "10 answered #4 calls helper/1",
      "30 resumes #2 mail second/2",
      "60 answered #5 calls helper/1",
    ]);
    // With the second helper idle it goes on at once; one that has passed no rule is none of theirs.
    const idle = traced(
      scenarioOf({
        queues: [
          mailOf({ at: [0, 0, 1], handle: 100 }),
          queueOf("calls", { at: [10, 20], handle: 50 }),
          queueOf("other", { at: [200] }),
        ],
        teams: [
          teamOf("mail", { skills: ["mail", { queue: "calls", preference: 2 }] }),
          teamOf("helper", { skills: ["calls"] }),
          teamOf("second", { skills: ["other"] }),
        ],
        routing: routingOf({ overflow: [{ queue: "mail", afterSeconds: 5, to: ["helper", "second"] }] }),
      }),
    );
    expect(linesOf(idle, "interrupted", "resumes", "answered")).toEqual([
      "0 answered #1 mail mail/0",
      "5 answered #2 mail helper/1",
      "6 answered #3 mail second/2",
      "10 interrupted #2 mail helper/1",
      "10 answered #4 calls helper/1",
      "20 interrupted #1 mail mail/0",
      "20 answered #5 calls mail/0",
      "60 resumes #2 mail helper/1",
      "70 resumes #1 mail mail/0",
      "200 answered #6 other second/2",
    ]);
  });

  it("is left lying by whom overflow has opened only another one behind it", () => {
    // Mails #1 and #2 overflowed to nobody, #4 to the helper and the second team; all are put down. The
    // second team is free at 30 and may take #4 alone.
    const run = traced(
      scenarioOf({
        queues: [
          mailOf({ at: [0, 0, 1], handle: 100 }),
          queueOf("calls", { at: [10, 11, 12], handle: 50 }),
          queueOf("other", { at: [0], handle: 30 }),
        ],
        teams: [
          teamOf("mail", { agents: 2, skills: ["mail", { queue: "calls", preference: 2 }] }),
          teamOf("helper", { skills: ["calls"] }),
          teamOf("second", { skills: ["other"] }),
        ],
        routing: routingOf({ overflow: [{ queue: "mail", afterSeconds: 5, to: ["helper", "second"] }] }),
      }),
    );
    expect(linesOf(run, "interrupted", "resumes")).toEqual([
      "10 interrupted #4 mail helper/2",
      "11 interrupted #2 mail mail/1",
      "12 interrupted #1 mail mail/0",
      "30 resumes #4 mail second/3",
      "61 resumes #2 mail mail/1",
      "62 resumes #1 mail mail/0",
    ]);
  });

  it("goes, of two that came at one instant, behind that of the queue named first", () => {
    const run = traced(
      scenarioOf({
        queues: [
          mailOf({ at: [0], handle: 100 }),
          queueOf("fax", { at: [0], handle: 100, interruptible: true }),
          queueOf("calls", { at: [10, 10], handles: [50, 60] }),
        ],
        teams: [teamOf("team", { agents: 2, skills: ["fax", "mail", "calls"] })],
      }),
    );
    expect(linesOf(run, "resumes")).toEqual(["60 resumes #1 mail team/1", "70 resumes #2 fax team/0"]);
  });

  it("stands before those of its queue that wait, and among others where it came", () => {
    // Put down are mail #1 of 0 and fax #2 of 1; note #3 came at 1 too, waits since then and goes behind the
    // fax, which has been begun; note #4 came later.
    const run = traced(
      scenarioOf({
        queues: [
          mailOf({ at: [1], handle: 100 }),
          queueOf("fax", { at: [0], handle: 100, interruptible: true }),
          queueOf("notes", { at: [1, 2], handle: 10, interruptible: true }),
          queueOf("calls", { at: [10, 10], handle: 50 }),
        ],
        teams: [teamOf("team", { agents: 2, skills: ["mail", "fax", "notes", "calls"] })],
      }),
    );
    expect(linesOf(run, "interrupted", "resumes", "answered").slice(2)).toEqual([
      "10 interrupted #2 mail team/1",
      "10 answered #5 calls team/1",
      "10 interrupted #1 fax team/0",
      "10 answered #6 calls team/0",
      "60 resumes #1 fax team/1",
      "60 resumes #2 mail team/0",
      "150 answered #3 notes team/1",
      "151 answered #4 notes team/0",
    ]);
  });

  it("is no caller that closing sends away: it is finished when agents are there again", () => {
    const run = traced(
      scenarioOf({
        queues: [mailOf({ at: [0, 5], handle: 100 }), queueOf("calls", { at: [40], handle: 30 })],
        teams: [teamOf("team", { roster: { early: 1, late: 1 }, skills: ["mail", "calls"] })],
        shifts: [shiftOf("early", 0, 60), shiftOf("late", 600, 600)],
        calendar: { ...scenarioOf().calendar, open: [{ fromSeconds: 0, toSeconds: 60 }] },
      }),
    );
    expect(linesOf(run, "interrupted", "resumes", "unserved", "logsOff", "ends")).toEqual([
      "40 interrupted #1 mail team/0",
      "60 unserved #2 mail",
      "70 ends #3 calls team/0",
      "70 logsOff team/0",
      "600 resumes #1 mail team/1",
      "660 ends #1 mail team/1",
      "1200 logsOff team/1",
    ]);
    expect(queueTotals(run, 0)).toMatchObject({ arrived: 2, answered: 1, unserved: 1, waiting: 0 });
  });

  it("goes on with whom one more free agent lets take it, who lacks the language himself", () => {
    // Agent 0 alone may write Spanish, and while two are free. At 40 his call is done, at 60 the other's too.
    const run = traced(
      scenarioOf({
        queues: [
          mailOf({ at: [0], handle: 100, needs: ["spanish"] }),
          queueOf("calls", { at: [5, 10], handles: [55, 30] }),
        ],
        teams: [
          teamOf("team", {
            agents: 2,
            skills: ["calls", { queue: "mail", whenFree: 2 }],
            has: [{ name: "spanish", agents: 1 }],
          }),
        ],
      }),
    );
    expect(linesOf(run, "interrupted", "ends", "resumes")).toEqual([
      "10 interrupted #1 mail team/0",
      "40 ends #3 calls team/0",
      "60 ends #2 calls team/1",
      "60 resumes #1 mail team/0",
      "150 ends #1 mail team/0",
    ]);
  });

  it("counts as waiting for its queue's ratio", () => {
    // At 60 mail has one put down and one waiting, a has one waiting: 2 against 1.
    const run = traced(
      scenarioOf({
        queues: [
          mailOf({ at: [5, 12], handle: 100 }),
          queueOf("a", { at: [1], handle: 100, interruptible: true }),
          queueOf("calls", { at: [0, 10], handles: [3, 50] }),
        ],
        teams: [teamOf("team", { skills: ["mail", "a", "calls"] })],
        routing: routingOf({ contact: "ratio" }),
      }),
    );
    expect(linesOf(run, "answered", "interrupted", "resumes")).toEqual([
      "0 answered #1 calls team/0",
      "3 answered #2 a team/0",
      "10 interrupted #2 a team/0",
      "10 answered #4 calls team/0",
      "60 answered #3 mail team/0",
      "160 resumes #2 a team/0",
      "253 answered #5 mail team/0",
    ]);
  });
});
