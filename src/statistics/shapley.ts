/**
 * Weights of the Shapley values of `count` players over all coalitions, one row a player: a coalition is a
 * number whose bit i says whether player i is in it. A player's value is the sum of its weights times the
 * coalitions' worths: the mean, over every order in which the players may join, of what each adds when it
 * joins (Shapley, A Value for n-Person Games, 1953). The values add up to the worth of all less that of none.
 */
export function shapleyWeights(count: number): Float64Array[] {
  const coalitions = 1 << count;
  const bySize = orderShares(count);
  return Array.from({ length: count }, (_, player) => {
    const weights = new Float64Array(coalitions);
    for (let coalition = 0; coalition < coalitions; coalition++) {
      if (coalition & (1 << player)) continue;
      const weight = bySize[sizeOf(coalition)];
      weights[coalition] -= weight;
      weights[coalition | (1 << player)] += weight;
    }
    return weights;
  });
}

/** By a coalition's size s, the share of orders in which a player follows exactly it: s! (n - s - 1)! / n! */
function orderShares(count: number): number[] {
  const shares = [1 / count];
  for (let size = 1; size < count; size++) shares.push((shares[size - 1] * size) / (count - size));
  return shares;
}

function sizeOf(coalition: number): number {
  let size = 0;
  for (let rest = coalition; rest > 0; rest >>= 1) size += rest & 1;
  return size;
}
