import { openEngine } from "./engine.mjs";
import { WORKLOADS } from "./workloads.mjs";

/**
 * Prints by how many bytes heap and array buffers grew over one run of the engine, garbage that no
 * collection met included: `node --expose-gc memory-of-one-run.mjs w1 '{"contacts":10,"times":0.1}'`.
 */
const [id, factors] = process.argv.slice(2);
const engine = await openEngine();
const run = await engine.prepare(
  WORKLOADS.find((workload) => workload.id === id),
  JSON.parse(factors),
);
globalThis.gc();
const before = heldBytes();
const observations = run("memory");
process.stdout.write(String(heldBytes() - before));
if (observations.contacts === 0) throw new Error("nothing arrived");

function heldBytes() {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
