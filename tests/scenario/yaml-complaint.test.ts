import { describe, expect, test } from "vitest";
import type { BadInput } from "../../src/kit/problem.js";
import { readYaml } from "../../src/scenario/read-yaml.js";

const CASES: readonly [text: string, place: string, told: string][] = [
  ["b: {c: 1 d: 2}", "1:8", "found a second colon inside brackets; expected a comma between the entries"],
  ["a: [- 1, b]", "1:5", "found a list with dashes inside brackets; write it with brackets too"],
  ["a: [b, 'c' d]", "1:12", "found d inside brackets; expected a comma before it"],
  ["a: [1, , 2]", "1:8", "found a comma behind a bracket or another comma; expected a value between them"],
  ["a: [, 1]", "1:5", "found a comma behind a bracket or another comma; expected a value between them"],
  ["a: [1, 2", "1:9", "a bracket opened above is not closed; add ] at the end"],
  ["[1, 2", "1:6", "a bracket opened above is not closed; add ] at the end"],
  [
    "a: {b: 1\nc: 1",
    "2:1",
    "a bracket opened above is not closed; add } before this line, or indent it further",
  ],
  ["a: {b: 1}}", "1:10", "} is not expected here; check brackets, quotes and commas"],
  ["a: 'one", "1:4", "a quotation mark is opened here and not closed"],
  [
    'a: "\\q"',
    "1:5",
    "a backslash inside double quotes begins an escape; write it twice or use single quotes",
  ],
  ["a: &x &y 1", "1:7", "found a second & before one value; expected one at most"],
  ["a: !!str !!str 1", "1:10", "found a second ! before one value; expected one at most"],
  ["a: &x[1]", "1:6", "found a value right behind an & or a !; expected a space, or quotes around it all"],
  ["a: [1]#c", "1:7", "found # right behind a value; expected a space before a comment"],
  ["- a\nb", "2:1", "b is not expected here; check brackets, quotes and commas"],
  ["a: 1\nb", "2:1", "this line has no colon; write a key, a colon, a value"],
  [
    "a:\n  b: 1\n c: 2",
    "3:1",
    "this line's indentation does not match the lines above; align it with its siblings",
  ],
  ["a: |x\n  text", "1:5", "found x behind | or >; expected the text to begin on the next line"],
  ["a: @b", "1:4", "a value cannot begin with @; put quotes around it"],
  ["a: * b", "1:4", "a * begins an alias here; put quotes around the value if it is text"],
  ["a: & b", "1:4", "a & begins an anchor here; put quotes around the value if it is text"],
  [
    `${"x".repeat(1100)}: 1`,
    "1:1",
    "found a colon behind more than 1024 characters; put quotes around a value that has one",
  ],
  ["--- a: 1", "1:5", "found a key on the line of ---; expected it on a line of its own"],
  ["{a: 1} \u{1f600}", "1:8", "\u{1f600} is not expected here; check brackets, quotes and commas"],
  ["a: b: c", "1:4", "a second colon on one line; put quotes around a value that has one"],
  [
    "a:\n   b: 1\n  c: 2\n  d: 3\n  e: 4",
    "3:1",
    "this line's indentation does not match the lines above; align it with its siblings",
  ],
  ["\ta: 1", "1:1", "a tab indents this line; indent with spaces"],
];

describe("a text that is no YAML", () => {
  test.each(CASES)("is told in our words: %j", (text, place, told) => {
    let said = "";
    try {
      readYaml(text, "f");
    } catch (error) {
      said = (error as BadInput).message;
    }
    expect(said).toBe(`f:${place}: error: ${told}`);
  });
});
