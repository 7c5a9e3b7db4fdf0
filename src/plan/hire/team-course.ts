import { EVER_SECONDS } from "./first-heads.js";
import { headSums } from "./head-sums.js";
import { periodWages, productiveOf, type TeamAnswer, type TeamQuestion } from "./hiring-programme.js";
import type { TeamHiring, TeamPeriod } from "./hiring-result.js";
import { type PeriodAgents, tenureMatters, tenureQuantiles } from "./period-scenario.js";
import type { Cohort, TeamTerms } from "./team-terms.js";

/**
 * The agents of the scenario's roster that a period has on average: heads on the phone less what seniors
 * give, overtime and outsourcer.
 */
export function agentsInPeriod(
  { rosterHoursPerHead, hoursPerAgent, hired }: TeamTerms,
  cohorts: readonly Cohort[],
  { overtimeHours, outsourcedHours }: TeamAnswer,
  period: number,
): number {
  const { seniorsShare } = hired.training;
  const onPhone = cohorts.reduce(
    (sum, { heads, course }) =>
      sum + heads * (course.onPhone[period] - seniorsShare * course.nesting[period]),
    0,
  );
  const hours = onPhone * rosterHoursPerHead + overtimeHours[period] + outsourcedHours[period];
  return Math.max(0, hours / hoursPerAgent);
}

/** So many agents with the tenures of the period's heads; overtime and outsourcer have learned all. */
export function periodStaff(
  terms: TeamTerms,
  cohorts: readonly Cohort[],
  { overtimeHours, outsourcedHours }: TeamAnswer,
  period: number,
  agents: number,
): PeriodAgents {
  if (!tenureMatters(terms)) return { agents, tenures: undefined };
  const weights = cohorts.map(({ heads, course }) => ({
    weight: heads * course.onPhone[period],
    tenureSeconds: course.tenureSeconds[period],
  }));
  const more = (overtimeHours[period] + outsourcedHours[period]) / terms.rosterHoursPerHead;
  const helpers = { weight: more, tenureSeconds: EVER_SECONDS };
  return { agents, tenures: tenureQuantiles([...weights, helpers], agents) };
}

/** A team's heads, hours and money by period. */
export function teamCourse(
  { terms, periods, neededHours }: TeamQuestion,
  answer: TeamAnswer,
  cohorts: readonly Cohort[],
): TeamHiring {
  const { hired, pay, hoursPerHead, rosterHoursPerHead, rosterPay } = terms;
  const sums = headSums(cohorts, periods.length);
  const { perHead, perClass } = hired.recruit;
  const found = periods.map(({ weeks }, period): TeamPeriod => {
    const classes = cohorts.filter((one) => one.period === period);
    const hiredNow = classes.reduce((sum, { heads }) => sum + heads, 0);
    const { overtimeHours, outsourcedHours, uncoveredHours } = answer;
    const wages = periodWages(terms, sums, periods, period);
    const recruiting = hiredNow * perHead + classes.length * perClass;
    const overtimePay = rosterPay * (1 + (hired.overtime?.premiumShare ?? 0));
    const overtimeCost = overtimeHours[period] * weeks * overtimePay;
    const outsourcerCost = outsourcedHours[period] * weeks * (hired.outsourcer?.perHour ?? 0);
    return {
      need: neededHours[period] / rosterHoursPerHead,
      productive: productiveOf(terms, sums, period),
      heads: sums.heads[period],
      headsAtEnd: sums.atEnd[period],
      trainees: sums.trainees[period],
      leavers: sums.leavers[period],
      hired: hiredNow,
      overtimeHours: overtimeHours[period],
      outsourcedHours: outsourcedHours[period],
      overtimeHeads: overtimeHours[period] / rosterHoursPerHead,
      outsourcedHeads: outsourcedHours[period] / rosterHoursPerHead,
      uncoveredHours: uncoveredHours[period],
      agents: agentsInPeriod(terms, cohorts, answer, period),
      wages,
      trainingWages: sums.trainees[period] * hoursPerHead * pay * weeks,
      recruiting,
      overtimeCost,
      outsourcerCost,
      cost: wages + recruiting + overtimeCost + outsourcerCost,
    };
  });
  return { team: hired.team, periods: found, cost: found.reduce((sum, { cost }) => sum + cost, 0) };
}
