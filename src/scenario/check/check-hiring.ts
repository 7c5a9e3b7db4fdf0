import { parseDuration } from "../../kit/duration.js";
import type { Growth } from "../growth.js";
import type { HiredTeam, Hiring, HiringClass, HiringPeriod, HiringVolume } from "../hiring.js";
import { hiringPeriods, periodOf } from "../hiring-periods.js";
import type { ProblemList } from "../problem-list.js";
import type { Queue } from "../queue.js";
import type { Contracts } from "../scenario.js";
import { type HiringInput, monthFactors, type PeriodName, parsePeriod } from "../schema/hiring.js";
import type { Sections } from "../sections.js";
import type { Team } from "../team.js";
import { namesAt } from "../tree.js";

const PATH = ["hiring"];

type TeamInput = HiringInput["teams"][string];

interface Known {
  readonly sections: Sections;
  readonly queues: readonly Queue[];
  readonly teams: readonly Team[];
  readonly contracts: Contracts;
  readonly growth: Growth | undefined;
}

/** The plan of head counts, checked against the teams, the growth cases and its own months. */
export function checkHiring(known: Known, problems: ProblemList): Hiring | undefined {
  const { hiring: input, tree } = known.sections;
  if (input === undefined) return undefined;
  const { unit } = input.from;
  const periods = periodsOf(input, problems);
  const volume = volumeOf(input, known, problems);
  const names = namesAt(tree, [...PATH, "teams"]);
  if (names.length === 0) {
    problems.at([...PATH, "teams"], "found an empty map; expected teams by name", { ofKey: true });
  }
  const teams = names.map((name) =>
    new TeamCheck(name, input.teams[name]!, unit, periods, known, problems).check(),
  );
  return { unit, periods, volume, teams };
}

function periodsOf({ from, months, weeks }: HiringInput, problems: ProblemList): HiringPeriod[] {
  const count = from.unit === "month" ? months : weeks;
  const [right, wrong] = from.unit === "month" ? ["months", "weeks"] : ["weeks", "months"];
  const other = from.unit === "month" ? weeks : months;
  const example = from.unit === "month" ? "a month, such as 2026-01" : "a date, such as 2026-01-05";
  if (other !== undefined) {
    const message = `found ${wrong} beside from, ${example}; expected ${right}`;
    problems.at([...PATH, wrong], message, { ofKey: true });
  } else if (count === undefined) {
    const message = `${right} is missing: how many ${right} from there`;
    problems.at(PATH, message, { ofKey: true });
  }
  return hiringPeriods(from.unit, from.date, count ?? 1);
}

function volumeOf(
  { volume }: HiringInput,
  { queues, growth: cases }: Known,
  problems: ProblemList,
): HiringVolume {
  const path = [...PATH, "volume"];
  const { growth, perYear, seasonality } = volume;
  if (growth !== undefined) {
    const at = [...path, "growth"];
    const found = cases?.cases.find(({ name }) => name === growth);
    const parts = found?.combined ?? (found ? [found] : []);
    if (parts.some(({ of }) => of === "jobs")) {
      problems.at(
        at,
        `${growth} is a case of jobs; expected one of volume, which says how many contacts come`,
      );
    } else if (parts.some(({ pool, target }) => pool > 1 || target)) {
      const what = parts.some(({ target }) => target) ? "moves the targets" : "makes several centres one";
      problems.at(at, `${growth} ${what}; expected a case that changes contacts and handle times only`);
    }
  }
  const factors = monthFactors(seasonality);
  const changes = growth !== undefined || perYear !== 0 || factors.some((factor) => factor !== 1);
  const recorded = queues.find(({ arrivals }) => arrivals.kind === "replay");
  if (changes && recorded) {
    const message = `queue ${recorded.name} replays recorded contacts, which cannot be multiplied`;
    problems.at(path, message, { ofKey: true });
  }
  return { ...(growth === undefined ? {} : { growth }), yearlyChange: perYear, seasonality: factors };
}

class TeamCheck {
  private readonly path: readonly string[];

  constructor(
    private readonly name: string,
    private readonly input: TeamInput,
    private readonly unit: PeriodName["unit"],
    private readonly periods: readonly HiringPeriod[],
    private readonly known: Known,
    private readonly problems: ProblemList,
  ) {
    this.path = [...PATH, "teams", name];
  }

  check(): HiredTeam {
    const { input, known } = this;
    const team = known.teams.find(({ name }) => name === this.name);
    // One that is not there, or has problems of its own, has been reported.
    if (team) this.checkTeam(team);
    const { overtime, outsourcer, uncovered } = input;
    const choose = this.chooseOf();
    return {
      team: this.name,
      heads: input.heads,
      ...(input.atEnd === undefined ? {} : { headsAtEnd: input.atEnd }),
      attrition: this.attritionOf(),
      vacationShare: input.vacation,
      partTimeShare: input.partTime ?? known.contracts.partTimeShare,
      classes: this.classesOf(),
      ...(choose ? { choose } : {}),
      recruit: input.recruit,
      training: this.trainingOf(team),
      ...(overtime && {
        overtime: {
          mostShare: overtime.most,
          premiumShare: overtime.premium ?? (team?.overtimeFactor ?? 1) - 1,
        },
      }),
      ...(outsourcer && {
        outsourcer: {
          perHour: outsourcer.perHour,
          mostHours: outsourcer.most * known.contracts.fullTimeHours,
        },
      }),
      ...(uncovered === undefined ? {} : { uncoveredPerHour: uncovered }),
    };
  }

  private complain(at: readonly (string | number)[], message: string, ofKey = false): void {
    this.problems.at([...this.path, ...at], message, { ofKey });
  }

  private checkTeam({ contract, pay, staffing, skills }: Team): void {
    if (contract) this.complain([], `${this.name} is another firm's team: it is hired for there`, true);
    else if (pay === undefined) {
      this.complain(
        [],
        `team ${this.name} has no pay; a plan weighs costs, so write pay: beside skills`,
        true,
      );
    }
    const agents =
      staffing.kind === "constant"
        ? staffing.agents
        : staffing.kind === "roster"
          ? staffing.shifts.reduce((sum, one) => sum + one.agents, 0)
          : staffing.steps.reduce((sum, one) => sum + one.agents, 0);
    if (agents === 0) {
      this.complain(
        [],
        `team ${this.name} has no agents in the scenario, whose hours tell those of a head`,
        true,
      );
    }
    const called = this.known.queues.filter(({ outbound }) => outbound).map(({ name }) => name);
    if (skills.length > 0 && skills.every(({ queue }) => called.includes(queue))) {
      this.complain(
        [],
        `${this.name} only calls leads, who wait for nobody: no target asks for its heads`,
        true,
      );
    }
  }

  private attritionOf(): HiredTeam["attrition"] {
    const { attrition } = this.input;
    const end = Number.POSITIVE_INFINITY;
    if (typeof attrition === "number") return [{ untilSeconds: end, yearlyShare: attrition }];
    const names = namesAt(this.known.sections.tree, [...this.path, "attrition"]);
    const bands = names.flatMap((name) => {
      if (name === "later") return [];
      const parsed = parseDuration(name);
      const at = ["attrition", name];
      if ("problem" in parsed) {
        this.complain(
          at,
          `${parsed.problem}; tenures up to which it holds, as in {52w: 40%, later: 20%}`,
          true,
        );
        return [];
      }
      if (parsed.value === 0) this.complain(at, "found 0; expected a tenure above zero", true);
      return [{ untilSeconds: parsed.value, yearlyShare: attrition[name]! }];
    });
    for (const [index, { untilSeconds }] of bands.entries()) {
      if (index === 0 || bands[index - 1]!.untilSeconds < untilSeconds) continue;
      this.complain(["attrition"], "expected tenures from the shortest to the longest, each once", true);
      break;
    }
    const { later } = attrition;
    if (later === undefined) {
      this.complain(
        ["attrition"],
        "later is missing: who leaves of those longer there, as in {52w: 40%, later: 20%}",
        true,
      );
    }
    return [...bands, { untilSeconds: end, yearlyShare: later ?? 0 }];
  }

  private classesOf(): HiringClass[] {
    const names = namesAt(this.known.sections.tree, [...this.path, "classes"]);
    const classes = names.flatMap((name) => {
      const period = this.periodAt(["classes", name], parsePeriod(name), true);
      return period === undefined ? [] : [{ period, heads: this.input.classes![name]! }];
    });
    return classes.sort((a, b) => a.period - b.period);
  }

  private chooseOf(): HiredTeam["choose"] {
    const { choose } = this.input;
    if (!choose) return undefined;
    const first = choose.from ? this.periodAt(["choose", "from"], { value: choose.from }, false) : 0;
    return { ...choose.sizes, every: choose.every, firstPeriod: first ?? 0 };
  }

  /** The index of a period that is named in the team's part of the file. */
  private periodAt(
    at: readonly string[],
    parsed: ReturnType<typeof parsePeriod>,
    ofKey: boolean,
  ): number | undefined {
    if ("problem" in parsed) {
      this.complain(at, parsed.problem, ofKey);
      return undefined;
    }
    const { unit, date } = parsed.value;
    const { periods } = this;
    if (unit === "month" && this.unit === "week") {
      this.complain(
        at,
        `found ${date.slice(0, 7)}; the plan is by weeks: expected a date such as ${periods[0]!.name}`,
        ofKey,
      );
      return undefined;
    }
    const period = periodOf(periods, date);
    if (period === undefined) {
      const span = `${periods[0]!.name} to ${periods.at(-1)!.name}`;
      this.complain(
        at,
        `found ${unit === "month" ? date.slice(0, 7) : date}; the plan goes from ${span}`,
        ofKey,
      );
    }
    return period;
  }

  private trainingOf(team: Team | undefined): HiredTeam["training"] {
    const { length, nesting, seniors, pass } = this.input.training;
    const own = team?.training;
    const nestingSeconds = nesting ?? own?.nestingSeconds ?? 0;
    const supervised = own?.supervision !== undefined;
    if (seniors !== undefined && supervised) {
      const { team: other } = own!.supervision!;
      this.complain(
        ["training", "seniors"],
        `${other} supervises already, by the team's training; leave out one of them`,
        true,
      );
    }
    if (seniors !== undefined && nestingSeconds === 0) {
      this.complain(
        ["training", "seniors"],
        "seniors sit beside who is nesting: write nesting: 4w beside it",
        true,
      );
    }
    if (nesting !== undefined && nesting > 0 && seniors === undefined && !supervised && team) {
      this.complain(
        ["training", "nesting"],
        "nesting changes nothing unless seniors give time: write seniors: 20% beside it",
        true,
      );
    }
    return {
      lengthSeconds: length ?? own?.lengthSeconds ?? 0,
      passShare: pass,
      nestingSeconds,
      seniorsShare: seniors ?? 0,
    };
  }
}
