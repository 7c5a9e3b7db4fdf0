import { describe, expect, it } from "vitest";
import { checksOf } from "./checks.js";
import { EngineBuild } from "./engine-build.js";
import { engineTests } from "./engine-tests.js";
import { Hunt } from "./hunt.js";
import { type Mutant, mutantsOf } from "./mutants.js";
import { pageHasScore, scoreText } from "./score.js";

/** The mutant of the built file in which the first `was` is `is`. */
function mutantOf(build: EngineBuild, file: string, was: string, is: string): Mutant {
  const from = build.text({ file }).indexOf(was);
  expect(from).toBeGreaterThan(0);
  return { file, place: file, id: `${was} -> ${is}`, line: 0, from, to: from + was.length, text: is };
}

describe("the hunt for mutants", async () => {
  const build = await EngineBuild.read(new URL("../../dist/engine/", import.meta.url));
  const hunt = new Hunt(build, checksOf([0, 1, 2, 3], build.turns), []);
  const harmless = mutantOf(build, "agents/agent-states.js", "fill(-1)", "fill(-2)");
  const unserved = mutantOf(build, "simulate.js", "serviceEnds(run, subject);", ";");
  const harmful = mutantOf(build, "wait-bins.js", "+ 0.5", "+ 0.25");

  it("finds nothing in an engine that does the same", () => {
    expect(hunt.find(harmless)).toBeUndefined();
  });

  it("finds what a changed structure does otherwise, and says which check told", () => {
    expect(hunt.find(harmful)).toBe("wait bins");
  });

  it("finds a handler that is not called", () => {
    expect(hunt.find(unserved)).toMatch(/^(?:scenario|storage) \d/);
  });

  it("finds an engine that throws, one whose loop never ends, and one that cannot be loaded", () => {
    const throws = mutantOf(build, "finish.js", "return {", "throw run; return {");
    expect(hunt.find(throws)).toMatch(/^scenario \d: /);
    const endless = mutantOf(build, "events/clock-tree.js", "match >>= 1", "match >>= 0");
    expect(hunt.find(endless)).toMatch(/a loop without an end/);
    const broken = mutantOf(build, "finish.js", "return {", "return {{");
    expect(hunt.find(broken)).toMatch(/^does not load/);
  });

  it("asks the engine's tests, which pass on the engine as built and fail on a harmful mutant", async () => {
    const asked = new Hunt(build, await engineTests(build, /ties|money/), []);
    expect(asked.compare(build.engine())).toBeUndefined();
    expect(asked.find(harmless)).toBeUndefined();
    expect(asked.find(unserved)).toMatch(/^engine\/(?:ties|money)\.test .*: AssertionError/);
  }, 600_000);

  it("asks many mutants only of what reaches them, and tells those whom it tells otherwise", () => {
    const mutants = mutantsOf(build.folder).filter(({ file }) => file === "door/expected-wait.js");
    const checks = checksOf([0, 1, 2, 3], build.turns).filter(({ name }) => /scenario|wait bins/.test(name));
    const all = new Hunt(build, checks, []);
    const reaching = new Hunt(build, checks, mutants);
    const toldBy = (hunt: Hunt) => mutants.filter((mutant) => hunt.find(mutant)).map(({ id }) => id);
    const told = toldBy(reaching);
    expect(told.length).toBeGreaterThan(10);
    expect(told.length).toBeLessThan(mutants.length);
    expect(told).toEqual(toldBy(all));
  });
});

describe("the score", () => {
  it("counts those that do the same for nothing, and has its place on the page", () => {
    const lives = { equivalent: 100, performance: 50, unseen: 2, unexplained: 3 };
    expect(scoreText({ tried: 1000, toldByChecks: 800, toldByTests: 45, ...lives })).toBe(
      [
        "Of 1,000 mutants 845 are told apart, 84.5 %:",
        "800 by the random scenarios and the structures alone, 45 by `tests/engine` besides.",
        "Of the 155 that live, 100 do the same by other means, 50 the same with other speed or storage,",
        "2 something else that no figure shows, and 3 are not explained.",
        "Of those that do something else 99.4 % are told apart.",
      ].join("\n"),
    );
    expect(pageHasScore()).toBe(true);
  });
});
