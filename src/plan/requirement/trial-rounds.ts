import type { Margins } from "./interval-judge.js";
import type { Zone } from "./zones.js";

/** So many agents more or fewer, by team, in one interval; the teams are of one zone. */
export interface Trial {
  readonly interval: number;
  readonly zone: number;
  readonly change: readonly number[];
  /** Which trade of its island it is, where it is one. */
  readonly trade?: number;
}

/** How trials are found, made and judged. */
export interface Trials {
  /** What to try next in an interval of a zone; undefined where nothing is left to try. */
  propose(zone: number, interval: number): Trial | undefined;
  /** Makes a change, or takes it back. */
  make(trial: Trial, times: 1 | -1): void;
  /** Simulates the agents as they are. */
  simulate(): Promise<Margins>;
  /** Whether nothing is missed from the first to the last of these intervals. */
  isMet(margins: Margins, zone: Zone, from: number, to: number): boolean;
  /** Told of each trial, which was kept where it could be. */
  tried(trial: Trial, could: boolean, margins: Margins): void;
}

/**
 * Makes trials until none is left, in one simulation as many as lie `distance` intervals apart from each
 * other, in every zone by itself, and keeps each after which no target of its zone is missed from the
 * interval before it, whose callers still wait, to the next trial's. Whether any was kept.
 */
export async function makeTrials(
  zones: readonly Zone[],
  intervals: number,
  distance: number,
  trials: Trials,
): Promise<boolean> {
  let any = false;
  let first = 0;
  for (let idle = 0; idle < distance; first = (first + 1) % distance) {
    const made = zones.flatMap((_, zone) => apartFrom(first, zone));
    idle++;
    if (made.length === 0) continue;
    idle = 0;
    for (const trial of made) trials.make(trial, 1);
    const margins = await trials.simulate();
    const good = made.map(({ interval, zone }) =>
      trials.isMet(
        margins,
        zones[zone],
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

  function apartFrom(from: number, zone: number): Trial[] {
    const made: Trial[] = [];
    for (let interval = from; interval < intervals; ) {
      const trial = trials.propose(zone, interval);
      if (trial) made.push(trial);
      interval += trial ? distance : 1;
    }
    return made;
  }
}
