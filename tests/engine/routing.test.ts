import { describe, expect, it } from "vitest";
import { linesOf, queueOf, queueTotals, routingOf, scenarioOf, teamOf, traced } from "./plain-scenario.js";

describe("which free agent takes an arriving contact", () => {
  it("is the longest idle, across teams", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [0, 1, 100, 101], handles: [50, 10, 5, 5] })],
        teams: [teamOf("a"), teamOf("b")],
      }),
    );
    expect(linesOf(run, "answered")).toEqual([
      "0 answered #1 calls a/0",
      "1 answered #2 calls b/1",
      "100 answered #3 calls b/1",
      "101 answered #4 calls a/0",
    ]);
  });

  it("is of the team that prefers the queue most, however short it has been idle", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [0, 20, 25], handle: 10 })],
        teams: [
          teamOf("second", { skills: [{ queue: "calls", preference: 2 }] }),
          teamOf("first", { skills: [{ queue: "calls", preference: 1 }] }),
        ],
      }),
    );
    expect(linesOf(run, "answered")).toEqual([
      "0 answered #1 calls first/1",
      "20 answered #2 calls first/1",
      "25 answered #3 calls second/0",
    ]);
  });

  it("is nobody who lacks the skill", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [0] }), queueOf("other", { at: [1] })],
        teams: [teamOf("others", { skills: ["other"] })],
      }),
    );
    expect(linesOf(run, "answered", "waits")).toEqual(["0 waits #1 calls", "1 answered #2 other others/0"]);
    expect(queueTotals(run, 0)).toMatchObject({ waiting: 1, answered: 0 });
  });
});

describe("which waiting contact a freed agent takes", () => {
  const busyUntil = (seconds: number) => queueOf("first", { at: [0], handle: seconds });

  it("is the longest waiting, across queues", () => {
    const run = traced(
      scenarioOf({
        queues: [busyUntil(100), queueOf("a", { at: [20, 21] }), queueOf("b", { at: [10, 30] })],
        teams: [teamOf("team", { skills: ["first", "a", "b"] })],
      }),
    );
    expect(linesOf(run, "answered").slice(1)).toEqual([
      "100 answered #2 b team/0",
      "160 answered #3 a team/0",
      "220 answered #4 a team/0",
      "280 answered #5 b team/0",
    ]);
  });

  it("is of the queue that the team prefers most, however long another waits", () => {
    const run = traced(
      scenarioOf({
        queues: [busyUntil(100), queueOf("a", { at: [20] }), queueOf("b", { at: [10] })],
        teams: [
          teamOf("team", { skills: ["first", { queue: "a", preference: 2 }, { queue: "b", preference: 3 }] }),
        ],
      }),
    );
    expect(linesOf(run, "answered").slice(1)).toEqual([
      "100 answered #3 a team/0",
      "160 answered #2 b team/0",
    ]);
  });

  it("is of the queue with the smallest priority number where contacts are routed so, before any preference", () => {
    const scenario = scenarioOf({
      queues: [
        busyUntil(100),
        queueOf("a", { at: [10], priority: 2 }),
        queueOf("b", { at: [20], priority: 1 }),
      ],
      teams: [
        teamOf("team", { skills: ["first", { queue: "a", preference: 1 }, { queue: "b", preference: 2 }] }),
      ],
    });
    const byPriority = traced({ ...scenario, routing: routingOf({ contact: "priority" }) });
    expect(linesOf(byPriority, "answered").slice(1)).toEqual([
      "100 answered #3 b team/0",
      "160 answered #2 a team/0",
    ]);
    const byWait = traced(scenario);
    expect(linesOf(byWait, "answered").slice(1)).toEqual([
      "100 answered #2 a team/0",
      "160 answered #3 b team/0",
    ]);
  });

  it("is by priority never one that waits while another is served: service is not broken off", () => {
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("low", { at: [0], priority: 5, handle: 100 }),
          queueOf("high", { at: [10], priority: 1 }),
        ],
        teams: [teamOf("team", { skills: ["low", "high"] })],
        routing: routingOf({ contact: "priority" }),
      }),
    );
    expect(linesOf(run, "answered")).toEqual(["0 answered #1 low team/0", "100 answered #2 high team/0"]);
  });
});

describe("speed", () => {
  it("divides every part of the handle time", () => {
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", {
            at: [0],
            handle: 60,
          }),
        ].map((queue) => ({
          ...queue,
          handle: {
            talk: { kind: "constant", seconds: 60 } as const,
            hold: { kind: "constant", seconds: 20 } as const,
            wrap: { kind: "constant", seconds: 40 } as const,
          },
        })),
        teams: [teamOf("slow", { skills: [{ queue: "calls", speed: 0.5 }] })],
      }),
    );
    expect(linesOf(run, "ends")).toEqual(["240 ends #1 calls slow/0"]);
    expect(queueTotals(run)).toMatchObject({ talkSeconds: 120, holdSeconds: 40, wrapSeconds: 80 });
  });
});
