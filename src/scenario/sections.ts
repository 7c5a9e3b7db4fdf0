import * as v from "valibot";
import type { ProblemList } from "./problem-list.js";
import type { CalendarSection } from "./schema/calendar.js";
import { type GrowthCaseInput, growth, growthTerms } from "./schema/growth.js";
import { type AnyQueueInput, queue } from "./schema/queue.js";
import { type ScenarioFile, scenarioFile } from "./schema/scenario-file.js";
import { described, isMap, type Reader, shown, strict } from "./schema/shape.js";
import { type ShiftInput, shift } from "./schema/shift.js";
import { type TeamInput, team } from "./schema/team.js";
import { namesAt, type Path, plainOf, type Tree, treeAt } from "./tree.js";

/** An entry of a section in file order; without value where its own problems have been reported. */
export interface Named<T> {
  readonly name: string;
  readonly value?: T;
}

/**
 * A scenario file section by section, each as its schema gives it. What could not be read has been reported
 * and is absent here, so that the rest can still be checked.
 */
export interface Sections {
  readonly tree: Tree;
  readonly name?: string;
  readonly about?: string;
  readonly sources?: Record<string, string>;
  readonly currency?: string;
  readonly calendar?: CalendarSection;
  readonly queues: readonly Named<AnyQueueInput>[];
  readonly teams: readonly Named<TeamInput>[];
  readonly shifts: readonly Named<ShiftInput>[];
  readonly routing?: ScenarioFile["routing"];
  readonly lines?: number;
  readonly busyness?: ScenarioFile["busyness"];
  readonly customers?: ScenarioFile["customers"];
  readonly contracts?: ScenarioFile["contracts"];
  readonly run?: ScenarioFile["run"];
  readonly expect?: string[];
  readonly cases: readonly string[];
  readonly hiring?: ScenarioFile["hiring"];
  readonly schedule?: ScenarioFile["schedule"];
  readonly growth?: Partial<GrowthTerms> & { readonly cases: readonly Named<GrowthCaseInput>[] };
}

/** What `growth` says of all its cases. */
interface GrowthTerms {
  readonly baseYear: number;
  readonly every?: number;
  readonly attrition?: number;
}

const { entries } = scenarioFile;
const keysOnly = strict(
  "a scenario",
  Object.fromEntries(
    Object.entries(entries).map(([key, schema]) => [
      key,
      (schema as { type: string }).type === "exact_optional"
        ? v.exactOptional(v.unknown())
        : described(v.getDescription(schema) ?? "", v.unknown()),
    ]),
  ),
);
const growthKeys = strict("growth", {
  ...growthTerms,
  cases: described("The cases, by name.", v.unknown()),
});

/** Reads every section by its schema, reporting all that does not fit. */
export function readSections(tree: Tree, problems: ProblemList): Sections {
  const root = plainOf(tree);
  const reader = new SectionReader(tree, problems);
  if (!isMap(root)) {
    const message = `found ${shown(root)}; expected a scenario, a map that begins with callsim: 1`;
    problems.at([], message);
    return { tree, queues: [], teams: [], shifts: [], cases: [] };
  }
  reader.read(keysOnly as unknown as Reader<unknown>, root, []);
  const section = <K extends keyof ScenarioFile>(key: K) =>
    reader.read(entries[key] as unknown as Reader<ScenarioFile[K]>, root[key], [key]);
  section("callsim");
  return {
    tree,
    ...present({
      name: section("name"),
      about: section("about"),
      sources: section("sources"),
      currency: section("currency"),
      calendar: section("calendar"),
      routing: section("routing"),
      lines: section("lines"),
      busyness: section("busyness"),
      customers: section("customers"),
      contracts: section("contracts"),
      run: asSpelled(tree, section("run")),
      expect: section("expect"),
      schedule: section("schedule"),
      hiring: section("hiring"),
    }),
    queues: reader.readNamed(queue, root["queues"], ["queues"], "queues by name"),
    teams: reader.readNamed(team as unknown as Reader<TeamInput>, root["teams"], ["teams"], "teams by name"),
    shifts: reader.readNamed(
      shift as unknown as Reader<ShiftInput>,
      root["shifts"],
      ["shifts"],
      "shifts by name",
    ),
    cases: section("cases") ? namesAt(tree, ["cases"]) : [],
    ...present({ growth: reader.readGrowth(root["growth"]) }),
  };
}

/** A seed is text even where it looks like a number: `007` is not 7, as with `--seed`. */
function asSpelled(tree: Tree, run: ScenarioFile["run"] | undefined): ScenarioFile["run"] | undefined {
  const at = treeAt(tree, ["run", "seed"]);
  return run && at?.kind === "scalar" && at.source !== undefined ? { ...run, seed: at.source } : run;
}

/** A key misspelt is also a key missing; the first says it all. */
function withoutEchoes(issues: readonly v.BaseIssue<unknown>[]): v.BaseIssue<unknown>[] {
  const meant = issues.flatMap((issue) => {
    const parent = JSON.stringify((issue.path ?? []).slice(0, -1).map((item) => item.key));
    return issue.message.includes("is not a key of") ? [`${parent} ${issue.message}`] : [];
  });
  return issues.filter((issue) => {
    const keys = (issue.path ?? []).map((item) => item.key);
    const echo = (one: string) =>
      one.startsWith(JSON.stringify(keys.slice(0, -1))) &&
      one.endsWith(`did you mean ${String(keys.at(-1))}?`);
    return !(issue.message.includes("is missing") && meant.some(echo));
  });
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function present<T extends object>(some: T): Present<T> {
  return Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as Present<T>;
}

class SectionReader {
  constructor(
    private readonly tree: Tree,
    private readonly problems: ProblemList,
  ) {}

  /**
   * The value as its schema gives it, the default where the file is silent, `undefined` where it has
   * problems.
   */
  read<T>(schema: Reader<T>, found: unknown, path: Path): T | undefined {
    const wrapped = schema as unknown as { type: string; default?: unknown };
    const optional = wrapped.type === "exact_optional";
    if (found === undefined) {
      if (!optional || wrapped.default === undefined) return undefined;
      return v.parse(schema, v.getDefault(schema as never));
    }
    const result = v.safeParse(schema, found);
    if (result.success) return result.output;
    for (const issue of withoutEchoes(result.issues)) {
      const steps = (issue.path ?? []).map((item) => item.key as string | number);
      const ofKey = (issue.path ?? []).at(-1)?.origin === "key";
      this.problems.at([...path, ...steps], issue.message, { ofKey });
    }
    return undefined;
  }

  readNamed<T>(schema: Reader<T>, found: unknown, path: Path, what: string): Named<T>[] {
    if (found === undefined) return [];
    if (!isMap(found)) {
      this.problems.at(path, `found ${shown(found)}; expected ${what}`);
      return [];
    }
    const names = namesAt(this.tree, path);
    if (names.length === 0) this.problems.at(path, `found an empty map; expected ${what}`, { ofKey: true });
    return names.map((name) => {
      const value = this.read(schema, found[name], [...path, name]);
      return value === undefined ? { name } : { name, value };
    });
  }

  readGrowth(found: unknown): Sections["growth"] {
    if (found === undefined) return undefined;
    const keys = this.read(growthKeys as unknown as Reader<GrowthTerms>, found, ["growth"]);
    if (!isMap(found)) return undefined;
    const schema = growth.entries.cases as unknown as { value: Reader<GrowthCaseInput> };
    const cases = this.readNamed(schema.value, found["cases"], ["growth", "cases"], "growth cases by name");
    const { baseYear, every, attrition } = keys ?? {};
    return { ...present({ baseYear, every, attrition }), cases };
  }
}
