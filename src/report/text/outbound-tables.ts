import type { Scenario } from "../../scenario/scenario.js";
import type { Summary } from "../../statistics/summary.js";
import { clean } from "./display.js";
import { DASH, formatCount, formatMoney, formatShare, formatTime, meanOf } from "./numbers.js";
import { type Cell, type Column, formatTable } from "./table.js";

const NAME: Column = { heading: "", align: "left", most: 24 };

/** By queue whose leads are called: what the dialer did. */
export function formatDialingTable(scenario: Scenario, { queues }: Summary): string[] {
  const columns: Column[] = [
    NAME,
    { heading: "leads" },
    { heading: "worked" },
    { heading: "dials" },
    { heading: "dials", unit: "an hour" },
    { heading: "reached" },
    { heading: "reached", unit: "rate" },
    { heading: "found no", unit: "agent" },
    { heading: "rate of", unit: "these" },
  ];
  const rows = called(scenario).map((index): Cell[] => {
    const { name, figures } = queues[index]!;
    const count = (measure: string) => formatCount(meanOf(figures, measure));
    return [
      clean(name),
      ...["leads", "leadsWorked", "dials", "dialsPerHour", "reached"].map(count),
      formatShare(meanOf(figures, "reachedRate")),
      count("abandoned"),
      formatShare(meanOf(figures, "abandonRate")),
    ];
  });
  return rows.length === 0 ? [] : formatTable(columns, rows);
}

/** By queue whose leads are called: what became of them. */
export function formatLeadsTable(scenario: Scenario, { queues }: Summary): string[] {
  const outbound = called(scenario).map((index) => scenario.queues[index]!.outbound!);
  const hasValue = outbound.some(({ leads }) => leads.value !== undefined);
  const hasAppointments = outbound.some(({ leads }) => leads.appointment !== undefined);
  const columns: Column[] = [
    NAME,
    { heading: "right", unit: "parties" },
    ...(hasAppointments
      ? [
          { heading: "appoint-", unit: "ments" },
          { heading: "their", unit: "delay" },
        ]
      : []),
    { heading: "con-", unit: "versions" },
    { heading: "dials", unit: "each" },
    ...(hasValue ? [{ heading: "value" }] : []),
    { heading: "refusals" },
    { heading: "given", unit: "up" },
    { heading: "still", unit: "open" },
  ];
  const rows = called(scenario).map((index): Cell[] => {
    const { name, figures } = queues[index]!;
    const count = (measure: string) => formatCount(meanOf(figures, measure));
    const { leads } = scenario.queues[index]!.outbound!;
    const appointments = leads.appointment
      ? [count("appointments"), formatTime(meanOf(figures, "appointmentDelay"))]
      : [DASH, DASH];
    return [
      clean(name),
      count("rightParties"),
      ...(hasAppointments ? appointments : []),
      count("conversions"),
      count("dialsPerConversion"),
      ...(hasValue
        ? [leads.value === undefined ? DASH : formatMoney(meanOf(figures, "conversionValue"))]
        : []),
      ...["refusals", "givenUp", "leadsOpen"].map(count),
    ];
  });
  return rows.length === 0 ? [] : formatTable(columns, rows);
}

/** By team that calls leads: what its agents' time on the phone went into. */
export function formatDialingTeamsTable(scenario: Scenario, { teams }: Summary): string[] {
  const names = called(scenario).map((index) => scenario.queues[index]!.name);
  const columns: Column[] = [
    NAME,
    { heading: "talk", unit: "and wrap" },
    { heading: "preview,", unit: "ringing" },
    { heading: "free" },
  ];
  const rows = scenario.teams.flatMap(({ skills }, index): Cell[][] => {
    if (!skills.some((skill) => names.includes(skill.queue))) return [];
    const { name, figures } = teams[index]!;
    const free = 1 - meanOf(figures, "occupancy");
    return [
      [
        clean(name),
        formatShare(meanOf(figures, "handlingShare")),
        formatShare(meanOf(figures, "dialingShare")),
        formatShare(free),
      ],
    ];
  });
  return rows.length === 0 ? [] : formatTable(columns, rows);
}

/** Indices of the queues whose leads are called. */
function called({ queues }: Scenario): number[] {
  return [...queues.keys()].filter((index) => queues[index]!.outbound !== undefined);
}
