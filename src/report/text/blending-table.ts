import type { Scenario } from "../../scenario/scenario.js";
import type { Summary } from "../../statistics/summary.js";
import { clean } from "./display.js";
import { formatCount, formatNumber, meanOf } from "./numbers.js";
import { formatTable } from "./table.js";

/** By queue whose contacts may be put down: how often they were. */
export function formatBlendingTable({ queues }: Scenario, summary: Summary): string[] {
  const rows = summary.queues
    .filter((_, index) => queues[index]!.interruptible)
    .map(({ name, figures }) => [
      clean(name),
      formatCount(meanOf(figures, "answered")),
      formatCount(meanOf(figures, "interrupted")),
      formatNumber(meanOf(figures, "interrupted") / meanOf(figures, "answered"), 2),
    ]);
  if (rows.length === 0) return [];
  return formatTable(
    [
      { heading: "", align: "left", most: 24 },
      { heading: "answered" },
      { heading: "inter-", unit: "rupted" },
      { heading: "each", unit: "contact" },
    ],
    rows,
  );
}
