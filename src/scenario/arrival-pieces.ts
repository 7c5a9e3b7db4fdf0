import type { ShapeStep, VolumeArrivals } from "./arrivals.js";
import { arrivalHours } from "./channel.js";
import { elapsedAt } from "./days.js";
import type { Queue } from "./queue.js";
import type { Calendar, CalendarDay } from "./scenario.js";

/** A stretch of time with an even rate of expected arrivals. */
export interface ArrivalPiece {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly ratePerSecond: number;
}

/** Expected arrivals of a queue by stretches with an even rate, ascending; recorded contacts have none. */
export function arrivalPieces(queue: Queue, calendar: Calendar): ArrivalPiece[] {
  const { arrivals } = queue;
  if (arrivals.kind === "replay") return [];
  const stated =
    arrivals.kind === "volume"
      ? volumePieces(arrivals, { ...calendar, open: arrivalHours(queue, calendar) })
      : arrivals.steps.map(({ fromSeconds, toSeconds, contacts }) => ({
          fromSeconds,
          toSeconds,
          ratePerSecond: contacts / (toSeconds - fromSeconds),
        }));
  let pieces = stated.map((piece) => ({ ...piece, ratePerSecond: piece.ratePerSecond * arrivals.factor }));
  for (const event of arrivals.events) pieces = pieces.flatMap((piece) => withEvent(piece, event));
  return pieces;
}

function withEvent(piece: ArrivalPiece, event: VolumeArrivals["events"][number]): ArrivalPiece[] {
  const fromSeconds = Math.max(piece.fromSeconds, event.fromSeconds);
  const toSeconds = Math.min(piece.toSeconds, event.toSeconds);
  if (toSeconds <= fromSeconds) return [piece];
  return [
    { ...piece, toSeconds: fromSeconds },
    { fromSeconds, toSeconds, ratePerSecond: piece.ratePerSecond * event.factor },
    { ...piece, fromSeconds: toSeconds },
  ].filter((part) => part.toSeconds > part.fromSeconds);
}

function volumePieces(arrivals: VolumeArrivals, calendar: Calendar): ArrivalPiece[] {
  const pieces: ArrivalPiece[] = [];
  let firstOpen = 0;
  for (const day of calendar.days) {
    const end = day.startSeconds + day.lengthSeconds;
    while ((calendar.open[firstOpen]?.toSeconds ?? Number.POSITIVE_INFINITY) <= day.startSeconds) firstOpen++;
    const weekday = arrivals.weekdayWeights[day.weekday]!;
    const weight = day.holiday ? (arrivals.holidayWeight ?? weekday) : weekday;
    const shape =
      arrivals.shape &&
      ((day.holiday ? arrivals.shape.holiday : undefined) ?? arrivals.shape.weekdays[day.weekday]);
    if (shape) {
      pieces.push(...shapedPieces(arrivals.contacts * weight * perDay(arrivals, calendar), shape, day));
      continue;
    }
    const open: { from: number; to: number }[] = [];
    for (let index = firstOpen; index < calendar.open.length; index++) {
      const span = calendar.open[index]!;
      if (span.fromSeconds >= end) break;
      open.push({ from: Math.max(span.fromSeconds, day.startSeconds), to: Math.min(span.toSeconds, end) });
    }
    const openSeconds = open.reduce((sum, span) => sum + span.to - span.from, 0);
    const ratePerSecond = arrivals.contacts * weight * openRate(arrivals, calendar, openSeconds);
    for (const { from, to } of open) pieces.push({ fromSeconds: from, toSeconds: to, ratePerSecond });
  }
  return pieces;
}

/** Contacts a second of an open centre, for each contact the volume states. */
function openRate(arrivals: VolumeArrivals, calendar: Calendar, openSeconds: number): number {
  if (arrivals.per === "hour") return 1 / 3600;
  if (arrivals.per === "interval") return 1 / calendar.intervalSeconds;
  return perDay(arrivals, calendar) / openSeconds;
}

/** Contacts of a day of weight 1, were it open all day, for each contact the volume states. */
function perDay({ per, weekdayWeights }: VolumeArrivals, calendar: Calendar): number {
  if (per === "day") return 1;
  if (per === "hour") return 24;
  if (per === "interval") return 86_400 / calendar.intervalSeconds;
  const sum = weekdayWeights.reduce((total, one) => total + one, 0);
  return sum > 0 ? 1 / sum : 0;
}

function shapedPieces(volume: number, shape: readonly ShapeStep[], day: CalendarDay): ArrivalPiece[] {
  const spans = shape
    .map((step, index) => ({
      weight: step.weight,
      fromSeconds: elapsedAt(day, step.clockSeconds),
      toSeconds: elapsedAt(day, shape[index + 1]?.clockSeconds ?? 86_400),
    }))
    .filter((span) => span.toSeconds > span.fromSeconds && span.weight > 0);
  const sum = spans.reduce((total, span) => total + span.weight, 0);
  return spans.map(({ weight, fromSeconds, toSeconds }) => ({
    fromSeconds,
    toSeconds,
    ratePerSecond: (volume * weight) / sum / (toSeconds - fromSeconds),
  }));
}
