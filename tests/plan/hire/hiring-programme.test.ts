import { afterAll, describe, expect, it } from "vitest";
import { headSums } from "../../../src/plan/hire/head-sums.js";
import {
  productiveOf,
  solveTeam,
  type TeamAnswer,
  type TeamQuestion,
  wagesOf,
} from "../../../src/plan/hire/hiring-programme.js";
import { openSolver } from "../../../src/plan/solver/solver.js";
import { hiredTeam, question } from "./questions.js";

const WEEK = 604_800;
const solver = openSolver();
afterAll(() => solver.close());
const EXACT = { gap: 0, iterations: 1_000_000, nodes: 1_000_000 };

async function answerTo(one: TeamQuestion): Promise<TeamAnswer> {
  const answer = await solveTeam(solver, one, EXACT);
  expect(answer).toBeDefined();
  return answer!;
}

/** What classes of these sizes cost, with the cheaper valve first; undefined where they do not cover. */
function costOf(one: TeamQuestion, classes: readonly number[]): number | undefined {
  const { terms, periods, neededHours, cohorts, courses } = one;
  const { hired, rosterPay } = terms;
  const all = [...cohorts, ...classes.map((heads, period) => ({ heads, period, course: courses[period] }))];
  const sums = headSums(all, periods.length);
  const held = classes.filter((heads) => heads > 0);
  let cost = held.reduce((sum, heads) => sum + heads * hired.recruit.perHead + hired.recruit.perClass, 0);
  cost += wagesOf(terms, sums, periods);
  for (const period of periods.keys()) {
    let missing = neededHours[period] - 40 * productiveOf(terms, sums, period);
    const valves = [
      {
        price: rosterPay * (1 + (hired.overtime?.premiumShare ?? 0)),
        most: (hired.overtime?.mostShare ?? 0) * 40 * sums.onPhone[period],
      },
      { price: hired.outsourcer?.perHour ?? 0, most: hired.outsourcer?.mostHours ?? 0 },
    ].sort((a, b) => a.price - b.price);
    for (const { price, most } of valves) {
      const taken = Math.max(0, Math.min(missing, most));
      cost += taken * price;
      missing -= taken;
    }
    if (missing > 1e-6) return undefined;
  }
  return cost;
}

/** Every way to hold classes of allowed sizes, one after the other. */
function* everyWay(one: TeamQuestion, period = 0): Generator<number[]> {
  if (period === one.periods.length) return yield [];
  const sizes = [0];
  if (one.starts.includes(period))
    for (let size = one.sizes.least; size <= one.sizes.most; size++) sizes.push(size);
  for (const rest of everyWay(one, period + 1)) for (const size of sizes) yield [size, ...rest];
}

const SMALL: { name: string; asked: TeamQuestion }[] = [
  {
    name: "a need that rises, training of two weeks, no valve",
    asked: question(
      [9, 9, 10, 12, 12, 14],
      hiredTeam({
        training: { lengthSeconds: 2 * WEEK, passShare: 0.8, nestingSeconds: 0, seniorsShare: 0 },
        recruit: { perHead: 300, perClass: 500 },
      }),
      { sizes: { least: 2, most: 5 } },
    ),
  },
  {
    name: "a short peak, which overtime and an outsourcer can carry",
    asked: question(
      [10, 10, 13, 13, 10, 10],
      hiredTeam({
        overtime: { mostShare: 0.1, premiumShare: 0.5 },
        outsourcer: { perHour: 22, mostHours: 60 },
        recruit: { perHead: 900, perClass: 200 },
      }),
      { sizes: { least: 1, most: 3 } },
    ),
  },
  {
    name: "heads that leave, seniors beside beginners, classes every second week",
    asked: question(
      [9.5, 9.5, 10, 10.5, 11, 11],
      hiredTeam({
        attrition: [{ untilSeconds: Number.POSITIVE_INFINITY, yearlyShare: 0.8 }],
        training: { lengthSeconds: WEEK, passShare: 0.9, nestingSeconds: WEEK, seniorsShare: 0.5 },
        overtime: { mostShare: 0.2, premiumShare: 0.25 },
        recruit: { perHead: 100, perClass: 300 },
      }),
      { starts: [0, 2, 4], sizes: { least: 2, most: 6 } },
    ),
  },
];

describe("the plan of a team", () => {
  it.each(SMALL)("costs as little as the best of every way to hire: $name", async ({ asked }) => {
    const costs = [...everyWay(asked)].flatMap((classes) => costOf(asked, classes) ?? []);
    const least = Math.min(...costs);
    const answer = await answerTo(asked);
    expect(answer.ended).toBe("gap");
    expect(costOf(asked, answer.classes)).toBeCloseTo(least, 1);
    expect(answer.objective).toBeCloseTo(least, 1);
    expect(answer.bound).toBeGreaterThan(least - 0.05);
    // The search has something to find: the ways differ.
    expect(costs.length).toBeGreaterThan(5);
    expect(Math.max(...costs)).toBeGreaterThan(least + 100);
  });

  it("hires nobody where nobody leaves and no more is needed", async () => {
    const answer = await answerTo(
      question([10, 10, 10, 9, 10, 10], hiredTeam({ overtime: { mostShare: 0.5, premiumShare: 0 } })),
    );
    expect(answer.classes).toEqual([0, 0, 0, 0, 0, 0]);
    expect(answer.overtimeHours).toEqual([0, 0, 0, 0, 0, 0]);
    const more = await answerTo(question([10, 10, 10, 11, 10, 10], hiredTeam()));
    expect(more.classes.reduce((sum, heads) => sum + heads, 0)).toBe(1);
  });

  it("keeps to the sizes of classes", async () => {
    const asked = question([10, 10, 11, 11, 11, 11], hiredTeam(), { sizes: { least: 4, most: 4 } });
    expect((await answerTo(asked)).classes).toEqual([0, 0, 4, 0, 0, 0]);
  });

  it("hires early where training takes weeks", async () => {
    const training = { lengthSeconds: 2 * WEEK, passShare: 1, nestingSeconds: 0, seniorsShare: 0 };
    const answer = await answerTo(question([10, 10, 10, 10, 12, 12], hiredTeam({ training })));
    expect(answer.classes).toEqual([0, 0, 2, 0, 0, 0]);
  });

  it("uses an outsourcer the less the dearer it is", async () => {
    const need = [10, 10.5, 12, 12, 11, 11.5, 10, 12];
    const hours: number[] = [];
    for (const perHour of [5, 12, 14, 17, 20, 25, 40, 80, 200]) {
      const asked = question(
        need,
        hiredTeam({
          outsourcer: { perHour, mostHours: 200 },
          overtime: { mostShare: 0.05, premiumShare: 0.5 },
          recruit: { perHead: 400, perClass: 100 },
        }),
      );
      hours.push((await answerTo(asked)).outsourcedHours.reduce((sum, one) => sum + one, 0));
    }
    for (const [index, some] of hours.entries()) {
      if (index > 0) expect(some).toBeLessThan(hours[index - 1] + 1e-6);
    }
    expect(hours[0]).toBeGreaterThan(300);
    expect(hours.at(-1)).toBeLessThan(1);
  });

  it("leaves as little uncovered as can be, and says where", async () => {
    const training = { lengthSeconds: 2 * WEEK, passShare: 1, nestingSeconds: 0, seniorsShare: 0 };
    const answer = await answerTo(question([11, 12, 13, 13], hiredTeam({ training })));
    // Nobody who is hired can help in the first two weeks.
    expect(answer.uncoveredHours[0]).toBeCloseTo(40, 2);
    expect(answer.uncoveredHours[1]).toBeCloseTo(80, 2);
    expect(answer.uncoveredHours[2]).toBeLessThan(0.01);
    expect(answer.classes).toEqual([3, 0, 0, 0]);
  });

  it("leaves uncovered what costs more than its price", async () => {
    const need = [10, 12, 10, 10];
    const cheap = await answerTo(question(need, hiredTeam({ uncoveredPerHour: 5 })));
    expect(cheap.classes).toEqual([0, 0, 0, 0]);
    expect(cheap.uncoveredHours[1]).toBeCloseTo(80, 6);
    const dear = await answerTo(question(need, hiredTeam({ uncoveredPerHour: 500 })));
    expect(dear.classes).toEqual([0, 2, 0, 0]);
    expect(dear.uncoveredHours[1]).toBeCloseTo(0, 6);
  });

  it("has as many heads at the end as are asked for, as late as can be", async () => {
    const need = [8, 8, 8, 8, 8, 8];
    const asked = question(need, hiredTeam({ headsAtEnd: 12, recruit: { perHead: 100, perClass: 0 } }));
    expect((await answerTo(asked)).classes).toEqual([0, 0, 0, 0, 0, 2]);
    expect((await answerTo(question(need, hiredTeam()))).classes).toEqual([0, 0, 0, 0, 0, 0]);
    const never = question(need, hiredTeam({ headsAtEnd: 12 }), { starts: [] });
    expect((await answerTo(never)).classes).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("is proved the least where no class is to be chosen", async () => {
    const hired = hiredTeam({ overtime: { mostShare: 0.5, premiumShare: 0.5 } });
    const answer = await answerTo(question([10, 12, 10], hired, { starts: [] }));
    // Two heads' hours of one week at half as much again, beside ten heads' wages of three.
    expect(answer.objective).toBeCloseTo(3 * 10 * 400 + 80 * 15, 1);
    expect(answer.bound).toBeCloseTo(answer.objective, 6);
  });

  it("ends without an answer when it is stopped before there is one", async () => {
    const signal = AbortSignal.abort();
    expect(await solveTeam(solver, SMALL[0].asked, EXACT, signal)).toBeUndefined();
  });
});
