import { describe, expect, it } from "vitest";
import { mutantsOfFile, mutated } from "./mutants.js";
import { placesOf, triedBefore } from "./tried.js";

/** What each mutant of the text makes of its line, in order. */
function changesOf(text: string): string[] {
  return mutantsOfFile("example.js", text).map((mutant) => {
    const before = text.split("\n").length;
    const after = mutated(text, mutant).split("\n");
    expect(after.length).toBe(before);
    return after[mutant.line - 1].trim();
  });
}

describe("the mutants of a text", () => {
  it("move a comparison to its boundary and to its opposite, and take a condition for granted", () => {
    expect(changesOf("if (a < b) f(a);")).toEqual([
      "if (true) f(a);",
      "if (false) f(a);",
      "if (a <= b) f(a);",
      "if (a >= b) f(a);",
      "if (a < b) ;",
    ]);
  });

  it("change an operator behind a bracket or a comment, not one inside them", () => {
    expect(changesOf("export const a = (b /* - */) - c;")).toEqual(["export const a = (b /* - */) + c;"]);
    expect(changesOf("export const a = (b * c) / d;")).toEqual([
      "export const a = (b * c) * d;",
      "export const a = (b / c) / d;",
    ]);
  });

  it("move numbers by one, both ways, and turn truths and texts", () => {
    expect(changesOf("export const a = 3;")).toEqual(["export const a = 4;", "export const a = (2);"]);
    expect(changesOf("export const a = true;")).toEqual(["export const a = false;"]);
    expect(changesOf('export const a = "ends";')).toEqual(['export const a = "";']);
  });

  it("leave out a statement, a jump and a negation", () => {
    expect(changesOf("for (const a of b) {\n  f(a);\n  continue;\n}")).toEqual([";", ";"]);
    expect(changesOf("export const a = !b;")).toEqual(["export const a = b;"]);
  });

  it("count the other way, add otherwise or afresh", () => {
    expect(changesOf("a++;")).toEqual([";", "a--;"]);
    expect(changesOf("a += b;")).toEqual([";", "a -= b;", "a = b;"]);
  });

  it("look beside a place in an array, and take the largest for the smallest", () => {
    expect(changesOf("export const a = b[c];")).toEqual(["export const a = b[(c) + 1];"]);
    expect(changesOf("export const a = Math.min(b, c);")).toEqual(["export const a = Math.max(b, c);"]);
  });

  it("never enter a loop, rather than never leave it", () => {
    expect(changesOf("while (a) f();")).toEqual(["while (false) f();", "while (a) ;"]);
  });

  it("leave imports and the call of a parent's constructor alone", () => {
    expect(
      changesOf('import { a } from "./a.js";\nclass B extends C {\n  constructor() { super(); }\n}'),
    ).toEqual([]);
  });
});

describe("the name of a mutant", () => {
  const idsOf = (text: string) => mutantsOfFile("example.js", text).map(({ id }) => id);

  it("says where it is and what becomes of what, and a number where a line has several alike", () => {
    expect(idsOf("class A {\n  b(c, d) {\n    return c + d + c;\n  }\n}")).toEqual([
      "example.js A.b: return c + d + c;: + -> -",
      "example.js A.b: return c + d + c;: + -> - (2)",
    ]);
  });

  it("stays what it is whatever is added above", () => {
    const text = "function f(a) {\n  return a < 1;\n}";
    expect(idsOf(`let z;\n\n${text}`)).toEqual(idsOf(text));
  });

  it("stays what it is when a member of an enumeration gets another number", () => {
    const ids = idsOf("export const a = b > 2 /* State.Busy */;");
    expect(ids).toEqual([
      "example.js : export const a = b > State.Busy;: > -> >=",
      "example.js : export const a = b > State.Busy;: > -> <=",
      "example.js : export const a = b > State.Busy;: State.Busy -> State.Busy + 1",
      "example.js : export const a = b > State.Busy;: State.Busy -> State.Busy - 1",
    ]);
    expect(idsOf("export const a = b > 12 /* State.Busy */;")).toEqual(ids);
    expect(idsOf("while (b > 2 /* State.Busy */) c();")[0]).toContain(": b > State.Busy -> false");
  });

  it("tells one jump from another by the line above", () => {
    const text = "switch (a) {\n  case b:\n    f();\n    break;\n  case c:\n    g();\n    break;\n}";
    expect(idsOf(text).filter((id) => id.includes("break"))).toEqual([
      "example.js : f(); break;: break; -> ;",
      "example.js : g(); break;: break; -> ;",
    ]);
  });
});

describe("mutants that were tried before", () => {
  const mutantsOf = (text: string) => mutantsOfFile("example.js", text);
  const text = "function f(a) {\n  return a < 1;\n}\nfunction g(a) {\n  return a + 2;\n}";

  it("are all, as long as nothing is changed", () => {
    const mutants = mutantsOf(text);
    expect(triedBefore(mutants, placesOf(mutants))).toEqual(mutants);
    expect(triedBefore(mutants, {})).toEqual([]);
  });

  it("are those of the functions that stay as they are", () => {
    const changed = mutantsOf(text.replace("a + 2", "a + 3"));
    const places = triedBefore(changed, placesOf(mutantsOf(text))).map(({ place }) => place);
    expect(new Set(places)).toEqual(new Set(["example.js f"]));
  });
});
