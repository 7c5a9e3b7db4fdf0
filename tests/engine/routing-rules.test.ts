import { describe, expect, it } from "vitest";
import { linesOf, queueOf, routingOf, scenarioOf, teamOf, traced } from "./plain-scenario.js";

describe("reservation: a skill that asks for so many free agents", () => {
  it("leaves a contact waiting until so many are free, the one who takes it included", () => {
    // Three agents. The mail at 0 finds three free, the call at 1 takes the second; the mail at 2 finds one
    // free and waits until the call ends at 11, when two are.
    const run = traced(
      scenarioOf({
        queues: [queueOf("mail", { at: [0, 2], handle: 100 }), queueOf("calls", { at: [1], handle: 10 })],
        teams: [teamOf("team", { agents: 3, skills: ["calls", { queue: "mail", whenFree: 2 }] })],
      }),
    );
    expect(linesOf(run, "answered", "waits")).toEqual([
      "0 answered #1 mail team/0",
      "1 answered #2 calls team/1",
      "2 waits #3 mail",
      "11 answered #3 mail team/1",
    ]);
  });

  it("holds in one team only: another may take it with its last agent", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("mail", { at: [0, 0] })],
        teams: [
          teamOf("calls", { skills: [{ queue: "mail", whenFree: 2 }] }),
          teamOf("mail", { skills: [{ queue: "mail", preference: 2 }] }),
        ],
      }),
    );
    expect(linesOf(run, "answered", "waits")).toEqual([
      "0 answered #1 mail mail/1",
      "0 waits #2 mail",
      "60 answered #2 mail mail/1",
    ]);
  });

  it("may be met by one who lacks the language: then another idle one takes the contact", () => {
    // Only agent 0 speaks Spanish. The mail at 5 finds him alone free; at 10 the other is free too.
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", { at: [0, 0], handles: [1, 10] }),
          queueOf("mail", { at: [5], needs: ["spanish"] }),
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
    expect(linesOf(run, "answered", "ends")).toEqual([
      "0 answered #1 calls team/0",
      "0 answered #2 calls team/1",
      "1 ends #1 calls team/0",
      "10 ends #2 calls team/1",
      "10 answered #3 mail team/0",
      "70 ends #3 mail team/0",
    ]);
  });

  it.each([
    ["longest-idle", [1, 2, 10], 0],
    ["fewest-skills", [10, 2, 1], 1],
  ] as const)("of several whom that opens it to, the one takes it whom %s names", (agent, handles, taker) => {
    // Calls are taken by agents 0, 1, 2 or, those with few skills first, by 2, 1, 0; so 0 is free at 1, 1 at
    // 2. Agents 0 and 1 speak Spanish, agent 0 has the licence too; agent 2 comes free at 10 and lacks both.
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", { at: [0, 0, 0], handles }),
          queueOf("mail", { at: [5], needs: ["spanish"] }),
          queueOf("funds", { needs: ["licence"] }),
        ],
        teams: [
          teamOf("team", {
            agents: 3,
            skills: ["calls", { queue: "mail", whenFree: 3 }, "funds"],
            has: [
              { name: "spanish", agents: 2 },
              { name: "licence", agents: 1 },
            ],
          }),
        ],
        routing: routingOf({ agent }),
      }),
    );
    expect(linesOf(run, "answered").at(-1)).toBe(`10 answered #4 mail team/${taker}`);
  });
});

describe("fewest skills", () => {
  it("spares the team that can do more, among teams of one preference", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [0, 0, 0] }), queueOf("other")],
        teams: [
          teamOf("both", { skills: ["calls", "other"] }),
          teamOf("calls", { skills: ["calls"] }),
          teamOf("second", { skills: [{ queue: "calls", preference: 2 }] }),
        ],
        routing: routingOf({ agent: "fewest-skills" }),
      }),
    );
    expect(linesOf(run, "answered")).toEqual([
      "0 answered #1 calls calls/1",
      "0 answered #2 calls both/0",
      "0 answered #3 calls second/2",
    ]);
  });

  it("spares, within a team, those who have what other queues need", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [0, 0, 0] }), queueOf("spanish", { needs: ["spanish"] })],
        teams: [
          teamOf("team", {
            agents: 3,
            skills: ["calls", "spanish"],
            has: [{ name: "spanish", share: 1 / 3 }],
          }),
        ],
        routing: routingOf({ agent: "fewest-skills" }),
      }),
    );
    // A third of three agents is one, the second: 1/3 rounds to 0, 2/3 to 1.
    expect(linesOf(run, "answered")).toEqual([
      "0 answered #1 calls team/0",
      "0 answered #2 calls team/2",
      "0 answered #3 calls team/1",
    ]);
  });
});

describe("languages and licences", () => {
  it("keep a contact waiting beside idle agents who lack one, and let those take what is behind it", () => {
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("spanish", { at: [0, 1], handle: 100, needs: ["spanish"] }),
          queueOf("english", { at: [2, 3], handle: 50 }),
        ],
        teams: [
          teamOf("team", {
            agents: 2,
            skills: ["spanish", "english"],
            has: [{ name: "spanish", agents: 1 }],
          }),
        ],
      }),
    );
    expect(linesOf(run, "answered")).toEqual([
      "0 answered #1 spanish team/0",
      "2 answered #3 english team/1",
      "52 answered #4 english team/1",
      "100 answered #2 spanish team/0",
    ]);
  });

  it("are asked of whom overflow opens, too", () => {
    // Agent 1 of the second team has been idle longer, but lacks it.
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [0, 1, 2], handle: 100, needs: ["licence"] })],
        teams: [
          teamOf("first", { skills: ["calls"], has: [{ name: "licence", share: 1 }] }),
          teamOf("second", { agents: 2, skills: [], has: [{ name: "licence", share: 0.5 }] }),
        ],
        routing: routingOf({ overflow: [{ queue: "calls", afterSeconds: 10, to: ["second"] }] }),
      }),
    );
    // Half of two, rounded one by one: 0.5 is 1, 1.0 is 1, so the first of the second team has it.
    expect(linesOf(run, "answered")).toEqual([
      "0 answered #1 calls first/0",
      "11 answered #2 calls second/1",
      "100 answered #3 calls first/0",
    ]);
  });

  it("of one who comes free: what overflow has not yet opened waits on", () => {
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", { at: [0, 1], handle: 100 }),
          queueOf("other", { at: [0], handle: 5, needs: ["licence"] }),
        ],
        teams: [
          teamOf("first", { skills: ["calls"] }),
          teamOf("second", { skills: ["other"], has: [{ name: "licence", share: 1 }] }),
        ],
        routing: routingOf({ overflow: [{ queue: "calls", afterSeconds: 10, to: ["second"] }] }),
      }),
    );
    expect(linesOf(run, "answered", "overflows")).toEqual([
      "0 answered #1 calls first/0",
      "0 answered #2 other second/1",
      "11 overflows #3 calls",
      "11 answered #3 calls second/1",
    ]);
  });
});

describe("priorities that rise with waiting", () => {
  // At 100 the plain one stands at 1; the other, of priority 2, at 2 - 80 / 60 = 0.67 if it came at 20, and
  // at 2 - 50 / 60 = 1.17 if it came at 50.
  it.each([
    [20, ["#3", "#2"]],
    [50, ["#2", "#3"]],
  ])("of one that came at %s are what its wait has made of them", (came, order) => {
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("first", { at: [0], handle: 100 }),
          queueOf("plain", { at: [10] }),
          queueOf("rising", { at: [came], priority: 2, risesSeconds: 60 }),
        ],
        teams: [teamOf("team", { skills: ["first", "plain", "rising"] })],
        routing: routingOf({ contact: "priority" }),
      }),
    );
    expect(linesOf(run, "answered").map((line) => line.split(" ")[2])).toEqual(["#1", ...order]);
  });

  it("and are equal: preference decides, then the longest wait", () => {
    // At 100 both have 2 - 60 / 60 = 1 and 1; the team prefers the later one.
    const run = (preference: number) =>
      traced(
        scenarioOf({
          queues: [
            queueOf("first", { at: [0], handle: 100 }),
            queueOf("plain", { at: [10] }),
            queueOf("rising", { at: [40], priority: 2, risesSeconds: 60 }),
          ],
          teams: [teamOf("team", { skills: ["first", { queue: "plain", preference }, { queue: "rising" }] })],
          routing: routingOf({ contact: "priority" }),
        }),
      );
    const orderOf = (preference: number) =>
      linesOf(run(preference), "answered").map((line) => line.split(" ")[3]);
    expect(orderOf(2)).toEqual(["first", "rising", "plain"]);
    expect(orderOf(1)).toEqual(["first", "plain", "rising"]);
  });
});

describe("queue ratios", () => {
  it("have a freed agent take where most wait for the ratio, among equals the longest waiting", () => {
    // Of a three wait at 1, 2, 3, of b six from 4 on, at a ratio of 3: 3 / 1 against 6 / 3, so a; then 2 and
    // 2, so a, which waits longer; then 1 against 2, so b; 1 against 5 / 3, so b; 1 against 4 / 3, b; 1 and
    // 1: a.
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("first", { at: [0], handle: 100 }),
          queueOf("a", { at: [1, 2, 3] }),
          queueOf("b", { at: [4, 5, 6, 7, 8, 9], ratio: 3 }),
        ],
        teams: [teamOf("team", { skills: ["first", "a", "b"] })],
        routing: routingOf({ contact: "ratio" }),
      }),
    );
    const order = linesOf(run, "answered").map((line) => line.split(" ")[3]);
    expect(order.slice(1, 7)).toEqual(["a", "a", "b", "b", "b", "a"]);
  });

  it("count neither who hung up nor another preference", () => {
    // Both of b have hung up but one when the agent is free: 1 / 1 against 2 / 1. The third queue has most
    // and is least wanted.
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("first", { at: [0], handle: 100 }),
          queueOf("a", { at: [50, 51] }),
          queueOf("b", { at: [1, 2, 3], patiences: [10, 10, 1000] }),
          queueOf("c", { at: [1, 2, 3, 4] }),
        ],
        teams: [teamOf("team", { skills: ["first", "a", "b", { queue: "c", preference: 2 }] })],
        routing: routingOf({ contact: "ratio" }),
      }),
    );
    const order = linesOf(run, "answered").map((line) => line.split(" ")[3]);
    expect(order.slice(0, 5)).toEqual(["first", "a", "b", "a", "c"]);
  });
});
