import type { Growth, GrowthCase } from "../growth.js";
import type { ProblemList } from "../problem-list.js";
import type { GrowthCaseInput } from "../schema/plan.js";
import type { Sections } from "../sections.js";

/** The growth cases with their defaults; `undefined` where the file has none. */
export function checkGrowth({ growth }: Sections, problems: ProblemList): Growth | undefined {
  if (!growth || growth.baseYear === undefined) return undefined;
  const { baseYear } = growth;
  const cases = growth.cases.flatMap(({ name, value }) =>
    value ? [checkCase(name, value, baseYear, problems)] : [],
  );
  return { baseYear, cases };
}

const LONGEST_YEARS = 100;

function checkCase(
  name: string,
  input: GrowthCaseInput,
  baseYear: number,
  problems: ProblemList,
): GrowthCase {
  const path = ["growth", "cases", name];
  const from = input.from ?? baseYear;
  if (input.until <= from) {
    const start = input.from === undefined ? `the base year ${baseYear}` : `from ${from}`;
    problems.at([...path, "until"], `found ${input.until}; expected a year after ${start}`);
  } else if (input.until <= baseYear) {
    problems.at([...path, "until"], `found ${input.until}; the case ends before the base year ${baseYear}`);
  } else if (input.until - from > LONGEST_YEARS) {
    problems.at(
      [...path, "until"],
      `found ${input.until}; expected at most ${LONGEST_YEARS} years after ${from}`,
    );
  }
  const { target } = input;
  return {
    name,
    of: input.of,
    change: input.change,
    share: input.share,
    from,
    until: input.until,
    source: input.source ?? "",
    deflected: input.deflected,
    handleTime: input.handleTime,
    pool: input.pool,
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
