/** Longest search for a smaller input. */
const MOST_TRIALS = 600;

/** Whether a smaller input fails as the whole one did. */
export type Fails<T> = (less: T) => Promise<boolean>;

/**
 * The least of a list that still fails: pieces are left out, half of them at first, single ones at last, as
 * long as `fails` says so. Not the least there is, but none of its pieces can be left out by itself.
 */
export async function leastOf<T>(whole: readonly T[], fails: Fails<readonly T[]>): Promise<readonly T[]> {
  let least = whole;
  let trials = 0;
  for (let size = Math.ceil(whole.length / 2); size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
    for (let from = 0; from < least.length && trials < MOST_TRIALS; trials++) {
      const less = [...least.slice(0, from), ...least.slice(from + size)];
      if (await fails(less)) least = less;
      else from += size;
    }
  }
  return least;
}

/** As `leastOf`, of a text: lines first, then characters. */
export async function leastText(whole: string, fails: Fails<string>): Promise<string> {
  const ofPieces = async (pieces: readonly string[]) =>
    (await leastOf(pieces, (less) => fails(less.join("")))).join("");
  return ofPieces([...(await ofPieces(whole.split(/(?<=\n)/)))]);
}
