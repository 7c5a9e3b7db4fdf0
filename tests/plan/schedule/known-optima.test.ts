import { afterAll, describe, expect, it } from "vitest";
import { dayPatterns } from "../../../src/plan/schedule/days-off.js";
import { planWeek, type WeekLimits } from "../../../src/plan/schedule/plan-week.js";
import type { ShiftKind, WeekCover } from "../../../src/plan/schedule/week-cover.js";
import { openWeekSolver } from "../../../src/plan/schedule/week-solver.js";
import { Programme } from "../../../src/plan/solver/programme.js";

const solver = openWeekSolver();
afterAll(() => solver.close());
const exact: WeekLimits = { gap: 0, iterations: 100_000, nodes: 100_000, moves: 2_000 };

/** A day of hours, or a week of days, covered round and round; agents missing cost more than any. */
function cover(
  need: readonly number[],
  kinds: readonly ShiftKind[],
  parts: Partial<WeekCover> = {},
): WeekCover {
  return {
    slots: need.length,
    need: Float64Array.from(need),
    given: new Float64Array(need.length),
    wraps: true,
    days: 1,
    kinds,
    most: Number.POSITIVE_INFINITY,
    shares: [],
    underCosts: new Float64Array(need.length).fill(10_000),
    overCost: 0,
    ...parts,
  };
}

/** A shift of one day from an hour on. */
function shift(from: number, hours: number, cost: number): ShiftKind {
  const bands = [{ first: 0, last: 0 }];
  return { slots: hours, breaks: [], patterns: [1], starts: [[from]], costs: [[cost]], bands };
}

describe("the published least costs", () => {
  it("of five shifts of an airline's agents (Hillier and Lieberman): 30,610", async () => {
    const byTwoHours = [15, 15, 15, 48, 79, 65, 87, 64, 73, 82, 43, 52];
    const need = byTwoHours.flatMap((some) => [some, some]);
    const costs = [170, 160, 175, 180, 195];
    const kinds = [6, 8, 12, 16, 22].map((from, index) => shift(from, 8, costs[index]));
    const planned = await planWeek(solver, cover(need, kinds), exact);
    expect(planned!.cost.cost).toBeCloseTo(30_610, 6);
    expect(planned!.bound).toBeCloseTo(30_610, 6);
    const agents = kinds.map((_, kind) => planned!.agents.filter((one) => one.kind === kind).length);
    expect(agents).toEqual([48, 31, 39, 43, 15]);
  });

  it("of a call centre's day with eight-hour shifts at any hour: 55 agents", async () => {
    const need = [6, 6, 6, 6, 6, 8, 9, 12, 18, 22, 25, 21, 21, 20, 18, 21, 21, 24, 24, 18, 18, 18, 12, 8];
    const hours = [...need.keys()];
    const kind: ShiftKind = {
      ...shift(0, 8, 1),
      starts: [hours],
      costs: [hours.map(() => 1)],
      bands: hours.map((hour) => ({ first: hour, last: hour })),
    };
    const planned = await planWeek(solver, cover(need, [kind]), exact);
    expect(planned!.cost.cost).toBeCloseTo(55, 6);
    expect(planned!.agents.length).toBe(55);
  });

  it("of a post office's week, five days on and two together off (Winston): 23 agents", async () => {
    const need = [17, 13, 15, 19, 14, 16, 11];
    const rules = { days: 7, workDays: 5, daysOn: 5, daysOff: 2, neighbours: true };
    const patterns = dayPatterns({ ...rules, daysOffTogether: true, possible: need.map(() => true) });
    expect(patterns.length).toBe(7);
    const kind: ShiftKind = {
      slots: 1,
      breaks: [],
      patterns,
      starts: need.map((_, day) => [day]),
      costs: need.map(() => [1 / 5]),
      bands: [{ first: 0, last: 0 }],
    };
    const planned = await planWeek(solver, cover(need, [kind], { days: 7 }), exact);
    expect(planned!.agents.length).toBe(23);
    expect(planned!.bound).toBeGreaterThan(22.33);
  });

  it("of a day on four shifts (pyworkforce): 30 agents", async () => {
    const need = [5, 3, 3, 3, 3, 3, 5, 8, 12, 13, 13, 13, 12, 12, 12, 12, 12, 10, 9, 8, 6, 6, 5, 5];
    const spans = [
      [6, 8],
      [9, 8],
      [13, 8],
      [21, 9],
    ];
    const kinds = spans.map(([from, hours]) => shift(from, hours, 1));
    const planned = await planWeek(solver, cover(need, kinds), exact);
    expect(planned!.cost.cost).toBeCloseTo(30, 6);
  });

  it("of agents for two kinds of work (pyworkforce's table, whose own sum is wrong): 15.0", async () => {
    const programme = new Programme();
    const [general, technical, flexible] = [1, 1, 1.4].map((cost) => programme.column(cost, { whole: true }));
    programme.row(
      [
        [general, 1],
        [flexible, 1],
      ],
      { lower: 13 },
    );
    programme.row(
      [
        [technical, 1],
        [flexible, 1],
      ],
      { lower: 5 },
    );
    const solution = await solver.solve(programme.data(), exact);
    expect(solution!.objective).toBeCloseTo(15, 9);
    expect(solution!.ended).toBe("gap");
  });
});

describe("a programme", () => {
  it("whose rows contradict each other has no answer", async () => {
    const programme = new Programme();
    const column = programme.column(1, { upper: 2, whole: true });
    programme.row([[column, 1]], { lower: 3 });
    expect(await solver.solve(programme.data(), exact)).toBeUndefined();
  });
});
