import { describe, expect, it } from "vitest";
import type { Scenario } from "../../src/scenario/scenario.js";
import { dialingQueue } from "./outbound-scenario.js";
import { linesOf, queueOf, queueTotals, scenarioOf, teamOf, traced } from "./plain-scenario.js";

const HOUR = 3600;
const DAY_END = 86_400;

function run(parts: Partial<Scenario>) {
  return traced(scenarioOf({ teams: [teamOf("team", { skills: ["sales"] })], ...parts }));
}

/** Calling from this moment to the end of the day; everybody answers. */
const from = (fromSeconds: number) => [{ fromSeconds, toSeconds: DAY_END, answersShare: 1 }];

describe("over the cap", () => {
  // Lines ring for nobody from 1 to 11 and from 6 to 16. From 7 on all agents have calls, so the answer of 11
  // is lost at 13. At 13.5 one is free, for the line that still rings; at 14.5 another, who is held.
  const mail = queueOf("mail", { at: [0], handle: 2000 });
  const calls = queueOf("calls", { at: [5, 7, 7], handles: [1000, 6.5, 7.5] });
  it.each([
    [mail, calls],
    [calls, mail],
  ])("a line rings for a free agent only beside as many as lines ring for nobody: %#", (...others) => {
    const leads = { count: 9, stretches: from(1) };
    const sales = dialingQueue("sales", { mode: "predictive", abandonedShare: 0, leads });
    const table = [
      [0, 6, 1],
      [6, 1000, 3],
    ] as const;
    const teams = [
      teamOf("team", { skills: ["sales", "calls"], table }),
      teamOf("second", { skills: ["mail", "sales"] }),
    ];
    expect(linesOf(run({ queues: [sales, ...others], teams }), "dials", "abandons").slice(0, 4)).toEqual([
      "1 dials #2 sales",
      "6 dials #4 sales",
      "13 abandons #2 sales",
      "14.5 dials #7 sales team/1",
    ]);
  });
});

describe("an agent is held", () => {
  it("who has been idle longest of two teams that are equals, the first of all or not", () => {
    const teams = [teamOf("first", { skills: ["sales"] }), teamOf("second", { skills: ["sales"] })];
    const one = run({
      queues: [dialingQueue("sales", { leads: { count: 1, stretches: from(1) } })],
      teams,
    });
    expect(linesOf(one, "dials")).toEqual(["1 dials #1 sales first/0"]);
  });
});

describe("the time for which an agent looks at a lead", () => {
  const preview = { kind: "uniform", minSeconds: 10, maxSeconds: 100 } as const;
  const previews = (lines: readonly string[], queue: string) => {
    const seconds = (event: string) =>
      lines.filter((line) => line.includes(`${event} `) && line.includes(queue)).map(Number.parseFloat);
    const dials = seconds("dials");
    return seconds("previews").map((start, index) => dials[index] - start);
  };

  it("is the lead's own, in the second list as in the first", () => {
    const lists = { mode: "preview", preview, leads: { count: 2 } } as const;
    const teams = [teamOf("team", { skills: ["sales"] }), teamOf("other", { skills: ["visits"] })];
    const { lines } = run({ queues: [dialingQueue("sales", lists), dialingQueue("visits", lists)], teams });
    for (const queue of ["sales", "visits"]) {
      const [first, second, ...more] = previews(lines, queue);
      expect(more).toEqual([]);
      expect(first).toBeGreaterThan(10);
      expect(second).toBeGreaterThan(10);
      expect(second).not.toBe(first);
    }
  });

  it("is another at the promised call than at the first", () => {
    const appointment = { chance: 1, after: { kind: "constant", seconds: HOUR }, answersShare: 1 } as const;
    const leads = { count: 1, attempts: 1, appointment: { ...appointment, convertsShare: 1 } };
    const { lines } = run({ queues: [dialingQueue("sales", { mode: "preview", preview, leads })] });
    const [first, promised] = previews(lines, "sales");
    expect(promised).toBeGreaterThan(10);
    expect(promised).not.toBeCloseTo(first, 6);
  });
});

describe("a call promised for the very end of the hours", () => {
  it("is promised for the next of them, so that it is not late then", () => {
    // The talk ends at 70, with a promise for half a minute later, when the hours end.
    const stretches = [
      { fromSeconds: 0, toSeconds: 100, answersShare: 1 },
      { fromSeconds: 7200, toSeconds: DAY_END, answersShare: 1 },
    ];
    const appointment = {
      chance: 1,
      after: { kind: "constant", seconds: 30 },
      answersShare: 1,
      convertsShare: 1,
    } as const;
    const one = run({ queues: [dialingQueue("sales", { leads: { count: 1, stretches, appointment } })] });
    expect(linesOf(one, "dials")).toEqual(["0 dials #1 sales team/0", "7200 dials #1 sales team/0"]);
    expect(queueTotals(one)).toMatchObject({ appointmentsDialed: 1, appointmentDelaySeconds: 0 });
  });
});
