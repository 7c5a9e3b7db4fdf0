import type { Queue, Target } from "../../scenario/queue.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Figures, Summary } from "../../statistics/summary.js";
import { LEFT_TIMES } from "../../statistics/target-reader.js";

/** What a queue without a target is staffed for: the field's customary 80 % within the queue's threshold. */
export const CUSTOMARY_TARGET = { answeredShare: 0.8 } as const satisfies Target;

/** The queue's target, or the customary one. */
export function targetOf(queue: Queue): Target {
  return queue.target ?? CUSTOMARY_TARGET;
}

/**
 * By how much the figures of a queue meet its target: the smallest margin of its parts, each as a share of 1;
 * negative where one is missed; Infinity where nobody called. Contacts left waiting or unserved, or that
 * found no seat, count as answered too late, for ASA after ten times what the target asks, and as abandoned.
 * `teams` are figures of the teams that serve the queue, for a ceiling on their occupancy. Of a target by
 * day it is how far the share of days on which it holds is above the one asked.
 */
export function margin(queue: Queue, figures: Figures, teams: readonly Figures[]): number {
  const { answeredShare, abandonedShare, asaSeconds, occupancyShare, daysShare } = targetOf(queue);
  const left = ["unserved", "waiting", "balked"].reduce((sum, name) => sum + (figures[name]?.mean || 0), 0);
  const offered = figures["offered"]?.mean || 0;
  if (offered + left === 0) return Number.POSITIVE_INFINITY;
  if (daysShare !== undefined) return (figures["daysMet"]?.mean ?? Number.NaN) - daysShare;
  const margins: number[] = [];
  if (answeredShare !== undefined) {
    // Where all hang up within the threshold the variant has nothing to count; nobody was served badly.
    const level = figures["serviceLevel"].mean;
    const counted = offered / (offered + left);
    margins.push((Number.isNaN(level) && left === 0 ? 1 : (level || 0) * counted) - answeredShare);
  }
  if (abandonedShare !== undefined) {
    margins.push(abandonedShare - (figures["abandoned"].mean + left) / (offered + left));
  }
  if (asaSeconds !== undefined) {
    const answered = figures["answered"].mean;
    const waitSeconds = answered * (figures["asa"].mean || 0) + left * LEFT_TIMES * asaSeconds;
    margins.push(answered === 0 ? -1 : 1 - waitSeconds / (answered + left) / asaSeconds);
  }
  if (occupancyShare !== undefined) {
    for (const team of teams) {
      const occupancy = team["occupancy"].mean;
      if (!Number.isNaN(occupancy)) margins.push(occupancyShare - occupancy);
    }
  }
  return Math.min(...margins);
}

/** Indices of the teams that serve a queue. */
export interface ServingTeams {
  readonly bySkill: readonly number[];
  /** Those that overflow opens to it. */
  readonly byOverflow: readonly number[];
}

/** For each queue, who serves it. */
export function servingTeams(scenario: Scenario): ServingTeams[] {
  const { teams, routing } = scenario;
  return scenario.queues.map(({ name }) => ({
    bySkill: indices(teams.map((team) => team.skills.some((skill) => skill.queue === name))),
    byOverflow: indices(
      teams.map((team) =>
        routing.overflow.some((rule) => rule.queue === name && rule.to.includes(team.name)),
      ),
    ),
  }));
}

/** Margins by queue over the whole of the counted time. */
export function overallMargins(scenario: Scenario, summary: Summary): number[] {
  const serving = servingTeams(scenario);
  return scenario.queues.map((queue, index) =>
    margin(
      queue,
      summary.queues[index].figures,
      serving[index].bySkill.map((team) => summary.teams[team].figures),
    ),
  );
}

function indices(flags: readonly boolean[]): number[] {
  return flags.flatMap((flag, index) => (flag ? [index] : []));
}
