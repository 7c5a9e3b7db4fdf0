import assert from "node:assert/strict";
import { FIELDS, ratio } from "./tally.mjs";
import { resize } from "./workloads.mjs";

/**
 * Asserts that the reference counted every contact and every event: nothing lost, nothing twice. Returns
 * both.
 */
export function countReference(run, size) {
  const [offered, answered, abandoned] = queueSums(run.total);
  assert.equal(offered, size.contacts, "contacts that arrived");
  assert.equal(offered, answered + abandoned + run.inQueue, "offered = answered + abandoned + waiting");
  assert.equal(answered, run.ended + run.inService, "answered = ended + in service");
  return { contacts: offered, events: offered + run.ended + abandoned };
}

/**
 * Asserts the same of the engine, whose contacts come by the clock: their number is Poisson. Returns both.
 */
export function countEngine(run, size) {
  const [offered, answered, abandoned] = queueSums(run.total);
  assert.equal(run.contacts, offered, "contacts that arrived");
  assert.equal(offered, answered + abandoned + run.inQueue, "offered = answered + abandoned + waiting");
  assert.ok(Math.abs(offered - size.contacts) < 4 * Math.sqrt(size.contacts), `${offered} contacts arrived`);
  const agents = size.teams.reduce((all, count) => all + count, 0);
  // Whether a hang-up is an event of its own is the engine's choice; arrivals and ends of service must be.
  assert.ok(run.events >= offered + answered - agents, `only ${run.events} events for ${offered} contacts`);
  return { contacts: offered, events: run.events };
}

/**
 * How far a run's figures are from the truth, in standard errors from its batch means: the farthest of
 * them. The truth is closed forms, or the batches of another simulator of the same workload.
 */
export function distance(batches, truth) {
  const queues = batches[0].length / FIELDS.length;
  const distances = Array.from({ length: queues }, (_, queue) =>
    figures(batches, queue).map(({ name, mean, error }) => {
      const other = Array.isArray(truth)
        ? figures(truth, queue).find((figure) => figure.name === name)
        : { mean: truth[name] ?? 0, error: 0 };
      const both = Math.hypot(error, other.error);
      return {
        name,
        mean,
        truth: other.mean,
        errors: mean === other.mean ? 0 : Math.abs(mean - other.mean) / both,
      };
    }),
  ).flat();
  return distances.reduce((far, figure) => (figure.errors <= far.errors ? far : figure));
}

/** Fails unless the distance is at most four standard errors. */
export function assertNear(who, { name, mean, truth, errors }) {
  assert.ok(
    errors <= 4,
    `${who}: ${name} ${mean}, truth ${truth}, ${errors.toFixed(1)} standard errors away`,
  );
}

/**
 * The check can fail: a workload whose contacts are handled 1 % too long is farther than four standard
 * errors.
 */
export function assertSeesLongerHandling(workload) {
  const size = resize(workload);
  const longer = {
    ...size,
    queues: size.queues.map((q) => ({ ...q, handleSeconds: q.handleSeconds * 1.01 })),
  };
  const { errors } = distance(workload.reference(longer, "bench/longer").batches, workload.truth(size));
  assert.ok(errors > 4, `handling 1 % too long is only ${errors.toFixed(1)} standard errors away`);
}

function figures(batches, queue) {
  return [
    { name: "asaSeconds", ...ratio(batches, "answeredWaitSeconds", "answered", queue) },
    { name: "abandonedShare", ...ratio(batches, "abandoned", "offered", queue) },
  ];
}

function queueSums(row) {
  return [0, 1, 2].map((field) =>
    row.filter((_, i) => i % FIELDS.length === field).reduce((a, b) => a + b, 0),
  );
}
