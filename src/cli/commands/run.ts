import { formatCsv } from "../../report/csv.js";
import { formatJson } from "../../report/json.js";
import { summaryJson } from "../../report/json-results.js";
import { summaryRows } from "../../report/rows.js";
import { formatRunText } from "../../report/text/run-text.js";
import { evaluate } from "../../run/evaluate.js";
import type { Summary } from "../../statistics/summary.js";
import { deliver } from "../deliver.js";
import { complain, Interrupted } from "../failures.js";
import type { SimulationOptions } from "../options.js";
import { paintFor } from "../paint-for.js";
import { refuseInput } from "../refuse-input.js";
import { type Simulation, withSimulation } from "../simulation.js";
import { writeTrace } from "../trace/write-trace.js";
import { openPendingFile } from "../write-file.js";

/** `callsim run FILE`. */
export function run(file: string, options: SimulationOptions & { readonly trace?: string }): Promise<void> {
  refuseInput("--trace", options.trace, [file]);
  return withSimulation(file, options, async (simulation) => {
    const { scenario, asked } = simulation;
    if (options.trace !== undefined) openPendingFile(options.trace).discard();
    const summary = await simulateRun(simulation);
    await deliver("run", formatRun(simulation, summary, options), options);
    if (simulation.signal.aborted) throw interruptedRun(summary);
    if (options.trace === undefined) return;
    const seed = asked.seed ?? scenario.run.seed;
    const rows = await writeTrace(options.trace, scenario, seed, simulation.signal);
    if (!options.quiet) complain(`written: ${options.trace}, ${rows} events of replication 1`);
  });
}

/**
 * Today's figures, with a bar while they are simulated; throws Interrupted where not one replication was
 * finished.
 */
export async function simulateRun({
  scenario,
  asked,
  runner,
  signal,
  progress,
}: Simulation): Promise<Summary> {
  const bar = progress("Replications");
  try {
    const summary = await evaluate(scenario, {
      ...asked,
      runner,
      signal,
      onProgress: (done, of) => bar.show(done, of),
    });
    if (summary.replications === 0) throw new Interrupted("Interrupted before a replication was finished.");
    return summary;
  } finally {
    bar.clear();
  }
}

/** What was kept of a run that was stopped. */
export function interruptedRun({ replications }: Summary): Interrupted {
  const kept = `${replications} finished replication${replications === 1 ? "" : "s"}`;
  return new Interrupted(`Interrupted: the figures are of the ${kept}.`);
}

function formatRun({ scenario, warnings }: Simulation, summary: Summary, options: SimulationOptions): string {
  switch (options.format) {
    case "text":
      return formatRunText({ scenario, summary, warnings }, paintFor(options.out));
    case "json":
      return formatJson(summaryJson(scenario, summary, warnings));
    case "csv":
      return formatCsv(summaryRows(summary));
  }
}
