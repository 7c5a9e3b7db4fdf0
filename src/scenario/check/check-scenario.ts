import { hashOf } from "../hash.js";
import type { OpenTable } from "../open-beside.js";
import type { ProblemList } from "../problem-list.js";
import type { Contracts, RunPlan, Scenario } from "../scenario.js";
import type { Sections } from "../sections.js";
import { namesAt } from "../tree.js";
import { checkCalendar } from "./check-calendar.js";
import { checkCommonLines, checkWarmHandover } from "./check-channels.js";
import { checkCustomers } from "./check-customers.js";
import { checkGrowth } from "./check-growth.js";
import { checkHiring } from "./check-hiring.js";
import { checkLoad } from "./check-load.js";
import { checkCosts, presetSources } from "./check-money.js";
import { checkFiguresInUse, checkNames, checkPromises, checkSources } from "./check-names.js";
import { checkPassing } from "./check-outcomes.js";
import { checkPlanNames } from "./check-plan-names.js";
import { checkQueues } from "./check-queues.js";
import { checkRouting } from "./check-routing.js";
import { checkRoutingTerms } from "./check-routing-terms.js";
import { checkSchedule } from "./check-schedule.js";
import { checkShifts } from "./check-shifts.js";
import { checkSize } from "./check-size.js";
import { checkTeams } from "./check-teams.js";
import type { Checking } from "./checking.js";

/** Stands in for a calendar with problems, so that what hangs on it is still checked. */
const PLAIN_CALENDAR = {
  timezone: "UTC",
  start: "2026-01-05",
  days: 7,
  interval: 1800,
  warmup: 0,
  hours: "always",
} as const;

/**
 * Checks what the sections say against each other and builds the plain scenario; `undefined` where there are
 * errors, all of which have then been reported.
 */
export function checkScenario(
  sections: Sections,
  problems: ProblemList,
  open: OpenTable,
  allowLarge: boolean,
): Scenario | undefined {
  checkNames(sections, problems);
  checkSources(sections, problems);
  checkPromises(sections, problems);
  checkPlanNames(sections, problems);
  const calendar = checkCalendar(sections.calendar ?? PLAIN_CALENDAR, problems, open);
  const checking: Checking = { sections, calendar, problems, open };
  const shifts = checkShifts(checking);
  const queues = checkQueues(checking);
  const teams = checkTeams(checking, shifts);
  checkCustomers(checking, queues);
  const routing = checkRouting(checking, teams);
  checkRoutingTerms(checking, { queues, teams, routing });
  checkPassing(queues, teams, problems);
  checkWarmHandover(queues, problems);
  checkCommonLines(sections.lines, queues, problems);
  const growth = checkGrowth(sections, problems);
  const contracts = contractsOf(sections);
  const schedule = sections.contracts && checkSchedule(sections, contracts, problems);
  const hiring = checkHiring({ sections, queues, teams, contracts, growth }, problems);
  const plan = { calendar, queues, teams, shifts, routing };
  checkSize(plan, problems, allowLarge);
  if (problems.hasErrors) return undefined;
  checkLoad(plan, problems);
  const sources = namesAt(sections.tree, ["sources"]).map((path) => ({
    path,
    text: sections.sources![path]!,
  }));
  const scenario: Omit<Scenario, "hash"> = {
    format: 1,
    name: sections.name!,
    about: sections.about ?? "",
    sources: [...sources, ...presetSources(sections)],
    currency: sections.currency!,
    calendar,
    queues,
    teams,
    shifts,
    routing,
    ...(sections.lines === undefined ? {} : { lines: sections.lines }),
    ...(sections.busyness ? { busynessCv: sections.busyness.cv } : {}),
    ...(sections.customers?.count === undefined ? {} : { customerCount: sections.customers.count }),
    contracts,
    run: runOf(sections),
    expect: sections.expect ?? [],
    cases: sections.cases,
    ...(growth ? { growth } : {}),
    ...(schedule ? { schedule } : {}),
    ...(hiring ? { hiring } : {}),
  };
  checkCosts(problems, scenario);
  // Which mechanisms are in use is known only of a scenario without slips.
  checkFiguresInUse(sections, scenario, problems);
  return problems.hasErrors ? undefined : { ...scenario, hash: hashOf(scenario) };
}

function contractsOf({ contracts }: Sections): Contracts {
  return {
    fullTimeHours: contracts?.fullTime ?? 40,
    partTimeShare: contracts?.partTime?.share ?? 0,
    partTimeHours: contracts?.partTime?.hours ?? 20,
  };
}

function runOf({ run }: Sections): RunPlan {
  const { seed, replications, precision, controlVariates } = run!;
  return {
    seed,
    replications,
    ...(precision ? { precision } : {}),
    ...(controlVariates ? {} : { controlVariates }),
  };
}
