import type { Island } from "../../model/islands.js";
import type { AgentsByInterval } from "./agents-by-interval.js";
import type { Margins } from "./interval-judge.js";

/** Of what there is at first, the first share tried: a guess is seldom twice too many. */
const FIRST_SHARE = 0.8;
/** Where a share is known so well, an interval that leaves too many waiting for the next is not met. */
const NARROW = 0.1;

/** How numbers of agents are simulated and judged. */
interface Shrinking {
  simulate(): Promise<Margins>;
  isMet(margins: Margins, island: Island, interval: number): boolean;
}

/**
 * Shrinks the teams of each island alike, in all intervals at once, each by halving what is between too few
 * and enough, until that is less than an agent: teams that share their work need fewer than each by itself.
 * Changes `agents`.
 */
export async function shrinkTogether(
  agents: AgentsByInterval,
  islands: readonly Island[],
  { simulate, isMet }: Shrinking,
): Promise<void> {
  const full = agents.map((numbers) => numbers.slice());
  const { length } = agents[0];
  const low = islands.map(() => new Float64Array(length));
  const high = islands.map(() => new Float64Array(length).fill(1));
  const most = Math.max(2, ...full.map((numbers) => numbers.reduce((some, one) => Math.max(some, one), 0)));
  const steps = Math.ceil(Math.log2(most)) + 1;
  for (let step = 0; step < steps; step++) {
    const share = (island: number, at: number) =>
      step === 0 ? FIRST_SHARE : (low[island][at] + high[island][at]) / 2;
    setShares(share);
    const margins = await simulate();
    for (const [index, island] of islands.entries()) {
      for (let at = 0; at < length; at++) {
        const tried = share(index, at);
        const narrow = high[index][at] - low[index][at] < NARROW;
        const met = isMet(margins, island, at);
        const leaves = narrow && at + 1 < length && !isMet(margins, island, at + 1);
        if (met && !leaves) high[index][at] = tried;
        else low[index][at] = tried;
      }
    }
  }
  setShares((island, at) => high[island][at]);

  function setShares(share: (island: number, at: number) => number): void {
    for (const [index, { teams }] of islands.entries()) {
      for (const team of teams) {
        for (let at = 0; at < length; at++) agents[team][at] = Math.ceil(full[team][at] * share(index, at));
      }
    }
  }
}
