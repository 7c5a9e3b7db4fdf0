import { WrongUsage } from "../../kit/problem.js";
import { evaluate } from "../../run/evaluate.js";
import type { GrowthCase } from "../../scenario/growth.js";
import { openWeeks } from "../../scenario/open-weeks.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Figure, Summary } from "../../statistics/summary.js";
import { type Change, changedScenario, rosteredAgents } from "../changed-scenario.js";
import type { SearchOptions } from "../requirement/find-requirement.js";
import { fallsBelowZeroAt, leastWhole } from "../requirement/halving.js";
import { overallMargins } from "../requirement/margins.js";
import {
  assumptionOf,
  growthFactor,
  multipliesContacts,
  signedPercent,
  yearChange,
  yearsOf,
} from "./growth-paths.js";
import type { GrowthCaseResult, GrowthResult, GrowthYear } from "./growth-result.js";

/** Volumes that a staff can carry are told to one part in five hundred. */
const VOLUME_PRECISION = 0.002;
/** A staff or a volume more than so many times the one expected is not looked for. */
const MOST_TIMES = 8;
/** In a small centre, agents looked for all the same. */
const MOST_AGENTS = 1000;

/**
 * What the scenario's growth cases do to it. WrongUsage where it has none, or where a case multiplies
 * contacts that are recorded ones. When stopped the cases that were finished are returned; before the first,
 * it rejects with the signal's reason.
 */
export async function grow(scenario: Scenario, options: SearchOptions = {}): Promise<GrowthResult> {
  const { growth } = scenario;
  if (!growth) throw new WrongUsage("the scenario has no section growth:");
  refuseRecorded(scenario, growth.cases);
  const growing = new Growing(scenario, options);
  const today = await growing.today();
  const cases: GrowthCaseResult[] = [];
  for (const one of growth.cases) {
    try {
      cases.push(await growing.follow(one));
    } catch (error) {
      if (!options.signal?.aborted) throw error;
      break;
    }
  }
  return {
    baseYear: growth.baseYear,
    agentsToday: growing.agentsToday,
    today,
    cases,
    evaluations: growing.evaluations,
    replications: today.replications,
  };
}

function refuseRecorded({ queues }: Scenario, cases: readonly GrowthCase[]): void {
  const recorded = queues.find(({ arrivals }) => arrivals.kind === "replay");
  const multiplying = cases.find(multipliesContacts);
  if (!recorded || !multiplying) return;
  throw new WrongUsage(
    `growth case ${multiplying.name} multiplies contacts, but queue ${recorded.name} ` +
      "replays recorded ones: give the queue a volume or a table instead of the replay",
  );
}

type YearChange = Omit<Change, "agents">;

/** A year's row, and by how much its volume differs from today's. */
interface Step {
  readonly volume: number;
  readonly row: GrowthYear;
}

/** What simulating a change gave. */
interface Simulated {
  readonly summary: Summary;
  /** Of the queue that is nearest to missing its target, and that queue's service level. */
  readonly margin: number;
  readonly nearestLevel: Figure;
}

class Growing {
  readonly agentsToday: number;
  evaluations = 0;
  private readonly known = new Map<string, Promise<Simulated>>();
  private readonly carried = new Map<string, Promise<number | undefined>>();

  constructor(
    private readonly scenario: Scenario,
    private readonly options: SearchOptions,
  ) {
    this.agentsToday = rosteredAgents(scenario);
  }

  async today(): Promise<Summary> {
    return (await this.simulate({ volume: 1, handleTime: 1, agents: this.agentsToday })).summary;
  }

  async follow(growth: GrowthCase): Promise<GrowthCaseResult> {
    const steps: Step[] = [];
    for (const year of yearsOf(growth)) {
      const change = yearChange(growth, year);
      const before = steps.filter(({ row }) => row.found && row.agents > 0);
      steps.push(
        growth.of === "volume"
          ? await this.volumeYear(growth, year, change, before)
          : await this.jobsYear(growth, year, change, before),
      );
    }
    const years = steps.map((step) => step.row);
    return {
      name: growth.name,
      of: growth.of,
      source: growth.source,
      assumption: assumptionOf(growth),
      years,
      breaksIn: years.find((year) => !year.noHireMeets)?.year,
      finding: findingOf(growth, years, this.pooledAgents(growth)),
    };
  }

  /** Agents there are today, in all the centres that become one. */
  private pooledAgents({ pool }: GrowthCase): number {
    return Math.round(this.agentsToday * pool);
  }

  /** Contacts are given: the fewest agents that keep the targets. */
  private async volumeYear(
    growth: GrowthCase,
    year: number,
    change: YearChange,
    before: readonly Step[],
  ): Promise<Step> {
    const pooled = { ...change, volume: change.volume * growth.pool };
    const today = this.pooledAgents(growth);
    const last = before.at(-1);
    const start = last ? Math.round((last.row.agents * pooled.volume) / last.volume) : today;
    const agents = await this.leastAgents(pooled, start);
    const apart = growth.pool > 1 ? await this.leastAgents(change, this.agentsToday) : undefined;
    return this.step(
      year,
      pooled,
      agents,
      today,
      apart === undefined ? undefined : Math.round(apart * growth.pool),
    );
  }

  /** Jobs are given: the most contacts that those agents carry at the targets. */
  private async jobsYear(
    growth: GrowthCase,
    year: number,
    change: YearChange,
    before: readonly Step[],
  ): Promise<Step> {
    const today = this.pooledAgents(growth);
    const agents = Math.round(today * growthFactor(growth, year));
    const volume = await this.mostVolume(change, agents, expectedVolume(before, agents) ?? growth.pool);
    const carried = { ...change, volume: volume ?? growth.pool };
    return this.step(year, carried, volume === undefined ? undefined : agents, today, undefined);
  }

  private leastAgents(change: YearChange, start: number): Promise<number | undefined> {
    const meets = async (agents: number) => (await this.simulate({ ...change, agents })).margin >= 0;
    return leastWhole(meets, start, Math.max(MOST_AGENTS, start * MOST_TIMES));
  }

  /**
   * Looked for once, wherever the search begins: the same staff carries the same volume in every year and
   * case.
   */
  private mostVolume(change: YearChange, agents: number, guess: number): Promise<number | undefined> {
    const key = JSON.stringify({ ...change, volume: 0, agents });
    const margin = async (volume: number) => (await this.simulate({ ...change, volume, agents })).margin;
    const known = this.carried.get(key) ?? fallsBelowZeroAt(margin, guess, VOLUME_PRECISION, MOST_TIMES);
    this.carried.set(key, known);
    return known;
  }

  /** A row of the case's table; `agents` undefined where none were found to meet the targets. */
  private async step(
    year: number,
    change: YearChange,
    agents: number | undefined,
    today: number,
    agentsApart: number | undefined,
  ): Promise<Step> {
    const staffed = await this.simulate({ ...change, agents: agents ?? today });
    const noHire = await this.simulate({ ...change, agents: today });
    const { total } = staffed.summary;
    const { fullTimeHours, partTimeHours, partTimeShare } = this.scenario.contracts;
    // Overtime is worked by those who are there; it hires nobody.
    const rosteredHours = total["paidHours"].mean - total["overtimeHours"].mean;
    const weeklyHours = rosteredHours / openWeeks(this.scenario.calendar);
    // As given, not as one simulation counts them: +20 % is to read +20 %.
    const offeredToday = (await this.today()).total["offered"].mean;
    return {
      volume: change.volume,
      row: {
        year,
        contacts: offeredToday * change.volume,
        agents: agents ?? Number.NaN,
        agentsApart,
        fullTimeEquivalents: weeklyHours / fullTimeHours,
        heads: weeklyHours / ((1 - partTimeShare) * fullTimeHours + partTimeShare * partTimeHours),
        cost: total["cost"].mean,
        serviceLevel: staffed.nearestLevel,
        serviceLevelNoHire: noHire.nearestLevel,
        noHireMeets: noHire.margin >= 0,
        found: agents !== undefined,
      },
    };
  }

  /** Each change is simulated once, however often it is asked for. */
  private simulate(change: Change): Promise<Simulated> {
    const key = JSON.stringify(change);
    const known = this.known.get(key) ?? this.simulateAnew(change);
    this.known.set(key, known);
    return known;
  }

  private async simulateAnew(change: Change): Promise<Simulated> {
    const { runner, seed, replications, signal, onProgress } = this.options;
    signal?.throwIfAborted();
    const scenario = changedScenario(this.scenario, change);
    const summary = await evaluate(scenario, {
      replications: replications ?? this.scenario.run.replications,
      detail: { intervals: false, weekdayIntervals: false, shifts: false },
      ...(runner && { runner }),
      ...(seed !== undefined && { seed }),
      ...(signal && { signal }),
    });
    signal?.throwIfAborted();
    this.evaluations++;
    onProgress?.(this.evaluations);
    const margins = overallMargins(scenario, summary);
    const margin = Math.min(...margins);
    const nearest = summary.queues[margins.indexOf(margin)];
    return { summary, margin, nearestLevel: nearest.figures["serviceLevel"] };
  }
}

/**
 * Where to look for the volume of so many agents: on the line through the last two years, or in proportion.
 */
function expectedVolume(before: readonly Step[], agents: number): number | undefined {
  const last = before.at(-1);
  if (!last) return undefined;
  const other = before.findLast(({ row }) => row.agents !== last.row.agents);
  const slope = other
    ? (last.volume - other.volume) / (last.row.agents - other.row.agents)
    : last.volume / last.row.agents;
  const expected = last.volume + slope * (agents - last.row.agents);
  return expected > 0 ? expected : last.volume;
}

/** The economy of scale, or what the case comes to without one. */
function findingOf(growth: GrowthCase, years: readonly GrowthYear[], agentsToday: number): string {
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
