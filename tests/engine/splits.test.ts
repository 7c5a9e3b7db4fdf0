import { describe, expect, it } from "vitest";
import type { Queue } from "../../src/scenario/queue.js";
import type { Split } from "../../src/scenario/split.js";
import {
  calendarOf,
  linesOf,
  observedOf,
  queueOf,
  queueTotals,
  scenarioOf,
  teamOf,
  traced,
} from "./plain-scenario.js";

const SHORTEST: Split = {
  by: "shortest-expected-delay",
  among: [
    { queue: "north", share: 0.5 },
    { queue: "south", share: 0.5 },
  ],
};
const shares = (north: number): Split => ({
  by: "shares",
  among: [
    { queue: "north", share: north },
    { queue: "south", share: 1 - north },
  ],
});

function centre(split: Split, at: readonly number[], parts: Partial<Record<"north" | "south", object>> = {}) {
  const calls: Queue = { ...queueOf("calls", { at, split }), handle: {} };
  return scenarioOf({
    queues: [
      calls,
      queueOf("north", { handle: 60, ...parts.north }),
      queueOf("south", { handle: 100, ...parts.south }),
    ],
    teams: [teamOf("up", { skills: ["north"] }), teamOf("down", { skills: ["south"] })],
  });
}

describe("a split to the shortest expected delay", () => {
  it("leads to a free agent, and where none is, to the least work for each agent", () => {
    // Both are free at 0 s, so north, named first, has the first, until 60 s; south has the second, until
    // 110 s. At 20 s both are busy: (0 + 1) x 60 / 1 = 60 s in north against 100 s in south, so north; at
    // 30 s (1 + 1) x 60 = 120 s against 100 s, so south. At 250 s all are done: north.
    const run = traced(centre(SHORTEST, [0, 10, 20, 30, 250]));
    expect(linesOf(run, "arrives", "routed", "answered")).toEqual([
      "0 arrives #1 calls",
      "0 routed #1 calls",
      "0 arrives #1 north",
      "0 answered #1 north up/0",
      "10 arrives #2 calls",
      "10 routed #2 calls",
      "10 arrives #2 south",
      "10 answered #2 south down/1",
      "20 arrives #3 calls",
      "20 routed #3 calls",
      "20 arrives #3 north",
      "30 arrives #4 calls",
      "30 routed #4 calls",
      "30 arrives #4 south",
      "60 answered #3 north up/0",
      "110 answered #4 south down/1",
      "250 arrives #5 calls",
      "250 routed #5 calls",
      "250 arrives #5 north",
      "250 answered #5 north up/0",
    ]);
    expect(queueTotals(run, 0)).toMatchObject({ arrived: 5, routedOut: 5, routedIn: 0, answered: 0 });
    expect(queueTotals(run, 1)).toMatchObject({ arrived: 3, routedIn: 3, answeredWaitSeconds: 40 });
    expect(queueTotals(run, 2)).toMatchObject({ arrived: 2, routedIn: 2, answeredWaitSeconds: 80 });
  });

  it("leads to the queue named first where nobody serves any", () => {
    const scenario = centre(SHORTEST, [0]);
    const nobody = scenario.teams.map((team) => ({
      ...team,
      staffing: { kind: "constant" as const, agents: 0 },
    }));
    const run = traced({ ...scenario, teams: nobody });
    expect(linesOf(run, "waits")).toEqual(["0 waits #1 north"]);
  });

  it("finds no delay where an agent has room for another chat", () => {
    // Both chats of north fit into one agent's hands; the third goes to south.
    const chat = { channel: "chat", concurrency: 2 };
    const scenario = centre(SHORTEST, [0, 10, 20], { north: { ...chat, handle: 600 }, south: chat });
    const run = traced(scenario);
    expect(linesOf(run, "answered")).toEqual([
      "0 answered #1 north up/0",
      "10 answered #2 north up/0",
      "20 answered #3 south down/1",
    ]);
  });
});

describe("a split by shares", () => {
  it("sends all to a queue with all of them, whichever stands first", () => {
    const at = [0, 10, 20, 30];
    expect(queueTotals(traced(centre(shares(1), at)), 1)).toMatchObject({ routedIn: 4, arrived: 4 });
    expect(queueTotals(traced(centre(shares(0), at)), 2)).toMatchObject({ routedIn: 4, arrived: 4 });
  });

  it("draws once for each contact, whatever the shares are", () => {
    // Of drawn numbers more are below the greater share, and all those below the smaller one are.
    const at = Array.from({ length: 200 }, (_, index) => index * 5);
    const into = (north: number) =>
      linesOf(traced(centre(shares(north), at)), "arrives").filter((line) => line.endsWith("north"));
    const [few, many] = [into(0.3), into(0.6)];
    expect(few.length).toBeGreaterThan(30);
    expect(many.length).toBeGreaterThan(few.length);
    expect(many).toEqual(expect.arrayContaining(few));
  });

  it("turns contacts away where they are split while the centre is closed, and leads mail on", () => {
    const closed = calendarOf({ open: [[3600, 86_400]] });
    const scenario = centre(shares(1), [0, 3600]);
    const run = traced({ ...scenario, calendar: closed });
    expect(linesOf(run, "arrives", "closed", "routed").slice(0, 3)).toEqual([
      "0 arrives #1 calls",
      "0 closed #1 calls",
      "3600 arrives #2 calls",
    ]);
    expect(queueTotals(run, 0)).toMatchObject({ arrived: 2, closed: 1, routedOut: 1 });
    expect(observedOf({ ...scenario, calendar: closed }).queueCells).toEqual(run.observed.queueCells);
    const queues = scenario.queues.map((queue) => ({ ...queue, channel: "email" as const }));
    const mail = traced({ ...scenario, queues, calendar: closed });
    expect(queueTotals(mail, 0)).toMatchObject({ arrived: 2, closed: 0, routedOut: 2 });
    expect(queueTotals(mail, 1)).toMatchObject({ arrived: 2, answered: 2 });
  });

  it("lets contacts meet what stands before the queue they go to, and what comes after", () => {
    const time = (seconds: number) => ({ kind: "constant" as const, seconds });
    const north = {
      selfService: { time: time(30), containsShare: 0, harderShare: 0, reachesShare: 1, always: true },
      after: { transfer: [{ to: "south", chance: 1 }] },
    };
    const run = traced(centre(shares(1), [0], { north }));
    expect(run.lines.filter((line) => line.includes("#"))).toEqual([
      "0 arrives #1 calls",
      "0 routed #1 calls",
      "0 selfServes #1 north",
      "30 arrives #1 north",
      "30 answered #1 north up/0",
      "90 transfers #1 north up/0",
      "90 ends #1 north up/0",
      "90 arrives #1 south",
      "90 answered #1 south down/1",
      "190 ends #1 south down/1",
    ]);
  });
});
