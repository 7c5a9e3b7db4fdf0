import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import { isDeferred } from "../../src/scenario/channel.js";
import type { Queue } from "../../src/scenario/queue.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { calendarOf, queueOf, scenarioOf, teamOf } from "../engine/plain-scenario.js";
import * as chats from "../naive/mechanisms/chats.js";
import * as deferred from "../naive/mechanisms/deferred.js";
import * as visits from "../naive/mechanisms/visits.js";
import { Choices } from "../naive/random-scenario.js";
import { varied } from "../naive/variations.js";
import { patiently } from "./exact-scenario.js";
import { holdsOn, isSame } from "./holds-on.js";
import { crewSum, queueSum } from "./sums.js";

const observed = (scenario: Scenario) => simulate(compile(scenario), "law", 0);
const withQueues = (scenario: Scenario, change: (queue: Queue) => Partial<Queue>): Scenario => ({
  ...scenario,
  queues: scenario.queues.map((queue) => ({ ...queue, ...change(queue) })),
});
const isEqual = (one: Scenario, other: Scenario) => {
  const [first, second] = [observed(one), observed(other)];
  return isSame(first.queueCells, second.queueCells) && isSame(first.crewCells, second.crewCells);
};

describe("chats of which an agent holds one at a time", () => {
  it("are as calls, to the last bit", () => {
    holdsOn(60, (scenario) => {
      const asChats = withQueues(scenario, () => ({ channel: "chat" }));
      expect(isEqual(scenario, asChats)).toBe(true);
    });
  });

  it("are not where an agent holds two, of nearly all scenarios", () => {
    let same = 0;
    holdsOn(60, (scenario) => {
      if (
        isEqual(
          scenario,
          withQueues(scenario, () => ({ channel: "chat", concurrency: 2 })),
        )
      )
        same++;
    });
    expect(same).toBeLessThan(6);
  });
});

describe("chats that do not slow each other down", () => {
  /** One queue and one team of so many agents; contacts come at random moments. */
  const centre = (number: number, agents: number, concurrency: number): Scenario => {
    const choices = new Choices(number, "several at once");
    const handles = choices.list(80, () => 60 * choices.whole(1, 20));
    const patiences = choices.list(80, () => 60 * choices.whole(1, 9));
    const at = choices.list(80, () => 30 * choices.whole(0, 400)).sort((a, b) => a - b);
    return scenarioOf({
      calendar: calendarOf({ open: [[600, 9000]] }),
      queues: [{ ...queueOf("calls", { channel: "chat", at, handles, patiences }), concurrency }],
      teams: [teamOf("team", { agents })],
    });
  };

  it("make of each agent as many as it holds", () => {
    for (let number = 0; number < 40; number++) {
      for (const [agents, concurrency] of [
        [1, 4],
        [2, 3],
        [3, 2],
      ] as const) {
        const several = observed(centre(number, agents, concurrency));
        const single = observed(centre(number, agents * concurrency, 1));
        expect(isSame(several.waitCounts, single.waitCounts)).toBe(true);
        for (const field of ["answered", "abandoned", "unserved", "closed", "answeredWaitSeconds"] as const) {
          expect(queueSum(several, 0, field), field).toBe(queueSum(single, 0, field));
        }
      }
    }
  });
});

describe("what waits over night", () => {
  it("is, in a centre that never closes, as callers who never hang up", () => {
    holdsOn(60, (scenario) => {
      const patient = patiently(scenario);
      const written = withQueues(patient, () => ({ channel: "email" }));
      expect(isEqual(patient, written)).toBe(true);
    });
  });

  it("is neither closed nor unserved, and never goes away; everything that comes ends in one way", () => {
    let waited = 0;
    holdsOn(120, (random, number) => {
      const scenario = varied(number, random, { deferred, visits, chats });
      const model = compile(scenario);
      const result = simulate(model, "law", 0);
      for (const [queue, { channel, concurrency = 1 }] of scenario.queues.entries()) {
        const sum = (field: Parameters<typeof queueSum>[2]) => queueSum(result, queue, field);
        const live = sum("abandoned") + sum("blocked") + sum("closed") + sum("unserved") + sum("balked");
        expect(sum("arrived")).toBe(sum("answered") + sum("waiting") + live);
        if (isDeferred(channel)) expect(live).toBe(0);
        if (isDeferred(channel)) waited += sum("waiting");
        expect(concurrency).toBeLessThanOrEqual(5);
      }
      for (let crew = 0; crew < model.crews.count; crew++) {
        const [busy, beside] = [crewSum(result, crew, "busySeconds"), crewSum(result, crew, "besideSeconds")];
        expect(beside).toBeLessThanOrEqual(4 * busy + 1e-6);
      }
    });
    expect(waited).toBeGreaterThan(0);
  });
});

describe("seats", () => {
  it("without end are as none at all; with few, visitors go away", () => {
    let gone = 0;
    holdsOn(60, (random) => {
      const { lines: _, ...rest } = random;
      const scenario = withQueues(rest, ({ lines: _lines, ...queue }) => ({ ...queue, channel: "visit" }));
      for (const queue of scenario.queues) delete (queue as { lines?: number }).lines;
      expect(
        isEqual(
          scenario,
          withQueues(scenario, () => ({ seats: 1_000_000 })),
        ),
      ).toBe(true);
      const few = observed(withQueues(scenario, () => ({ seats: 1 })));
      for (const queue of scenario.queues.keys()) gone += queueSum(few, queue, "balked");
    });
    expect(gone).toBeGreaterThan(0);
  });
});
