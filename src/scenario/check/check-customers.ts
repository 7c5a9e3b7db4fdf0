import { BAD_ENDS, type BadEnd, LEAVE_SHARE, type QueueCustomers } from "../customers.js";
import type { Queue } from "../queue.js";
import type { BadlyInput, QueueCustomersInput } from "../schema/customers.js";
import { type Path, treeAt } from "../tree.js";
import type { Checking } from "./checking.js";

const DEFAULT_BADLY: readonly BadlyInput[] = ["abandoned", "blocked", "balked", "unserved"];

/**
 * What the scenario says of a queue's customers, where it says anything: what the queue is silent about is as
 * for all.
 */
export function customersOf({ sections }: Checking, own: QueueCustomersInput | undefined) {
  const common = sections.customers;
  if (common === undefined && own === undefined) return undefined;
  const badly = own?.badly ?? common?.badly ?? DEFAULT_BADLY;
  const waited = badly.find((one) => typeof one !== "string");
  const yearlyValue = own?.yearlyValue ?? common?.yearlyValue;
  return {
    leaveShare: own?.leave ?? common?.leave ?? LEAVE_SHARE,
    badEnds: BAD_ENDS.filter((end) => badly.includes(end)),
    ...(waited === undefined ? {} : { waitedSeconds: waited.waited }),
    ...(yearlyValue === undefined ? {} : { yearlyValue }),
  } satisfies QueueCustomers;
}

/** Warns of queues whose customers cannot be treated badly, as the file says what that is. */
export function checkCustomers(checking: Checking, queues: readonly Queue[]): void {
  const { sections, problems, calendar } = checking;
  const closes = !calendar.open.some(
    ({ fromSeconds, toSeconds }) => fromSeconds <= 0 && toSeconds >= calendar.horizonSeconds,
  );
  for (const { name, customers, ...queue } of queues) {
    if (customers === undefined || customers.waitedSeconds !== undefined) continue;
    const { arrivals } = queue;
    const happens: Readonly<Record<BadEnd, boolean>> = {
      abandoned:
        queue.patience !== undefined ||
        (arrivals.kind === "replay" && arrivals.patienceSeconds !== undefined),
      blocked: queue.lines !== undefined || sections.lines !== undefined,
      closed: closes,
      unserved: closes,
      balked: queue.seats !== undefined,
      unresolved: staysOpen(name, queues),
    };
    if (customers.badEnds.some((end) => happens[end])) continue;
    const own = treeAt(sections.tree, ["queues", name, "customers"]);
    const path: Path = own === undefined ? ["customers"] : ["queues", name, "customers"];
    const message = `no customer of ${name} can be treated badly: no call of it can end`;
    const hint = "give the queue patience or lines, or name a wait, as in badly: [{waited: 10m}]";
    problems.at(path, `${message} ${listed(customers.badEnds)}; ${hint}`, {
      ofKey: true,
      severity: "warning",
    });
  }
}

/** Whether a matter may stay unresolved for good: after the last repeat, or as a complaint given up. */
function staysOpen(name: string, queues: readonly Queue[]): boolean {
  return queues.some(
    ({ name: from, after }) =>
      (from === name && after?.repeat?.attempts !== undefined) ||
      (after?.complaint?.to === name && after.complaint.attempts !== undefined),
  );
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
