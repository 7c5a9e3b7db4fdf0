import type { Subject } from "../../scenario/promise.js";
import type { Figure } from "../../statistics/summary.js";
import { fitPlane, type Plane } from "./fit-plane.js";
import type { SweepValue } from "./sweep-axis.js";
import type { SweepPoint, SweepResult } from "./sweep-result.js";

/** What a varied path did to a figure, whatever the others were. */
export interface SweepEffect {
  readonly path: string;
  /** Index among the axes. */
  readonly axis: number;
  /** Groups of points with a value, or with neighbouring values where there are many, ascending. */
  readonly groups: readonly SweepGroup[];
  /** The groups with the least and the greatest mean; the first of equals. */
  readonly least: SweepGroup;
  readonly greatest: SweepGroup;
  /** On a grid the distance between their means; on samples the way from the least value to the greatest. */
  readonly change: number;
}

/** Points whose values of one path lie from one to another. */
export interface SweepGroup {
  readonly from: SweepValue;
  readonly to: SweepValue;
  /** Mean of the figure over the points that have it. */
  readonly mean: number;
  readonly points: number;
}

/** More values than this are put together into so many groups of equally many points. */
const MOST_VALUES = 12;
const GROUPS = 5;

/** The figure at a point. */
export function figureAtPoint(point: SweepPoint, { of, name, measure }: Subject): Figure {
  return point.rows.find((row) => row.scope === of && row.name === name)!.figures[measure]!;
}

/**
 * By how much each varied path moved the figure, the greatest effect first. On a grid: for each of its
 * values the mean over all points that have it, and the distance between the least and the greatest of these.
 * On samples, where no two points share a value: the ends of the plane fitted to all points by least squares
 * (where they fix one), the other paths held. Paths with one value, and points without the figure, are left
 * out.
 */
export function sweepEffects({ axes, points, method }: SweepResult, subject: Subject): SweepEffect[] {
  const known = points
    .map((point) => ({ point, mean: figureAtPoint(point, subject).mean }))
    .filter(({ mean }) => !Number.isNaN(mean));
  const plane =
    method.kind === "samples" &&
    fitPlane(
      known.map(({ point }) => point.values.map(({ value }) => value)),
      known.map(({ mean }) => mean),
    );
  const effects = axes.flatMap(({ path }, axis): SweepEffect[] => {
    const sorted = known
      .map(({ point, mean }) => ({ value: point.values[axis]!, mean }))
      .sort((a, b) => a.value.value - b.value.value);
    const groups = plane ? endsOf(sorted, plane, axis) : groupsOf(sorted);
    if (groups.length < 2) return [];
    const least = groups.reduce((one, other) => (other.mean < one.mean ? other : one));
    const greatest = groups.reduce((one, other) => (other.mean > one.mean ? other : one));
    const change = plane ? groups[1]!.mean - groups[0]!.mean : greatest.mean - least.mean;
    return [{ path, axis, groups, least, greatest, change }];
  });
  return effects.sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || a.axis - b.axis);
}

type Sorted = readonly { readonly value: SweepValue; readonly mean: number }[];

/** The figure on the plane at the ends of one axis, at the mean of the others. */
function endsOf(sorted: Sorted, { means, slopes }: Plane, axis: number): SweepGroup[] {
  const ends = [sorted[0]!.value, sorted.at(-1)!.value];
  if (ends[0]!.value === ends[1]!.value) return [];
  return ends.map((value) => ({
    from: value,
    to: value,
    mean: means.figure + slopes[axis]! * (value.value - means.values[axis]!),
    points: 1,
  }));
}

function groupsOf(sorted: Sorted): SweepGroup[] {
  const byValue = new Map<number, Sorted[number][]>();
  for (const one of sorted) {
    const group = byValue.get(one.value.value);
    if (group) group.push(one);
    else byValue.set(one.value.value, [one]);
  }
  const parts =
    byValue.size <= MOST_VALUES
      ? [...byValue.values()]
      : Array.from({ length: GROUPS }, (_, group) =>
          sorted.slice(
            Math.floor((group * sorted.length) / GROUPS),
            Math.floor(((group + 1) * sorted.length) / GROUPS),
          ),
        );
  return parts.map((part) => ({
    from: part[0]!.value,
    to: part.at(-1)!.value,
    mean: part.reduce((sum, { mean }) => sum + mean, 0) / part.length,
    points: part.length,
  }));
}
