import type { Baseline } from "../../plan/check/baseline.js";
import { BASELINE_FORMAT } from "../../plan/check/parse-baseline.js";

/**
 * A baseline as the text of its file: JSON, one figure a line, always in the same order, so that a version
 * control shows which figures moved. Numbers are the shortest that read back the same, null where there is
 * none.
 */
export function formatBaseline({ version, scenario, seed, replications, figures }: Baseline): string {
  const text = (value: string) => JSON.stringify(value);
  const lines = [...figures].map(
    ([path, { mean, half }]) => `  ${text(path)}: [${number(mean)}, ${number(half)}]`,
  );
  return [
    "{",
    ` "callsimBaseline": ${BASELINE_FORMAT},`,
    ` "callsim": ${text(version)},`,
    ` "scenario": {"name": ${text(scenario.name)}, "hash": ${text(scenario.hash)}},`,
    ` "seed": ${text(seed)},`,
    ` "replications": ${replications},`,
    ' "figures": {',
    lines.join(",\n"),
    " }",
    "}",
    "",
  ].join("\n");
}

function number(value: number): string {
  return Number.isFinite(value) ? JSON.stringify(value) : "null";
}
