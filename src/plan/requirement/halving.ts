/**
 * The least whole number from 0 that meets, where one more never unmeets; looked for near `start`. Undefined
 * when not even `most` does.
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

interface Point {
  readonly x: number;
  readonly value: number;
}

/**
 * The largest x > 0 at which a falling function is still at least 0, to a relative precision; looked for near
 * `guess` by strides that lengthen, then by false position with halved ends (the Illinois rule: Dowell and
 * Jarratt, BIT 11, 1971). Undefined when it lies further than `most` times away.
 */
export async function fallsBelowZeroAt(
  of: (x: number) => Promise<number>,
  guess: number,
  precision: number,
  most: number,
): Promise<number | undefined> {
  const at = async (x: number): Promise<Point> => ({ x, value: await of(x) });
  let low = await at(guess);
  let high = low;
  for (let stride = 2 * precision; low.value < 0; stride *= 4) {
    high = low;
    low = await at(low.x / (1 + Math.min(1, stride)));
    if (low.value < 0 && low.x * most < guess) return undefined;
  }
  for (let stride = 2 * precision; high.value >= 0; stride *= 4) {
    low = high;
    high = await at(high.x * (1 + Math.min(1, stride)));
    if (high.value >= 0 && high.x > guess * most) return undefined;
  }
  let weightLow = low.value;
  let weightHigh = high.value;
  let lastMoved: "low" | "high" | undefined;
  for (let asked = 1; high.x - low.x > precision * high.x; asked++) {
    const { x: from } = low;
    const { x: to } = high;
    const between = from + ((to - from) * weightLow) / (weightLow - weightHigh);
    // Never so near an end that the step tells nothing new.
    const edge = (precision * to) / 2;
    // Every third time the middle, which bounds the search where the function is no line.
    const x = Number.isFinite(weightLow) && asked % 3 !== 0 ? between : (from + to) / 2;
    const found = await at(Math.min(Math.max(x, from + edge), to - edge));
    const moved = found.value >= 0 ? "low" : "high";
    if (moved === "low") {
      low = found;
      weightLow = found.value;
      if (lastMoved === moved) weightHigh /= 2;
    } else {
      high = found;
      weightHigh = found.value;
      if (lastMoved === moved) weightLow /= 2;
    }
    lastMoved = moved;
  }
  return low.x;
}
