import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Journal } from "./journal.js";
import { mutantsOfFile } from "./mutants.js";

const TEXT = "function f(a) {\n  return a < 1;\n}\nfunction g(a) {\n  return a + 2;\n}";

describe("the journal of a run of mutants", () => {
  const folder = mkdtempSync(join(tmpdir(), "callsim-journal-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const mutants = mutantsOfFile("example.js", TEXT);
  const [inF] = mutants;
  const inG = mutants.find(({ place }) => place === "example.js g")!;

  it("says to the next run what told a mutant, and what lived", () => {
    const file = join(folder, "kept.jsonl");
    const first = new Journal(file, mutants);
    first.write(inF, { by: "scenario 3", isTest: false });
    first.write(inG, undefined);
    // What a run writes when it is killed.
    appendFileSync(file, '["example.js f: return');
    const next = new Journal(file, mutants);
    expect(next.tellerOf(inF)).toEqual({ by: "scenario 3", isTest: false });
    expect([next.hasLived(inF), next.hasLived(inG)]).toEqual([false, true]);
    expect(next.tellerOf(inG)).toBeUndefined();
    next.write(inG, { by: "ties.test", isTest: true });
    next.write(inF, { by: "ties.test", isTest: true });
    expect(new Journal(file, mutants).tellerOf(inF)?.by).toBe("ties.test");
  });

  it("forgets what is of a function that has changed since", () => {
    const file = join(folder, "changed.jsonl");
    const first = new Journal(file, mutants);
    for (const mutant of [inF, inG]) first.write(mutant, { by: "ties.test", isTest: true });
    const changed = mutantsOfFile("example.js", TEXT.replace("a + 2", "a + 2 + a"));
    const next = new Journal(file, changed);
    expect(next.tellerOf(inF)).toEqual({ by: "ties.test", isTest: true });
    expect(changed.filter(({ place }) => place === "example.js g").some((one) => next.tellerOf(one))).toBe(
      false,
    );
  });

  it("keeps nothing where no file is named", () => {
    const journal = new Journal(undefined, mutants);
    journal.write(inF, { by: "scenario 3", isTest: false });
    expect(journal.tellerOf(inF)).toBeDefined();
    expect(new Journal(undefined, mutants).tellerOf(inF)).toBeUndefined();
  });
});
