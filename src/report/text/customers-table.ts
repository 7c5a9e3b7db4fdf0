import type { Scenario } from "../../scenario/scenario.js";
import type { Summary } from "../../statistics/summary.js";
import { clean, REPORT_COLUMNS, wrap } from "./display.js";
import {
  formatChosenShare,
  formatCount,
  formatMoney,
  formatNumber,
  formatShare,
  formatTime,
  meanOf,
} from "./numbers.js";
import { type Column, formatTable } from "./table.js";

/** By queue: customers treated badly, those who leave, and what they were worth. */
export function formatCustomersTable(scenario: Scenario, { queues, total }: Summary): string[] {
  const asked = scenario.queues.flatMap(({ customers }, index) =>
    customers === undefined ? [] : [{ customers, summary: queues[index]! }],
  );
  if (asked.length === 0) return [];
  const valued = asked.some(({ customers }) => customers.yearlyValue !== undefined);
  const columns: Column[] = [
    { heading: "", align: "left", most: 24 },
    { heading: "treated", unit: "badly" },
    { heading: "of", unit: "callers" },
    { heading: "leave", unit: "of them" },
    { heading: "customers", unit: "lost" },
    ...(valued ? [{ heading: "value lost", unit: `${scenario.currency} a year` }] : []),
    { heading: "treated badly is", align: "left" },
  ];
  const cells = (figures: Summary["total"]) => ({
    badly: formatCount(meanOf(figures, "treatedBadly")),
    rate: formatShare(meanOf(figures, "treatedBadlyRate")),
    lost: [
      formatCount(meanOf(figures, "customersLost")),
      ...(valued ? [formatMoney(meanOf(figures, "valueLost"))] : []),
    ],
  });
  const rows = asked.map(({ customers, summary: { name, figures } }) => {
    const { badly, rate, lost } = cells(figures);
    return [clean(name), badly, rate, formatChosenShare(customers.leaveShare), ...lost, badlyText(customers)];
  });
  const all = cells(total);
  const sum = asked.length > 1 ? [["all", all.badly, "", "", ...all.lost, ""]] : [];
  return [...formatTable(columns, [...rows, ...sum]), ...countNote(scenario, total)];
}

function badlyText({ badEnds, waitedSeconds }: NonNullable<Scenario["queues"][number]["customers"]>): string {
  const wait = waitedSeconds === undefined ? [] : [`waited > ${formatTime(waitedSeconds)}`];
  return [...badEnds, ...wait].join(", ");
}

/** Who leaves cannot leave again: said where it is seen. */
function countNote({ customerCount }: Scenario, total: Summary["total"]): string[] {
  if (customerCount === undefined) return [];
  const share = formatShare(meanOf(total, "customersLost") / customerCount);
  const note = `Lost are ${share} of the firm's ${formatNumber(customerCount)} customers`;
  return wrap(`${note}; nobody is lost twice.`, REPORT_COLUMNS, "    ", "  ");
}
