import { CREW_FIELDS, type Observations, QUEUE_FIELDS } from "../../src/engine/observations.js";

/** Sum of a queue's field over all its cells, counted or not. */
export function queueSum(
  observed: Observations,
  queue: number,
  field: (typeof QUEUE_FIELDS)[number],
): number {
  const { queueCells, intervals } = observed;
  return sumOf(queueCells, intervals + 1, QUEUE_FIELDS.length, queue, QUEUE_FIELDS.indexOf(field));
}

/** Sum of a crew's field over all its cells, counted or not. */
export function crewSum(observed: Observations, crew: number, field: (typeof CREW_FIELDS)[number]): number {
  const { crewCells, intervals } = observed;
  return sumOf(crewCells, intervals + 1, CREW_FIELDS.length, crew, CREW_FIELDS.indexOf(field));
}

function sumOf(cells: Float64Array, size: number, fields: number, row: number, field: number): number {
  let sum = 0;
  for (let at = row * size * fields + field; at < (row + 1) * size * fields; at += fields) sum += cells[at];
  return sum;
}
