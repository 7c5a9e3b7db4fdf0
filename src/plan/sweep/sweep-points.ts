import { openStream } from "../../random/stream.js";
import { type Axis, axisValueAt, countOf, type SweepValue } from "./sweep-axis.js";

/** The points of a sweep: every combination of the axes' values, or so many samples. */
export type SweepMethod = { readonly kind: "grid" } | { readonly kind: "samples"; readonly samples: number };

/** The points in their order, each one looked up; a grid of a billion takes no memory. */
export interface SweepPoints {
  readonly count: number;
  /** The values of the axes at a point, from 0. */
  at(index: number): SweepValue[];
}

/**
 * The points. A grid goes through its last axis fastest. Samples are a Latin hypercube (McKay, Beckman and
 * Conover, Technometrics 1979): each axis is cut into as many strata of equal share as there are samples, and
 * one sample lies in each; where an axis has steps, every one of them has the same share. The samples are
 * drawn from streams of their own, one for each path, from `seed` alone.
 */
export function sweepPoints(axes: readonly Axis[], method: SweepMethod, seed: string): SweepPoints {
  if (method.kind === "samples") return sampledPoints(axes, method.samples, seed);
  const counts = axes.map(countOf);
  return {
    count: pointCount(axes, method),
    at(index) {
      let rest = index;
      const values: SweepValue[] = new Array(axes.length);
      for (let axis = axes.length - 1; axis >= 0; axis--) {
        values[axis] = axisValueAt(axes[axis]!, rest % counts[axis]!);
        rest = Math.floor(rest / counts[axis]!);
      }
      return values;
    },
  };
}

/** How many points there are, without making any of them. */
export function pointCount(axes: readonly Axis[], method: SweepMethod): number {
  if (method.kind === "samples") return method.samples;
  return axes.reduce((product, axis) => product * countOf(axis), 1);
}

function sampledPoints(axes: readonly Axis[], samples: number, seed: string): SweepPoints {
  const places = axes.map((axis) => sampledPlaces(axis, samples, seed));
  return {
    count: samples,
    at: (index) => axes.map((axis, place) => axisValueAt(axis, places[place]![index]!)),
  };
}

/** One place of the axis in each stratum, the strata in random order. */
function sampledPlaces(axis: Axis, samples: number, seed: string): Float64Array {
  const draw = openStream(seed, 0, "latin-hypercube", axis.path);
  const strata = Float64Array.from({ length: samples }, (_, stratum) => stratum);
  for (let left = samples - 1; left > 0; left--) {
    const other = Math.floor(draw() * (left + 1));
    const kept = strata[left]!;
    strata[left] = strata[other]!;
    strata[other] = kept;
  }
  const { values } = axis;
  if (values.kind !== "between") {
    const count = countOf(axis);
    return strata.map((stratum) => Math.min(count - 1, Math.floor(((stratum + draw()) * count) / samples)));
  }
  const span = values.last - values.first;
  return strata.map((stratum) => {
    // The finest steps that lie in the stratum, so that no rounding leads into its neighbour.
    const first = Math.ceil((stratum * span) / samples);
    const end = Math.max(first + 1, Math.ceil(((stratum + 1) * span) / samples));
    return first + Math.floor(draw() * (end - first));
  });
}
