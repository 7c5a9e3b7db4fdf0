import type { Scenario } from "../../scenario/scenario.js";
import { clean, REPORT_COLUMNS, wrap } from "./display.js";

/** Where the figures came from: what stands in documents first, then what is assumed. */
export function formatSources({ sources }: Scenario): string[] {
  const isAssumed = ({ text }: { text: string }) => /^assum/i.test(text.trim());
  const ordered = [...sources.filter((one) => !isAssumed(one)), ...sources.filter(isAssumed)];
  return ordered.flatMap(({ path, text }) =>
    wrap(`${clean(path)}: ${clean(text)}`, REPORT_COLUMNS, "    ", "  "),
  );
}
