import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import type { Queue } from "../../src/scenario/queue.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import * as announcedWaits from "../naive/mechanisms/announced-waits.js";
import * as callbacks from "../naive/mechanisms/callbacks.js";
import * as selfService from "../naive/mechanisms/self-service.js";
import { varied } from "../naive/variations.js";
import { holdsOn, isSame } from "./holds-on.js";
import { queueSum } from "./sums.js";

const observed = (scenario: Scenario) => simulate(compile(scenario), "law", 0);
const withQueues = (scenario: Scenario, change: (queue: Queue) => Partial<Queue>): Scenario => ({
  ...scenario,
  queues: scenario.queues.map((queue) => ({ ...queue, ...change(queue) })),
});
const isEqual = (one: Scenario, other: Scenario) => {
  const [first, second] = [observed(one), observed(other)];
  return isSame(first.queueCells, second.queueCells) && isSame(first.crewCells, second.crewCells);
};

const selfServed = (reachesShare: number): Queue["selfService"] & object => ({
  time: { kind: "constant", seconds: 60 },
  containsShare: 0.5,
  harderShare: 0.2,
  reachesShare,
  always: false,
});
const announced = (share: number, patienceFactor: number): Queue["announce"] & object => ({
  overSeconds: 0,
  leave: [{ overSeconds: 0, share }],
  patienceFactor,
});
const calledBack = (acceptShare: number): Queue["callback"] & object => ({
  overSeconds: 0,
  acceptShare,
  reachShare: 0.8,
  attempts: 2,
  retrySeconds: 600,
  dialSeconds: 20,
});

describe("what nobody does changes nothing, to the last bit", () => {
  const laws: readonly [string, (chance: number) => Partial<Queue>][] = [
    ["self-service that nobody reaches", (chance) => ({ selfService: selfServed(chance) })],
    ["announced waits on which nobody leaves", (chance) => ({ announce: announced(chance, 1) })],
    ["callbacks that nobody accepts", (chance) => ({ callback: calledBack(chance) })],
    ["talk that grows by nothing", (chance) => ({ handleGrowth: { perSeconds: 60, byShare: chance / 10 } })],
  ];

  it.each(laws)("%s", (_name, change) => {
    holdsOn(60, (scenario) => {
      expect(
        isEqual(
          scenario,
          withQueues(scenario, () => change(0)),
        ),
      ).toBe(true);
    });
  });

  it.each(laws)("and does where somebody does it, of nearly all scenarios: not %s", (_name, change) => {
    let same = 0;
    holdsOn(60, (scenario) => {
      if (
        isEqual(
          scenario,
          withQueues(scenario, () => change(0.7)),
        )
      )
        same++;
    });
    expect(same).toBeLessThan(12);
  });
});

describe("every contact", () => {
  it("ends in one way, and of those who serve themselves none is lost", () => {
    holdsOn(150, (plain, number) => {
      const scenario = varied(number, plain, { selfService, announcedWaits, callbacks });
      const result = observed(scenario);
      for (const queue of scenario.queues.keys()) {
        const sum = (...fields: Parameters<typeof queueSum>[2][]) =>
          fields.reduce((all, field) => all + queueSum(result, queue, field), 0);
        expect(
          sum(
            "answered",
            "abandoned",
            "blocked",
            "closed",
            "unserved",
            "waiting",
            "balked",
            "calledBack",
            "unreached",
          ),
        ).toBe(sum("arrived"));
        expect(sum("contained", "passedOn")).toBeLessThanOrEqual(sum("selfServed"));
        expect(sum("calledBack", "unreached")).toBeLessThanOrEqual(sum("callbacks"));
      }
    });
  });
});
