import type { Scenario } from "../../scenario/scenario.js";
import type { QueueSummary, Summary } from "../../statistics/summary.js";
import { clean } from "./display.js";
import { figureOf, formatCount, formatShare, formatShareFigure, formatTime, meanOf } from "./numbers.js";
import type { Paint } from "./paint.js";
import { type Column, formatTable } from "./table.js";
import { verdictCell } from "./verdict.js";

const NAME: Column = { heading: "", align: "left", most: 24 };

/** Contacts that neither were answered, hung up nor were blocked: a column only where there are any. */
const SELDOM = [
  { name: "closed", heading: "while", unit: "closed" },
  { name: "unserved", heading: "not", unit: "served" },
  { name: "waiting", heading: "still", unit: "waiting" },
];

/** By queue: what became of the contacts, and the service they got. */
export function formatQueueTable(scenario: Scenario, summary: Summary, paint: Paint): string[] {
  const queues = waitedIn(scenario, summary);
  const seldom = SELDOM.filter(({ name }) => queues.some(({ figures }) => meanOf(figures, name) > 0));
  const columns: Column[] = [
    NAME,
    { heading: "offered" },
    { heading: "answered" },
    { heading: "aban-", unit: "doned" },
    { heading: "blocked" },
    ...seldom.map(({ heading, unit }) => ({ heading, unit })),
    { heading: "service", unit: "level" },
    { heading: "target", align: "left" },
    { heading: "ASA" },
    { heading: "AHT" },
    { heading: "abandon", unit: "rate" },
  ];
  const rows = queues.map(({ name, figures, target }) => [
    clean(name),
    ...["offered", "answered", "abandoned", "blocked", ...seldom.map((one) => one.name)].map((measure) =>
      formatCount(meanOf(figures, measure)),
    ),
    formatShareFigure(figureOf(figures, "serviceLevel")),
    verdictCell(target, paint),
    formatTime(meanOf(figures, "asa")),
    formatTime(meanOf(figures, "aht")),
    formatShare(meanOf(figures, "abandonRate")),
  ]);
  return formatTable(columns, rows);
}

/** By queue: how long those waited who were answered. */
export function formatWaitTable(scenario: Scenario, summary: Summary): string[] {
  const queues = waitedIn(scenario, summary);
  const shares = ["p50", "p80", "p90", "p95", "p99"];
  const columns: Column[] = [
    NAME,
    ...shares.map((share) => ({ heading: `${share.slice(1)} %` })),
    { heading: "longest" },
  ];
  const rows = queues.map(({ name, waitPercentiles, longestWaitSeconds }) => [
    clean(name),
    ...shares.map((share) => formatTime(meanOf(waitPercentiles, share))),
    formatTime(longestWaitSeconds),
  ]);
  return formatTable(columns, rows);
}

/** Without those that split their contacts, which nobody waits in: split-table.ts tells of them. */
function waitedIn({ queues }: Scenario, summary: Summary): readonly QueueSummary[] {
  return summary.queues.filter((_, index) => queues[index]!.split === undefined);
}
