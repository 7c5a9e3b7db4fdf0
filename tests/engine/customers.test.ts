import { describe, expect, it } from "vitest";
import type { QueueCustomers } from "../../src/scenario/customers.js";
import { calendarOf, linesOf, queueOf, queueTotals, scenarioOf, teamOf, traced } from "./plain-scenario.js";

const ALL_ENDS = ["abandoned", "blocked", "closed", "unserved"] as const;
const HOUR = 3600;

function customersOf(parts: Partial<QueueCustomers> = {}): QueueCustomers {
  return { leaveShare: 0.5, badEnds: ALL_ENDS, ...parts };
}

describe("a customer", () => {
  /**
   * One agent, calls of 100 s, patience 60 s, two lines.
   * #1 at 0: answered at once.   #2 at 10: waits, hangs up at 70.   #3 at 20: lines taken, blocked.
   * #4 at 90: waits, answered at 100 until 200.   So two of four are treated badly.
   */
  it("who hung up or met a busy signal was treated badly, who was answered was not", () => {
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", {
            at: [0, 10, 20, 90],
            handle: 100,
            patience: 60,
            lines: 2,
            customers: customersOf(),
          }),
        ],
      }),
    );
    expect(queueTotals(run)).toMatchObject({ abandoned: 1, blocked: 1, answered: 2 });
    expect(queueTotals(run)).toMatchObject({ treatedBadly: 2, customersLost: 1 });
    expect(linesOf(run, "treatedBadly", "abandons", "blocked")).toEqual([
      "20 blocked #3 calls",
      "20 treatedBadly #3 calls",
      "70 abandons #2 calls",
      "70 treatedBadly #2 calls",
    ]);
  });

  it("was treated badly only by what the queue says", () => {
    const lost = (badEnds: QueueCustomers["badEnds"]) => {
      const customers = customersOf({ badEnds });
      const calls = queueOf("calls", {
        at: [0, 10, 20, 90],
        handle: 100,
        patience: 60,
        lines: 2,
        customers,
      });
      return queueTotals(traced(scenarioOf({ queues: [calls] }))).treatedBadly;
    };
    expect(lost(["abandoned"])).toBe(1);
    expect(lost(["blocked"])).toBe(1);
    expect(lost(["closed", "unserved"])).toBe(0);
  });

  /**
   * Patience 60 s, one redial after 30 s, calls of 200 s. #1 at 0 answered until 200. #2 at 10: hangs up at
   * 70, again at 100, hangs up at 160: one customer, once. #3 at 150: waits, answered at 200: none.
   */
  it("counts once, when the last try has ended", () => {
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", {
            at: [0, 10, 150],
            handle: 200,
            patience: 60,
            redial: { chance: 1, after: { kind: "constant", seconds: 30 }, attempts: 1 },
            customers: customersOf(),
          }),
        ],
      }),
    );
    expect(queueTotals(run)).toMatchObject({ abandoned: 2, redialled: 1 });
    expect(queueTotals(run)).toMatchObject({ treatedBadly: 1, customersLost: 0.5 });
  });

  /**
   * Open until 1 h. #1 at 3500 is answered until 3700. #2 at 3510 hangs up at 3570 and comes back at 3670 to
   * a closed door: what drove him back counts, an abandoned call. #3 at 3700 finds the door closed at first.
   */
  it("who comes back to a closed door is judged by what drove him to come back", () => {
    const badly = (badEnds: QueueCustomers["badEnds"]) => {
      const run = traced(
        scenarioOf({
          calendar: calendarOf({ open: [[0, HOUR]] }),
          queues: [
            queueOf("calls", {
              at: [3500, 3510, 3700],
              handle: 200,
              patience: 60,
              redial: { chance: 1, after: { kind: "constant", seconds: 100 }, attempts: 3 },
              customers: customersOf({ badEnds }),
            }),
          ],
        }),
      );
      expect(queueTotals(run)).toMatchObject({ abandoned: 1, closed: 2 });
      return queueTotals(run).treatedBadly;
    };
    expect(badly(["abandoned"])).toBe(1);
    expect(badly(["closed"])).toBe(1);
    expect(badly(["blocked"])).toBe(0);
    expect(badly(["abandoned", "closed"])).toBe(2);
  });

  it("closed out without having tried before is treated badly only where closed is said", () => {
    const closed = (parts: Partial<QueueCustomers>) => {
      const calls = queueOf("calls", { at: [2 * HOUR], customers: customersOf(parts) });
      const calendar = calendarOf({ open: [[0, HOUR]] });
      return queueTotals(traced(scenarioOf({ calendar, queues: [calls] }))).treatedBadly;
    };
    expect(closed({})).toBe(1);
    expect(closed({ badEnds: ["abandoned"] })).toBe(0);
  });

  /** Who would try again after the end is still to come: nobody knows how that ends. */
  it("who would try again after the end is not judged yet", () => {
    const day = 24 * HOUR;
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", {
            at: [day - 300, day - 290],
            handle: 600,
            patience: 60,
            redial: { chance: 1, after: { kind: "constant", seconds: 900 }, attempts: 1 },
            customers: customersOf(),
          }),
        ],
      }),
    );
    expect(queueTotals(run)).toMatchObject({ abandoned: 1, treatedBadly: 0 });
  });

  /** One agent until 1 h, open until then: #2, who waits behind #1, is let go at 3610 when the agent goes. */
  it("left unserved at closing was treated badly", () => {
    const run = traced(
      scenarioOf({
        calendar: calendarOf({ open: [[0, HOUR]] }),
        queues: [queueOf("calls", { at: [3500, 3550], handle: 110, customers: customersOf() })],
        teams: [teamOf("team", { table: [[0, HOUR, 1]] })],
      }),
    );
    expect(queueTotals(run)).toMatchObject({ unserved: 1, treatedBadly: 1 });
  });

  /**
   * Calls of 60 s at 0, 1, 2 s wait 0, 59 and 118 s; with a limit of 59 s exactly the third is too long, and
   * counts when service ends, at 180 s. Who hangs up after 70 s has waited too long as well.
   */
  it("who waited longer than the limit was treated badly, answered or not", () => {
    const waits = (parts: Parameters<typeof queueOf>[1]) =>
      queueTotals(
        traced(
          scenarioOf({
            queues: [
              queueOf("calls", {
                at: [0, 1, 2],
                customers: customersOf({ badEnds: [], waitedSeconds: 59 }),
                ...parts,
              }),
            ],
          }),
        ),
      );
    expect(waits({})).toMatchObject({ answered: 3, treatedBadly: 1 });
    expect(waits({ patience: 70 })).toMatchObject({ answered: 2, abandoned: 1, treatedBadly: 1 });
    expect(waits({ patience: 59 })).toMatchObject({ abandoned: 1, treatedBadly: 0 });
    const mixed = traced(
      scenarioOf({
        queues: [
          queueOf("calls", { at: [0, 1, 2], customers: customersOf({ badEnds: [], waitedSeconds: 59 }) }),
          queueOf("others", { at: [0, 1, 2] }),
        ],
        teams: [teamOf("team"), teamOf("second", { skills: ["others"] })],
      }),
    );
    expect(queueTotals(mixed, 1)).toMatchObject({ answered: 3, treatedBadly: 0, customersLost: 0 });
  });

  /**
   * Of 4 customers of whom half leave: the first loses 1/2, the second 1/2 of the 3.5 in 4 who are still
   * there, 0.4375, the third 1/2 x 3.0625 / 4 = 0.3828125.
   */
  it("cannot be lost twice", () => {
    const calls = queueOf("calls", {
      at: [0, 10, 20, 30],
      handle: 900,
      patience: 5,
      customers: customersOf(),
    });
    const run = traced(scenarioOf({ customerCount: 4, queues: [calls] }));
    expect(queueTotals(run).treatedBadly).toBe(3);
    expect(queueTotals(run).customersLost).toBe(0.5 + 0.4375 + 0.3828125);
  });

  /** During the warm-up of an hour nobody is lost who counts: the loss afterwards begins at none. */
  it("lost before the counted time takes nothing from those who may be lost in it", () => {
    const customers = customersOf({ leaveShare: 1 });
    const calls = queueOf("calls", { at: [0, 10, HOUR, HOUR + 1], handle: 900, patience: 5, customers });
    const run = traced(
      scenarioOf({ calendar: calendarOf({ warmupSeconds: HOUR }), customerCount: 1, queues: [calls] }),
    );
    expect(queueTotals(run)).toMatchObject({ treatedBadly: 1, customersLost: 1 });
  });

  const again = { kind: "constant" as const, seconds: 100 };

  /**
   * Every matter stays open and comes again 100 s later, twice: at 0, 160 and 320. Only after the last is it
   * known that it stays unresolved; a last try that would be after the end leaves it open.
   */
  it("whose matter stays unresolved is judged after the last repeat", () => {
    const unresolved = (at: number, customers?: QueueCustomers) => {
      const repeat = { chance: 1, after: again, attempts: 2 };
      const calls = queueOf("calls", { at: [at], after: { repeat }, ...(customers && { customers }) });
      return queueTotals(traced(scenarioOf({ queues: [calls] })));
    };
    const asked = customersOf({ badEnds: ["unresolved"] });
    expect(unresolved(0, asked)).toMatchObject({ answered: 3, callers: 1, treatedBadly: 1 });
    expect(unresolved(24 * HOUR - 300, asked)).toMatchObject({ answered: 2, callers: 0, treatedBadly: 0 });
    expect(unresolved(0, customersOf())).toMatchObject({ callers: 1, treatedBadly: 0 });
    expect(unresolved(0)).toMatchObject({ answered: 3, callers: 0 });
    expect(unresolved(24 * HOUR - 300)).toMatchObject({ answered: 2, callers: 0 });
  });

  /** Open for 200 s: answered at 0, the matter comes again at 160 and is closed out at 320. */
  it("who comes again with the matter to a closed door is judged by the matter", () => {
    const repeat = { chance: 1, after: again, attempts: 5 };
    const badly = (badEnds: QueueCustomers["badEnds"]) => {
      const calls = queueOf("calls", { at: [0], after: { repeat }, customers: customersOf({ badEnds }) });
      const run = traced(scenarioOf({ calendar: calendarOf({ open: [[0, 200]] }), queues: [calls] }));
      expect(queueTotals(run)).toMatchObject({ answered: 2, closed: 1, callers: 1 });
      return queueTotals(run).treatedBadly;
    };
    expect(badly(["unresolved"])).toBe(1);
    expect(badly(["closed"])).toBe(0);
  });

  /**
   * Complaints go to `charge`, who never solve them at once: 0 to 60 with the agent, 60 to 120 in charge, once
   * more 100 s later, 220 to 280. The customer is looked at there, once.
   */
  it("with a complaint is judged when it is solved or given up, in the queue of those in charge", () => {
    const complaint = (solved: number) => {
      const rule = { to: "charge", chance: 1, solved, again, attempts: 1 };
      const customers = customersOf({ badEnds: ["unresolved"] });
      return traced(
        scenarioOf({
          queues: [
            queueOf("calls", { at: [0], after: { complaint: rule }, customers }),
            queueOf("charge", { customers }),
          ],
          teams: [teamOf("team", { skills: ["calls", "charge"] })],
        }),
      );
    };
    expect(queueTotals(complaint(0), 0)).toMatchObject({ callers: 0 });
    expect(queueTotals(complaint(0), 1)).toMatchObject({ answered: 2, callers: 1, treatedBadly: 1 });
    expect(queueTotals(complaint(1), 1)).toMatchObject({ answered: 1, callers: 1, treatedBadly: 0 });
  });

  /**
   * #2 waits 60 s for the agent who has #1, then goes on to `experts`, where nobody asks after waits of 10 s:
   * the wait in the first line is not forgotten. #1, who waited nowhere, was treated well.
   */
  it("who waited too long before going on to another queue was treated badly", () => {
    const run = traced(
      scenarioOf({
        queues: [
          queueOf("calls", {
            at: [0, 0],
            after: { transfer: [{ to: "experts", chance: 1 }] },
            customers: customersOf({ badEnds: [], waitedSeconds: 10 }),
          }),
          queueOf("experts", { customers: customersOf() }),
        ],
        teams: [teamOf("team"), teamOf("experts", { skills: ["experts"], agents: 2 })],
      }),
    );
    expect(queueTotals(run, 0)).toMatchObject({ answered: 2, callers: 0 });
    expect(queueTotals(run, 1)).toMatchObject({ answered: 2, callers: 2, treatedBadly: 1 });
  });
});
