import { evaluate } from "../../run/evaluate.js";
import { openWeeks } from "../../scenario/open-weeks.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Figure, Summary } from "../../statistics/summary.js";
import { type Change, changedScenario, rosteredAgents } from "../changed-scenario.js";
import type { SearchOptions } from "../requirement/find-requirement.js";
import { fallsBelowZeroAt, leastWhole } from "../requirement/halving.js";
import { overallMargins } from "../requirement/margins.js";
import type { YearChange } from "./growth-paths.js";
import type { GrowthYear } from "./growth-result.js";

/** Volumes that a staff can carry are told to one part in five hundred. */
export const VOLUME_PRECISION = 0.002;
/** Agents are told to one part in so many. */
const FINEST_PART = 2000;
/** A staff or a volume more than so many times the one expected is not looked for. */
const MOST_TIMES = 8;
/** In a small centre, agents looked for all the same. */
const MOST_AGENTS = 1000;

/** How the simulations are made; told after each one. */
export type GrowingOptions = Pick<SearchOptions, "runner" | "seed" | "replications" | "signal"> & {
  readonly onSimulated: () => void;
};

/** A year's row, and by how much its volume differs from today's. */
export interface Step {
  readonly volume: number;
  readonly row: GrowthYear;
}

/** What simulating a change gave. */
export interface Simulated {
  readonly summary: Summary;
  /** Of the queue that is nearest to missing its target, and that queue's service level. */
  readonly margin: number;
  readonly nearestLevel: Figure;
}

/** A scenario that grows: each of its changes is simulated once, however often it is asked for. */
export class Growing {
  readonly agentsToday: number;
  readonly queues: readonly string[];
  private readonly known = new Map<string, Promise<Simulated>>();
  private readonly carried = new Map<string, Promise<number | undefined>>();

  constructor(
    readonly scenario: Scenario,
    readonly options: GrowingOptions,
  ) {
    this.agentsToday = rosteredAgents(scenario);
    this.queues = scenario.queues.map(({ name }) => name);
  }

  async today(): Promise<Summary> {
    return (await this.simulate({ volume: 1, handleTime: 1, agents: this.agentsToday })).summary;
  }

  /**
   * The fewest agents that keep the targets, from 4,000 on in steps of one in two thousand; undefined where
   * none were found to.
   */
  async leastAgents(change: YearChange, start: number): Promise<number | undefined> {
    const step = Math.max(1, Math.floor(start / FINEST_PART));
    const meets = async (steps: number) =>
      (await this.simulate({ ...change, agents: steps * step })).margin >= 0;
    const most = Math.max(MOST_AGENTS, start * MOST_TIMES);
    const steps = await leastWhole(meets, Math.ceil(start / step), Math.ceil(most / step));
    return steps === undefined ? undefined : steps * step;
  }

  /**
   * The most contacts, as a multiple of today's, that so many agents carry. Looked for once, wherever the
   * search begins: the same staff carries the same volume in every year and case.
   */
  mostVolume(change: YearChange, agents: number, guess: number): Promise<number | undefined> {
    const key = JSON.stringify({ ...change, volume: 0, agents });
    const margin = async (volume: number) => (await this.simulate({ ...change, volume, agents })).margin;
    const known = this.carried.get(key) ?? fallsBelowZeroAt(margin, guess, VOLUME_PRECISION, MOST_TIMES);
    this.carried.set(key, known);
    return known;
  }

  /** The greatest x at which `agents` meet the targets of `changeAt(x)`; 0 or endless where none is found. */
  async greatestMet(changeAt: (x: number) => YearChange, agents: number, guess: number): Promise<number> {
    const margin = async (x: number) => (await this.simulate({ ...changeAt(x), agents })).margin;
    const found = await fallsBelowZeroAt(margin, guess, VOLUME_PRECISION, MOST_TIMES);
    return found ?? ((await margin(guess)) >= 0 ? Number.POSITIVE_INFINITY : 0);
  }

  /** A row of a case's table; `agents` undefined where none were found to meet the targets. */
  async step(
    year: number,
    change: YearChange,
    agents: number | undefined,
    today: number,
    agentsApart?: number,
  ): Promise<Step> {
    const staffed = await this.simulate({ ...change, agents: agents ?? today });
    const noHire = await this.simulate({ ...change, agents: today });
    const { total } = staffed.summary;
    const { fullTimeHours, partTimeHours, partTimeShare } = this.scenario.contracts;
    // Overtime is worked by those who are there; it hires nobody.
    const rosteredHours = total["paidHours"].mean - total["overtimeHours"].mean;
    const weeklyHours = rosteredHours / openWeeks(this.scenario.calendar);
    const contacts = await this.contactsOf(change);
    return {
      volume: change.queueVolumes
        ? contacts / (await this.contactsOf({ volume: 1, handleTime: 1 }))
        : change.volume,
      row: {
        year,
        contacts,
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

  /** Contacts offered, as given and not as one simulation counts them: +20 % is to read +20 %. */
  private async contactsOf({ volume, queueVolumes }: YearChange): Promise<number> {
    const { total, queues } = await this.today();
    if (!queueVolumes) return total["offered"].mean * volume;
    return (
      queueVolumes.reduce((sum, own, queue) => sum + queues[queue].figures["offered"].mean * own, 0) * volume
    );
  }

  simulate(change: Change): Promise<Simulated> {
    const key = JSON.stringify(change);
    const known = this.known.get(key) ?? this.simulateAnew(change);
    this.known.set(key, known);
    return known;
  }

  private async simulateAnew(change: Change): Promise<Simulated> {
    const { runner, seed, replications, signal, onSimulated } = this.options;
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
    onSimulated();
    const margins = overallMargins(scenario, summary);
    const margin = Math.min(...margins);
    const nearest = summary.queues[margins.indexOf(margin)];
    return { summary, margin, nearestLevel: nearest.figures["serviceLevel"] };
  }
}
