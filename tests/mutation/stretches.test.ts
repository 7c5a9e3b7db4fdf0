import { describe, expect, it } from "vitest";
import { stretchAt, watched } from "./stretches.js";

/** The pieces of the text that are reached when it runs; each by the words in it that look like `a1`. */
function reachedIn(text: string): string[] {
  const { text: noting, stretches } = watched(text, 0);
  const turns = { reached: new Uint8Array(stretches.length) };
  new Function("turns", noting)(turns);
  return [...text.matchAll(/\b[a-z]\d\b/g)]
    .filter(({ index }) => {
      const stretch = stretchAt(stretches, index);
      return stretch < 0 || turns.reached[stretch] === 1;
    })
    .map(([word]) => word);
}

describe("the stretches of a text", () => {
  it("are its functions, called or not", () => {
    expect(reachedIn("const a1 = () => { const b1 = 1; }; function f() { var c1; } f();")).toEqual([
      "a1",
      "c1",
    ]);
    expect(reachedIn("const a1 = (b1) => ({ b1 }); const a2 = () => [a1(2)]; a2();")).toEqual([
      "a1",
      "b1",
      "b1",
      "a2",
      "a1",
      "a2",
    ]);
  });

  it("are branches, of statements and of expressions", () => {
    const text = "let a1 = 0, b1 = 1; if (a1 > 0) a1 = 2; else if (b1 > 0) { b1 = 3; } else b1 = 4;";
    expect(reachedIn(text.replace("b1 = 4", "c1 = 4"))).toEqual(["a1", "b1", "a1", "b1", "b1"]);
    expect(reachedIn("const a1 = 0, b1 = 1, c1 = 2; a1 > 0 ? b1 : c1;")).toEqual([
      "a1",
      "b1",
      "c1",
      "a1",
      "c1",
    ]);
    expect(reachedIn("const a1 = 0, b1 = 1; a1 && b1; a1 || b1;")).toEqual(["a1", "b1", "a1", "a1", "b1"]);
  });

  it("are the bodies of loops, and the cases of a switch but not their labels", () => {
    expect(reachedIn("let a1 = 0, b1 = 0; for (; a1 < 0; a1++) b1++;")).toEqual(["a1", "b1", "a1", "a1"]);
    expect(reachedIn("let a1 = 1, b1 = 2, c1; switch (1) { case b1: c1; case a1: c1 = 3; }")).toEqual([
      "a1",
      "b1",
      "c1",
      "b1",
      "a1",
      "c1",
    ]);
  });

  it("end where a jump may leave what follows", () => {
    const text = "let a1 = 1, b1 = 2; function f() { if (a1 > 0) return b1; a1 = 2; } f();";
    expect(reachedIn(text)).toEqual(["a1", "b1", "a1", "b1"]);
    expect(reachedIn(text.replace("a1 > 0", "a1 < 0"))).toEqual(["a1", "b1", "a1", "a1"]);
  });
});
