import { describe, expect, it } from "vitest";
import { compile } from "../../src/model/model.js";
import { evaluate } from "../../src/run/evaluate.js";
import type { Target } from "../../src/scenario/queue.js";
import { summarise } from "../../src/statistics/summarise.js";
import { buildScenario } from "../build-scenario.js";
import { handMade } from "./hand-made-observations.js";

const about = { seed: "s", version: "0" };

/** Three days of hours; `cells` are of the only queue and team. */
function summaryOf(target: Target, replications: readonly Parameters<typeof handMade>[1][]) {
  const model = compile(buildScenario({ days: 3, intervalSeconds: 3600, queues: [{ target }], teams: [{}] }));
  return summarise(
    model,
    replications.map((cells) => handMade(model, cells)),
    about,
  );
}

const hour = (day: number, clock: number) => day * 24 + clock;
const calls = (interval: number, arrived: number, answeredWithin: number) => ({
  queue: 0,
  interval,
  arrived,
  answered: arrived,
  answeredWithin,
  answeredWaitSeconds: (arrived - answeredWithin) * 60,
});

describe("the days on which a target holds", () => {
  const eighty: Target = { answeredShare: 0.8, daysShare: 0.5 };

  it("are counted by whole days over all time, and by hour within an hour; days without a call are none", () => {
    // Monday 16 of 20 in time, Tuesday 7 of 10, Wednesday nobody.
    const queues = [calls(hour(0, 9), 10, 10), calls(hour(0, 10), 10, 6), calls(hour(1, 9), 10, 7)];
    const { queues: found, intervals, weekdayIntervals, total } = summaryOf(eighty, [{ queues }]);
    expect(found[0].figures["daysMet"].mean).toBe(0.5);
    expect(total["daysMet"].mean).toBe(0.5);
    const hourly = (interval: number) => intervals[interval].queues[0]["daysMet"].mean;
    expect([hourly(hour(0, 9)), hourly(hour(0, 10)), hourly(hour(1, 9))]).toEqual([1, 0, 0]);
    expect(hourly(hour(2, 9))).toBeNaN();
    expect(weekdayIntervals.find(({ start }) => start === "mon 10:00")!.queues[0]["daysMet"].mean).toBe(0);
  });

  it("ask for all parts of the target together", () => {
    const queues = [calls(hour(0, 9), 10, 8), calls(hour(1, 9), 10, 9)];
    const share = (target: Target) => summaryOf(target, [{ queues }]).queues[0].figures["daysMet"].mean;
    // The waits of all answered are 12 and 6 seconds in the mean.
    expect(share({ answeredShare: 0.8, daysShare: 0.9 })).toBe(1);
    expect(share({ answeredShare: 0.8, asaSeconds: 10, daysShare: 0.9 })).toBe(0.5);
    expect(share({ answeredShare: 0.95, asaSeconds: 10, daysShare: 0.9 })).toBe(0);
  });

  it("hold the occupancy of each team that serves the queue", () => {
    const queues = [calls(hour(0, 9), 10, 10), calls(hour(1, 9), 10, 10)];
    const crews = [
      { crew: 0, interval: hour(0, 9), busySeconds: 900, idleSeconds: 100 },
      { crew: 0, interval: hour(1, 9), busySeconds: 500, idleSeconds: 500 },
    ];
    const target = { occupancyShare: 0.8, daysShare: 0.9 };
    expect(summaryOf(target, [{ queues, crews }]).queues[0].figures["daysMet"].mean).toBe(0.5);
  });

  it("count who is left, or whom nobody answered, against the target", () => {
    const share = (target: Target, cell: object) =>
      summaryOf({ ...target, daysShare: 0.5 }, [{ queues: [{ queue: 0, interval: 9, ...cell }] }]).queues[0]
        .figures["daysMet"].mean;
    const left = { arrived: 10, answered: 8, answeredWithin: 8, unserved: 2 };
    expect(share({ answeredShare: 0.8 }, left)).toBe(1);
    expect(share({ answeredShare: 0.81 }, left)).toBe(0);
    expect(share({ abandonedShare: 0.2 }, left)).toBe(1);
    expect(share({ abandonedShare: 0.1 }, left)).toBe(0);
    expect(share({ asaSeconds: 20 }, left)).toBe(0);
    expect(share({ asaSeconds: 20 }, { arrived: 3, abandoned: 3 })).toBe(0);
  });

  it("make the verdict: on days enough or not, with the doubt of the replications", () => {
    const good = { queues: [calls(9, 10, 9), calls(hour(1, 9), 10, 9)] };
    const mixed = { queues: [calls(9, 10, 9), calls(hour(1, 9), 10, 2)] };
    const bad = { queues: [calls(9, 10, 2), calls(hour(1, 9), 10, 2)] };
    const verdict = (share: number, replications: readonly Parameters<typeof handMade>[1][]) =>
      summaryOf({ answeredShare: 0.8, daysShare: share }, replications).queues[0].target;
    expect(verdict(0.9, [good, good, good])).toBe("met");
    expect(verdict(0.5, [mixed, mixed, mixed])).toBe("met");
    expect(verdict(0.6, [mixed, mixed, mixed])).toBe("missed");
    expect(verdict(0.5, [good, mixed, bad])).toBe("undecided");
  });

  it("are no figure of a scenario whose targets are on the mean", () => {
    const { queues } = summaryOf({ answeredShare: 0.8 }, [{ queues: [calls(9, 10, 9)] }]);
    expect(queues[0].figures).not.toHaveProperty("daysMet");
  });

  it("are fewer where days are more and less busy, although the mean keeps its target", async () => {
    const seen = async (busynessCv: number, absenceShare: number) => {
      const scenario = buildScenario({
        days: 20,
        queues: [{ perHour: 60, target: { answeredShare: 0.8, daysShare: 0.9 } }],
        teams: [{ agents: 6, absenceShare }],
        ...(busynessCv > 0 && { busynessCv }),
        run: { seed: "busy", replications: 10 },
      });
      const { figures, target } = (await evaluate(scenario)).queues[0];
      return { level: figures["serviceLevel"].mean, days: figures["daysMet"].mean, target };
    };
    const even = await seen(0, 0);
    expect(even).toMatchObject({ days: 1, target: "met" });
    const busy = await seen(0.3, 0);
    expect(busy.level).toBeGreaterThan(0.8);
    expect(busy).toMatchObject({ target: "missed" });
    expect(busy.days).toBeLessThan(0.9);
    expect((await seen(0.3, 0.1)).days).toBeLessThan(busy.days - 0.1);
  });
});
