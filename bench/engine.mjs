import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { BATCHES, FIELDS, WARMUP_BATCHES } from "./tally.mjs";
import { resize } from "./workloads.mjs";

const FRONT_DOOR = new URL("../dist/index.js", import.meta.url);

/**
 * The engine through the library's front door: `prepare(workload, factors)` compiles the workload's
 * scenario file and returns a function from a seed to observations. `undefined` where the build has no
 * engine.
 */
export async function openEngine() {
  if (!existsSync(FRONT_DOOR)) return undefined;
  const { readScenario, compile, simulate, QUEUE_FIELDS } = await import(FRONT_DOOR.href);
  return {
    async prepare(workload, factors) {
      const path = fileURLToPath(new URL(`scenarios/${workload.id}.yaml`, import.meta.url));
      const { scenario } = await readScenario(path);
      const resized = resizeScenario(scenario, factors);
      assertSame(resized, resize(workload, factors));
      const model = compile(resized);
      return (seed) => simulate(model, seed, 1);
    },
    observed: (observations, workload) => observed(observations, workload.queues.length, QUEUE_FIELDS),
  };
}

/**
 * The engine's observations in the words of the reference: batches by time, the total, contacts and events.
 */
function observed({ queueCells, intervals, contacts, events }, queues, names) {
  const places = FIELDS.map((field) => names.indexOf(field === "offered" ? "arrived" : field));
  assert.ok(!places.includes(-1), "the engine observes what the bench counts");
  const sum = (queue, from, to, place) => {
    let all = 0;
    for (let i = from; i < to; i++) all += queueCells[(queue * (intervals + 1) + i) * names.length + place];
    return all;
  };
  const each = Array.from({ length: queues }, (_, queue) => queue);
  const row = (from, to) => each.flatMap((queue) => places.map((place) => sum(queue, from, to, place)));
  const perBatch = intervals / BATCHES;
  assert.ok(Number.isInteger(perBatch), `${intervals} intervals make ${BATCHES} batches`);
  const batches = [];
  for (let batch = WARMUP_BATCHES; batch < BATCHES; batch++) {
    batches.push(row(batch * perBatch, (batch + 1) * perBatch));
  }
  const waiting = names.indexOf("waiting");
  const inQueue = each.reduce((all, queue) => all + sum(queue, 0, intervals, waiting), 0);
  return { batches, total: row(0, intervals), inQueue, contacts, events };
}

/** A scenario is plain data: the same one with contacts, agents and times multiplied, as `resize` does. */
function resizeScenario(scenario, { contacts = 1, agents = 1, times = 1 } = {}) {
  const longer = (distribution) =>
    Object.fromEntries(
      Object.entries(distribution).map(([key, value]) => [
        key,
        key.endsWith("Seconds") ? value * times : value,
      ]),
    );
  return {
    ...scenario,
    queues: scenario.queues.map((queue) => ({
      ...queue,
      arrivals: { ...queue.arrivals, factor: queue.arrivals.factor * contacts },
      handle: { talk: longer(queue.handle.talk) },
      ...(queue.patience && { patience: longer(queue.patience) }),
    })),
    teams: scenario.teams.map((team) => ({
      ...team,
      staffing: { ...team.staffing, agents: Math.round(team.staffing.agents * agents) },
    })),
  };
}

/** The scenario file and workloads.mjs say the same: contacts, agents, handle times, patience. */
function assertSame({ calendar, queues, teams }, size) {
  const days = calendar.horizonSeconds / 86_400;
  const near = (a, b, what) =>
    assert.ok(Math.abs(a / b - 1) < 1e-6, `${what}: ${a} in the file, ${b} in the bench`);
  assert.deepEqual(
    teams.map((team) => team.staffing.agents),
    size.teams,
    "agents",
  );
  for (const [i, { arrivals, handle, patience }] of queues.entries()) {
    const expected = size.queues[i];
    const { kind } = handle.talk;
    near((arrivals.contacts * arrivals.factor) / 86_400, expected.ratePerSecond, "contacts a second");
    const mean = kind === "lognormal" ? lognormalMean(handle.talk) : handle.talk.meanSeconds;
    near(mean, expected.handleSeconds, "handle time");
    if (kind === "lognormal")
      near(Math.sqrt(Math.expm1(handle.talk.sigma ** 2)), expected.handleCv, "spread");
    assert.equal(patience?.meanSeconds, expected.patienceSeconds, "patience");
  }
  const arriving = size.queues.reduce((all, { ratePerSecond }) => all + ratePerSecond, 0);
  near(arriving * days * 86_400, size.contacts, "contacts");
}

function lognormalMean({ medianSeconds, sigma }) {
  return medianSeconds * Math.exp((sigma * sigma) / 2);
}
