/** The order of joining a line counts up to here and begins again. */
export const MOST_JOINS = 0x7fffffff;

/**
 * Of two places in the order of joining, whether the first is the earlier one; right across queues, and as
 * long as fewer than a billion contacts joined between the two.
 */
export function joinedBefore(order: number, other: number): boolean {
  return (order - other) << 1 < 0;
}
