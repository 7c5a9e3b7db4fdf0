import path from "node:path";
import { BadInput, formatProblem, type Problem, WrongUsage } from "../kit/problem.js";
import type { Variant } from "../plan/compare/comparison.js";
import { type ReadScenario, readScenario } from "../scenario/read-scenario.js";
import type { CompareCommandOptions } from "./compare-options.js";
import { readOptionsOf } from "./simulation.js";

/** Variants that were read, and what is doubtful in any of them. */
export interface ReadVariants {
  readonly variants: readonly Variant[];
  readonly warnings: readonly Problem[];
}

/** The file as it stands, among the cases named. */
const AS_IT_STANDS = ".";

/** One variant to read. */
interface Wanted {
  readonly name: string;
  readonly file: string;
  readonly case: string | undefined;
}

/**
 * Reads the files, or the cases of one file, that are to be compared. Throws BadInput with the problems of
 * all of them, WrongUsage where they are fewer than two or a case is named twice.
 */
export async function readVariants(
  files: readonly string[],
  options: CompareCommandOptions,
): Promise<ReadVariants> {
  const [first = ""] = files;
  const { case: cases = [], ...rest } = options;
  const problems = new Map<string, Problem>();
  const warnings = new Map<string, Problem>();
  const read = async ({ file, case: name }: Wanted): Promise<ReadScenario | undefined> => {
    try {
      const found = await readScenario(file, {
        ...readOptionsOf(rest),
        ...(name !== undefined && { case: name }),
      });
      for (const warning of found.warnings) warnings.set(formatProblem(warning), warning);
      return found;
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      // The cases of one file share most of their problems.
      for (const problem of error.problems) problems.set(formatProblem(problem), problem);
      return undefined;
    }
  };
  const variants: Variant[] = [];
  for (const wanted of await wantedOf(files, cases, () => read({ name: "", file: first, case: undefined }))) {
    const found = await read(wanted);
    if (found) variants.push({ name: wanted.name, scenario: found.scenario });
  }
  if (problems.size > 0) throw new BadInput([...problems.values()]);
  return { variants, warnings: [...warnings.values()] };
}

async function wantedOf(
  files: readonly string[],
  cases: readonly string[],
  readBare: () => Promise<ReadScenario | undefined>,
): Promise<Wanted[]> {
  const [first = ""] = files;
  if (files.length > 1) {
    if (cases.length > 1) throw new WrongUsage("several cases are compared of one file; name one file");
    const name = cases[0] === AS_IT_STANDS ? undefined : cases[0];
    return fileNames(files).map((one, index) => ({ name: one, file: files[index]!, case: name }));
  }
  const twice = cases.find((one, index) => cases.indexOf(one) < index);
  if (twice !== undefined) throw new WrongUsage(`--case ${twice} is given twice`);
  const only = cases.length === 1;
  if (only && cases[0] === AS_IT_STANDS)
    throw new WrongUsage("one variant cannot be compared; name a case too");
  const named = cases.length === 0 ? ((await readBare())?.scenario.cases ?? []) : cases;
  if (cases.length === 0 && named.length === 0) {
    throw new WrongUsage(`${first} has no cases to compare; name another file, or add a section cases:`);
  }
  const bare = { name: "as it stands", file: first, case: undefined };
  const wanted = named.map((one): Wanted => {
    return one === AS_IT_STANDS ? bare : { name: one, file: first, case: one };
  });
  return cases.length === 0 || only ? [bare, ...wanted] : wanted;
}

/** As short as tells them apart: the file's own name, or the path; one that is there twice has a number. */
function fileNames(files: readonly string[]): string[] {
  const own = files.map((file) => path.basename(file));
  const names = new Set(own).size === own.length ? own : [...files];
  return names.map((name, index) => {
    const before = names.slice(0, index).filter((one) => one === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}
