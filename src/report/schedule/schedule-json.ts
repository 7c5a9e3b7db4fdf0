import { formatClock } from "../../kit/clock.js";
import { formatProblem, type Problem } from "../../kit/problem.js";
import type { LineShift, ScheduleResult } from "../../plan/schedule/schedule-result.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Json } from "../json.js";
import { headJson } from "../json-results.js";

/** A schedule as JSON. Shares are 0..1, lengths seconds, money in `currency`; `gap` is a share of `cost`. */
export function scheduleJson(
  scenario: Scenario,
  result: ScheduleResult,
  warnings: readonly Problem[] = [],
): Json {
  const { requirement, needed, priceTimes, teams, summary, missed, rounds, interrupted } = result;
  const { calendar } = scenario;
  const contracts = scenario.schedule!.contracts.map(({ name }) => name);
  return {
    ...headJson(scenario, summary),
    warnings: warnings.map(formatProblem),
    rounds,
    interrupted,
    evaluations: requirement.evaluations + result.evaluations,
    teamOrder: teams.map(({ team }) => team),
    teams: new Map(
      teams.map((team) => [
        team.team,
        {
          paidHours: team.paidHours,
          wages: team.wages,
          cost: team.cost,
          bound: team.bound,
          gap: gapOf(team),
          underHours: team.underHours,
          overHours: team.overHours,
          heads: new Map(contracts.map((name, index) => [name, team.heads[index]!])),
          lines: team.lines.map(({ name, contract, shifts }) => ({
            name,
            contract,
            shifts: shifts.map((shift) => shiftJson(shift, calendar.days[shift.day]!.date)),
          })),
        },
      ]),
    ),
    serviceLevels: new Map(
      summary.queues.map(({ name, figures }) => {
        const { mean, low, high } = figures["serviceLevel"]!;
        return [name, { mean, low, high }];
      }),
    ),
    missed: missed.map(({ interval, queue }) => ({ start: calendar.intervals[interval]!.start, queue })),
    unmet: requirement.unmet.map(({ interval, queue }) => ({
      start: calendar.intervals[interval]!.start,
      queue,
    })),
    intervals: calendar.intervals.map(({ start }, interval) => ({
      start,
      required: byTeam((team) => requirement.intervals[interval]!.agents[team]!),
      needed: byTeam((team) => needed[team]![interval]!),
      priceTimes: byTeam((team) => priceTimes[team]![interval]!),
      present: byTeam((team) => teams[team]!.present[interval]!),
    })),
  };

  function byTeam(value: (team: number) => number): ReadonlyMap<string, number> {
    return new Map(teams.map(({ team }, index) => [team, value(index)]));
  }
}

/** How far a cost may be above the least one, as a share of it. */
export function gapOf({ cost, bound }: { readonly cost: number; readonly bound: number }): number {
  return cost > 0 ? Math.max(0, cost - bound) / cost : 0;
}

function shiftJson(shift: LineShift, date: string): Json {
  return {
    date,
    template: shift.template,
    start: formatClock(shift.startClockSeconds),
    length: shift.lengthSeconds,
    paidHours: shift.paidHours,
    premium: shift.premiumShare + shift.teamPremiumShare,
    breaks: shift.breaks.map(({ afterSeconds, lengthSeconds, paid }) => ({
      after: afterSeconds,
      length: lengthSeconds,
      paid,
    })),
  };
}
