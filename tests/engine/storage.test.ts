import { afterEach, describe, expect, it, vi } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { calendarOf, queueOf, routingOf, scenarioOf, teamOf } from "./plain-scenario.js";

const DAY = 86_400;
const KINDS = ["ArrayBuffer", "Float64Array", "Int32Array", "Uint8Array"] as const;

/** Bytes, or numbers, of storage that one replication asks for. */
function storageOf(scenario: Scenario, keepsContacts = false): number {
  const model = { ...compile(scenario), keepsContacts };
  let storage = 0;
  for (const kind of KINDS) {
    const counting = new Proxy(globalThis[kind], {
      construct(target, given: unknown[]) {
        if (typeof given[0] === "number") storage += given[0];
        return Reflect.construct(target, given) as object;
      },
    });
    vi.stubGlobal(kind, counting);
  }
  simulate(model, "storage", 0);
  vi.unstubAllGlobals();
  return storage;
}

describe("storage does not grow with the number of contacts", () => {
  afterEach(() => vi.unstubAllGlobals());

  const after = { kind: "constant", seconds: 3 } as const;
  const nobody = [teamOf("team", { agents: 0 })];
  // `count` contacts, one every ten seconds, in the first two of ten days.
  const cases: readonly [string, (at: readonly number[]) => Partial<Scenario>][] = [
    ["that are answered", (at) => ({ queues: [queueOf("calls", { at, handle: 4 })] })],
    ["that wait and are answered", (at) => ({ queues: [queueOf("calls", { at, handle: 9.9 })] })],
    ["that hang up", (at) => ({ teams: nobody, queues: [queueOf("calls", { at, patience: 2 })] })],
    [
      "that hang up, try again and hang up",
      (at) => ({
        teams: nobody,
        queues: [queueOf("calls", { at, patience: 2, redial: { chance: 1, after, attempts: 2 } })],
      }),
    ],
    ["that find all lines taken", (at) => ({ teams: nobody, queues: [queueOf("calls", { at, lines: 0 })] })],
    [
      "that find all lines taken whenever they try",
      (at) => ({
        teams: nobody,
        queues: [queueOf("calls", { at, lines: 0, redial: { chance: 1, after, attempts: 2 } })],
      }),
    ],
    [
      "that meet a closed centre",
      (at) => ({
        calendar: calendarOf({ days: 10, open: [[9 * DAY, 10 * DAY]] }),
        queues: [queueOf("calls", { at })],
      }),
    ],
    [
      "that overflow",
      (at) => ({
        queues: [queueOf("calls", { at, handle: 4 })],
        teams: [teamOf("team", { agents: 0 }), teamOf("back", { skills: [] })],
        routing: routingOf({ overflow: [{ queue: "calls", afterSeconds: 2, to: ["back"] }] }),
      }),
    ],
    [
      "that are answered before they would overflow",
      (at) => ({
        queues: [queueOf("calls", { at: at.flatMap((one) => [one, one]), handle: 4 })],
        routing: routingOf({ overflow: [{ queue: "calls", afterSeconds: 30, to: [] }] }),
      }),
    ],
    [
      "that nobody is left to serve at closing time",
      (at) => ({
        calendar: calendarOf({
          days: 10,
          open: Array.from({ length: 20 * 144 }, (_, index) => [index * 300, index * 300 + 290] as const),
        }),
        teams: nobody,
        queues: [queueOf("calls", { at })],
      }),
    ],
  ];

  for (const [which, parts] of cases) {
    it(which, () => {
      const storage = [60, 15_000].map((count) => {
        const at = Array.from({ length: count }, (_, index) => index * 10);
        return storageOf(scenarioOf({ calendar: calendarOf({ days: 10 }), ...parts(at) }));
      });
      expect(storage[0]).toBeGreaterThan(10_000);
      expect(storage[1]).toBe(storage[0]);
    });
  }

  it("that are kept until their service ends", () => {
    const storage = [60, 15_000].map((count) => {
      const at = Array.from({ length: count }, (_, index) => index * 10);
      const queues = [queueOf("calls", { at, handle: 9.9 })];
      return storageOf(scenarioOf({ calendar: calendarOf({ days: 10 }), queues }), true);
    });
    expect(storage[1]).toBe(storage[0]);
  });

  it("but with how many wait at once", () => {
    const storage = [60, 15_000].map((count) => {
      const at = Array.from({ length: count }, () => 10);
      return storageOf(scenarioOf({ queues: [queueOf("calls", { at })] }));
    });
    expect(storage[1]).toBeGreaterThan(storage[0] + 64 * 15_000);
  });
});
