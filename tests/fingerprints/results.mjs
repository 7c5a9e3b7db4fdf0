import { print, resultText } from "./sets.mjs";

/** One seed would leave out what another meets; the tables by interval are looked at with one of them. */
const runsOf = ({ run }) => [
  { seed: run.seed },
  { seed: "another", detail: { intervals: false, weekdayIntervals: false } },
];
/** As many as the most workers: each has one. */
const REPLICATIONS = 8;

/**
 * For each scenario, the print of its results over several seeds as `--format json` has them, by so many
 * worker threads; 0 for none, in this thread.
 */
export async function resultsOf(engine, scenarios, workers) {
  const runner = workers === 0 ? engine.inProcessRunner() : engine.threadRunner(workers);
  try {
    const found = {};
    for (const { name, scenario } of scenarios) {
      const texts = [];
      for (const options of runsOf(scenario)) {
        const summary = await engine.evaluate(scenario, { ...options, replications: REPLICATIONS, runner });
        texts.push(resultText(engine, scenario, summary));
      }
      found[name] = print((bytes) => {
        for (const text of texts) bytes.text(text);
      });
    }
    return found;
  } finally {
    await runner.close();
  }
}

/** One print of them all. */
export function digestOf(results) {
  return print((bytes) => {
    for (const [name, one] of Object.entries(results)) {
      bytes.text(name);
      bytes.text(one);
    }
  });
}

/** What was simulated, in words. */
export function amount(scenarios) {
  return `${scenarios.length} scenarios, two seeds and ${REPLICATIONS} replications each`;
}
