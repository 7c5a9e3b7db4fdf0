import { describe, expect, it } from "vitest";
import { compile } from "../../src/model/model.js";
import type { Target } from "../../src/scenario/queue.js";
import type { Quota } from "../../src/scenario/team.js";
import { nineInTenReach } from "../../src/statistics/quota-summary.js";
import { summarise } from "../../src/statistics/summarise.js";
import { atLeast, atMost, targetVerdict } from "../../src/statistics/target-verdict.js";
import { buildScenario } from "../build-scenario.js";
import { handMade, type Seen } from "./hand-made-observations.js";

const about = { seed: "s", version: "v" };

describe("the quota that nine agent-shifts in ten meet", () => {
  it("is what the lowest tenth leaves out", () => {
    const counts = new Float64Array(60);
    counts[0] = 1;
    counts[41] = 2;
    counts[50] = 7;
    expect(nineInTenReach(counts)).toBe(41);
    counts[0] = 2;
    expect(nineInTenReach(counts)).toBe(0);
    counts[50] = 16;
    expect(nineInTenReach(counts)).toBe(41);
    expect(nineInTenReach(new Float64Array(60))).toBeNaN();
  });

  const quotaOf = (quota: Quota, seen: readonly Seen[]) => {
    const shifts = [
      { name: "day", startClockSeconds: 28_800, lengthSeconds: 28_800 },
      { name: "night", startClockSeconds: 0, lengthSeconds: 28_800 },
    ];
    const staffing = {
      kind: "roster" as const,
      shifts: [
        { shift: "day", agents: 10 },
        { shift: "night", agents: 10 },
      ],
    };
    const model = compile(buildScenario({ shifts, teams: [{ staffing, quota }] }));
    return summarise(
      model,
      seen.map((one) => handMade(model, one)),
      about,
    ).teams[0];
  };
  const times = (count: number, value: number) => Array.from({ length: count }, () => value);

  it("is found for each shift and for the team, over all replications", () => {
    const team = quotaOf({ contacts: 60, handled: { share: 0.9, withinSeconds: 360 } }, [
      {
        shifts: [
          { crew: 0, agentShifts: 10, quotaContactsMet: 9, quotaHandledMet: 8, quotaMet: 7 },
          { crew: 1, agentShifts: 10, quotaHandledMet: 10 },
        ],
        handled: [
          { crew: 0, each: [...times(9, 62), 30] },
          { crew: 1, each: [...times(5, 12), ...times(5, 0)] },
        ],
        within: [
          { crew: 0, each: [...times(8, 950), ...times(2, 700)] },
          { crew: 1, each: times(5, 920) },
        ],
      },
      {
        shifts: [{ crew: 0, agentShifts: 10, quotaContactsMet: 10, quotaHandledMet: 10, quotaMet: 10 }],
        handled: [{ crew: 0, each: times(10, 64) }],
        within: [{ crew: 0, each: times(10, 1000) }],
      },
    ]);
    const [day, night] = team.shifts.map((shift) => shift.quota!);
    expect(day).toEqual({
      agentShifts: 20,
      contactsMet: 0.95,
      handledMet: 0.9,
      met: 0.85,
      contactsNineInTen: 62,
      handledNineInTen: 0.95,
    });
    expect(night).toMatchObject({ agentShifts: 10, met: 0, contactsNineInTen: 0, handledNineInTen: 0.92 });
    expect(team.quota).toMatchObject({ agentShifts: 30, contactsNineInTen: 0, handledNineInTen: 0.92 });
  });

  it("has no figure for what was not asked or not observed", () => {
    const [day] = quotaOf({ contacts: 60 }, [{}]).shifts;
    expect(day.quota).toEqual({
      agentShifts: 0,
      contactsMet: Number.NaN,
      handledMet: Number.NaN,
      met: Number.NaN,
      contactsNineInTen: Number.NaN,
      handledNineInTen: Number.NaN,
    });
    const timed = quotaOf({ handled: { share: 0.9, withinSeconds: 360 } }, [
      { shifts: [{ agentShifts: 4, quotaContactsMet: 4 }] },
    ]);
    expect(timed.quota!.contactsMet).toBeNaN();
  });
});

describe("a target", () => {
  it("is met or missed where the interval leaves no doubt, and else undecided", () => {
    expect(atLeast({ mean: 0.83, low: 0.8, high: 0.86 }, 0.8)).toBe("met");
    expect(atLeast({ mean: 0.83, low: 0.79, high: 0.87 }, 0.8)).toBe("undecided");
    expect(atLeast({ mean: 0.7, low: 0.6, high: 0.8 }, 0.8)).toBe("undecided");
    expect(atLeast({ mean: 0.7, low: 0.65, high: 0.75 }, 0.8)).toBe("missed");
    expect(atMost({ mean: 20, low: 10, high: 30 }, 30)).toBe("met");
    expect(atMost({ mean: 20, low: 10, high: 31 }, 30)).toBe("undecided");
    expect(atMost({ mean: 40, low: 31, high: 49 }, 30)).toBe("missed");
  });

  it("is judged by the estimate where there is one replication", () => {
    const alone = { mean: 0.8, low: Number.NaN, high: Number.NaN };
    expect(atLeast(alone, 0.8)).toBe("met");
    expect(atLeast(alone, 0.81)).toBe("missed");
    expect(atMost(alone, 0.79)).toBe("missed");
  });

  it("is missed with any part of it, and undecided of nothing observed", () => {
    const sure = (mean: number) => ({ mean, low: mean, high: mean });
    const figures = {
      serviceLevel: sure(0.9),
      abandonRate: sure(0.05),
      asa: sure(12),
      occupancy: { mean: 0.85, low: 0.84, high: 0.86 },
    };
    expect(targetVerdict(undefined, figures)).toBe("none");
    expect(targetVerdict({ answeredShare: 0.9, abandonedShare: 0.05, asaSeconds: 12 }, figures)).toBe("met");
    expect(targetVerdict({ answeredShare: 0.9, occupancyShare: 0.85 }, figures)).toBe("undecided");
    expect(targetVerdict({ occupancyShare: 0.85, asaSeconds: 11 }, figures)).toBe("missed");
    const nothing = { mean: Number.NaN, low: Number.NaN, high: Number.NaN };
    expect(targetVerdict({ answeredShare: 0.8 }, { ...figures, serviceLevel: nothing })).toBe("undecided");
  });

  it("of occupancy is that of the teams that serve the queue", () => {
    const verdictWith = (target: Target) => {
      const model = compile(
        buildScenario({
          queues: [{ name: "claims", target }, { name: "sales" }],
          teams: [{ skills: ["claims"] }, { skills: ["claims", "sales"] }, { skills: ["sales"] }],
        }),
      );
      const busy = (crew: number, share: number) => ({
        crew,
        interval: 0,
        busySeconds: 1000 * share,
        idleSeconds: 1000 * (1 - share),
      });
      const seen = handMade(model, { crews: [busy(0, 0.5), busy(1, 0.7), busy(2, 1)] });
      return summarise(model, [seen], about).queues.map((queue) => queue.target);
    };
    expect(verdictWith({ occupancyShare: 0.61 })).toEqual(["met", "none"]);
    expect(verdictWith({ occupancyShare: 0.59 })).toEqual(["missed", "none"]);
  });
});
