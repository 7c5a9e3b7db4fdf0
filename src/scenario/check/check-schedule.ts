import { formatDuration } from "../../kit/duration.js";
import { suggestion } from "../../kit/nearest.js";
import type { ProblemList } from "../problem-list.js";
import type { Contracts } from "../scenario.js";
import type { BreakWindow, Schedule, ScheduleContract, ScheduledTeam, ShiftTemplate } from "../schedule.js";
import type { ScheduleInput } from "../schema/schedule.js";
import type { Sections } from "../sections.js";
import { namesAt } from "../tree.js";

/** Every time of a template is a multiple of it: finer ones make programmes that nobody can solve. */
const GRID_SECONDS = 300;
const DAY_SECONDS = 86_400;
const MOST_STARTS = 400;

type TemplateInput = ScheduleInput["templates"][string];

/** The schedule's templates, contracts and rules, checked against each other and the teams. */
export function checkSchedule(
  { schedule: input, teams, tree }: Sections,
  contracts: Contracts,
  problems: ProblemList,
): Schedule | undefined {
  if (input === undefined) return undefined;
  const names = namesAt(tree, ["schedule", "templates"]);
  if (names.length === 0) {
    problems.at(["schedule", "templates"], "found an empty map; expected templates by name", { ofKey: true });
  }
  const terms = contractsOf(input, namesAt(tree, ["schedule", "contracts"]), contracts, problems);
  const templates = names.map((name) => checkTemplate(name, input.templates[name]!, terms, problems));
  return {
    templates,
    teams: teamsOf(
      input,
      teams.map(({ name }) => name),
      names,
    ),
    contracts: terms,
    restSeconds: input.rest,
    daysOn: input.daysOn,
    daysOff: input.daysOff,
    daysOffTogether: input.daysOffTogether,
    ...(input.weekends ? { weekends: input.weekends } : {}),
    startsWithinSeconds: input.startsWithin,
    premiums: input.premiums,
    nightHours: {
      fromClockSeconds: input.nightHours.fromSeconds,
      toClockSeconds: input.nightHours.toSeconds,
    },
    price: input.price,
  };
}

function contractsOf(
  { contracts: input }: ScheduleInput,
  names: readonly string[],
  { fullTimeHours, partTimeHours, partTimeShare }: Contracts,
  problems: ProblemList,
): ScheduleContract[] {
  if (input === undefined) {
    return [
      { name: "full", weekHours: fullTimeHours, mostShare: 1, leastShare: 0 },
      {
        name: "part",
        weekHours: partTimeHours,
        mostShare: partTimeShare > 0 ? partTimeShare : 1,
        leastShare: 0,
      },
    ];
  }
  const at = ["schedule", "contracts"];
  if (names.length === 0) problems.at(at, "found an empty map; expected contracts by name", { ofKey: true });
  for (const name of names) {
    const { share, leastShare, week } = input[name]!;
    if (leastShare > share) {
      problems.at([...at, name, "leastShare"], "at least more than at most: leastShare is above share");
    }
    if (week > 7 * DAY_SECONDS) problems.at([...at, name, "week"], "a week has 168 hours");
  }
  const least = names.reduce((sum, name) => sum + input[name]!.leastShare, 0);
  const most = names.reduce((sum, name) => sum + input[name]!.share, 0);
  if (names.length > 0 && least > 1 + 1e-9) {
    problems.at(at, "the least shares of the contracts are more than 100% together", { ofKey: true });
  }
  if (names.length > 0 && most < 1 - 1e-9) {
    problems.at(at, "the shares of the contracts leave heads without any: they are below 100% together", {
      ofKey: true,
    });
  }
  return names.map((name) => ({
    name,
    weekHours: input[name]!.week / 3600,
    mostShare: input[name]!.share,
    leastShare: input[name]!.leastShare,
  }));
}

function checkTemplate(
  name: string,
  input: TemplateInput,
  contracts: readonly ScheduleContract[],
  problems: ProblemList,
): ShiftTemplate {
  const path = ["schedule", "templates", name];
  const { start, every, length } = input;
  const onGrid = (key: string, seconds: number) => {
    if (seconds % GRID_SECONDS === 0) return;
    problems.at([...path, key], "times of a template are multiples of five minutes");
  };
  onGrid("start", start.fromSeconds);
  onGrid("every", every);
  onGrid("length", length);
  if (length > DAY_SECONDS) {
    const message = `${formatDuration(length)} is longer than a day; a shift lasts 24h at most`;
    problems.at([...path, "length"], message);
  }
  const startClockSeconds: number[] = [];
  for (
    let at = start.fromSeconds;
    at <= start.toSeconds && startClockSeconds.length < MOST_STARTS;
    at += every
  ) {
    startClockSeconds.push(at);
  }
  const breaks = checkBreaks(path, input, problems);
  const known = contracts.map((one) => one.name);
  const contract = contracts.find((one) => one.name === input.contract);
  const paidHours = paidHoursOf(length, breaks);
  if (!contract) {
    const message = `there is no contract ${input.contract}; ${suggestion(input.contract, known)}`;
    const spelled = input.contract === "full" ? path : [...path, "contract"];
    problems.at(spelled, message, { ofKey: spelled === path });
  } else if (paidHours > contract.weekHours + 1e-9) {
    const week = formatDuration(contract.weekHours * 3600);
    problems.at(
      [...path, "length"],
      `the shift has more paid hours than a week of ${contract.name}, ${week}`,
    );
  }
  return {
    name,
    weekdays: input.days.weekdays,
    holiday: input.days.holiday,
    startClockSeconds,
    lengthSeconds: length,
    breaks,
    premiumShare: input.premium,
    contract: input.contract,
  };
}

/** Hours of a template that are paid. */
export function paidHoursOf(lengthSeconds: number, breaks: readonly BreakWindow[]): number {
  const unpaid = breaks.reduce((sum, one) => sum + (one.paid ? 0 : one.lengthSeconds), 0);
  return (lengthSeconds - unpaid) / 3600;
}

function checkBreaks(
  at: readonly string[],
  { breaks = [], length: shift }: TemplateInput,
  problems: ProblemList,
): BreakWindow[] {
  for (const [index, { window, length }] of breaks.entries()) {
    const path = [...at, "breaks", index];
    for (const [key, seconds] of Object.entries({
      window: window.fromSeconds % GRID_SECONDS || window.toSeconds,
      length,
    })) {
      if (seconds % GRID_SECONDS === 0) continue;
      problems.at([...path, key], "times of a template are multiples of five minutes");
    }
    if (window.toSeconds - window.fromSeconds < length) {
      const room = formatDuration(window.toSeconds - window.fromSeconds);
      const message = `the break of ${formatDuration(length)} does not fit into its window of ${room}`;
      problems.at([...path, "window"], message);
    }
    if (window.toSeconds > shift) {
      const end = formatDuration(window.toSeconds);
      const message = `the window ends ${end} after the start, after the shift, which lasts`;
      problems.at([...path, "window"], `${message} ${formatDuration(shift)}`);
    }
    const before = breaks[index - 1];
    if (before && window.fromSeconds < before.window.toSeconds) {
      const end = formatDuration(before.window.toSeconds);
      const message = `the window begins before the one before it ends, ${end} after the start`;
      problems.at([...path, "window"], message);
    }
  }
  return breaks.map(({ window, length, paid }) => ({ ...window, lengthSeconds: length, paid }));
}

/** Names that are not there have been reported, see check-plan-names.ts. */
function teamsOf(
  { teams: input }: ScheduleInput,
  teams: readonly string[],
  allTemplates: readonly string[],
): ScheduledTeam[] {
  return teams.map((team) => {
    const { templates = allTemplates, most } = input?.[team] ?? {};
    return { team, templates, ...(most === undefined ? {} : { most }) };
  });
}
