import type { Scenario } from "../../scenario/scenario.js";
import type { Summary } from "../../statistics/summary.js";
import { clean } from "./display.js";
import type { MechanismSection } from "./mechanism-sections.js";
import { formatCount, formatShare, formatTime, meanOf } from "./numbers.js";
import { type Column, formatTable } from "./table.js";

const NAME: Column = { heading: "", align: "left", most: 24 };

/** Who served himself, and came to no agent. */
export const SELF_SERVICE_SECTION: MechanismSection = {
  title: "Self-service, before the queue",
  after: "waits",
  format: formatSelfService,
};

/** Who left on hearing how long the wait would be. */
export const ANNOUNCED_SECTION: MechanismSection = {
  title: "Announced waits: who left at once",
  after: "waits",
  format: formatAnnounced,
};

/** Who was called back, and who could not be reached. */
export const CALLBACKS_SECTION: MechanismSection = {
  title: "Callbacks: neither offered nor in the service level",
  after: "waits",
  format: formatCallbacks,
};

function formatSelfService({ queues }: Scenario, summary: Summary): string[] {
  const rows = queues.flatMap(({ name, selfService }, index) => {
    if (selfService === undefined) return [];
    const { figures } = summary.queues[index]!;
    return [
      [
        clean(name),
        formatCount(meanOf(figures, "selfServed")),
        formatCount(meanOf(figures, "contained")),
        formatShare(meanOf(figures, "containment")),
        formatCount(meanOf(figures, "offered")),
      ],
    ];
  });
  const columns: Column[] = [
    NAME,
    { heading: "tried it" },
    { heading: "contained" },
    { heading: "of those", unit: "who tried" },
    { heading: "offered", unit: "to agents" },
  ];
  return rows.length === 0 ? [] : formatTable(columns, rows);
}

function formatAnnounced({ queues }: Scenario, summary: Summary): string[] {
  const rows = queues.flatMap(({ name, announce }, index) => {
    if (announce === undefined) return [];
    const { figures } = summary.queues[index]!;
    return [
      [
        clean(name),
        formatTime(announce.overSeconds),
        formatCount(meanOf(figures, "balked")),
        formatShare(meanOf(figures, "balkedRate")),
      ],
    ];
  });
  const columns: Column[] = [
    NAME,
    { heading: "told over" },
    { heading: "left" },
    { heading: "of all", unit: "who came" },
  ];
  return rows.length === 0 ? [] : formatTable(columns, rows);
}

function formatCallbacks({ queues }: Scenario, summary: Summary): string[] {
  const rows = queues.flatMap(({ name, callback }, index) => {
    if (callback === undefined) return [];
    const { figures } = summary.queues[index]!;
    return [
      [
        clean(name),
        formatCount(meanOf(figures, "callbacks")),
        formatCount(meanOf(figures, "calledBack")),
        formatCount(meanOf(figures, "unreached")),
        formatTime(meanOf(figures, "callbackWait")),
      ],
    ];
  });
  const columns: Column[] = [
    NAME,
    { heading: "asked" },
    { heading: "reached" },
    { heading: "given up" },
    { heading: "mean wait", unit: "until reached" },
  ];
  return rows.length === 0 ? [] : formatTable(columns, rows);
}
