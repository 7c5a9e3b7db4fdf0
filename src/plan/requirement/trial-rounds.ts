import type { Island } from "../../model/islands.js";
import type { Margins } from "./interval-judge.js";

/** So many agents more or fewer, by team, in one interval; the teams are of one island. */
export interface Trial {
  readonly interval: number;
  readonly island: number;
  readonly change: readonly number[];
  /** Which trade of the island it is, where it is one. */
  readonly trade?: number;
}

/** How trials are found, made and judged. */
export interface Trials {
  /** What to try next in an interval of an island; undefined where nothing is left to try. */
  propose(island: number, interval: number): Trial | undefined;
  /** Makes a change, or takes it back. */
  make(trial: Trial, times: 1 | -1): void;
  /** Simulates the agents as they are. */
  simulate(): Promise<Margins>;
  /** Whether nothing is missed from the first to the last of these intervals. */
  isMet(margins: Margins, island: Island, from: number, to: number): boolean;
  /** Told of each trial, which was kept where it could be. */
  tried(trial: Trial, could: boolean, margins: Margins): void;
}

/**
 * Makes trials until none is left, in one simulation as many as lie `distance` intervals apart from each
 * other, in every island by itself, and keeps each after which no target of its island is missed from the
 * interval before it, whose callers still wait, to the next trial's. Whether any was kept.
 */
export async function makeTrials(
  islands: readonly Island[],
  intervals: number,
  distance: number,
  trials: Trials,
): Promise<boolean> {
  let any = false;
  let first = 0;
  for (let idle = 0; idle < distance; first = (first + 1) % distance) {
    const made = islands.flatMap((_, island) => apartFrom(first, island));
    idle++;
    if (made.length === 0) continue;
    idle = 0;
    for (const trial of made) trials.make(trial, 1);
    const margins = await trials.simulate();
    const good = made.map(({ interval, island }) =>
      trials.isMet(
        margins,
        islands[island],
        Math.max(0, interval - 1),
        Math.min(interval + distance - 1, intervals) - 1,
      ),
    );
    for (const [index, trial] of made.entries()) {
      if (!good[index]) trials.make(trial, -1);
      trials.tried(trial, good[index], margins);
      any ||= good[index];
    }
  }
  return any;

  function apartFrom(from: number, island: number): Trial[] {
    const made: Trial[] = [];
    for (let interval = from; interval < intervals; ) {
      const trial = trials.propose(island, interval);
      if (trial) made.push(trial);
      interval += trial ? distance : 1;
    }
    return made;
  }
}
