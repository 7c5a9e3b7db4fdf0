/** Two views of the same storage. */
export interface Records {
  readonly doubles: Float64Array;
  readonly ints: Int32Array;
}

/** Bytes of a line of memory. */
const LINE = 64;
/**
 * Node takes large buffers from `malloc`, which on Linux keeps sixteen bytes before them for itself. Begun
 * here, records of 32 or 64 bytes lie within lines; otherwise every second or every one would lie in two.
 * Elsewhere this does no harm.
 */
const START = LINE - 16;

/** Storage of so many bytes (a multiple of 8), zero but for what `old`, which is not longer, holds. */
export function layRecords(bytes: number, old?: Records): Records {
  const buffer = new ArrayBuffer(bytes + LINE);
  const records = {
    doubles: new Float64Array(buffer, START, bytes / 8),
    ints: new Int32Array(buffer, START, bytes / 4),
  };
  if (old) records.ints.set(old.ints);
  return records;
}
