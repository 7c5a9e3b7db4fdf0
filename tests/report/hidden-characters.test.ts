import { describe, expect, test } from "vitest";
import type { BadInput } from "../../src/kit/problem.js";
import { formatJunit } from "../../src/report/check/junit.js";
import { cell } from "../../src/report/csv.js";
import { formatJson } from "../../src/report/json.js";
import { clean } from "../../src/report/text/display.js";
import { readScenarioText } from "../../src/scenario/read-scenario.js";
import { SMALL } from "../cli/call.js";
import { madeFile } from "./checked.js";

/** Each turns the writing, joins or is not seen; the last is half of a character. */
const HIDDEN = ["\u202e", "\u2066", "\u200b", "\u00ad", "\ufeff", "\u061c", "\u{e0041}", "\ud83d"];
const anyHidden = /[\u202e\u2066\u200b\u00ad\ufeff\u061c\u{e0041}\p{Cs}]/u;

describe("a hidden character of a name", () => {
  test.each(HIDDEN)("is told by its code in the message about %j", (hidden) => {
    const code = `U+${hidden.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
    let said = "";
    try {
      readScenarioText(SMALL.replace("skills: [calls]", `skills: ["ca${hidden}lls"]`), "f.yaml");
    } catch (error) {
      said = (error as BadInput).message;
    }
    expect(said).toContain(`there is no queue ca${code}lls`);
    expect(said).not.toMatch(anyHidden);
  });

  test("of a key stands in the path of a message by its code", () => {
    const text = SMALL.replace("calls:\n", '"ca\u202ells":\n').replace(
      "talk: {exponential",
      "tlk: {exponential",
    );
    expect(() => readScenarioText(text, "f.yaml")).toThrow(/: queues\.caU\+202Ells\.handle/);
  });

  test.each(HIDDEN)("stands in CSV by its code: %j", (hidden) => {
    const shown = cell(`one${hidden}two`);
    expect(shown).toMatch(/^oneU\+[0-9A-F]{4,5}two$/);
    expect(cell(`${hidden}=1+1`)).not.toMatch(/^=/);
  });

  test.each(HIDDEN)("is escaped in JSON, and there again once parsed: %j", (hidden) => {
    const text = formatJson(new Map([[`key${hidden}`, `a${hidden}b`]]));
    expect(text).not.toMatch(anyHidden);
    expect(JSON.parse(text)).toEqual({ [`key${hidden}`]: `a${hidden}b` });
  });

  test.each(HIDDEN)("is a mark in a report, and a reference in JUnit's XML: %j", (hidden) => {
    expect(clean(`a${hidden}b`)).toBe("a\ufffdb");
    const xml = formatJunit({
      files: [madeFile({ file: `a${hidden}b.yaml`, missing: true })],
      strict: false,
    });
    expect(xml).toMatch(/name="a(?:&#[0-9]+;|\ufffd)b\.yaml"/);
    expect(xml).not.toMatch(anyHidden);
  });

  test.each(["\u0085", "\u009b", "\u007f", "\u2028"])(
    "or a control one is a reference in JUnit's XML: %j",
    (one) => {
      const xml = formatJunit({ files: [madeFile({ file: `a${one}b.yaml`, missing: true })], strict: false });
      expect(xml).toContain(`name="a&#${one.codePointAt(0)};b.yaml"`);
      expect(xml).not.toContain(one);
    },
  );

  test("that scripts and pictures are written with stays as it is", () => {
    const names = ["می‌خواهم", "👩‍💻", "e\u0301", "עברית", "名前"];
    for (const name of names) {
      expect([clean(name), cell(name), JSON.parse(formatJson(name))]).toEqual([name, name, name]);
      expect(formatJson(name)).toBe(`"${name}"\n`);
    }
  });
});
