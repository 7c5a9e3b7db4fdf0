import { headCourse, type Terms } from "../../../src/plan/hire/head-counts.js";
import type { TeamQuestion } from "../../../src/plan/hire/hiring-programme.js";
import type { TeamTerms } from "../../../src/plan/hire/team-terms.js";
import type { HiredTeam } from "../../../src/scenario/hiring.js";
import { hiringPeriods } from "../../../src/scenario/hiring-periods.js";
import { buildScenario } from "../../build-scenario.js";

const WEEK = 604_800;

/** A team of which little is said: nobody leaves, nobody is trained, no valve is there. */
export function hiredTeam(parts: Partial<HiredTeam> = {}): HiredTeam {
  return {
    team: "t0",
    heads: 10,
    attrition: [{ untilSeconds: Number.POSITIVE_INFINITY, yearlyShare: 0 }],
    vacationShare: 0,
    partTimeShare: 0,
    classes: [],
    recruit: { perHead: 0, perClass: 0 },
    training: { lengthSeconds: 0, passShare: 1, nestingSeconds: 0, seniorsShare: 0 },
    ...parts,
  };
}

/** A question over weeks, a head working 40 hours at 10 an hour; `need` in heads. */
export function question(
  need: readonly number[],
  hired: HiredTeam,
  parts: Partial<Pick<TeamQuestion, "starts" | "sizes">> = {},
): TeamQuestion {
  const periods = hiringPeriods("week", "2026-01-05", need.length);
  const [team] = buildScenario().teams;
  const course: Terms = { attrition: hired.attrition, training: hired.training, learning: undefined };
  const terms: TeamTerms = {
    hired,
    team,
    index: 0,
    hoursPerAgent: 40,
    hoursPerHead: 40,
    rosterHoursPerHead: 40,
    pay: 10,
    rosterPay: 10,
    course,
  };
  return {
    terms,
    periods,
    neededHours: need.map((heads) => heads * 40),
    cohorts: [{ heads: hired.heads, period: undefined, course: headCourse(course, periods, 0, 1000 * WEEK) }],
    courses: periods.map((_, period) => headCourse(course, periods, period, 0)),
    starts: periods.map((_, period) => period),
    sizes: { least: 1, most: 5 },
    ...parts,
  };
}
