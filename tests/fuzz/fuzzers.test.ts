import { describe, expect, test } from "vitest";
import { BadInput } from "../../src/kit/problem.js";
import { type Fuzzer, faultOf } from "./hold-on-inputs.js";
import { luckOf } from "./luck.js";
import { leastOf, leastText } from "./minimise.js";
import { mutateText, NONSENSE } from "./mutate-text.js";
import { expectPlain, expectReadable, problemsOf } from "./readable.js";

const TEXT = "queues:\n  claims: {lines: 12}\n  sales: {lines: 7}\nteams:\n  desk: {agents: 4}\n";

/** A reader with a fault: a 7 makes it fall over. */
const fuzzer: Fuzzer<string> = {
  name: "example",
  share: 1,
  make: (luck) => mutateText(luck, TEXT, { bases: [TEXT], nonsense: NONSENSE }),
  judge: (text) => {
    if (text.includes("7")) throw new TypeError("cannot read 7");
  },
  minimise: leastText,
};

describe("a fuzzer", () => {
  test("finds a fault, and shows the smallest input that has it", async () => {
    const fault = await faultOf({ ...fuzzer, make: () => TEXT }, "example/1");
    expect(fault).toMatch(/^example\/1: TypeError: cannot read 7\n/);
    expect(fault).toMatch(/\n {2}smallest input: "7"$/);
  });

  test("says nothing where there is none", async () => {
    expect(await faultOf({ ...fuzzer, judge: () => {} }, "example/1")).toBeUndefined();
  });

  test("holds an input that takes long for a fault", async () => {
    const judge = (text: string) => {
      const before = process.cpuUsage();
      while (text.length > 0 && process.cpuUsage(before).user < 80_000);
    };
    const fault = await faultOf(
      { ...fuzzer, judge, mostCpuSeconds: 0.05, minimise: async (text) => text },
      "example/1",
    );
    expect(fault).toMatch(/^example\/1: took \d+\.\d s of processor time/);
  });

  test("makes the same input of the same key, and others of others", () => {
    const inputs = Array.from({ length: 50 }, (_, index) => fuzzer.make(luckOf(`example/${index}`)));
    expect(inputs).toEqual(inputs.map((_, index) => fuzzer.make(luckOf(`example/${index}`))));
    expect(new Set(inputs).size).toBeGreaterThan(40);
  });

  test("leaves out what is not needed, and only that", async () => {
    const needs = async (less: readonly number[]) => less.includes(3) && less.includes(17);
    expect(
      await leastOf(
        Array.from({ length: 40 }, (_, index) => index),
        needs,
      ),
    ).toEqual([3, 17]);
  });
});

describe("a fuzzer takes for a fault", () => {
  test.each([
    ["\u001b[31mred", "a control character"],
    ["one\u202etwo", "a sign that turns or hides text"],
    ["half \ud83d", "half a character"],
    ["found undefined", "words of a program"],
    ["found [object Object]", "words of a program"],
    ["flow sequence must end with a ]", "words of a parser"],
    ["Unexpected , in flow map", "words of a parser"],
    ["x\n    at read (read.ts:1:2)", "a control character"],
    ["    at read (/src/read.ts:1:2)", "a stack trace"],
    ["x".repeat(2_000), "2000 signs"],
  ])("the line %j", (line, what) => {
    expect(() => expectPlain(line)).toThrow(what);
  });

  test("a problem without a place in its file, one that ends as a sentence, and a refusal without any", async () => {
    const problem = { severity: "error", message: "found 1" } as const;
    expect(() => expectReadable([{ ...problem, place: { file: "f", line: 0, column: 1 } }])).toThrow(
      "a place",
    );
    expect(() => expectReadable([{ ...problem, message: "found 1." }])).toThrow("a full stop");
    const refuse = () => {
      throw new BadInput([]);
    };
    await expect(problemsOf(refuse)).rejects.toThrow("without a word");
  });

  test("any error that is none of the input's", async () => {
    const fall = () => {
      throw new RangeError("Maximum call stack size exceeded");
    };
    await expect(problemsOf(fall)).rejects.toThrow(RangeError);
  });
});
