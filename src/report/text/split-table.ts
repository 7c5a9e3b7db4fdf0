import type { Scenario } from "../../scenario/scenario.js";
import { splitsTo } from "../../scenario/split.js";
import type { Summary } from "../../statistics/summary.js";
import { clean } from "./display.js";
import { formatCount, formatShare, meanOf } from "./numbers.js";
import { formatTable } from "./table.js";

/**
 * By queue that splits its contacts, or to which they go: how many went on, how many found the centre closed
 * where there were any, and how many came so.
 */
export function formatSplitTable({ queues }: Scenario, summary: Summary): string[] {
  const all = meanOf(summary.total, "routedOut");
  const targets = new Set(queues.flatMap(splitsTo));
  const told = summary.queues.flatMap((queue, index) => {
    const isSplit = queues[index]!.split !== undefined;
    return isSplit || targets.has(queue.name) ? [{ ...queue, isSplit }] : [];
  });
  if (told.length === 0) return [];
  const meetClosed = told.some(({ isSplit, figures }) => isSplit && meanOf(figures, "closed") > 0);
  return formatTable(
    [
      { heading: "", align: "left", most: 24 },
      ...(meetClosed ? [{ heading: "while", unit: "closed" }] : []),
      { heading: "went", unit: "on" },
      { heading: "came" },
      { heading: "of all", unit: "who went on" },
    ],
    told.map(({ name, figures, isSplit }) => {
      const came = meanOf(figures, "routedIn");
      return [
        clean(name),
        ...(meetClosed ? [isSplit ? formatCount(meanOf(figures, "closed")) : ""] : []),
        isSplit ? formatCount(meanOf(figures, "routedOut")) : "",
        isSplit ? "" : formatCount(came),
        isSplit ? "" : formatShare(came / all),
      ];
    }),
  );
}
