import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { checksOf } from "./checks.js";
import { EngineBuild } from "./engine-build.js";
import { Hunt } from "./hunt.js";
import { type Mutant, mutantsOf } from "./mutants.js";
import { readSurvivors } from "./survivors.js";
import { isToldByTests } from "./told-by-tests.js";

const folder = new URL("../../dist/engine/", import.meta.url);

/**
 * `all`; those of a file, `contacts.js`; `explained`, to ask the engine's tests, too, of those that are
 * explained; or how many are to be sampled of those that are not.
 */
const MUTANTS = process.env["MUTANTS"] ?? "200";
const ALL = MUTANTS === "all";
const SCENARIOS = Array.from({ length: 120 }, (_, number) => number);

const TO_DO =
  "These mutants live: with that change the engine does the same in all checks and in tests/engine. " +
  "Kill each with a test in tests/engine, or explain it in tests/mutation/survivors.json";

const mutants = mutantsOf(folder);
const groups = readSurvivors();
const explained = new Set(groups.flatMap((group) => group.mutants));

/**
 * In the sample are those whose names have the smallest digests: which they are depends on themselves alone,
 * so a change of the engine brings in only mutants of the lines that it changed.
 */
function chosenMutants(): Mutant[] {
  if (ALL) return mutants;
  if (MUTANTS === "explained") return mutants.filter(({ id }) => explained.has(id));
  if (MUTANTS.endsWith(".js")) return mutants.filter(({ file }) => file === MUTANTS);
  const digest = ({ id }: Mutant) => createHash("md5").update(id).digest("hex");
  return mutants
    .filter(({ id }) => !explained.has(id))
    .map((mutant) => ({ mutant, rank: digest(mutant) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, Number(MUTANTS))
    .map(({ mutant }) => mutant);
}

describe("a mutant of the engine", async () => {
  const build = await EngineBuild.read(folder);
  const hunt = new Hunt(build, checksOf(SCENARIOS, build.turns));
  const chosen = chosenMutants();
  /** Of the mutants tried, those that no check told apart, and of these those that no test did. */
  const unseen: Mutant[] = [];
  const alive: Mutant[] = [];

  it("is none where nothing is changed: the same build does the same", () => {
    expect(hunt.compare(build.engine())).toBeUndefined();
  });

  it(`is told apart, or it is explained why not: ${chosen.length} of ${mutants.length}`, () => {
    expect(chosen.length).toBeGreaterThan(0);
    for (const mutant of chosen) if (hunt.find(mutant) === undefined) unseen.push(mutant);
    const isBelieved = ({ id }: Mutant) => MUTANTS !== "explained" && explained.has(id);
    if (!unseen.every(isBelieved)) {
      expect(isToldByTests(build), "tests/engine fails with nothing changed").toBe(false);
    }
    for (const mutant of unseen) {
      if (isBelieved(mutant) || !isToldByTests(build, mutant)) alive.push(mutant);
    }
    console.log(score());
    const news = alive.map(({ id }) => id).filter((id) => !explained.has(id));
    expect(news, TO_DO).toEqual([]);
  }, 14_400_000);

  it.runIf(ALL || MUTANTS === "explained")(
    "is explained only if there is such a mutant, and it lives",
    () => {
      const ids = new Set(alive.map(({ id }) => id));
      const stale = [...explained].filter((id) => !ids.has(id));
      expect(stale, "in tests/mutation/survivors.json, but no more there, or told apart").toEqual([]);
    },
  );

  function score(): string {
    const count = (kind: string) => {
      const ids = new Set(groups.filter((group) => group.kind === kind).flatMap((group) => group.mutants));
      return alive.filter(({ id }) => ids.has(id)).length;
    };
    const same = count("equivalent") + count("performance");
    const told = chosen.length - alive.length;
    const percent = (of: number) => `${((100 * told) / of).toFixed(1)} %`;
    return [
      `${chosen.length} mutants of the engine's ${mutants.length}: ${told} told apart, ${percent(chosen.length)}`,
      `  by random scenarios and the structures alone ${chosen.length - unseen.length}`,
      `  by the engine's tests besides ${unseen.length - alive.length}`,
      `${alive.length} live: ${count("equivalent")} are equivalent, ${count("performance")} so but for speed or ` +
        `storage, ${count("unseen")} cannot be seen, ${alive.filter(({ id }) => !explained.has(id)).length} unexplained`,
      `told apart of those that do something else: ${percent(chosen.length - same)}`,
    ].join("\n");
  }
});
