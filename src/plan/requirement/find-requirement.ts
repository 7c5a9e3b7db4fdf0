import { WrongUsage } from "../../kit/problem.js";
import type { Runner } from "../../run/runner.js";
import { isDeferred } from "../../scenario/channel.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Summary } from "../../statistics/summary.js";
import type { Requirement } from "./requirement-result.js";
import { RequirementSearch } from "./requirement-search.js";

/** How a search simulates, and how it is watched and stopped. */
export interface SearchOptions {
  readonly runner?: Runner;
  readonly seed?: string;
  /** Replications of every simulation; the scenario's own number where silent. */
  readonly replications?: number;
  /** Told how many whole scenarios have been simulated. */
  readonly onProgress?: (evaluations: number) => void;
  /** Stops the search. */
  readonly signal?: AbortSignal;
}

/** Rounds of taking away, trading and adding, at most; the last makes no trades. */
const MOST_ROUNDS = 3;

/**
 * The fewest agents in each interval and team with which every queue meets its target in every interval, by
 * simulation under common random numbers, so that contacts left over from one interval weigh on the next and
 * agents with several skills count once. Begins at Erlang A, adds agents where a target is missed, takes them
 * away one by one, dearest team first, then exchanges those who can do the work of others. In the end every
 * target that can be met is met, and no single agent can be taken from any interval without missing one, as
 * far as agents are not felt many intervals later. Rejects with the signal's reason when stopped: half a
 * search is no answer; throws WrongUsage where a queue's contacts wait over
 * night, or a team only calls leads.
 */
export async function findRequirement(scenario: Scenario, options: SearchOptions = {}): Promise<Requirement> {
  refuseDeferred(scenario);
  refuseDialers(scenario);
  const search = new RequirementSearch(scenario, options);
  const own = await search.ownSummary();
  await search.raiseUntilMet();
  await search.takeAwayRoughly();
  for (let round = 1; ; round++) {
    await search.takeAwayAll();
    const traded = round < MOST_ROUNDS && (await search.trade());
    const { summary, raised } = await search.raiseUntilMet();
    if ((!traded && !raised) || round === MOST_ROUNDS) return resultOf(scenario, search, own, summary);
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

function resultOf(
  { calendar, teams, queues }: Scenario,
  search: RequirementSearch,
  own: Summary,
  summary: Summary,
): Requirement {
  const { agents } = search;
  return {
    teams: teams.map((team) => team.name),
    queues: queues.map((queue) => queue.name),
    intervals: calendar.intervals.map(({ start }, interval) => ({
      start,
      agents: agents.map((numbers) => numbers[interval]),
      rostered: own.intervals[interval].teams.map((figures) => figures["agentsAvailable"].mean),
      serviceLevels: summary.intervals[interval].queues.map((figures) => figures["serviceLevel"]),
      offered: summary.intervals[interval].queues.map((figures) => figures["offered"]),
    })),
    agentHours: agents.map((numbers) =>
      numbers.reduce((sum, some, index) => sum + (some * calendar.intervals[index].lengthSeconds) / 3600, 0),
    ),
    peak: agents.map((numbers) => numbers.reduce((most, some) => Math.max(most, some), 0)),
    summary,
    unmet: search
      .margins(summary)
      .flatMap((byQueue, interval) =>
        byQueue.flatMap((one, queue) => (one < 0 ? [{ interval, queue: queues[queue].name }] : [])),
      ),
    evaluations: search.evaluations,
    replications: summary.replications,
  };
}
