/**
 * The least whole number from 0 that meets, where one more never unmeets; looked for near `start`. Undefined when not
 * even `most` does.
 */
export async function leastWhole(
  meets: (number: number) => Promise<boolean>,
  start: number,
  most: number,
): Promise<number | undefined> {
  let low = -1;
  let high = Math.min(start, most);
  let stride = 1;
  if (await meets(high)) {
    while (high > 0) {
      const below = Math.max(0, high - stride);
      if (!(await meets(below))) {
        low = below;
        break;
      }
      high = below;
      stride *= 2;
    }
  } else {
    do {
      if (high >= most) return undefined;
      low = high;
      high = Math.min(most, high + stride);
      stride *= 2;
    } while (!(await meets(high)));
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (await meets(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * The largest x > 0 at which a falling function is still at least 0, to a relative precision; looked for near `guess`,
 * by false position with halved ends (the Illinois rule). Undefined when it lies further than `most` times away.
 */
export async function fallsBelowZeroAt(
  of: (x: number) => Promise<number>,
  guess: number,
  precision: number,
  most: number,
): Promise<number | undefined> {
  let low = guess;
  let atLow = await of(low);
  let high = low;
  let atHigh = atLow;
  for (let stride = 1.03; atLow < 0; stride *= stride) {
    high = low;
    atHigh = atLow;
    low /= stride;
    if (low * most < guess) return undefined;
    atLow = await of(low);
  }
  for (let stride = 1.03; atHigh >= 0; stride *= stride) {
    low = high;
    atLow = atHigh;
    high *= stride;
    if (high > guess * most) return undefined;
    atHigh = await of(high);
  }
  let weightLow = atLow;
  let weightHigh = atHigh;
  while (high - low > precision * high) {
    const between = low + ((high - low) * weightLow) / (weightLow - weightHigh);
    // Never so near an end that the step tells nothing new.
    const edge = (precision * high) / 2;
    const x = Math.min(Math.max(between, low + edge), high - edge);
    const value = await of(x);
    if (value >= 0) {
      low = x;
      weightLow = value;
      weightHigh /= 2;
    } else {
      high = x;
      weightHigh = value;
      weightLow /= 2;
    }
  }
  return low;
}
