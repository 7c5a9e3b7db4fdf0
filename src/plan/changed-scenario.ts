import { type Distribution, scaled } from "../random/distribution.js";
import type { Arrivals } from "../scenario/arrivals.js";
import type { GrowthCase } from "../scenario/growth.js";
import type { Queue } from "../scenario/queue.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Staffing, Team } from "../scenario/team.js";
import { CUSTOMARY_TARGET } from "./requirement/margins.js";

/** How a scenario differs in a year of a growth case. */
export interface Change {
  /** Contacts are multiplied by it. */
  readonly volume: number;
  /** Contacts of each queue, in the scenario's order, are multiplied by this too; absent: by nothing more. */
  readonly queueVolumes?: readonly number[];
  /** Handle times are multiplied by it. */
  readonly handleTime: number;
  /** Agents on the roster, all teams together. */
  readonly agents: number;
  /**
   * The targets that every queue is on its way to, and how far each has come from its own: 0 not at all, 1
   * there.
   */
  readonly target?: { readonly goal: NonNullable<GrowthCase["target"]>; readonly reached: number };
}

/**
 * The scenario with the change made. Recorded contacts cannot be multiplied: a RangeError where a queue
 * replays them and volume or handle time changes.
 */
export function changedScenario(scenario: Scenario, change: Change): Scenario {
  const teams = withAgents(scenario, change.agents);
  return { ...scenario, teams, queues: changedQueues(scenario, change) };
}

/** The queues with contacts, handle times and targets changed. */
export function changedQueues({ queues }: Scenario, change: Omit<Change, "agents">): Queue[] {
  const { queueVolumes, volume } = change;
  return queues.map((queue, index) =>
    changedQueue(queue, { ...change, volume: volume * (queueVolumes?.[index] ?? 1) }),
  );
}

/** The team with so many agents, every shift keeping its share as nearly as whole agents allow. */
export function teamWithAgents(team: Team, agents: number): Team {
  return { ...team, staffing: withParts(team.staffing, sharedOut(agents, parts(team.staffing))) };
}

/** Agents on the roster, all teams together: of a table its highest number. */
export function rosteredAgents({ teams }: Scenario): number {
  return teams.reduce((sum, team) => sum + teamAgents(team), 0);
}

/** Agents on the roster of one team. */
export function teamAgents({ staffing }: Team): number {
  return parts(staffing).reduce((total, one) => total + one, 0);
}

/** So many agents in all, every team and shift keeping its share as nearly as whole agents allow. */
function withAgents(scenario: Scenario, agents: number): Team[] {
  const shares = scenario.teams.flatMap(({ staffing }) => parts(staffing));
  const numbers = sharedOut(agents, shares);
  let next = 0;
  return scenario.teams.map((team) => {
    const count = parts(team.staffing).length;
    const own = numbers.slice(next, next + count);
    next += count;
    return { ...team, staffing: withParts(team.staffing, own) };
  });
}

function parts(staffing: Staffing): number[] {
  switch (staffing.kind) {
    case "constant":
      return [staffing.agents];
    case "roster":
      return staffing.shifts.map((one) => one.agents);
    case "table":
      return [staffing.steps.reduce((most, step) => Math.max(most, step.agents), 0)];
  }
}

function withParts(staffing: Staffing, numbers: readonly number[]): Staffing {
  switch (staffing.kind) {
    case "constant":
      return { ...staffing, agents: numbers[0] };
    case "roster":
      return {
        ...staffing,
        shifts: staffing.shifts.map((one, index) => ({ ...one, agents: numbers[index] })),
      };
    case "table": {
      const most = parts(staffing)[0];
      const scale = (agents: number) => Math.round((agents * numbers[0]) / Math.max(1, most));
      return {
        ...staffing,
        steps: staffing.steps.map((step) => ({ ...step, agents: scale(step.agents) })),
      };
    }
  }
}

/** Shares out a whole number by largest remainder; ties go to the part named first. */
export function sharedOut(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((all, one) => all + one, 0);
  const exact = shares.map((one) => (sum > 0 ? (total * one) / sum : 0));
  const numbers = exact.map(Math.floor);
  const left = sum > 0 ? total - numbers.reduce((all, one) => all + one, 0) : 0;
  const byRemainder = [...shares.keys()].sort(
    (a, b) => exact[b] - numbers[b] - (exact[a] - numbers[a]) || a - b,
  );
  for (const index of byRemainder.slice(0, left)) numbers[index]++;
  return numbers;
}

function changedQueue(queue: Queue, change: Omit<Change, "agents">): Queue {
  const { goal = {}, reached = 0 } = change.target ?? {};
  const between = (from: number, to: number) => from + (to - from) * reached;
  const { answeredShare = CUSTOMARY_TARGET.answeredShare } = queue.target ?? {};
  const { withinSeconds } = queue.serviceLevel;
  return {
    ...queue,
    arrivals: changedArrivals(queue.arrivals, change),
    handle: {
      ...(queue.handle.talk && { talk: longer(queue.handle.talk, change) }),
      ...(queue.handle.hold && { hold: longer(queue.handle.hold, change) }),
      ...(queue.handle.wrap && { wrap: longer(queue.handle.wrap, change) }),
    },
    ...(goal.answeredShare !== undefined && {
      target: { ...queue.target, answeredShare: between(answeredShare, goal.answeredShare) },
    }),
    ...(goal.withinSeconds !== undefined && {
      serviceLevel: { ...queue.serviceLevel, withinSeconds: between(withinSeconds, goal.withinSeconds) },
    }),
  };
}

function longer(distribution: Distribution, { handleTime }: Omit<Change, "agents">): Distribution {
  return handleTime === 1 ? distribution : scaled(distribution, handleTime);
}

function changedArrivals(arrivals: Arrivals, { volume, handleTime }: Omit<Change, "agents">): Arrivals {
  if (arrivals.kind === "replay") {
    if (volume === 1 && handleTime === 1) return arrivals;
    throw new RangeError("recorded contacts cannot be multiplied");
  }
  const factor = arrivals.factor * volume;
  if (arrivals.kind === "volume") return { ...arrivals, factor };
  const steps = arrivals.steps.map((step) =>
    step.ahtSeconds === undefined ? step : { ...step, ahtSeconds: step.ahtSeconds * handleTime },
  );
  return { ...arrivals, factor, steps };
}
