/*
 * Loaded before a program (node --import), makes this machine another one: the functions whose last bit
 * differs between processors and versions of Node give the neighbouring number. OTHER_FUNCTIONS names others
 * instead.
 */
const INEXACT =
  "acos acosh asin asinh atan atan2 atanh cbrt cos cosh exp expm1 hypot log log10 log1p log2 pow sin sinh tan tanh";

const double = new Float64Array(1);
const bits = new BigInt64Array(double.buffer);

for (const name of (process.env["OTHER_FUNCTIONS"] ?? INEXACT).split(" ")) {
  const exact = Math[name];
  Math[name] = (...values) => neighbour(exact(...values));
}

/** The number whose last bit is the other one; 0, NaN and the infinities as they are. */
function neighbour(value) {
  if (value === 0 || !Number.isFinite(value)) return value;
  double[0] = value;
  bits[0] ^= 1n;
  return double[0];
}
