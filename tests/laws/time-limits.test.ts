import { expect, it } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import type { Queue } from "../../src/scenario/queue.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import * as outcomes from "../naive/mechanisms/outcomes.js";
import * as timeLimits from "../naive/mechanisms/time-limits.js";
import { varied } from "../naive/variations.js";
import { trace } from "./centre-from-trace.js";
import { holdsOn, textOf } from "./holds-on.js";
import { queueSum } from "./sums.js";

/** On random scenarios of which some have a limit; how many of them did. */
function holdsWithLimits(law: (scenario: Scenario) => void): number {
  let count = 0;
  holdsOn(150, (scenario, number) => {
    const with_ = varied(number, scenario, { outcomes, timeLimits });
    if (!timeLimits.isUsed(with_)) return;
    count++;
    law(with_);
  });
  return count;
}

/** The queue with that limit, if it has one; without one where undefined. */
function limited(queue: Queue, afterSeconds: number | undefined): Queue {
  const { after, ...rest } = queue;
  if (after === undefined) return queue;
  const { handover, ...others } = after;
  if (afterSeconds === undefined || handover === undefined) {
    return Object.keys(others).length > 0 ? { ...rest, after: others } : rest;
  }
  return { ...rest, after: { ...others, handover: { ...handover, afterSeconds } } };
}

it("a limit that no contact reaches changes nothing that happens", () => {
  const count = holdsWithLimits((scenario) => {
    const rows = (afterSeconds: number | undefined) =>
      textOf(trace({ ...scenario, queues: scenario.queues.map((one) => limited(one, afterSeconds)) }).rows);
    expect(rows(1e12)).toBe(rows(undefined));
  });
  expect(count).toBeGreaterThan(25);
});

it("who is handed over comes to another queue", () => {
  let handedOver = 0;
  holdsWithLimits((scenario) => {
    const observed = simulate(compile(scenario), "laws", 1);
    const all = (field: Parameters<typeof queueSum>[2]) =>
      scenario.queues.reduce((sum, _, queue) => sum + queueSum(observed, queue, field), 0);
    const passed = all("transferredOut") + all("escalated") + all("complaints");
    expect(all("transferredIn")).toBe(passed + all("handedOver"));
    handedOver += all("handedOver");
  });
  expect(handedOver).toBeGreaterThan(500);
});

/** Recorded calls for ever so many agents, who answer all of them, of all speeds but 1 if `isUneven`. */
function ample(scenario: Scenario, isUneven = false): Scenario {
  const { calendar } = scenario;
  const queues = scenario.queues.map(({ name, handle, after }): Queue => {
    const at = Array.from({ length: 40 }, (_, index) => index * 61);
    return {
      name,
      channel: "phone",
      arrivals: { kind: "replay", atSeconds: at },
      handle,
      ...(after?.handover && { after: { handover: after.handover } }),
      priority: 1,
      serviceLevel: { withinSeconds: 20, counting: "ignore-short", underSeconds: 5 },
      countBlocked: false,
    };
  });
  const { lines: _, busynessCv: __, ...rest } = scenario;
  return {
    ...rest,
    calendar: { ...calendar, open: [{ fromSeconds: 0, toSeconds: calendar.horizonSeconds }] },
    queues,
    teams: queues.map(({ name }, index) => ({
      name,
      skills: [{ queue: name, preference: 1, speed: isUneven ? 1 + index : 1 }],
      staffing: { kind: "constant", agents: 200 },
      absenceShare: 0,
    })),
    routing: { agent: "longest-idle", contact: "longest-waiting", overflow: [] },
  };
}

function workOf(scenario: Scenario): Record<"talkSeconds" | "holdSeconds" | "wrapSeconds", number> {
  const observed = simulate(compile(scenario), "laws", 1);
  const sum = (field: "talkSeconds" | "holdSeconds" | "wrapSeconds") =>
    scenario.queues.reduce((total, _, queue) => total + queueSum(observed, queue, field), 0);
  return {
    talkSeconds: sum("talkSeconds"),
    holdSeconds: sum("holdSeconds"),
    wrapSeconds: sum("wrapSeconds"),
  };
}

const withoutLimit = (scenario: Scenario): Scenario => ({
  ...scenario,
  queues: scenario.queues.map((queue) => limited(queue, undefined)),
});

it("talk, hold and wrap are the same in all, whoever does them, with agents of one speed", () => {
  const count = holdsWithLimits((scenario) => {
    const whole = workOf(withoutLimit(ample(scenario)));
    const shared = workOf(ample(scenario));
    for (const [part, seconds] of Object.entries(whole)) {
      expect(shared[part as keyof typeof whole]).toBeCloseTo(seconds, 4);
    }
  });
  expect(count).toBeGreaterThan(25);
});

it("that they are so with agents of different speeds is false", () => {
  let different = 0;
  holdsWithLimits((scenario) => {
    const whole = workOf(withoutLimit(ample(scenario, true)));
    const shared = workOf(ample(scenario, true));
    if (Math.abs(whole.talkSeconds - shared.talkSeconds) > 1) different++;
  });
  expect(different).toBeGreaterThan(10);
});
