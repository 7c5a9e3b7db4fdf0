import { formatClock } from "../../kit/clock.js";
import type { ArrivalEvent, Arrivals, TableArrivals } from "../arrivals.js";
import { isDeferred } from "../channel.js";
import { elapsedAt } from "../days.js";
import { momentAt } from "../moment.js";
import type { ArrivalsInput } from "../schema/arrivals.js";
import { readDayShape } from "../tables/read-day-shape.js";
import { readReplay } from "../tables/read-replay.js";
import { readVolumes } from "../tables/read-volumes.js";
import type { Path } from "../tree.js";
import { type Checking, tableAt } from "./checking.js";

/** Tables of volumes that have been read, by file, then by queue: several queues may share one. */
export type Volumes = Map<string, Map<string, TableArrivals["steps"]> | undefined>;

/** A queue's arrivals with their tables read; `undefined` where there are problems, which are reported. */
export function checkArrivals(
  checking: Checking,
  name: string,
  input: ArrivalsInput,
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
      if (!waitsWhileClosed(checking, name)) warnOfClosedHours(checking, steps, file, [...path, "table"]);
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

function waitsWhileClosed({ sections }: Checking, name: string): boolean {
  const queue = sections.queues.find((one) => one.name === name)?.value;
  return queue !== undefined && isDeferred(queue.channel);
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

type VolumeInput = Exclude<ArrivalsInput, { table: string } | { replay: string }>;

function volumeOf(input: VolumeInput) {
  if ("perHour" in input) return { per: "hour", contacts: input.perHour } as const;
  if ("perDay" in input) return { per: "day", contacts: input.perDay } as const;
  if ("perWeek" in input) return { per: "week", contacts: input.perWeek } as const;
  return { per: "interval", contacts: input.perInterval } as const;
}

type EventInput = NonNullable<Exclude<ArrivalsInput, { replay: string }>["events"]>[number];

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
