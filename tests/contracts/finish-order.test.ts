import { EventEmitter } from "node:events";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Observations } from "../../src/engine/observations.js";
import { simulate } from "../../src/engine/simulate.js";
import { compile, type Model } from "../../src/model/model.js";
import { openStream, type Stream } from "../../src/random/stream.js";
import { evaluate } from "../../src/run/evaluate.js";
import type { Runner } from "../../src/run/runner.js";
import { threadRunner, type WorkerRequest } from "../../src/run/thread-runner.js";
import { summarise } from "../../src/statistics/summarise.js";
import { buildScenario } from "../build-scenario.js";

/*
 * Real threads finish in almost the same order every time. Here stand-ins take their place, of which a drawn
 * one answers next: whoever is fast and whoever is slow, the results are the same bytes.
 */

/** What the stand-ins know of each other. */
const house = {
  /** Answers not yet given. */
  pending: [] as { give: () => void; replication: number }[],
  /** Replications in the order of their answers. */
  finished: [] as number[],
  draw: (() => 0) as Stream,
  isGiving: false,
};

class StandIn extends EventEmitter {
  private model: Model | undefined;
  private seed = "";

  postMessage(request: WorkerRequest): void {
    if (request.kind === "scenario") {
      this.model = compile(request.scenario);
      this.seed = request.seed;
      return;
    }
    const { replication } = request;
    const give = () => {
      house.finished.push(replication);
      this.emit("message", { replication, observations: simulate(this.model!, this.seed, replication) });
    };
    house.pending.push({ give, replication });
    if (!house.isGiving) setImmediate(giveAll);
    house.isGiving = true;
  }

  terminate(): Promise<number> {
    return Promise.resolve(0);
  }
}

/** One answer after the other, each from a drawn one of those at work. */
function giveAll(): void {
  const { pending, draw } = house;
  if (pending.length === 0) {
    house.isGiving = false;
    return;
  }
  const [next] = pending.splice(Math.floor(draw() * pending.length), 1);
  next.give();
  setImmediate(giveAll);
}

vi.mock("node:worker_threads", async (original) => ({
  ...(await original<typeof import("node:worker_threads")>()),
  Worker: class {
    constructor() {
      // biome-ignore lint/correctness/noConstructorReturn: the stand-in is declared after this is hoisted
      return new StandIn();
    }
  },
}));

/** Loads and shares that are no round numbers: their sums depend on the order of adding. */
const scenario = buildScenario({
  queues: [
    { perHour: 83, patience: { kind: "exponential", meanSeconds: 90 } },
    { perHour: 41, handle: { talk: { kind: "lognormal", medianSeconds: 180, sigma: 0.8 } } },
  ],
  teams: [{ agents: 4, skills: ["q0"] }, { agents: 5 }],
});
const ORDERS = 30;
const SEED = "orders";
const REPLICATIONS = 12;

describe("whichever worker finishes first", () => {
  let runner: Runner | undefined;
  afterEach(async () => {
    await runner?.close();
    runner = undefined;
  });

  const withOrder = (order: number) => {
    house.draw = openStream("finish-order", order, "next", "");
    house.finished = [];
    house.pending = [];
    runner = threadRunner(2 + (order % 7));
    return runner;
  };
  const orders = Array.from({ length: ORDERS }, (_, order) => order);
  const plainly = observationsOf(REPLICATIONS);

  it("the summary is the same bytes, over thirty orders of two to eight workers", async () => {
    const wanted = JSON.stringify(await evaluate(scenario, { seed: SEED, replications: REPLICATIONS }));
    const seen = new Set<string>();
    for (const order of orders) {
      const summary = await evaluate(scenario, {
        seed: SEED,
        replications: REPLICATIONS,
        runner: withOrder(order),
      });
      expect(JSON.stringify(summary)).toBe(wanted);
      seen.add(house.finished.join(" "));
      await runner?.close();
    }
    // The orders were others indeed, and hardly any was that of the numbers.
    expect(seen.size).toBeGreaterThan(ORDERS / 2);
  });

  it("a precision stops after the same replications", async () => {
    const { low, high } = (await evaluate(scenario, { seed: SEED, replications: 20 })).queues[0].figures[
      "asa"
    ];
    const precision = { measure: "queues.q0.asa", halfWidth: 0.35 * (high - low), most: 200 };
    const precise = { ...scenario, run: { ...scenario.run, replications: 2, precision } };
    const wanted = await evaluate(precise, { seed: SEED });
    expect(wanted.replications).toBeGreaterThan(20);
    expect(wanted.replications).toBeLessThan(200);
    for (const order of orders.slice(0, 10)) {
      const summary = await evaluate(precise, { seed: SEED, runner: withOrder(order) });
      expect(JSON.stringify(summary)).toBe(JSON.stringify(wanted));
      await runner?.close();
    }
  });

  it("a job that is stopped gives the first ones, as they would be, up to the first that is missing", async () => {
    const lengths = new Set<number>();
    for (const order of orders) {
      const stop = new AbortController();
      const found = await withOrder(order).perform(
        { scenario, seed: SEED, first: 1, count: REPLICATIONS },
        { signal: stop.signal, onProgress: (done) => done === 6 && stop.abort() },
      );
      const missing = plainly.findIndex((_, index) => !house.finished.slice(0, 6).includes(index + 1));
      expect(JSON.stringify(found) === JSON.stringify(plainly.slice(0, missing)), `order ${order}`).toBe(
        true,
      );
      lengths.add(found.length);
      await runner?.close();
    }
    expect(lengths.size).toBeGreaterThan(2);
  });

  it("which takes putting them in order: summed as they come, they would be other bytes", () => {
    const model = compile(scenario);
    const about = { seed: SEED, version: "" };
    const inOrder = JSON.stringify(summarise(model, plainly, about));
    const reversed = JSON.stringify(summarise(model, [...plainly].reverse(), about));
    expect(reversed).not.toBe(inOrder);
  });
});

function observationsOf(count: number): Observations[] {
  const model = compile(scenario);
  return Array.from({ length: count }, (_, index) => simulate(model, SEED, index + 1));
}
