import { evaluate } from "../run/evaluate.js";
import type { GrowthCase, Scenario } from "../scenario/scenario.js";
import type { Figure, Summary } from "../statistics/summary.js";
import { type Change, changedScenario, rosteredAgents } from "./changed-scenario.js";
import type { SearchOptions } from "./find-requirement.js";
import { assumptionOf, growthFactor, signedPercent, yearChange, yearsOf } from "./growth-paths.js";
import type { GrowthCaseResult, GrowthResult, GrowthYear } from "./growth-result.js";
import { fallsBelowZeroAt, leastWhole } from "./halving.js";
import { overallMargins } from "./margins.js";

/** Volumes that a staff can carry are told to one part in five hundred. */
const VOLUME_PRECISION = 0.002;
/** A staff or a volume more than so many times the start is not looked for. */
const MOST_TIMES = 64;

/** What the scenario's growth cases do to it; a RangeError where it has none, or only recorded contacts. */
export async function grow(scenario: Scenario, options: SearchOptions = {}): Promise<GrowthResult> {
  if (!scenario.growth) throw new RangeError("the scenario has no `growth:`");
  const growing = new Growing(scenario, options);
  const today = await growing.today();
  const cases: GrowthCaseResult[] = [];
  for (const one of scenario.growth.cases) {
    if (options.signal?.aborted) break;
    cases.push(await growing.follow(one));
  }
  return {
    baseYear: scenario.growth.baseYear,
    agentsToday: growing.agentsToday,
    today,
    cases,
    evaluations: growing.evaluations,
    replications: today.replications,
  };
}

type YearChange = Omit<Change, "agents">;

interface Step {
  readonly volume: number;
  readonly row: GrowthYear;
}

interface Simulated {
  readonly scenario: Scenario;
  readonly summary: Summary;
}

class Growing {
  readonly agentsToday: number;
  evaluations = 0;
  private readonly known = new Map<string, Promise<Simulated>>();

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
      if (this.options.signal?.aborted) break;
      const change = yearChange(this.scenario, growth, year);
      const before = steps.at(-1);
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
      finding: findingOf(growth, years, this.agentsToday * growth.pool),
    };
  }

  /** Contacts are given: the fewest agents that keep the targets. */
  private async volumeYear(
    growth: GrowthCase,
    year: number,
    change: YearChange,
    before: Step | undefined,
  ): Promise<Step> {
    const pooled = { ...change, volume: change.volume * growth.pool };
    const today = this.agentsToday * growth.pool;
    const start = before ? Math.round((before.row.agents * pooled.volume) / before.volume) : today;
    const agents = await this.leastAgents(pooled, start);
    const apart = growth.pool > 1 ? await this.leastAgents(change, this.agentsToday) : undefined;
    return this.step(year, pooled, agents, today, apart && apart * growth.pool);
  }

  /** Jobs are given: the most contacts that those agents carry at the targets. */
  private async jobsYear(
    growth: GrowthCase,
    year: number,
    change: YearChange,
    before: Step | undefined,
  ): Promise<Step> {
    const today = this.agentsToday * growth.pool;
    const agents = Math.round(today * growthFactor(growth, year));
    const margin = async (volume: number) => worstMargin(await this.simulate({ ...change, volume, agents }));
    const guess = before ? (before.volume * agents) / before.row.agents : growth.pool;
    const volume = await fallsBelowZeroAt(margin, guess, VOLUME_PRECISION, MOST_TIMES);
    const carried = { ...change, volume: volume ?? growth.pool };
    return this.step(year, carried, volume === undefined ? undefined : agents, today, undefined);
  }

  private leastAgents(change: YearChange, start: number): Promise<number | undefined> {
    const meets = async (agents: number) => worstMargin(await this.simulate({ ...change, agents })) >= 0;
    return leastWhole(meets, start, Math.max(1000, this.agentsToday * MOST_TIMES));
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
    const { calendar, contracts } = this.scenario;
    const { fullTimeHours, partTimeHours, partTimeShare } = contracts;
    const countedDays = (calendar.horizonSeconds - calendar.warmupSeconds) / 86_400;
    const weeklyHours = (total["paidHours"].mean * 7) / countedDays;
    return {
      volume: change.volume,
      row: {
        year,
        contacts: total["offered"].mean,
        agents: agents ?? Number.NaN,
        agentsApart,
        fullTimeEquivalents: weeklyHours / fullTimeHours,
        heads: weeklyHours / ((1 - partTimeShare) * fullTimeHours + partTimeShare * partTimeHours),
        cost: total["cost"].mean,
        serviceLevel: nearestLevel(staffed),
        serviceLevelNoHire: nearestLevel(noHire),
        noHireMeets: worstMargin(noHire) >= 0,
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
    const scenario = changedScenario(this.scenario, change);
    const summary = await evaluate(scenario, {
      replications: replications ?? this.scenario.run.replications,
      detail: { intervals: false, weekdayIntervals: false },
      ...(runner && { runner }),
      ...(seed !== undefined && { seed }),
      ...(signal && { signal }),
    });
    onProgress?.(++this.evaluations);
    return { scenario, summary };
  }
}

/** The margin of the queue that is nearest to missing its target. */
function worstMargin({ scenario, summary }: Simulated): number {
  return Math.min(...overallMargins(scenario, summary));
}

/** That queue's service level. */
function nearestLevel({ scenario, summary }: Simulated): Figure {
  const margins = overallMargins(scenario, summary);
  const nearest = margins.indexOf(Math.min(...margins));
  return summary.queues[nearest].figures["serviceLevel"];
}

/** The economy of scale, or what the case comes to without one. */
function findingOf(growth: GrowthCase, years: readonly GrowthYear[], agentsToday: number): string {
  const first = years[0];
  const last = years.at(-1);
  if (!first || !last || !first.found || !last.found) return "No number of agents tried meets the targets.";
  const agents = last.agents / first.agents - 1;
  const contacts = last.contacts / first.contacts - 1;
  if (last.agentsApart !== undefined) {
    const less = 1 - last.agents / last.agentsApart;
    return `Apart, ${growth.pool} centres need ${last.agentsApart} agents; as one ${last.agents}, ${Math.round(less * 1000) / 10} % fewer.`;
  }
  if (growth.of === "jobs") {
    return `${signedPercent(agents)} agents carry ${signedPercent(contacts)} contacts at the target.`;
  }
  const need = `${signedPercent(contacts)} contacts need ${signedPercent(agents)} agents`;
  return `${need} (${first.agents} to ${last.agents}; today there are ${agentsToday}).`;
}
