import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { assertNear, assertSeesLongerHandling, distance } from "./checks.mjs";
import { openEngine } from "./engine.mjs";
import { measureMemory } from "./memory.mjs";
import { runPairs } from "./pairs.mjs";
import { findPeers } from "./peers.mjs";
import { formatTable } from "./table.mjs";
import { resize, WORKLOADS } from "./workloads.mjs";

/**
 * `npm run bench -- [--only w2] [--smoke] [--json FILE]`: the engine, hand-tuned loops and other simulators
 * on the same four workloads. It fails where a count or an answer is wrong, never for a time.
 */
const { values: options } = parseArgs({
  options: {
    only: { type: "string", multiple: true },
    smoke: { type: "boolean", default: false },
    json: { type: "string" },
  },
});
const workloads = WORKLOADS.filter(({ id }) => !options.only || options.only.includes(id));
if (workloads.length === 0) throw new Error(`--only takes ${WORKLOADS.map(({ id }) => id).join(", ")}`);

const engine = await openEngine();
const { found, missing } = options.smoke ? { found: [], missing: [] } : findPeers();
const rows = [];
const peers = [];
for (const workload of workloads) {
  process.stderr.write(`${workload.id}: ${workload.title}\n`);
  const { row, batches } = await runPairs(workload, engine, plan(workload));
  rows.push(row);
  const size = resize(workload);
  for (const peer of found.filter(({ workloads }) => workloads.includes(workload.id))) {
    process.stderr.write(`${workload.id}: ${peer.id}\n`);
    const { name, nanoseconds, contacts, batches: theirs } = peer.run(size);
    const far = distance(theirs, workload.truth(size) ?? batches);
    assertNear(`${name} on ${workload.id}`, far);
    peers.push({ id: workload.id, name, nanoseconds, contacts, far });
  }
}
if (options.smoke) assertSeesLongerHandling(WORKLOADS[1]);
const memory = engine && !options.smoke ? measureMemory() : undefined;

const result = { node: process.version, processor: cpus()[0].model, rows, peers, missing, memory };
process.stdout.write(formatTable(result));
if (options.json) writeFileSync(options.json, `${JSON.stringify(result, undefined, 2)}\n`);

/**
 * A smoke run is one pair, and a twentieth of W4; a full one warms up where a run is too short to do so
 * itself.
 */
function plan({ id, pairs }) {
  if (options.smoke)
    return { factors: id === "w4" ? { contacts: 0.05, agents: 0.05 } : {}, pairs: 1, warmups: 0 };
  return { factors: {}, pairs, warmups: id === "w4" ? 0 : 4 };
}
