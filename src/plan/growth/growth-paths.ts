import { power } from "../../random/portable-math.js";
import type { GrowthCase } from "../../scenario/growth.js";
import type { Change } from "../changed-scenario.js";

/**
 * The years of a growth case, first and last included; the two ends alone where nothing changes in between.
 */
export function yearsOf(growth: GrowthCase): number[] {
  const still =
    growth.change === 0 && growth.deflected === 0 && growth.handleTime === 0 && growth.target === undefined;
  if (still) return growth.until === growth.from ? [growth.from] : [growth.from, growth.until];
  return Array.from({ length: growth.until - growth.from + 1 }, (_, index) => growth.from + index);
}

/** How far the case has come by that year: 0 at `from`, 1 at `until`. */
function progress({ from, until }: GrowthCase, year: number): number {
  return until === from ? 1 : (year - from) / (until - from);
}

/** What the year's change multiplies: compound growth, a year at a time. */
export function growthFactor(growth: GrowthCase, year: number): number {
  return power(1 + growth.change * growth.share, progress(growth, year));
}

/** Contacts, handle time and targets of a year; agents are for the search to find. */
export function yearChange(growth: GrowthCase, year: number): Omit<Change, "agents"> {
  const reached = progress(growth, year);
  const { target } = growth;
  return {
    volume: growth.of === "volume" ? growthFactor(growth, year) * (1 - growth.deflected * reached) : 1,
    handleTime: 1 + growth.handleTime * reached,
    ...(target && { target: { goal: target, reached } }),
  };
}

/** Whether the case multiplies contacts or their handle time in any year, as recorded contacts cannot be. */
export function multipliesContacts({ of, change, deflected, handleTime, pool }: GrowthCase): boolean {
  return of === "jobs" || change !== 0 || deflected !== 0 || handleTime !== 0 || pool !== 1;
}

/** `+36 %`, `-2 %`. */
export function signedPercent(share: number): string {
  const percent = Math.round(share * 1000) / 10;
  return `${percent < 0 ? "-" : "+"}${Math.abs(percent)} %`;
}

/** What the case assumes, in a line. */
export function assumptionOf(growth: GrowthCase): string {
  const { change, share, from, until, target } = growth;
  const percent = (part: number) => `${Math.round(part * 1000) / 10} %`;
  const what = growth.of === "jobs" ? "jobs" : "contacts";
  const said = [
    change === 0
      ? `${what} as they are, ${from} to ${until}`
      : `${what} ${signedPercent(change * share)} from ${from} to ${until}${
          share === 1 ? "" : ` (${percent(share)} of ${signedPercent(change)})`
        }`,
  ];
  if (growth.deflected > 0)
    said.push(`${percent(growth.deflected)} of contacts taken by self-service by ${until}`);
  if (growth.handleTime !== 0) said.push(`handle time ${signedPercent(growth.handleTime)}`);
  if (growth.pool > 1) said.push(`${growth.pool} centres like this one become one`);
  if (target?.answeredShare !== undefined || target?.withinSeconds !== undefined) {
    const share = target.answeredShare === undefined ? "" : ` ${percent(target.answeredShare)}`;
    const within = target.withinSeconds === undefined ? "" : ` within ${Math.round(target.withinSeconds)} s`;
    said.push(`target rises to${share}${within}`);
  }
  return said.join(", ");
}
