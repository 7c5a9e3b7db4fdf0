import type { ChangeRange, GrowthCase, RateDistribution } from "../../scenario/growth.js";
import type { GrowthYear } from "./growth-result.js";

/** `+36 %`, `-2 %`. */
export function signedPercent(share: number): string {
  const rounded = Math.round(share * 1000) / 10;
  return `${rounded < 0 ? "-" : "+"}${Math.abs(rounded)} %`;
}

function percent(part: number): string {
  return `${Math.round(part * 1000) / 10} %`;
}

/** What the case assumes, in a line. */
export function assumptionOf(growth: GrowthCase): string {
  if (growth.combined) {
    const names = growth.combined.map(({ name }) => name);
    const said = growth.combined.map((part) => ownAssumption(part)).join("; ");
    return `${names.slice(0, -1).join(", ")} and ${names.at(-1)} together (${said})`;
  }
  return ownAssumption(growth);
}

function ownAssumption(growth: GrowthCase): string {
  const { until, target, share } = growth;
  const named = growth.queues?.map(({ queue, change, changeRange }, index) => {
    const what = index === 0 ? `contacts of ${queue}` : queue;
    return `${what} ${signedPercent(change * share)}${rangeWords(changeRange, share)}`;
  });
  const said = [...(named ?? []), changeWords(growth)];
  if (growth.deflected > 0)
    said.push(`${percent(growth.deflected)} of contacts taken by self-service by ${until}`);
  if (growth.handleTime !== 0) said.push(`handle time ${signedPercent(growth.handleTime)}`);
  if (growth.pools) said.push(`${listed(growth.pools)} centres like this one become one`);
  else if (growth.pool > 1) said.push(`${growth.pool} centres like this one become one`);
  if (target?.answeredShare !== undefined || target?.withinSeconds !== undefined) {
    const share = target.answeredShare === undefined ? "" : ` ${percent(target.answeredShare)}`;
    const within = target.withinSeconds === undefined ? "" : ` within ${Math.round(target.withinSeconds)} s`;
    said.push(`target rises to${share}${within}`);
  }
  return said.join(", ");
}

function changeWords(growth: GrowthCase): string {
  const { change, changeRange, share, from, until, rate, yearlyRate } = growth;
  const subject = growth.of === "jobs" ? "jobs" : "contacts";
  const what = growth.queues ? "others" : subject;
  const years = `from ${from} to ${until}`;
  if (rate) return `${what} by a yearly rate that is ${distributionWords(rate.of)}, ${years}`;
  const range = rangeWords(changeRange, share);
  if (yearlyRate !== undefined) {
    return `${what} ${signedPercent(yearlyRate)} a year ${years}, ${signedPercent(change)} in all${range}`;
  }
  if (change === 0 && !changeRange) return `${what} as they are, ${from} to ${until}`;
  const part = share === 1 ? "" : ` (${percent(share)} of ${signedPercent(change)})`;
  return `${what} ${signedPercent(change * share)} ${years}${part}${range}`;
}

function rangeWords(range: ChangeRange | undefined, share: number): string {
  if (!range) return "";
  const words = (change: number) => signedPercent(change * share);
  return ` (${words(range.low)} at the least, ${words(range.high)} at the most)`;
}

function distributionWords(of: RateDistribution): string {
  switch (of.kind) {
    case "normal":
    case "lognormal":
      return `${of.kind} (mean ${signedPercent(of.mean)}, standard deviation ${percent(of.sd)})`;
    case "uniform":
      return `uniform (${signedPercent(of.min)} to ${signedPercent(of.max)})`;
    case "triangular":
      return `triangular (${signedPercent(of.min)}, ${signedPercent(of.mode)}, ${signedPercent(of.max)})`;
  }
}

function listed(numbers: readonly number[]): string {
  if (numbers.length === 1) return String(numbers[0]);
  const consecutive = numbers.length > 3 && numbers.at(-1)! - numbers[0]! === numbers.length - 1;
  if (consecutive) return `${numbers[0]} to ${numbers.at(-1)}`;
  return `${numbers.slice(0, -1).join(", ")} or ${numbers.at(-1)}`;
}

/** The economy of scale, or what the case comes to without one. */
export function findingOf(growth: GrowthCase, years: readonly GrowthYear[], agentsToday: number): string {
  const first = years[0];
  const last = years.at(-1);
  if (!first || !last || !first.found || !last.found) {
    return growth.of === "jobs"
      ? "No volume tried is carried at the targets."
      : "No number of agents tried meets the targets.";
  }
  if (!(first.contacts > 0) || first.agents === 0) return "There are no contacts to grow from.";
  const agents = last.agents / first.agents - 1;
  const contacts = last.contacts / first.contacts - 1;
  if (last.agentsApart !== undefined) {
    const fewer = Math.round((1 - last.agents / last.agentsApart) * 1000) / 10;
    const apart = `Apart, ${growth.pool} centres need ${last.agentsApart} agents`;
    return `${apart}; as one ${last.agents}, ${fewer} % fewer.`;
  }
  if (growth.of === "jobs") {
    return `${signedPercent(agents)} agents carry ${signedPercent(contacts)} contacts at the target.`;
  }
  const need = `${signedPercent(contacts)} contacts need ${signedPercent(agents)} agents`;
  return `${need} (${first.agents} to ${last.agents}; today there are ${agentsToday}).`;
}
