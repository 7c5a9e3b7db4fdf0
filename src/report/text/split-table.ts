import type { Scenario } from "../../scenario/scenario.js";
import { splitsTo } from "../../scenario/split.js";
import type { Summary } from "../../statistics/summary.js";
import { clean } from "./display.js";
import { formatCount, formatShare, meanOf } from "./numbers.js";
import { formatTable } from "./table.js";

/** By queue that splits its contacts, or to which they go: how many came so, and how many went on. */
export function formatSplitTable({ queues }: Scenario, summary: Summary): string[] {
  const all = meanOf(summary.total, "routedOut");
  const targets = new Set(queues.flatMap(splitsTo));
  const rows = summary.queues.flatMap(({ name, figures }, index) => {
    const isSplit = queues[index]!.split !== undefined;
    if (!isSplit && !targets.has(name)) return [];
    const [came, went] = [meanOf(figures, "routedIn"), meanOf(figures, "routedOut")];
    return [
      [
        clean(name),
        isSplit ? formatCount(went) : "",
        isSplit ? "" : formatCount(came),
        isSplit ? "" : formatShare(came / all),
      ],
    ];
  });
  if (rows.length === 0) return [];
  return formatTable(
    [
      { heading: "", align: "left", most: 24 },
      { heading: "went", unit: "on" },
      { heading: "came" },
      { heading: "of all", unit: "who went on" },
    ],
    rows,
  );
}
