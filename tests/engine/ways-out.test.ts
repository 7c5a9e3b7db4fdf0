import { describe, expect, it } from "vitest";
import type { QueueCustomers } from "../../src/scenario/customers.js";
import type { Queue } from "../../src/scenario/queue.js";
import {
  calendarOf,
  linesOf,
  queueOf,
  queueTotals,
  routingOf,
  scenarioOf,
  shiftOf,
  teamOf,
  timeOf,
  traced,
} from "./plain-scenario.js";

const HOUR = 3600;
const always = (seconds: number) => ({ kind: "constant", seconds }) as const;

const SELF_SERVICE = {
  time: always(90),
  containsShare: 0,
  harderShare: 0.5,
  reachesShare: 1,
  always: false,
} satisfies Queue["selfService"];

const redial = (seconds: number) => ({ chance: 1, after: always(seconds), attempts: 1 });

describe("a contact that overflow opens to two more teams", () => {
  it("goes to the agent of them who has been idle longest, the first of all or not", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [20] })],
        teams: [
          teamOf("first", { skills: [] }),
          teamOf("second", { skills: [] }),
          teamOf("own", { agents: 0 }),
        ],
        routing: routingOf({ overflow: [{ queue: "calls", afterSeconds: 10, to: ["first", "second"] }] }),
      }),
    );
    expect(linesOf(run, "answered")).toEqual(["30 answered #1 calls first/0"]);
  });
});

describe("who is left unserved at closing", () => {
  it("was treated badly where unserved is said, and only there", () => {
    // The agent goes with the shift, at half past; the centre closes on the hour.
    const badly = (badEnds: QueueCustomers["badEnds"]) => {
      const customers = { leaveShare: 0.5, badEnds };
      const run = traced(
        scenarioOf({
          calendar: calendarOf({ open: [[0, HOUR]] }),
          queues: [queueOf("calls", { at: [2000], customers })],
          teams: [teamOf("team", { roster: { short: 1 } })],
          shifts: [shiftOf("short", 0, 1800)],
        }),
      );
      expect(queueTotals(run)).toMatchObject({ unserved: 1 });
      return queueTotals(run).treatedBadly;
    };
    expect(badly(["unserved"])).toBe(1);
    expect([badly(["abandoned"]), badly(["blocked"]), badly(["closed"])]).toEqual([0, 0, 0]);
  });
});

describe("a customer who writes in the evening", () => {
  it("has waited in opening hours only, where those are what counts", () => {
    // Written 100 s before closing, answered 100 s after opening an hour later, when the agent is free.
    const lateAfter = (waitedSeconds: number) => {
      const mail = queueOf("mail", {
        channel: "email",
        at: [3500],
        serviceLevel: { withinSeconds: 20, counting: "ignore-short", underSeconds: 5, hours: "open" },
        customers: { leaveShare: 0, badEnds: [], waitedSeconds },
      });
      const run = traced(
        scenarioOf({
          calendar: calendarOf({
            open: [
              [0, HOUR],
              [2 * HOUR, 3 * HOUR],
            ],
          }),
          queues: [mail, queueOf("calls", { at: [0], handle: 2 * HOUR + 100 })],
          teams: [teamOf("team", { skills: ["mail", "calls"] })],
        }),
      );
      expect(linesOf(run, "answered")).toHaveLength(2);
      return queueTotals(run).treatedBadly;
    };
    expect(lateAfter(200)).toBe(0);
    expect(lateAfter(199)).toBe(1);
  });
});

describe("the announced wait", () => {
  const announce = (leave: NonNullable<Queue["announce"]>["leave"]) => ({
    overSeconds: 60,
    leave,
    patienceFactor: 1,
  });

  it("drives away those who expect more than a step says, not just as much", () => {
    // One agent, 100 s each: #2 expects (0 + 1) x 100 s.
    const balked = (overSeconds: number) => {
      const queue = queueOf("calls", {
        at: [0, 10],
        handle: 100,
        announce: announce([
          { overSeconds: 60, share: 0 },
          { overSeconds, share: 1 },
        ]),
      });
      return queueTotals(traced(scenarioOf({ queues: [queue] }))).balked;
    };
    expect(balked(99)).toBe(1);
    expect(balked(100)).toBe(0);
  });

  it("is without end where nobody is there, however short the work", () => {
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [10], handle: 0, announce: announce([]) })],
        teams: [teamOf("team", { roster: { later: 1 } })],
        shifts: [shiftOf("later", HOUR, HOUR)],
      }),
    );
    expect(linesOf(run, "hears", "answered")).toEqual(["10 hears #1 calls", "3600 answered #1 calls team/0"]);
  });

  it("is not told to a complaint that comes again, though its customer heard it when calling again", () => {
    // The complaint of 60 hangs up at 65 and calls again at 265; unsolved at 325, it comes again at 425, when
    // the one in charge has a call until 500.
    const heads = queueOf("heads", {
      at: [0, 420],
      handles: [100, 80],
      patience: 5,
      redial: redial(200),
      announce: { ...announce([{ overSeconds: 0, share: 1 }]), overSeconds: 0 },
    });
    const complaint = { to: "heads", chance: 1, solved: 0, again: always(100), attempts: 1 };
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", { at: [0], after: { complaint } }), heads],
        teams: [teamOf("team"), teamOf("charge", { skills: ["heads"] })],
      }),
    );
    expect(linesOf(run, "hears", "balks")).toEqual([]);
    expect(linesOf(run, "waits", "redials", "repeats")).toEqual([
      "60 waits #1 heads",
      "265 redials #1 heads",
      "425 repeats #1 heads",
      "425 waits #1 heads",
      "630 redials #1 heads",
    ]);
  });
});

describe("what self-service did not settle", () => {
  it("is harder for the first agent only, not when the customer comes back and calls again", () => {
    // 60 s x 1.5 from 90 to 180. Back at 280 he finds the agent busy, hangs up at 290, and talks 60 s at 490.
    const after = { repeat: { chance: 1, after: timeOf(100), attempts: 1 } };
    const calls = { at: [0], patience: 10, selfService: SELF_SERVICE, redial: redial(200), after };
    const run = traced(
      scenarioOf({
        queues: [queueOf("calls", calls), queueOf("other", { at: [270], handle: 100 })],
        teams: [teamOf("team", { skills: ["calls", "other"] })],
      }),
    );
    expect(linesOf(run, "ends", "redials")).toEqual([
      "180 ends #1 calls team/0",
      "370 ends #2 other team/0",
      "490 redials #1 calls",
      "550 ends #1 calls team/0",
    ]);
  });

  it("is as any other work in the queue to which it is passed on, on a later try too", () => {
    const after = { transfer: [{ to: "billing", chance: 1 }] };
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", { at: [0], selfService: SELF_SERVICE, after }),
          queueOf("billing", { at: [0], handles: [400], patience: 5, redial: redial(300) }),
        ],
        teams: [teamOf("front"), teamOf("back", { skills: ["billing"] })],
      }),
    );
    expect(linesOf(run, "redials", "ends").slice(1)).toEqual([
      "400 ends #2 billing back/1",
      "485 redials #1 billing",
      "545 ends #1 billing back/1",
    ]);
  });
});

describe("a sale, or a customer kept, that is worth nothing", () => {
  it("is one all the same", () => {
    const deal = { chance: 1, value: timeOf(0), bonus: 5 };
    const run = traced(
      scenarioOf({ queues: [queueOf("calls", { at: [0], after: { sale: deal, save: deal } })] }),
    );
    expect(queueTotals(run)).toMatchObject({ sales: 1, saves: 1, saleValue: 0, saveValue: 0, bonus: 10 });
  });
});

describe("a split to the shortest expected delay", () => {
  it("prefers an agent who is free to the shortest wait", () => {
    const among = ["north", "south"].map((queue) => ({ queue, share: 0.5 }));
    const split = { by: "shortest-expected-delay", among } as const;
    const run = traced(
      scenarioOf({
        queues: [
          { ...queueOf("calls", { at: [10], split }), handle: {} },
          queueOf("north", { handle: 0.5 }),
          queueOf("south"),
          queueOf("other", { at: [0], handle: 100 }),
        ],
        teams: [teamOf("up", { skills: ["north", "other"] }), teamOf("down", { skills: ["south"] })],
      }),
    );
    expect(linesOf(run, "answered")).toEqual(["0 answered #1 other up/0", "10 answered #2 south down/1"]);
  });
});

describe("an agent who puts work down for a chat", () => {
  it("takes another chat that waits beside it", () => {
    // After the first call mail comes before the chat of lesser preference; the other chat has it put down.
    const chat = { channel: "chat", concurrency: 2, handle: 100 } as const;
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", { at: [0], handle: 10 }),
          queueOf("mail", { at: [1], handle: 100, interruptible: true }),
          queueOf("urgent", { at: [20], ...chat }),
          queueOf("later", { at: [2], ...chat }),
        ],
        teams: [teamOf("team", { skills: ["calls", "mail", "urgent", { queue: "later", preference: 2 }] })],
      }),
    );
    expect(linesOf(run, "answered", "interrupted")).toEqual([
      "0 answered #1 calls team/0",
      "10 answered #2 mail team/0",
      "20 interrupted #2 mail team/0",
      "20 answered #4 urgent team/0",
      "20 answered #3 later team/0",
    ]);
  });
});
