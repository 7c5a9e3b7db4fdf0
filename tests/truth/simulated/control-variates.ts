import { studentQuantile } from "../../../src/statistics/student.js";
import type { Figure } from "../../../src/statistics/summary.js";

/**
 * The mean of independent values, each with controls whose expectation is exactly 0: what the controls
 * explain of the values by least squares is taken off, with the 95 % interval of the rest. Law, Simulation
 * Modeling and Analysis, section 11.4.
 */
export function meanWithControls(
  values: readonly number[],
  controls: readonly (readonly number[])[],
): Figure {
  const rows = controls.map((row) => [1, ...row]);
  const size = rows[0].length;
  const matrix = Array.from({ length: size }, (_, i) => [
    ...Array.from({ length: size }, (_, j) => rows.reduce((sum, row) => sum + row[i] * row[j], 0)),
    rows.reduce((sum, row, index) => sum + row[i] * values[index], 0),
  ]);
  const weights = solved(matrix);
  let squares = 0;
  for (const [index, row] of rows.entries()) {
    squares += (values[index] - row.reduce((sum, value, i) => sum + value * weights[i], 0)) ** 2;
  }
  const error = Math.sqrt(squares / (values.length - size) / values.length);
  const half = error * studentQuantile(0.975, values.length - 1);
  return { mean: weights[0], low: weights[0] - half, high: weights[0] + half };
}

/** Solves linear equations, each a row with its right side last, by elimination with the greatest pivot. */
function solved(rows: number[][]): number[] {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const below = rows.slice(column).sort((a, b) => Math.abs(b[column]) - Math.abs(a[column]));
    rows.splice(column, size - column, ...below);
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = rows[row][column] / rows[column][column];
      for (let k = column; k <= size; k++) rows[row][k] -= factor * rows[column][k];
    }
  }
  return rows.map((row, index) => row[size] / row[index]);
}
