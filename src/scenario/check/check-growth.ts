import { suggestion } from "../../kit/nearest.js";
import { power } from "../../random/portable-math.js";
import type { ChangeRange, Growth, GrowthCase, QueueChange } from "../growth.js";
import { medianRate } from "../median-rate.js";
import type { ProblemList } from "../problem-list.js";
import type { GrowthCaseInput, OwnCaseInput, ThreeInput } from "../schema/growth.js";
import type { Sections } from "../sections.js";
import { combinedCase } from "./check-combination.js";

/** The growth cases with their defaults; `undefined` where the file has none. */
export function checkGrowth(sections: Sections, problems: ProblemList): Growth | undefined {
  const { growth } = sections;
  if (!growth || growth.baseYear === undefined) return undefined;
  const { baseYear, every = 1, attrition } = growth;
  const checking: GrowthChecking = { sections, baseYear, problems };
  const own = new Map<string, GrowthCase>();
  for (const { name, value } of growth.cases) {
    if (value && !isCombination(value)) own.set(name, ownCase(checking, name, value));
  }
  const names = growth.cases.map(({ name, value }) => ({ name, combines: isCombination(value) }));
  const cases = growth.cases.flatMap(({ name, value }) => {
    if (!value) return [];
    const one = isCombination(value) ? combinedCase({ name, value, own, names, problems }) : own.get(name);
    return one ? [one] : [];
  });
  return {
    baseYear,
    ...(every === 1 ? {} : { every }),
    ...(attrition === undefined ? {} : { attritionShare: attrition }),
    cases,
  };
}

interface GrowthChecking {
  readonly sections: Sections;
  readonly baseYear: number;
  readonly problems: ProblemList;
}

const LONGEST_YEARS = 100;
const MOST_POOLS = 100;

function isCombination(
  value: GrowthCaseInput | undefined,
): value is Extract<GrowthCaseInput, { combine: unknown }> {
  return value !== undefined && "combine" in value;
}

function ownCase(checking: GrowthChecking, name: string, input: OwnCaseInput): GrowthCase {
  const path = ["growth", "cases", name];
  const from = input.from ?? checking.baseYear;
  checkYears(checking, path, from, input);
  const { target } = input;
  const queues = queuesOf(checking, path, input);
  return {
    name,
    of: input.of,
    ...changeOf(checking, path, from, input),
    ...(queues.length > 0 ? { queues } : {}),
    share: input.share,
    from,
    until: input.until,
    source: input.source ?? "",
    deflected: input.deflected,
    handleTime: input.handleTime,
    ...poolOf(checking, path, input),
    ...(target
      ? {
          target: {
            ...(target.answered === undefined ? {} : { answeredShare: target.answered }),
            ...(target.within === undefined ? {} : { withinSeconds: target.within }),
          },
        }
      : {}),
  };
}

function checkYears(
  { baseYear, problems }: GrowthChecking,
  path: readonly string[],
  from: number,
  input: OwnCaseInput,
): void {
  const at = [...path, "until"];
  if (input.until <= from) {
    const start = input.from === undefined ? `the base year ${baseYear}` : `from ${from}`;
    problems.at(at, `found ${input.until}; expected a year after ${start}`);
  } else if (input.until <= baseYear) {
    problems.at(at, `found ${input.until}; the case ends before the base year ${baseYear}`);
  } else if (input.until - from > LONGEST_YEARS) {
    problems.at(at, `found ${input.until}; expected at most ${LONGEST_YEARS} years after ${from}`);
  }
}

type ChangeTerms = Pick<GrowthCase, "change" | "changeRange" | "yearlyRate" | "rate">;

function changeOf(
  { problems }: GrowthChecking,
  path: readonly string[],
  from: number,
  { change, rate, share, until }: OwnCaseInput,
): ChangeTerms {
  if (change !== undefined && rate !== undefined) {
    problems.at([...path, "rate"], "found change and rate together; expected one of them", { ofKey: true });
  }
  if (change !== undefined) return threeOf(change);
  if (rate === undefined) {
    problems.at(
      [...path, "change"],
      "change is missing: relative change until then; or give the yearly rate",
    );
    return { change: 0 };
  }
  if (share !== 1) {
    const message = "share is a part of change; a rate is that of this centre, so leave share out";
    problems.at([...path, "share"], message, { ofKey: true });
  }
  const years = Math.min(LONGEST_YEARS, Math.max(0, until - from));
  const whole = (yearly: number) => power(1 + yearly, years) - 1;
  if (typeof rate === "object" && "of" in rate) return { change: whole(medianRate(rate.of)), rate };
  const { change: yearlyRate, changeRange } = threeOf(rate);
  return {
    change: whole(yearlyRate),
    ...(changeRange && { changeRange: { low: whole(changeRange.low), high: whole(changeRange.high) } }),
    yearlyRate,
  };
}

/** Three equal figures are one. */
function threeOf(input: number | ThreeInput): { change: number; changeRange?: ChangeRange } {
  if (typeof input === "number") return { change: input };
  const { low, middle, high } = input;
  return { change: middle, ...(low === high ? {} : { changeRange: { low, high } }) };
}

/** In the order of the queues, so that no order of words changes anything. */
function queuesOf(
  { sections, problems }: GrowthChecking,
  path: readonly string[],
  { of, queues, rate }: OwnCaseInput,
): QueueChange[] {
  if (!queues) return [];
  const at = [...path, "queues"];
  if (of === "jobs") {
    problems.at(at, "jobs are those of the whole staff; changes by queue go with of: volume", {
      ofKey: true,
    });
  }
  const names = sections.queues.map(({ name }) => name);
  for (const name of Object.keys(queues)) {
    if (!names.includes(name)) {
      problems.at([...at, name], `there is no queue ${name}; ${suggestion(name, names)}`, { ofKey: true });
    }
  }
  const isDistribution = typeof rate === "object" && "of" in rate;
  return sections.queues.flatMap(({ name, value }) => {
    const given = Object.hasOwn(queues, name) ? queues[name] : undefined;
    if (given === undefined) return [];
    if (value && !("arrivals" in value)) {
      const message = `${name} has no arrivals that could grow: it calls its leads`;
      problems.at([...at, name], message, { ofKey: true });
    }
    if (isDistribution && typeof given === "object") {
      const message = "low, middle and high do not go with a distribution of the rate; give one change";
      problems.at([...at, name], message);
    }
    return [{ queue: name, ...threeOf(given) }];
  });
}

function poolOf(
  { problems }: GrowthChecking,
  path: readonly string[],
  { pool, of }: OwnCaseInput,
): Pick<GrowthCase, "pool" | "pools"> {
  if (typeof pool === "number") return { pool };
  if (of === "jobs") {
    const message = "several numbers of centres go with of: volume, whose agents are sought; give one number";
    problems.at([...path, "pool"], message);
  }
  const wrong = pool.findIndex((centres, index) => index > 0 && centres <= pool[index - 1]!);
  if (wrong > 0) {
    const message = `found ${pool[wrong]} after ${pool[wrong - 1]}; expected numbers in ascending order`;
    problems.at([...path, "pool", wrong], message);
  }
  if (pool.length > MOST_POOLS) {
    problems.at([...path, "pool"], `found ${pool.length} numbers of centres; expected at most ${MOST_POOLS}`);
  }
  return { pool: pool.at(-1)!, pools: pool };
}
