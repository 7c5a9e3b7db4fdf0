import { allLeads } from "../lead-arrivals.js";
import type { ProblemList } from "../problem-list.js";
import type { Queue } from "../queue.js";
import type { Calendar } from "../scenario.js";
import { formatCount } from "./format-count.js";

/** An event names its lead by a number below this. */
const MOST_LEADS = 33_554_432;
/** What chance decides about an attempt is drawn beforehand; this many attempts take about 400 MB. */
const MOST_ATTEMPTS = 10e6;

interface Plan {
  readonly calendar: Calendar;
  readonly queues: readonly Queue[];
}

/** Refuses more leads than can be numbered, and, unless `allowLarge`, more attempts than fit into memory. */
export function checkLeadCount({ calendar, queues }: Plan, problems: ProblemList, allowLarge: boolean): void {
  let leads = 0;
  for (const { name, outbound } of queues) {
    if (outbound === undefined) continue;
    const path = ["queues", name, "leads"];
    const { attempts, appointment } = outbound.leads;
    const own = allLeads(outbound.leads, calendar);
    leads += own;
    const drawn = own * attempts * (appointment ? 2 : 1);
    if (leads > MOST_LEADS) {
      const message = `${formatCount(leads)} leads in a replication are more than ${formatCount(MOST_LEADS)}`;
      problems.at(path, `${message}; call fewer, or fewer days`, { ofKey: true });
      return;
    }
    if (drawn > MOST_ATTEMPTS && !allowLarge) {
      const most = formatCount(MOST_ATTEMPTS);
      const message = `${formatCount(drawn)} attempts in a replication are more than the ${most}`;
      problems.at(path, `${message} that fit into memory; use --allow-large if it is meant`, { ofKey: true });
    }
  }
}
