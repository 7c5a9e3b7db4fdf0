import { meanSeconds } from "../random/distribution.js";
import type { ShapeStep, TableArrivals, VolumeArrivals } from "../scenario/arrivals.js";
import { arrivalHours } from "../scenario/channel.js";
import { elapsedAt } from "../scenario/days.js";
import type { Queue } from "../scenario/queue.js";
import type { Calendar, CalendarDay } from "../scenario/scenario.js";

/**
 * A piecewise-constant arrival rate from 0 to the horizon, without gaps: piece k ends at `endsSeconds[k]` and
 * begins where the one before ends.
 */
export interface ArrivalRates {
  readonly kind: "rates";
  readonly endsSeconds: Float64Array;
  readonly ratesPerSecond: Float64Array;
  /** Index of the calendar day whose busyness factor applies. */
  readonly days: Int32Array;
  /** Handle times in this piece are multiplied by it: 1 but where a table states a mean handle time. */
  readonly handleFactors: Float64Array;
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly ratePerSecond: number;
  readonly day: number;
  readonly handleFactor: number;
}

/** The arrival rate of a queue over the calendar, as its volumes, weights, shape, table and events say. */
export function compileArrivals(
  queue: Queue,
  arrivals: VolumeArrivals | TableArrivals,
  calendar: Calendar,
): ArrivalRates {
  const stated =
    arrivals.kind === "table"
      ? tablePieces(queue, arrivals, calendar)
      : volumePieces(arrivals, { ...calendar, open: arrivalHours(queue, calendar) });
  const scaled = stated.map((piece) => ({ ...piece, ratePerSecond: piece.ratePerSecond * arrivals.factor }));
  return asRates(withEvents(scaled, arrivals.events), calendar);
}

function tablePieces(queue: Queue, arrivals: TableArrivals, calendar: Calendar): Piece[] {
  const { talk, hold, wrap } = queue.handle;
  const handleSeconds = [talk, hold, wrap].reduce((sum, part) => sum + (part ? meanSeconds(part) : 0), 0);
  return arrivals.steps.map((step) => ({
    from: step.fromSeconds,
    to: step.toSeconds,
    ratePerSecond: step.contacts / (step.toSeconds - step.fromSeconds),
    day: dayAt(calendar, step.fromSeconds),
    handleFactor: step.ahtSeconds === undefined ? 1 : step.ahtSeconds / handleSeconds,
  }));
}

function volumePieces(arrivals: VolumeArrivals, calendar: Calendar): Piece[] {
  const pieces: Piece[] = [];
  for (const [index, day] of calendar.days.entries()) {
    const weight = weightOf(arrivals, day);
    const steps = arrivals.shape && (day.holiday ? arrivals.shape.holiday : undefined);
    const shape = steps ?? arrivals.shape?.weekdays[day.weekday];
    if (shape) pieces.push(...shapedPieces(dayVolume(arrivals, weight, calendar), shape, day, index));
    else pieces.push(...evenPieces(arrivals, weight, day, index, calendar));
  }
  return pieces;
}

function weightOf(arrivals: VolumeArrivals, day: CalendarDay): number {
  const weekday = arrivals.weekdayWeights[day.weekday];
  return day.holiday ? (arrivals.holidayWeight ?? weekday) : weekday;
}

/** Contacts of a day of that weight, were it open all day. */
function dayVolume(arrivals: VolumeArrivals, weight: number, calendar: Calendar): number {
  switch (arrivals.per) {
    case "hour":
      return arrivals.contacts * 24 * weight;
    case "interval":
      return ((arrivals.contacts * 86_400) / calendar.intervalSeconds) * weight;
    case "day":
      return arrivals.contacts * weight;
    case "week": {
      const sum = arrivals.weekdayWeights.reduce((total, one) => total + one, 0);
      return sum > 0 ? (arrivals.contacts * weight) / sum : 0;
    }
  }
}

function shapedPieces(volume: number, shape: readonly ShapeStep[], day: CalendarDay, index: number): Piece[] {
  const spans = shape.map((step, at) => ({
    weight: step.weight,
    from: elapsedAt(day, step.clockSeconds),
    to:
      at + 1 < shape.length
        ? elapsedAt(day, shape[at + 1].clockSeconds)
        : day.startSeconds + day.lengthSeconds,
  }));
  // An hour that daylight saving skips takes its weight with it: the day's volume spreads over what is left.
  const real = spans.filter((span) => span.to > span.from && span.weight > 0);
  const sum = real.reduce((total, span) => total + span.weight, 0);
  return real.map((span) => ({
    from: span.from,
    to: span.to,
    ratePerSecond: (volume * span.weight) / sum / (span.to - span.from),
    day: index,
    handleFactor: 1,
  }));
}

function evenPieces(
  arrivals: VolumeArrivals,
  weight: number,
  day: CalendarDay,
  index: number,
  calendar: Calendar,
): Piece[] {
  const spans = calendar.open
    .map((open) => ({
      from: Math.max(open.fromSeconds, day.startSeconds),
      to: Math.min(open.toSeconds, day.startSeconds + day.lengthSeconds),
    }))
    .filter((span) => span.to > span.from);
  const openSeconds = spans.reduce((total, span) => total + span.to - span.from, 0);
  const ratePerSecond =
    arrivals.per === "hour"
      ? (arrivals.contacts * weight) / 3600
      : arrivals.per === "interval"
        ? (arrivals.contacts * weight) / calendar.intervalSeconds
        : dayVolume(arrivals, weight, calendar) / openSeconds;
  return spans.map((span) => ({ ...span, ratePerSecond, day: index, handleFactor: 1 }));
}

function withEvents(pieces: readonly Piece[], events: VolumeArrivals["events"]): readonly Piece[] {
  let cut = pieces;
  for (const event of events) {
    cut = cut.flatMap((piece) => {
      const from = Math.max(piece.from, event.fromSeconds);
      const to = Math.min(piece.to, event.toSeconds);
      if (to <= from) return [piece];
      const parts = [{ ...piece, from, to, ratePerSecond: piece.ratePerSecond * event.factor }];
      if (from > piece.from) parts.unshift({ ...piece, to: from });
      if (to < piece.to) parts.push({ ...piece, from: to });
      return parts;
    });
  }
  return cut;
}

/** Clips the pieces to the simulated time and fills the gaps with silence. */
function asRates(pieces: readonly Piece[], calendar: Calendar): ArrivalRates {
  const silence = { ratePerSecond: 0, day: 0, handleFactor: 1 };
  const whole: Piece[] = [];
  let reached = 0;
  for (const piece of [...pieces].sort((a, b) => a.from - b.from)) {
    const from = Math.max(piece.from, 0);
    const to = Math.min(piece.to, calendar.horizonSeconds);
    if (to <= from) continue;
    if (from > reached) whole.push({ ...silence, from: reached, to: from });
    whole.push({ ...piece, from, to });
    reached = to;
  }
  if (reached < calendar.horizonSeconds) {
    whole.push({ ...silence, from: reached, to: calendar.horizonSeconds });
  }
  return {
    kind: "rates",
    endsSeconds: Float64Array.from(whole, (piece) => piece.to),
    ratesPerSecond: Float64Array.from(whole, (piece) => piece.ratePerSecond),
    days: Int32Array.from(whole, (piece) => piece.day),
    handleFactors: Float64Array.from(whole, (piece) => piece.handleFactor),
  };
}

function dayAt(calendar: Calendar, seconds: number): number {
  let day = 0;
  while (day + 1 < calendar.days.length && calendar.days[day + 1].startSeconds <= seconds) day++;
  return day;
}
