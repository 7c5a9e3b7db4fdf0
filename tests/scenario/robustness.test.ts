import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BadInput, formatProblem } from "../../src/kit/problem.js";
import type { OpenTable } from "../../src/scenario/open-beside.js";
import { readScenarioText } from "../../src/scenario/read-scenario.js";

const EXAMPLE = readFileSync(new URL("format-1.yaml", import.meta.url), "utf8");
const SHAPE = readFileSync(new URL("day-shape.csv", import.meta.url), "utf8");
const open: OpenTable = (file) => (file === "day-shape.csv" ? { value: SHAPE } : { problem: `no ${file}` });

/**
 * What is said of a text: nothing if it is a scenario; anything but problems is a fault of ours and thrown
 * on.
 */
function answerTo(text: string): string[] {
  try {
    readScenarioText(text, "f.yaml", open);
    return [];
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return error.problems.map(formatProblem);
  }
}

function expectReadable(answer: readonly string[]): void {
  for (const line of answer) {
    expect(line).toMatch(/^(f\.yaml:\d+:\d+: )?error: /);
    expect(line).not.toMatch(/undefined|\[object|NaN|Invalid |Expected |\n/);
  }
}

/** Every piece of the example that is a value, a key or a mark, by position. */
const PIECES = [
  ...EXAMPLE.replace(/#.*$/gm, (comment) => " ".repeat(comment.length)).matchAll(
    /[^\s,:{}[\]"]+|[,:{}[\]"]/g,
  ),
];

const NONSENSE = [
  "",
  "~",
  "0",
  "-1",
  "1e999",
  ".nan",
  "1.5",
  "true",
  "[]",
  "{}",
  "[[1], {a: b}]",
  "{mean: 2m}",
  "x",
  '""',
  "20s",
  "120%",
  "5,5",
  "2026-02-30",
  "25:00",
  "&a *a",
  "*a",
  "!!str 1",
  "!x y",
  "\t",
  "\n",
  "\n  - ",
  ": ",
  "? ",
  "toString",
  "toString: 1",
  "4valueOf",
  "__proto__",
  "\u0000",
  "\uD800",
  "999999999999999999999",
];

describe("the example of format 1", () => {
  it("is a scenario", () => {
    expect(answerTo(EXAMPLE)).toEqual([]);
  });

  it("with any piece replaced by nonsense is still answered by problems in words", () => {
    for (const piece of PIECES) {
      const nonsense = NONSENSE[piece.index % NONSENSE.length]!;
      const end = piece.index + piece[0].length;
      expectReadable(answerTo(EXAMPLE.slice(0, piece.index) + nonsense + EXAMPLE.slice(end)));
    }
  });

  it("with pieces replaced, cut and moved at random is still answered by problems in words", () => {
    const edit = fc.record({
      at: fc.nat(PIECES.length - 1),
      put: fc.oneof(
        fc.constantFrom(...NONSENSE),
        fc.nat(PIECES.length - 1).map((index) => PIECES[index]![0]),
        fc.string({ maxLength: 8 }),
      ),
    });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
        let text = EXAMPLE;
        for (const { at, put } of [...edits].sort((a, b) => b.at - a.at)) {
          const piece = PIECES[at]!;
          text = text.slice(0, piece.index) + put + text.slice(piece.index + piece[0].length);
        }
        expectReadable(answerTo(text));
      }),
      { seed: 20260302, numRuns: 200 },
    );
  });

  it("cut off anywhere is still answered by problems in words", () => {
    for (let end = 0; end < EXAMPLE.length; end += 41) expectReadable(answerTo(EXAMPLE.slice(0, end)));
  });
});
