import { fileURLToPath } from "node:url";
import { evaluate, findRequirement, openRunner, readScenario } from "../dist/index.js";

/**
 * `npm run bench:staff -- [scenarios...]`: the agents needed with their guarantee, as a multiple of simulating
 * the scenario once with its own replications in the same process. It fails where a simulation was not
 * counted or the guarantee does not stand on fresh replications, never for a time.
 */
const names = process.argv.length > 2 ? process.argv.slice(2) : ["09-peak-day", "03-two-skills", "12-bank"];
const runner = openRunner(2);
const line = (name, ...cells) => `${name.padEnd(24)}${cells.map((one) => one.padStart(14)).join("")}\n`;
process.stdout.write(line("scenario", "simulations", "replications", "seconds", "ratio", "sure"));
try {
  for (const name of names) await measure(name);
} finally {
  await runner.close();
}

async function measure(name) {
  const file = fileURLToPath(new URL(`../scenarios/${name}.yaml`, import.meta.url));
  const { scenario } = await readScenario(file);
  const simulate = () => evaluate(scenario, { runner, replications: scenario.run.replications });
  await simulate();
  const plain = await timed(simulate);
  let told = 0;
  let replications = 0;
  const { value, seconds } = await timed(() =>
    findRequirement(scenario, {
      runner,
      guarantee: true,
      onProgress: (evaluations) => {
        told = evaluations;
      },
      onReplication: (done) => {
        replications = done;
      },
    }),
  );
  const { evaluations, guarantee } = value;
  if (told !== evaluations) throw new Error(`${name}: ${told} simulations were told of ${evaluations}`);
  if (!(guarantee.first > guarantee.replications))
    throw new Error(`${name}: the judge saw what the search saw`);
  const verdicts = guarantee.intervals.flatMap(({ targets }) => targets.map(({ verdict }) => verdict));
  const judged = verdicts.filter((verdict) => verdict !== "none");
  const sure = judged.filter((verdict) => verdict === "holds").length / judged.length;
  process.stdout.write(
    line(
      name,
      String(evaluations),
      String(replications),
      seconds.toFixed(1),
      (seconds / plain.seconds).toFixed(0),
      `${(sure * 100).toFixed(0)} %`,
    ),
  );
}

/** Processor time of all threads. */
async function timed(work) {
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, seconds: (user + system) / 1e6 };
}
