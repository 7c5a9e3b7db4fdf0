import type { HiredTeam } from "../../scenario/hiring.js";
import { openWeeks } from "../../scenario/open-weeks.js";
import type { Scenario } from "../../scenario/scenario.js";
import type { Team } from "../../scenario/team.js";
import type { Summary } from "../../statistics/summary.js";
import { teamAgents } from "../changed-scenario.js";
import { firstHeads } from "./first-heads.js";
import { type HeadCourse, headCourse, type Terms } from "./head-counts.js";

/** A team of the plan with what its heads work and cost. Hours are those of a week. */
export interface TeamTerms {
  readonly hired: HiredTeam;
  readonly team: Team;
  /** Index into the scenario's teams. */
  readonly index: number;
  /** Paid hours of an agent of the scenario's roster. */
  readonly hoursPerAgent: number;
  /** Paid hours of a head, full and part time taken together. */
  readonly hoursPerHead: number;
  /** Of these, hours on the roster once trained. */
  readonly rosterHoursPerHead: number;
  /** Paid an hour, off the roster and on it: on it premiums of shifts and days are added. */
  readonly pay: number;
  readonly rosterPay: number;
  readonly course: Terms;
}

/** What the plan's teams work and cost; `base`: the scenario as it stands. */
export function teamTerms(scenario: Scenario, base: Summary): TeamTerms[] {
  const { contracts, teams, calendar } = scenario;
  const weeks = openWeeks(calendar);
  return scenario.hiring!.teams.map((hired) => {
    const index = teams.findIndex(({ name }) => name === hired.team);
    const team = teams[index];
    const { paidHours, overtimeHours, cost } = base.teams[index].figures;
    const { partTimeShare, vacationShare, attrition, training } = hired;
    const { fullTimeHours, partTimeHours } = contracts;
    const hoursPerHead = (1 - partTimeShare) * fullTimeHours + partTimeShare * partTimeHours;
    const pay = team.pay!;
    // Sums of many hours end in a last digit of their own; it is no premium.
    const rosterPay = paidHours.mean > 0 ? Math.round((cost.mean / paidHours.mean) * 1e6) / 1e6 : pay;
    return {
      hired,
      team,
      index,
      hoursPerAgent: (paidHours.mean - overtimeHours.mean) / weeks / teamAgents(team),
      hoursPerHead,
      rosterHoursPerHead: hoursPerHead * (1 - vacationShare),
      pay,
      rosterPay: Math.max(pay, rosterPay),
      course: { attrition, training, learning: team.learning?.handle },
    };
  });
}

/** Some people who began together. */
export interface Cohort {
  readonly heads: number;
  /** Undefined: they were there at the start. */
  readonly period: number | undefined;
  readonly course: HeadCourse;
}

/** Those there at the start, by tenure. */
export function firstCohorts(terms: TeamTerms, scenario: Scenario): Cohort[] {
  const { hired, team, course } = terms;
  const { periods } = scenario.hiring!;
  return firstHeads(team)
    .filter(({ share }) => share > 0)
    .map(({ share, tenureSeconds }) => ({
      heads: share * hired.heads,
      period: undefined,
      course: headCourse(course, periods, 0, tenureSeconds),
    }));
}

/** By period, the course of one head who begins with it. */
export function classCourses({ course }: TeamTerms, scenario: Scenario): HeadCourse[] {
  const { periods } = scenario.hiring!;
  return periods.map((_, period) => headCourse(course, periods, period, 0));
}
