/**
 * A run is cut into batches, by contacts or by time; the first are its warm-up and are left out of the
 * figures.
 */
export const BATCHES = 24;
export const WARMUP_BATCHES = 4;

/** What is counted of each queue, in this order, in every row of a batch. */
export const FIELDS = ["offered", "answered", "abandoned", "answeredWaitSeconds", "abandonedWaitSeconds"];

/**
 * Collects cumulative rows at the end of each batch of contacts. A class, because closures made anew for
 * each run would throw away the loops' compiled code.
 */
export class Tally {
  #perBatch;
  #rows = [];

  constructor(contacts) {
    this.#perBatch = contacts / BATCHES;
    if (!Number.isInteger(this.#perBatch)) {
      throw new RangeError(`${contacts} contacts do not make ${BATCHES} batches`);
    }
    this.nextBatch = this.#perBatch;
  }

  /** Takes the row of all that was counted until now. */
  closeBatch(row) {
    this.#rows.push(row);
    this.nextBatch += this.#perBatch;
  }

  /** The last row. */
  total() {
    return this.#rows.at(-1);
  }

  /** What each batch after the warm-up counted. */
  batches() {
    const before = this.#rows.slice(WARMUP_BATCHES - 1);
    return before.slice(1).map((row, i) => row.map((count, field) => count - before[i][field]));
  }
}

/**
 * A ratio of two fields over batches and its standard error: `numerator` and `denominator` name fields of a
 * queue.
 */
export function ratio(batches, numerator, denominator, queue = 0) {
  const place = (name) => queue * FIELDS.length + FIELDS.indexOf(name);
  const x = batches.map((row) => row[place(numerator)]);
  const y = batches.map((row) => row[place(denominator)]);
  const sum = (values) => values.reduce((all, value) => all + value, 0);
  const mean = sum(x) / sum(y);
  const squares = sum(x.map((value, i) => (value - mean * y[i]) ** 2));
  const n = batches.length;
  return { mean, error: (Math.sqrt(squares / (n * (n - 1))) * n) / sum(y) };
}
