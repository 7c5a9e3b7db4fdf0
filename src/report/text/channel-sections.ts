import { isDeferred } from "../../scenario/channel.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Summary } from "../../statistics/summary.js";
import { clean } from "./display.js";
import type { MechanismSection } from "./mechanism-sections.js";
import { formatCount, formatNumber, formatShare, meanOf } from "./numbers.js";
import { type Column, formatTable } from "./table.js";

const NAME: Column = { heading: "", align: "left", most: 24 };

/** What waits over night: how much there was before and is left after. */
export const DEFERRED_SECTION: MechanismSection = {
  title: "Contacts that wait over night",
  after: "waits",
  format: formatDeferred,
};

/** Who came and found nowhere to wait. */
export const VISITS_SECTION: MechanismSection = {
  title: "Visits: who found no free agent and no seat went away",
  after: "waits",
  format: formatVisits,
};

/** How many contacts agents hold at once. */
export const CHATS_SECTION: MechanismSection = {
  title: "Contacts in an agent's hands at once, while there is one",
  after: "teams",
  format: formatChats,
};

function formatDeferred({ queues }: Scenario, summary: Summary): string[] {
  const rows = queues.flatMap(({ name, channel, serviceLevel }, index) => {
    if (!isDeferred(channel)) return [];
    const { figures } = summary.queues[index]!;
    const backlog = meanOf(figures, "backlog");
    const waiting = meanOf(figures, "waiting");
    return [
      [
        clean(name),
        channel,
        formatCount(backlog),
        formatCount(meanOf(figures, "offered") + waiting - backlog),
        formatCount(meanOf(figures, "answered")),
        formatCount(waiting),
        serviceLevel.hours === "open" ? "in opening hours" : "at all hours",
      ],
    ];
  });
  const columns: Column[] = [
    NAME,
    { heading: "channel", align: "left" },
    { heading: "waiting", unit: "before" },
    { heading: "came" },
    { heading: "answered" },
    { heading: "left at", unit: "the end" },
    { heading: "waits", unit: "counted", align: "left" },
  ];
  return rows.length === 0 ? [] : formatTable(columns, rows);
}

function formatVisits({ queues }: Scenario, summary: Summary): string[] {
  const rows = queues.flatMap(({ name, seats }, index) => {
    if (seats === undefined) return [];
    const { figures } = summary.queues[index]!;
    return [
      [
        clean(name),
        formatNumber(seats),
        formatCount(meanOf(figures, "offered")),
        formatCount(meanOf(figures, "balked")),
        formatShare(meanOf(figures, "balkedRate")),
      ],
    ];
  });
  const columns: Column[] = [
    NAME,
    { heading: "seats" },
    { heading: "stayed" },
    { heading: "went", unit: "away" },
    { heading: "of all", unit: "who came" },
  ];
  return rows.length === 0 ? [] : formatTable(columns, rows);
}

function formatChats({ queues, teams }: Scenario, summary: Summary): string[] {
  const several = new Set(queues.filter(({ concurrency = 1 }) => concurrency > 1).map(({ name }) => name));
  const rows = teams.flatMap(({ name, skills }, index) => {
    const own = skills.filter(({ queue }) => several.has(queue)).map(({ queue }) => queue);
    if (own.length === 0) return [];
    const most = Math.max(...queues.flatMap((one) => (own.includes(one.name) ? one.concurrency! : [])));
    const { figures } = summary.teams[index]!;
    return [[clean(name), formatNumber(meanOf(figures, "contactsAtOnce"), 2), formatNumber(most)]];
  });
  const columns: Column[] = [NAME, { heading: "mean" }, { heading: "at most" }];
  return rows.length === 0 ? [] : formatTable(columns, rows);
}
