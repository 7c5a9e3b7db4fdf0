/**
 * The bin of a histogram in which a share of all counted lies at or below; -1 where nothing is counted. The
 * bins are `bins` numbers from `start` on.
 */
export function percentileBin(counts: Float64Array, start: number, bins: number, share: number): number {
  let all = 0;
  for (let bin = 0; bin < bins; bin++) all += counts[start + bin];
  if (all === 0) return -1;
  // A hair less, so that 0.9 of 10 counts is 9 of them and not, rounded up, 10.
  const wanted = share * all * (1 - 1e-12);
  let below = 0;
  for (let bin = 0; bin < bins; bin++) {
    below += counts[start + bin];
    if (below >= wanted) return bin;
  }
  return bins - 1;
}
