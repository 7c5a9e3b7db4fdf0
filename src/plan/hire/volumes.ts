import { power } from "../../random/portable-math.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Summary } from "../../statistics/summary.js";
import { yearChange } from "../growth/growth-paths.js";

/** Factors on the scenario's contacts and handle times. */
export interface Volume {
  readonly volume: number;
  /** Beside it, by queue; absent: all alike. */
  readonly queueVolumes?: readonly number[];
  readonly handleTime: number;
}

/** What comes in each period of the plan: growth case, change a year and season, at the period's middle. */
export function volumesOf({ hiring, growth, queues }: Scenario): Volume[] {
  const { periods, volume } = hiring!;
  const followed = growth?.cases.find(({ name }) => name === volume.growth);
  const names = queues.map(({ name }) => name);
  const first = periods[0].middleYear;
  return periods.map(({ middleYear, month }) => {
    const own = power(1 + volume.yearlyChange, middleYear - first) * volume.seasonality[month];
    if (!followed) return { volume: own, handleTime: 1 };
    const change = yearChange(followed, middleYear, names);
    const { queueVolumes, handleTime } = change;
    return { volume: own * change.volume, ...(queueVolumes && { queueVolumes }), handleTime };
  });
}

/** The work that comes, as a factor on the scenario's own, queues weighed by theirs in `base`. */
export function workOf({ volume, queueVolumes, handleTime }: Volume, base: Summary): number {
  if (!queueVolumes) return volume * handleTime;
  const works = base.queues.map(({ figures }) => figures["offered"].mean * figures["aht"].mean || 0);
  const total = works.reduce((sum, one) => sum + one, 0);
  const changed = works.reduce((sum, one, queue) => sum + one * queueVolumes[queue], 0);
  return volume * handleTime * (total > 0 ? changed / total : 1);
}
