import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { checksOf } from "./checks.js";
import { EngineBuild } from "./engine-build.js";
import { engineTests } from "./engine-tests.js";
import { Hunt } from "./hunt.js";
import { Journal } from "./journal.js";
import { type Mutant, mutantsOf } from "./mutants.js";
import { type Score, scoreText, writeScore } from "./score.js";
import { readSurvivors, type Survivors } from "./survivors.js";
import { readToldByTests, triedBefore, writeTried } from "./tried.js";

const folder = new URL("../../dist/engine/", import.meta.url);

/**
 * `all`; `changed`, those of functions that have changed since all their mutants were told or explained; those
 * of a file, `contacts.js`; `explained`, to ask the engine's tests, too, of those that are explained; or how
 * many are to be sampled.
 */
const MUTANTS = process.env["MUTANTS"] ?? "100";
/** `1/2`: of those the first half, every other one. A part writes neither the score nor what was tried. */
const [PART, PARTS] = (process.env["PART"] ?? "1/1").split("/").map(Number);
const ALL = MUTANTS === "all" && PARTS === 1;
/** The first random scenarios, and later ones that tell mutants whom those do not tell. */
const SCENARIOS = [...Array.from({ length: 120 }, (_, number) => number), 149, 249, 275, 286, 318, 352];

/** On which those are tried that are believed to live, for it is those that live that take long. */
const FEW_SCENARIOS = SCENARIOS.filter((_, place) => place % 6 === 0);

const TO_DO =
  "These mutants live: with that change the engine does the same in all checks and in tests/engine. " +
  "Kill each with a test in tests/engine, or explain it in tests/mutation/survivors.json";

const mutants = mutantsOf(folder);
const before = new Set(triedBefore(mutants));
const groups = readSurvivors();
const explained = new Set(groups.flatMap((group) => group.mutants));

/**
 * In the sample are, of functions that are as they were in the last run of all their mutants, those that were
 * told without tests/engine and have the smallest digests: which they are depends on themselves alone. So
 * whoever changes something else meets no mutant that nobody has tried.
 */
function chosenMutants(): Mutant[] {
  if (MUTANTS === "all") return mutants;
  if (MUTANTS === "changed") return mutants.filter((mutant) => !before.has(mutant));
  if (MUTANTS === "explained") return mutants.filter(({ id }) => explained.has(id));
  if (MUTANTS.endsWith(".js"))
    return mutants.filter(({ file }) => file.endsWith(`/${MUTANTS}`) || file === MUTANTS);
  const toldByTests = readToldByTests();
  const digest = ({ id }: Mutant) => createHash("md5").update(id).digest("hex");
  return [...before]
    .filter(({ id }) => !explained.has(id) && !toldByTests.has(id))
    .map((mutant) => ({ mutant, rank: digest(mutant) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, Number(MUTANTS))
    .map(({ mutant }) => mutant);
}

describe("a mutant of the engine", async () => {
  const build = await EngineBuild.read(folder);
  const chosen = chosenMutants().filter((_, place) => place % PARTS === PART - 1);
  const journal = new Journal(process.env["JOURNAL"], mutants);
  const open = chosen.filter((mutant) => !journal.tellerOf(mutant));
  const isBelieved = ({ id }: Mutant) => MUTANTS !== "explained" && explained.has(id);
  // What lived in a whole run, and why, holds as long as its function is as it was.
  const isSettled = (mutant: Mutant) => before.has(mutant) || journal.hasLived(mutant);
  const believed = open.filter((mutant) => isBelieved(mutant) && !isSettled(mutant));
  const doubted = open.filter((mutant) => !isBelieved(mutant));
  const hunt = new Hunt(build, checksOf(SCENARIOS, build.turns), doubted);
  /** Those that neither a check nor a test told apart. */
  const alive: Mutant[] = [];

  it("is none where nothing is changed: the same build does the same", () => {
    expect(hunt.compare(build.engine())).toBeUndefined();
  });

  it(`is told apart, or it is explained why not: ${chosen.length} of ${mutants.length}`, async () => {
    if (MUTANTS !== "changed") expect(chosen.length).toBeGreaterThan(0);
    const unseen = doubted.filter((mutant) => !isToldBy(hunt, mutant, false));
    const tests = new Hunt(build, unseen.length > 0 ? await engineTests(build) : [], unseen);
    alive.push(...unseen.filter((mutant) => !isToldBy(tests, mutant, true)));
    const brief = new Hunt(build, believed.length > 0 ? checksOf(FEW_SCENARIOS, build.turns) : [], believed);
    for (const mutant of believed) isToldBy(brief, mutant, false);
    alive.push(...open.filter((mutant) => isBelieved(mutant) && !journal.tellerOf(mutant)));
    console.log(scoreText(score()));
    const since = mutants.length - before.size;
    if (since > 0)
      console.log(`${since} are of functions that have changed since: MUTANTS=changed tries them`);
    const news = alive.map(({ id }) => id).filter((id) => !explained.has(id));
    expect(news, TO_DO).toEqual([]);
    if (PARTS > 1 || (MUTANTS !== "all" && MUTANTS !== "changed")) return;
    const byTests = new Set(ALL ? [] : readToldByTests());
    for (const mutant of chosen) if (journal.tellerOf(mutant)?.isTest) byTests.add(mutant.id);
    writeTried(mutants, [...byTests]);
  }, 14_400_000);

  function isToldBy(asked: Hunt, mutant: Mutant, isTest: boolean): boolean {
    const by = asked.find(mutant);
    if (by !== undefined) journal.write(mutant, { by, isTest });
    else if (isBelieved(mutant)) journal.write(mutant, undefined);
    return by !== undefined;
  }

  // Asked only of whole runs: nothing that a sample would have to skip.
  if (ALL || MUTANTS === "explained") {
    it("is explained only if there is such a mutant, and it lives", () => {
      const ids = new Set(alive.map(({ id }) => id));
      const stale = [...explained].filter((id) => !ids.has(id));
      expect(stale, "in tests/mutation/survivors.json, but no more there, or told apart").toEqual([]);
    });
  }

  if (ALL) {
    it("has its part in the score of docs/how-do-you-know.md, once all are told or explained", () => {
      const found = score();
      if (found.unexplained === 0) writeScore(found);
      expect(found.toldByChecks + found.toldByTests + alive.length).toBe(mutants.length);
    });
  }

  function score(): Score {
    const count = (kind: Survivors["kind"]) => {
      const ids = new Set(groups.filter((group) => group.kind === kind).flatMap((group) => group.mutants));
      return alive.filter(({ id }) => ids.has(id)).length;
    };
    const toldByTests = chosen.filter((mutant) => journal.tellerOf(mutant)?.isTest).length;
    return {
      tried: chosen.length,
      toldByChecks: chosen.length - alive.length - toldByTests,
      toldByTests,
      equivalent: count("equivalent"),
      performance: count("performance"),
      unseen: count("unseen"),
      unexplained: alive.filter(({ id }) => !explained.has(id)).length,
    };
  }
});
