import { describe, expect, test } from "vitest";
import { openStream } from "../../src/random/stream.js";
import { shapleyWeights } from "../../src/statistics/shapley.js";

/** Values of the players of a game whose coalitions are worth so much. */
function values(worths: readonly number[], players: number): number[] {
  return shapleyWeights(players).map((weights) =>
    worths.reduce((sum, worth, coalition) => sum + weights[coalition] * worth, 0),
  );
}

/** The same by its definition: the mean over all orders of joining. */
function valuesByOrders(worths: readonly number[], players: number): number[] {
  const orders = permutations([...Array(players).keys()]);
  const sums = new Array<number>(players).fill(0);
  for (const order of orders) {
    let coalition = 0;
    for (const player of order) {
      sums[player] += worths[coalition | (1 << player)] - worths[coalition];
      coalition |= 1 << player;
    }
  }
  return sums.map((sum) => sum / orders.length);
}

function permutations(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) =>
    permutations(items.filter((one) => one !== item)).map((rest) => [item, ...rest]),
  );
}

describe("Shapley values", () => {
  test("are those of the glove game worked by hand: the owner of the only left glove has two thirds", () => {
    // Player 0 has a left glove, 1 and 2 a right one each; a pair is worth 1.
    const worths = [0, 0, 0, 1, 0, 1, 0, 1];
    const reached = values(worths, 3);
    for (const [index, wanted] of [2 / 3, 1 / 6, 1 / 6].entries()) {
      expect(reached[index]).toBeCloseTo(wanted, 12);
    }
  });

  test("of two players share what they only make together", () => {
    // Alone 3 and 1, together 10: 3 + 6 / 2 and 1 + 6 / 2.
    expect(values([0, 3, 1, 10], 2)).toEqual([6, 4]);
  });

  test("are the mean over all orders of joining, and add up to the worth of all less that of none", () => {
    for (const players of [1, 2, 3, 4, 5, 6]) {
      const draw = openStream("shapley", players, "worth", "coalition");
      const worths = Array.from({ length: 1 << players }, draw);
      const reached = values(worths, players);
      const wanted = valuesByOrders(worths, players);
      for (const [index, value] of wanted.entries()) expect(reached[index]).toBeCloseTo(value, 12);
      const sum = reached.reduce((all, one) => all + one, 0);
      expect(sum).toBeCloseTo(worths.at(-1)! - worths[0], 12);
    }
  });

  test("give nothing to a player who adds nothing", () => {
    const worths = [0, 2, 5, 9].flatMap((worth) => [worth, worth]);
    const [idle, ...others] = values(worths, 3);
    expect(idle).toBeCloseTo(0, 12);
    expect(others[0] + others[1]).toBeCloseTo(9, 12);
  });
});
