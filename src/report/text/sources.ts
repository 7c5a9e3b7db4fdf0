import type { Scenario } from "../../scenario/scenario.js";
import { clean, REPORT_COLUMNS, wrap } from "./display.js";

/**
 * Where the figures came from: what stands in documents first, then what is assumed. Figures of one source
 * share a line.
 */
export function formatSources({ sources }: Scenario): string[] {
  const pathsByText = new Map<string, string[]>();
  for (const { path, text } of sources) pathsByText.set(text, [...(pathsByText.get(text) ?? []), path]);
  const entries = [...pathsByText];
  const isAssumed = ([text]: [string, string[]]) => /^assum/i.test(text.trim());
  const ordered = [...entries.filter((one) => !isAssumed(one)), ...entries.filter(isAssumed)];
  return ordered.flatMap(([text, paths]) =>
    wrap(`${clean(paths.join(", "))}: ${clean(text)}`, REPORT_COLUMNS, "    ", "  "),
  );
}
