import { formatClock } from "../../kit/clock.js";
import { meanSeconds } from "../../random/distribution.js";
import type { ArrivalEvent, Arrivals, TableArrivals } from "../arrivals.js";
import { elapsedAt } from "../days.js";
import { handleSeconds } from "../expected-load.js";
import { momentAt } from "../moment.js";
import type { Queue, Redial } from "../scenario.js";
import type { QueueInput } from "../schema/queue.js";
import { readDayShape } from "../tables/read-day-shape.js";
import { readReplay } from "../tables/read-replay.js";
import { readVolumes } from "../tables/read-volumes.js";
import type { Path } from "../tree.js";
import { type Checking, checkDistribution, tableAt } from "./checking.js";

/**
 * The queues with their tables read; one whose table or distribution has problems is left out, they are
 * reported.
 */
export function checkQueues(checking: Checking): Queue[] {
  const volumes = new Map<string, Map<string, TableArrivals["steps"]> | undefined>();
  return checking.sections.queues.flatMap(({ name, value }) => {
    const queue = value && checkQueue(checking, name, value, volumes);
    return queue ? [queue] : [];
  });
}

type Volumes = Map<string, Map<string, TableArrivals["steps"]> | undefined>;

function checkQueue(
  checking: Checking,
  name: string,
  input: QueueInput,
  volumes: Volumes,
): Queue | undefined {
  const path = ["queues", name];
  const arrivals = checkArrivals(checking, name, input.arrivals, volumes);
  const handle = checkHandle(checking, input.handle, [...path, "handle"]);
  const patience =
    input.patience === "never" ? "never" : checkDistribution(checking, input.patience, [...path, "patience"]);
  const redial = input.redial && checkRedial(checking, input.redial, [...path, "redial"]);
  if (!arrivals || !handle || !patience || (input.redial && !redial)) return undefined;
  if (arrivals.kind === "table" && !agreesWithTable(arrivals, handle)) {
    const { table } = input.arrivals as { table: string };
    const message = `handle times of ${table} have nothing to scale`;
    const why = "for talk, hold and wrap are 0s in the mean";
    checking.problems.at([...path, "handle"], `${message}, ${why}`, { ofKey: true });
  }
  const { target } = input;
  const parts = {
    ...(target?.answered === undefined ? {} : { answeredShare: target.answered }),
    ...(target?.abandoned === undefined ? {} : { abandonedShare: target.abandoned }),
    ...(target?.asa === undefined ? {} : { asaSeconds: target.asa }),
    ...(target?.occupancy === undefined ? {} : { occupancyShare: target.occupancy }),
  };
  return {
    name,
    channel: input.channel,
    arrivals,
    handle,
    ...(patience === "never" ? {} : { patience }),
    ...(input.lines === undefined ? {} : { lines: input.lines }),
    ...(redial ? { redial } : {}),
    priority: input.priority,
    ...(Object.keys(parts).length > 0 ? { target: parts } : {}),
    serviceLevel: {
      withinSeconds: target?.within ?? 20,
      counting: target?.counting?.counting ?? "ignore-short",
      underSeconds: target?.counting?.underSeconds ?? 5,
    },
    countBlocked: input.countBlocked,
  };
}

function checkHandle(
  checking: Checking,
  input: QueueInput["handle"],
  path: Path,
): Queue["handle"] | undefined {
  const parts: { -readonly [part in keyof Queue["handle"]]: Queue["handle"][part] } = {};
  for (const part of ["talk", "hold", "wrap"] as const) {
    const given = input[part];
    if (given === undefined) continue;
    const distribution = checkDistribution(checking, given, [...path, part]);
    if (!distribution) return undefined;
    parts[part] = distribution;
  }
  return parts;
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

function checkArrivals(
  checking: Checking,
  name: string,
  input: QueueInput["arrivals"],
  volumes: Volumes,
): Arrivals | undefined {
  const { calendar, problems } = checking;
  const path = ["queues", name, "arrivals"];
  const take = problems.take.bind(problems);
  if ("replay" in input) {
    return tableAt(checking, [...path, "replay"], input.replay, (text) =>
      readReplay(text, input.replay, calendar, take),
    );
  }
  const rates = {
    factor: 1,
    ...(input.busyness ? { busynessCv: input.busyness.cv } : {}),
    events: (input.events ?? []).flatMap((event, index) =>
      checkEvent(checking, event, [...path, "events", index]),
    ),
  };
  if ("table" in input) {
    const file = input.table;
    if (!volumes.has(file)) {
      const names = checking.sections.queues.map((queue) => queue.name);
      const read = (text: string) => readVolumes(text, file, calendar, names, take);
      volumes.set(file, tableAt(checking, [...path, "table"], file, read));
    }
    const table = volumes.get(file);
    const steps = table?.get(name);
    if (steps) {
      warnOfClosedHours(checking, steps, file, [...path, "table"]);
      return { kind: "table", ...rates, steps };
    }
    // Rows that cannot be read have been reported; they may be those of this queue.
    if (table && !problems.hasErrorIn(file))
      problems.at([...path, "table"], `${file} has no rows for ${name} within the calendar`);
    return undefined;
  }
  const { per, contacts } = volumeOf(input);
  const shapeFile = input.shape;
  const shape =
    shapeFile === undefined
      ? undefined
      : tableAt(checking, [...path, "shape"], shapeFile, (text) => readDayShape(text, shapeFile, take));
  if (shapeFile !== undefined && !shape) return undefined;
  const { weights = [1, 1, 1, 1, 1, 1, 1], holiday } = input.weekdays ?? {};
  return {
    kind: "volume",
    ...rates,
    per,
    contacts,
    weekdayWeights: weights,
    ...(holiday === undefined ? {} : { holidayWeight: holiday }),
    ...(shape ? { shape } : {}),
  };
}

/** Contacts of a closed centre are counted as such, and that is seldom what a table of volumes means. */
function warnOfClosedHours(
  { calendar, problems }: Checking,
  steps: TableArrivals["steps"],
  file: string,
  path: Path,
): void {
  const simulated = steps.filter((step) => step.fromSeconds >= 0 && step.contacts > 0);
  const closed = simulated.filter(
    ({ fromSeconds, toSeconds }) =>
      !calendar.open.some((open) => open.fromSeconds < toSeconds && open.toSeconds > fromSeconds),
  );
  const first = closed[0];
  if (!first) return;
  const sum = (some: typeof steps) => some.reduce((total, { contacts }) => total + contacts, 0);
  const share = Math.max(1, Math.round((sum(closed) / sum(simulated)) * 100));
  const { date, clockSeconds } = momentAt(calendar, first.fromSeconds);
  const message = `${file} has ${share}% of its contacts in hours when the centre is closed`;
  const when = `${date} ${formatClock(clockSeconds)}`;
  problems.at(path, `${message}, first at ${when}; who calls then finds it closed`, { severity: "warning" });
}

type VolumeInput = Exclude<QueueInput["arrivals"], { table: string } | { replay: string }>;

function volumeOf(input: VolumeInput) {
  if ("perHour" in input) return { per: "hour", contacts: input.perHour } as const;
  if ("perDay" in input) return { per: "day", contacts: input.perDay } as const;
  if ("perWeek" in input) return { per: "week", contacts: input.perWeek } as const;
  return { per: "interval", contacts: input.perInterval } as const;
}

type EventInput = NonNullable<Exclude<QueueInput["arrivals"], { replay: string }>["events"]>[number];

function checkEvent({ calendar, problems }: Checking, event: EventInput, path: Path): ArrivalEvent[] {
  const day = calendar.days.find((one) => one.date === event.date);
  if (!day) {
    const last = calendar.days.at(-1)!.date;
    const message = `${event.date} is outside the calendar, which ends on ${last}; the event changes nothing`;
    problems.at([...path, "date"], message, { severity: "warning" });
    return [];
  }
  return [
    {
      fromSeconds: elapsedAt(day, event.from),
      toSeconds: elapsedAt(day, event.to),
      factor: event.factor,
      why: event.why ?? "",
    },
  ];
}
