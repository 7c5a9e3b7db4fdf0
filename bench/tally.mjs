/**
 * A run is cut into batches, by contacts or by time; the first are its warm-up and are left out of the
 * figures.
 */
export const BATCHES = 24;
export const WARMUP_BATCHES = 4;

/** What is counted of each queue, in this order, in every row of a batch. */
export const FIELDS = ["offered", "answered", "abandoned", "answeredWaitSeconds", "abandonedWaitSeconds"];

/**
 * Collects cumulative rows at the end of each batch of contacts; `batches()` are their differences after
 * warm-up.
 */
export function openTally(contacts) {
  const perBatch = contacts / BATCHES;
  if (!Number.isInteger(perBatch))
    throw new RangeError(`${contacts} contacts do not make ${BATCHES} batches`);
  const rows = [];
  return {
    nextBatch: perBatch,
    closeBatch(row) {
      rows.push(row);
      this.nextBatch += perBatch;
    },
    total: () => rows.at(-1),
    batches: () =>
      rows
        .slice(WARMUP_BATCHES)
        .map((row, i) => row.map((n, field) => n - rows[WARMUP_BATCHES + i - 1][field])),
  };
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
