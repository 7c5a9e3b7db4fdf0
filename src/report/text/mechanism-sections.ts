import type { Scenario } from "../../scenario/scenario.js";
import type { Summary } from "../../statistics/summary.js";
import { formatBlendingTable } from "./blending-table.js";
import { CHATS_SECTION, DEFERRED_SECTION, VISITS_SECTION } from "./channel-sections.js";
import { formatCustomersTable } from "./customers-table.js";
import { ANNOUNCED_SECTION, CALLBACKS_SECTION, SELF_SERVICE_SECTION } from "./door-tables.js";
import { formatDialingTable, formatDialingTeamsTable, formatLeadsTable } from "./outbound-tables.js";
import { formatDealTable, formatOutcomeTable } from "./outcome-tables.js";
import type { Paint } from "./paint.js";
import { formatPeopleTable } from "./people-table.js";
import { formatPressureTable } from "./pressure-table.js";
import { formatProfitAndLoss } from "./profit-and-loss.js";
import { formatQualityTable } from "./quality-table.js";
import { formatSplitTable } from "./split-table.js";

/** A table that only some scenarios have. */
export interface MechanismSection {
  readonly title: string;
  /** The table of every run that it stands behind: that of waits, or that of teams. */
  readonly after: "waits" | "teams";
  /** Its lines; none where there is nothing to say. */
  readonly format: (scenario: Scenario, summary: Summary, paint: Paint) => readonly string[];
}

/** In the order in which they stand behind the same table. */
export const MECHANISM_SECTIONS: readonly MechanismSection[] = [
  { title: "Put down for contacts of other queues", after: "waits", format: formatBlendingTable },
  { title: "Split at the door", after: "waits", format: formatSplitTable },
  SELF_SERVICE_SECTION,
  ANNOUNCED_SECTION,
  CALLBACKS_SECTION,
  DEFERRED_SECTION,
  VISITS_SECTION,
  CHATS_SECTION,
  { title: "Customers treated badly, and lost", after: "waits", format: formatCustomersTable },
  { title: "Outbound: dials", after: "waits", format: formatDialingTable },
  { title: "Outbound: leads", after: "waits", format: formatLeadsTable },
  { title: "Outbound: time on the phone", after: "teams", format: formatDialingTeamsTable },
  { title: "People: who is new", after: "teams", format: formatPeopleTable },
  { title: "Quality: evaluations and surveys", after: "teams", format: formatQualityTable },
  { title: "What came of the contacts", after: "waits", format: formatOutcomeTable },
  { title: "Sales and customers kept", after: "teams", format: formatDealTable },
  { title: "Profit and loss", after: "teams", format: formatProfitAndLoss },
  {
    title: "Behind the quota: what follows from it is an assumption",
    after: "teams",
    format: formatPressureTable,
  },
];
