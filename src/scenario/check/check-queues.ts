import { meanSeconds } from "../../random/distribution.js";
import type { TableArrivals } from "../arrivals.js";
import { handleSeconds } from "../expected-load.js";
import type { Queue, Redial } from "../queue.js";
import type { AnyQueueInput, QueueInput } from "../schema/queue.js";
import type { Path } from "../tree.js";
import { checkArrivals, type Volumes } from "./check-arrivals.js";
import { checkChannel, customaryWithinSeconds } from "./check-channels.js";
import { customersOf } from "./check-customers.js";
import { checkDoor } from "./check-door.js";
import { checkHandle } from "./check-handle.js";
import { checkOutboundQueue } from "./check-outbound.js";
import { checkOutcomes } from "./check-outcomes.js";
import { checkSplitQueue } from "./check-split.js";
import { type Checking, checkDistribution } from "./checking.js";

/**
 * The queues with their tables read; one whose table or distribution has problems is left out, they are
 * reported.
 */
export function checkQueues(checking: Checking): Queue[] {
  const volumes: Volumes = new Map();
  return checking.sections.queues.flatMap(({ name, value }) => {
    const queue = value && checkQueue(checking, name, value, volumes);
    return queue ? [queue] : [];
  });
}

function checkQueue(
  checking: Checking,
  name: string,
  input: AnyQueueInput,
  volumes: Volumes,
): Queue | undefined {
  if ("leads" in input) return checkOutboundQueue(checking, name, input);
  if ("split" in input) return checkSplitQueue(checking, name, input, volumes);
  const path = ["queues", name];
  const arrivals = checkArrivals(checking, name, input.arrivals, volumes);
  const handle = checkHandle(checking, input.handle, [...path, "handle"]);
  const patience =
    input.patience === "never" ? "never" : checkDistribution(checking, input.patience, [...path, "patience"]);
  const redial = input.redial && checkRedial(checking, input.redial, [...path, "redial"]);
  const after = input.after && checkOutcomes(checking, name, input.after);
  const door = checkDoor(checking, input, path);
  if (!arrivals || !handle || !patience || (input.redial && !redial) || (input.after && !after) || !door) {
    return undefined;
  }
  const ofChannel = checkChannel(checking, input, arrivals, path);
  if (!ofChannel) return undefined;
  if (arrivals.kind === "table" && !agreesWithTable(arrivals, handle)) {
    const { table } = input.arrivals as { table: string };
    const message = `handle times of ${table} have nothing to scale`;
    const why = "for talk, hold and wrap are 0s in the mean";
    checking.problems.at([...path, "handle"], `${message}, ${why}`, { ofKey: true });
  }
  const { target } = input;
  const customers = customersOf(checking, input.customers);
  const parts = {
    ...(target?.answered === undefined ? {} : { answeredShare: target.answered }),
    ...(target?.abandoned === undefined ? {} : { abandonedShare: target.abandoned }),
    ...(target?.asa === undefined ? {} : { asaSeconds: target.asa }),
    ...(target?.occupancy === undefined ? {} : { occupancyShare: target.occupancy }),
  };
  if (target?.days !== undefined && Object.keys(parts).length === 0) {
    const message = "days says on how many days the target holds, and there is none";
    checking.problems.at(
      [...path, "target", "days"],
      `${message}; add answered, abandoned, asa or occupancy`,
      {
        ofKey: true,
      },
    );
  }
  return {
    name,
    channel: input.channel,
    arrivals,
    handle,
    ...(patience === "never" ? {} : { patience }),
    ...(input.lines === undefined ? {} : { lines: input.lines }),
    ...(redial ? { redial } : {}),
    ...(after ? { after } : {}),
    ...ofChannel,
    ...door,
    priority: input.priority,
    ...(input.rises === undefined ? {} : { risesSeconds: input.rises }),
    ...(input.ratio === undefined ? {} : { ratio: input.ratio }),
    ...(input.interruptible ? { interruptible: true as const } : {}),
    ...(input.needs === undefined ? {} : { needs: input.needs }),
    ...(Object.keys(parts).length > 0
      ? { target: { ...parts, ...(target?.days !== undefined && { daysShare: target.days }) } }
      : {}),
    serviceLevel: {
      withinSeconds: target?.within ?? customaryWithinSeconds(input),
      counting: target?.counting?.counting ?? "ignore-short",
      underSeconds: target?.counting?.underSeconds ?? 5,
      ...(target?.hours === "open" ? { hours: "open" } : {}),
    },
    countBlocked: input.countBlocked,
    ...(customers ? { customers } : {}),
    ...(input.value === undefined ? {} : { value: input.value }),
  };
}

/** A table's mean handle time stretches what the queue says; nothing cannot be stretched. */
function agreesWithTable({ steps }: TableArrivals, handle: Queue["handle"]): boolean {
  const mean = handleSeconds({ handle });
  return steps.every(
    ({ ahtSeconds }) => ahtSeconds === undefined || (mean > 0 && Number.isFinite(ahtSeconds / mean)),
  );
}

function checkRedial(
  checking: Checking,
  input: NonNullable<QueueInput["redial"]>,
  path: Path,
): Redial | undefined {
  const after = checkDistribution(checking, input.after, [...path, "after"]);
  if (!after) return undefined;
  if (input.chance === 1 && input.attempts === undefined && meanSeconds(after) === 0) {
    const message =
      "every caller tries again at once and for ever; lower the chance, or give after or attempts";
    checking.problems.at(path, message, { ofKey: true });
    return undefined;
  }
  return {
    chance: input.chance,
    after,
    ...(input.attempts === undefined ? {} : { attempts: input.attempts }),
  };
}
