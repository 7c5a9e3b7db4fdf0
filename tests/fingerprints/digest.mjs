import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadBuilt } from "./built.mjs";
import { folded, listed, placesOf, whatMoved } from "./moved.mjs";
import { amount, digestOf, resultsOf } from "./results.mjs";
import { fingerprintsOf } from "./sets.mjs";
import { shippedScenarios } from "./shipped-scenarios.mjs";

/**
 * `npm run digest [-- --workers 0,1,2,8] [--kept FILE] [--json]`: one print of the results that this machine,
 * this Node and so many workers give (0: none, all in one thread), and whether it is the one that is kept.
 * Exit code 1 where it is not.
 */
const { values: options } = parseArgs({
  options: {
    workers: { type: "string", default: "0,1,2,8" },
    kept: { type: "string", default: fileURLToPath(new URL("fingerprints.json", import.meta.url)) },
    json: { type: "boolean", default: false },
  },
});
const counts = options.workers.split(",").map(Number);
if (!counts.every((count) => Number.isInteger(count) && count >= 0)) {
  process.stderr.write(`--workers takes whole numbers with commas between, not ${options.workers}\n`);
  process.exit(2);
}

const kept = JSON.parse(readFileSync(options.kept, "utf8"));
const engine = await loadBuilt();
const scenarios = await shippedScenarios(engine.readScenario);
const byCount = [];
for (const count of counts) byCount.push({ count, results: await resultsOf(engine, scenarios, count) });
const [{ results }] = byCount;
const digest = digestOf(results);
const others = byCount.slice(1).filter((one) => digestOf(one.results) !== digest);
const isSame = digest === kept.digest && others.length === 0;

if (options.json) {
  process.stdout.write(`${JSON.stringify({ node: process.version, digest, kept: kept.digest, isSame })}\n`);
} else {
  process.stdout.write(`${[...report(), ""].join("\n")}`);
}
process.exitCode = isSame ? 0 : 1;

function report() {
  const { version, platform, arch, versions } = process;
  const lines = [
    `callsim ${engine.version}, Node ${version.slice(1)}, ${platform} ${arch}, time-zone data ${versions.tz}`,
    `${amount(scenarios)}, ${threads(counts)}`,
    `digest ${digest}${isSame ? ", as kept" : ""}`,
  ];
  for (const { count, results: other } of others) {
    const where = places((name) => other[name] !== results[name]);
    lines.push(`OTHER RESULTS ${threads([count])} than ${threads([counts[0]])}, in ${where}.`);
  }
  if (digest !== kept.digest) lines.push(...difference());
  return lines.flatMap(folded);
}

/** Where the results are not those kept, and which sets moved. */
function difference() {
  const found = Object.fromEntries(
    scenarios.map(({ name, scenario }) => [name, fingerprintsOf(engine, scenario)]),
  );
  const moved = whatMoved(kept.scenarios, found);
  return [
    `NOT AS KEPT (${kept.digest}): other results in ${places((name) => results[name] !== kept.results[name])}.`,
    ...(moved.length > 0 ? moved : ["No set moved: they are of one seed and of fewer replications."]),
  ];
}

function places(differs) {
  const names = Object.keys(results);
  return placesOf(names.filter(differs), names);
}

function threads(some) {
  const workers = some.filter((count) => count > 0);
  const words = some.includes(0) ? ["in one thread"] : [];
  if (workers.length > 0)
    words.push(`on ${listed(workers.map(String))} worker${workers.at(-1) === 1 ? "" : "s"}`);
  return listed(words);
}
