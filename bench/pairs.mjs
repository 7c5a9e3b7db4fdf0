import { assertNear, countEngine, countReference, distance } from "./checks.mjs";
import { median, timed } from "./measure.mjs";
import { resize } from "./workloads.mjs";

/**
 * Runs reference and engine on one workload in alternating pairs, on the same seeds, in this process, and
 * returns the row of the table. Every run is counted; the batches of all runs together are held to the
 * truth. Without an engine the reference runs alone.
 */
export async function runPairs(workload, engine, { factors, pairs, warmups }) {
  const size = resize(workload, factors);
  const engineRun = await engine?.prepare(workload, factors);
  const reference = { nanoseconds: [], batches: [], counts: undefined };
  const candidate = { nanoseconds: [], batches: [], counts: undefined };
  const runReference = (seed) => {
    const { result, nanoseconds } = timed(() => workload.reference(size, seed));
    book(reference, nanoseconds, result, countReference(result, size));
  };
  const runEngine = (seed) => {
    const { result, nanoseconds } = timed(() => engineRun(seed));
    const observed = engine.observed(result, workload);
    book(candidate, nanoseconds, observed, countEngine(observed, size));
  };
  for (let pair = -warmups; pair < pairs; pair++) {
    // Whoever runs first in a pair finds the machine as the other left it, so they take turns.
    const order = pair % 2 === 0 ? [runReference, runEngine] : [runEngine, runReference];
    for (const run of order) if (run === runReference || engine) run(`bench/${pair}`);
    if (pair < 0) for (const side of [reference, candidate]) side.nanoseconds.length = 0;
  }
  const truth = workload.truth(size);
  const row = { id: workload.id, title: workload.title, goal: workload.goal, first: workload.first, pairs };
  row.reference = side(reference, "reference", workload, truth);
  if (engine) {
    row.engine = side(candidate, "engine", workload, truth ?? reference.batches);
    const ratios = candidate.nanoseconds.map((nanoseconds, i) => nanoseconds / reference.nanoseconds[i]);
    row.ratio = { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
  }
  return { row, batches: reference.batches };
}

function book(side, nanoseconds, { batches }, counts) {
  side.nanoseconds.push(nanoseconds / counts.contacts);
  side.batches.push(...batches);
  side.counts = counts;
}

function side({ nanoseconds, batches, counts }, who, { id }, truth) {
  const far = truth && distance(batches, truth);
  if (far) assertNear(`${who} on ${id}`, far);
  return { nanoseconds: median(nanoseconds), ...counts, far };
}
