import { WrongUsage } from "../../kit/problem.js";
import { evaluate } from "../../run/evaluate.js";
import { isDeferred } from "../../scenario/channel.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Summary } from "../../statistics/summary.js";
import type { TargetTally } from "../../statistics/target-tally.js";
import { type AgentsByInterval, countsAbsence, withAgentsByInterval } from "./agents-by-interval.js";
import { firstGuess } from "./first-guess.js";
import { guaranteeOf } from "./guarantee.js";
import type { Guarantee } from "./guarantee-result.js";
import { type Block, IntervalJudge, type SearchOptions } from "./interval-judge.js";
import type { Requirement } from "./requirement-result.js";
import { RequirementSearch } from "./requirement-search.js";

export type { SearchOptions } from "./interval-judge.js";

/** Rounds of trading and taking away, at most. */
const MOST_ROUNDS = 2;
/** Times that what was found on some replications is made good on fresh ones. */
const MOST_REPAIRS = 3;
/** With a guarantee the search begins with half the replications; then so many times as many judge. */
const FRESH_TIMES = 3;
/** Replications of a result that was asked for in a hurry. */
const HURRIED_REPLICATIONS = 4;

/**
 * The fewest agents in each interval and team with which every queue meets its target in every interval, by
 * simulation under common random numbers, so that contacts left over from one interval weigh on the next and
 * agents with several skills count once. Begins at Erlang A, adds agents where a target is missed, shrinks
 * all teams alike, takes agents away one by one, dearest team first, and exchanges those who can do the work
 * of others. In the end every target that can be met is met, and no single agent can be taken from any
 * interval without missing one, as far as agents are not felt many intervals later.
 *
 * With `guarantee` what was found is made good on fresh replications, and others again, which had no part in
 * it, judge how sure it is; see guarantee.ts. Stopped, it then gives what it has, or rejects where that is
 * nothing; without, it rejects with the signal's reason, for half a search is no answer. Throws WrongUsage
 * where a queue's contacts wait over night, or a team only calls leads.
 */
export async function findRequirement(scenario: Scenario, options: SearchOptions = {}): Promise<Requirement> {
  refuseDeferred(scenario);
  refuseDialers(scenario);
  return new RequirementFinder(scenario, options).find();
}

class RequirementFinder {
  private readonly guess: AgentsByInterval;
  private readonly judge: IntervalJudge;
  private readonly search: RequirementSearch;
  private readonly replications: number;
  private block: Block;
  /** The last agents with whom every target was met that could be. */
  private met: AgentsByInterval | undefined;

  constructor(
    private readonly scenario: Scenario,
    private readonly options: SearchOptions,
  ) {
    this.replications = options.replications ?? scenario.run.replications;
    const count = options.guarantee ? Math.ceil(this.replications / 2) : this.replications;
    this.block = { first: 1, count };
    this.guess = firstGuess(scenario);
    this.judge = new IntervalJudge(scenario, options, this.guess);
    this.search = new RequirementSearch(scenario, this.judge, this.guess, this.block);
  }

  async find(): Promise<Requirement> {
    const { options, search, judge } = this;
    try {
      judge.expected = this.searchExpected() + this.judgeExpected();
      await this.searchOn();
      judge.expected = this.judgeExpected();
      if (!options.guarantee) return await this.resultOf(search.agents, this.block);
      search.goOn(this.goOn());
      await search.raiseUntilMet();
      this.keep();
      await search.takeAwayHopefully();
      await search.raiseUntilMet();
      this.keep();
      const base = await this.confirmed();
      const guarantee = await guaranteeOf(search.found(), judge, base, this.block);
      return await this.resultOf(search.agents, this.block, { guarantee });
    } catch (error) {
      if (!options.signal?.aborted || !options.guarantee || !this.met) throw error;
      const block = { first: 1, count: Math.min(this.replications, HURRIED_REPLICATIONS) };
      return this.resultOf(this.met, block, { interrupted: true });
    }
  }

  /** From the first guess to the fewest agents on the search's replications. */
  private async searchOn(): Promise<void> {
    const { search } = this;
    await search.raiseUntilMet();
    this.keep();
    await search.shrink();
    await search.raiseUntilMet();
    this.keep();
    await search.takeAwayRoughly();
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const traded = await search.trade();
      const raised = await search.raiseUntilMet();
      this.keep();
      if (!traded && !raised) break;
      await search.takeAwayRoughly();
    }
    if (this.options.guarantee) return;
    for (let round = 0; round < MOST_REPAIRS; round++) {
      await search.takeAwayAll();
      if (!(await search.raiseUntilMet())) break;
    }
    this.keep();
  }

  /** Replications that a search takes, roughly; for who waits. */
  private searchExpected(): number {
    return (40 + 30 * this.search.turns) * this.block.count;
  }

  /** Those on fresh replications: made good, confirmed, one agent fewer and one more. */
  private judgeExpected(): number {
    if (!this.options.guarantee) return 0;
    return (6 + 12 * this.search.turns) * FRESH_TIMES * this.replications;
  }

  private keep(): void {
    this.met = this.search.agents.map((numbers) => numbers.slice());
  }

  /** On to replications that nothing so far has seen. */
  private goOn(): Block {
    const { first, count } = this.block;
    this.block = { first: first + count, count: FRESH_TIMES * this.replications };
    return this.block;
  }

  /** What the agents found do on fresh replications; where a target is surely missed there are more first. */
  private async confirmed(): Promise<TargetTally> {
    for (let repair = 0; ; repair++) {
      const base = await this.judge.tally(this.search.agents, this.goOn());
      if (repair === MOST_REPAIRS || !this.search.raiseMissed(base)) return base;
    }
  }

  private async resultOf(
    agents: AgentsByInterval,
    block: Block,
    { guarantee, interrupted = false }: { guarantee?: Guarantee; interrupted?: boolean } = {},
  ): Promise<Requirement> {
    const { scenario, search, judge, replications } = this;
    const { calendar, teams, queues } = scenario;
    const own = await this.summaryOf(scenario, { first: 1, count: Math.min(block.count, replications) });
    const summary = await this.summaryOf(withAgentsByInterval(scenario, agents, this.guess), block);
    const absence = countsAbsence(scenario);
    const planned = (team: number) => (absence ? 1 - teams[team].absenceShare : 1);
    return {
      teams: teams.map((team) => team.name),
      queues: queues.map((queue) => queue.name),
      intervals: calendar.intervals.map(({ start }, interval) => ({
        start,
        agents: agents.map((numbers) => numbers[interval]),
        rostered: own.intervals[interval].teams.map(
          (figures, team) => figures["agentsAvailable"].mean / planned(team),
        ),
        serviceLevels: summary.intervals[interval].queues.map((figures) => figures["serviceLevel"]),
        offered: summary.intervals[interval].queues.map((figures) => figures["offered"]),
      })),
      agentHours: agents.map((numbers) =>
        numbers.reduce(
          (sum, some, index) => sum + (some * calendar.intervals[index].lengthSeconds) / 3600,
          0,
        ),
      ),
      peak: agents.map((numbers) => numbers.reduce((most, some) => Math.max(most, some), 0)),
      summary,
      unmet: search.unmet().map(({ interval, queue }) => ({ interval, queue: queues[queue].name })),
      evaluations: judge.evaluations,
      replications: summary.replications,
      ...(absence && { countsAbsence: true }),
      ...(guarantee && { guarantee }),
      ...(interrupted && { interrupted }),
    };
  }

  /** Stopped, what there is is simulated all the same, in a hurry. */
  private async summaryOf(scenario: Scenario, { first, count }: Block): Promise<Summary> {
    const { runner, seed, signal } = this.options;
    const hurried = signal?.aborted;
    const summary = await evaluate(scenario, {
      replications: count,
      first,
      detail: { intervals: true, weekdayIntervals: false },
      ...(runner && { runner }),
      ...(seed !== undefined && { seed }),
      ...(signal && !hurried && { signal }),
    });
    if (!hurried) signal?.throwIfAborted();
    this.judge.evaluated();
    return summary;
  }
}

/** What comes at night is answered by day: no interval has agents of its own for it. */
function refuseDeferred({ queues }: Scenario): void {
  const deferred = queues.find(({ channel }) => isDeferred(channel));
  if (deferred === undefined) return;
  const why = `${deferred.name} waits for hours, so no interval alone answers for its target`;
  throw new WrongUsage(
    `agents are sought interval by interval, and ${why}; try numbers of agents with callsim sweep instead`,
  );
}

/** Who is called waits for nobody: a team that only calls leads is asked for by no target. */
function refuseDialers({ queues, teams }: Scenario): void {
  const called = new Set(queues.filter(({ outbound }) => outbound).map(({ name }) => name));
  const dialing = teams.find(
    ({ skills }) => skills.every(({ queue }) => called.has(queue)) && skills.length > 0,
  );
  if (dialing === undefined) return;
  const why = `${dialing.name} only calls leads, who wait for nobody, so no target asks for its agents`;
  throw new WrongUsage(`${why}; try numbers of agents with callsim sweep instead`);
}
