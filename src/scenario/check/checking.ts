import { BadInput } from "../../kit/problem.js";
import type { Distribution } from "../../random/distribution.js";
import type { OpenTable } from "../open-beside.js";
import type { ProblemList } from "../problem-list.js";
import type { Calendar } from "../scenario.js";
import type { DistributionInput } from "../schema/distribution.js";
import type { Sections } from "../sections.js";
import { readColumn } from "../tables/read-column.js";
import type { Path } from "../tree.js";

/** What every check needs: what was read, the resolved calendar, where to report, and how to open a table. */
export interface Checking {
  readonly sections: Sections;
  readonly calendar: Calendar;
  readonly problems: ProblemList;
  readonly open: OpenTable;
}

/** Reads the table a scenario names at `path` with `read`; what stands in the way is reported. */
export function tableAt<T>(
  { open, problems }: Pick<Checking, "open" | "problems">,
  path: Path,
  file: string,
  read: (text: string) => T,
): T | undefined {
  try {
    const opened = open(file);
    if ("value" in opened) return read(opened.value);
    problems.at(path, opened.problem);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    for (const problem of error.problems) problems.take(problem);
  }
  return undefined;
}

/** A distribution with its observed values read; `undefined` where they could not be. */
export function checkDistribution(
  checking: Checking,
  input: DistributionInput,
  path: Path,
): Distribution | undefined {
  switch (input.kind) {
    case "empirical": {
      const values = tableAt(checking, [...path, "empirical", "file"], input.file, (text) =>
        readColumn(text, input.file, input.column, (problem) => checking.problems.take(problem)),
      );
      return values && { kind: "empirical", valuesSeconds: values };
    }
    case "mixture": {
      const parts = input.parts.map(({ weight, of }, index) => ({
        weight,
        of: checkDistribution(checking, of, [...path, "mixture", index, "of"]),
      }));
      const complete = parts.filter(
        (part): part is { weight: number; of: Distribution } => part.of !== undefined,
      );
      return complete.length === parts.length ? { kind: "mixture", parts: complete } : undefined;
    }
    default:
      return input;
  }
}
