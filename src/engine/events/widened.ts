/** Copies a typed array into the beginning of a longer one and returns that. */
export function widened<T extends Float64Array | Int32Array | Uint8Array>(old: T, wide: T): T {
  wide.set(old);
  return wide;
}
