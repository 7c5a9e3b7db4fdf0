/** A plane through points: `figure` at the mean values, and its slope along each axis. */
export interface Plane {
  readonly means: { readonly figure: number; readonly values: readonly number[] };
  readonly slopes: readonly number[];
}

/** Below so much of an axis's own spread, what the others leave of it is rounding. */
const LEAST_PIVOT = 1e-9;

/**
 * The plane that comes nearest to the figures in least squares, from the normal equations by elimination with
 * pivots, each axis in units of its own spread. Undefined where the points do not fix it: too few, or axes
 * that move together. An axis with one value has slope 0.
 */
export function fitPlane(
  values: readonly (readonly number[])[],
  figures: readonly number[],
): Plane | undefined {
  const axes = values[0]?.length ?? 0;
  const places = Array.from({ length: axes }, (_, axis) => axis);
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const means = {
    figure: mean(figures),
    values: places.map((axis) => mean(values.map((row) => row[axis]!))),
  };
  const spreads = places.map((axis) =>
    Math.sqrt(mean(values.map((row) => (row[axis]! - means.values[axis]!) ** 2))),
  );
  const moving = places.filter((axis) => spreads[axis]! > 0);
  if (values.length < moving.length + 2) return undefined;
  const rows = values.map((row) => moving.map((axis) => (row[axis]! - means.values[axis]!) / spreads[axis]!));
  const equations = moving.map((_, one) => [
    ...moving.map((__, other) => mean(rows.map((row) => row[one]! * row[other]!))),
    mean(rows.map((row, index) => row[one]! * (figures[index]! - means.figure))),
  ]);
  const solved = solve(equations);
  if (!solved) return undefined;
  const slopes = places.map(() => 0);
  for (const [place, axis] of moving.entries()) slopes[axis] = solved[place]! / spreads[axis]!;
  return { means, slopes };
}

/** Solves linear equations, each with its right side last; undefined where they do not fix the unknowns. */
function solve(equations: readonly (readonly number[])[]): number[] | undefined {
  const rows = equations.map((row) => [...row]);
  const count = rows.length;
  for (let column = 0; column < count; column++) {
    let pivot = column;
    for (let row = column + 1; row < count; row++) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const leading = rows[column]!;
    if (!(Math.abs(leading[column]!) > LEAST_PIVOT)) return undefined;
    for (let row = 0; row < count; row++) {
      if (row === column) continue;
      const times = rows[row]![column]! / leading[column]!;
      for (let place = column; place <= count; place++) rows[row]![place]! -= times * leading[place]!;
    }
  }
  return rows.map((row, place) => row[count]! / row[place]!);
}
