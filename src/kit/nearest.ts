const LONGEST_WORD = 64;
const MOST_CANDIDATES = 2_000;
const MOST_LISTED = 12;

/**
 * The candidate spelled most like `word`: fewest letters added, dropped, changed or swapped with their
 * neighbour (Damerau-Levenshtein, the restricted form), letter case aside. `undefined` where none is near:
 * more than a third of the word's letters away. The first of equals.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase().slice(0, LONGEST_WORD);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  let tried = 0;
  for (const candidate of candidates) {
    if (++tried > MOST_CANDIDATES) break;
    const distance = distanceBetween(wanted, candidate.toLowerCase().slice(0, LONGEST_WORD));
    // A word of one letter is one change away from every other.
    if (distance < bestDistance && distance < Math.max(wanted.length, candidate.length)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The end of a message about an unknown name: the nearest spelling, else what there is to choose from. */
export function suggestion(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  if (near !== undefined) return `did you mean ${near}?`;
  if (candidates.length === 0) return "there is none";
  const listed = candidates.slice(0, MOST_LISTED).join(", ");
  return `expected ${candidates.length === 1 ? "" : "one of "}${listed}${
    candidates.length > MOST_LISTED ? ` and ${candidates.length - MOST_LISTED} more` : ""
  }`;
}

function distanceBetween(a: string, b: string): number {
  let beforeLast = new Array<number>(b.length + 1).fill(0);
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const changed = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + changed);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, beforeLast[column - 2]! + 1);
      }
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length]!;
}
