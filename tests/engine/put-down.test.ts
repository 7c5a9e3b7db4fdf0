import { describe, expect, it } from "vitest";
import { linesOf, queueOf, routingOf, scenarioOf, teamOf, traced } from "./plain-scenario.js";

const mailOf = (parts: Parameters<typeof queueOf>[1]) => queueOf("mail", { interruptible: true, ...parts });

describe("a contact that is put down", () => {
  // The mail of 1 finds all busy, and is opened to two more teams at 11 and at 21. The first agent takes it
  // at 30. The team of 11 is idle from 50 on; at 60 a call has the mail put down.
  const overflowed = (agents: number, others: Parameters<typeof teamOf>[1] = {}) =>
    traced(
      scenarioOf({
        queues: [
          mailOf({ at: [1], handle: 100 }),
          queueOf("calls", { at: [0, 60], handles: [30, 200] }),
          queueOf("opened", { at: [0], handle: 50 }),
          queueOf("busy", { at: [0], handle: 1000 }),
          queueOf("early", { at: [0], handle: 55 }),
        ],
        teams: [
          teamOf("own", { skills: ["mail", "early"], agents }),
          teamOf("first", { skills: ["mail", "calls"], ...others }),
          teamOf("ten", { skills: ["opened"] }),
          teamOf("twenty", { skills: ["busy"] }),
        ],
        routing: routingOf({
          overflow: [
            { queue: "mail", afterSeconds: 10, to: ["ten"] },
            { queue: "mail", afterSeconds: 20, to: ["twenty"] },
          ],
        }),
      }),
    );

  it("is taken up at once by an idle agent of a team to which overflow has opened it", () => {
    const run = overflowed(0);
    expect(linesOf(run, "interrupted", "resumes")).toEqual([
      "60 interrupted #5 mail first/0",
      "60 resumes #5 mail ten/1",
    ]);
  });

  it("is taken up rather by one with the skill, idle less long, than by one whom overflow opened", () => {
    const run = overflowed(1);
    expect(linesOf(run, "interrupted", "resumes")).toEqual([
      "60 interrupted #5 mail first/1",
      "60 resumes #5 mail own/0",
    ]);
  });

  it("is taken up before one put down of a later queue that came at the same moment", () => {
    const run = traced(
      scenarioOf({
        queues: [
          mailOf({ at: [0], handle: 100 }),
          queueOf("fax", { at: [0], handle: 100, interruptible: true }),
          queueOf("calls", { at: [10, 10], handles: [20, 50] }),
        ],
        teams: [teamOf("team", { agents: 2, skills: ["mail", "fax", "calls"] })],
      }),
    );
    expect(linesOf(run, "resumes")).toEqual(["30 resumes #1 mail team/1", "60 resumes #2 fax team/0"]);
  });

  it("leaves who came at the same moment in the order in which they joined the line", () => {
    // The transfer to mail arrives at 60 as the call does, but joins behind it.
    const after = { transfer: [{ to: "mail", chance: 1 }] };
    const run = traced(
      scenarioOf({
        queues: [
          mailOf({}),
          queueOf("calls", { at: [60] }),
          queueOf("front", { at: [0], after }),
          queueOf("busy", { at: [0], handle: 100 }),
        ],
        teams: [
          teamOf("front", { skills: ["front"] }),
          teamOf("team", { skills: ["mail", "calls", "busy"] }),
        ],
      }),
    );
    expect(linesOf(run, "answered").slice(2)).toEqual([
      "100 answered #3 calls team/1",
      "160 answered #1 mail team/1",
    ]);
  });
});

describe("a skill for when several are free", () => {
  it("is no hindrance to what overflow opens to the team as well", () => {
    // The second rule asks nobody to be free: who is done at 20 takes the call.
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", { at: [1], handle: 10 }),
          queueOf("other", { at: [0, 0], handles: [20, 100] }),
        ],
        teams: [teamOf("team", { agents: 2, skills: [{ queue: "calls", whenFree: 3 }, "other"] })],
        routing: routingOf({ overflow: [{ queue: "calls", afterSeconds: 5, to: ["team"] }] }),
      }),
    );
    expect(linesOf(run, "answered").slice(2)).toEqual(["20 answered #3 calls team/0"]);
  });

  it("counts the agent who is idle already when another becomes so", () => {
    // Agent 0 speaks Spanish. When agent 1 is idle, too, two are free: not enough for the rare queue.
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("other", { at: [0, 0, 0], handles: [10, 20, 1000] }),
          queueOf("rare", { at: [1], needs: ["spanish"] }),
          queueOf("spanish", { at: [2], needs: ["spanish"] }),
        ],
        teams: [
          teamOf("team", {
            agents: 3,
            skills: [
              "other",
              { queue: "rare", whenFree: 3 },
              { queue: "spanish", preference: 2, whenFree: 2 },
            ],
            has: [{ name: "spanish", agents: 1 }],
          }),
        ],
      }),
    );
    expect(linesOf(run, "answered").slice(3)).toEqual([
      "20 answered #5 spanish team/0",
      "1000 answered #4 rare team/0",
    ]);
  });
});
