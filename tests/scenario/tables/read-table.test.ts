import { csvParseRows } from "d3-dsv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Problem } from "../../../src/kit/problem.js";
import { cellOffset, indexRows } from "../../../src/scenario/tables/index-rows.js";
import { readTable } from "../../../src/scenario/tables/read-table.js";
import { noProblem } from "./table-calendar.js";

const COLUMNS = [
  { name: "name", kind: "text", required: true },
  { name: "size", kind: "number", required: true },
] as const;

function read(text: string) {
  const { rows } = readTable(text, "t.csv", COLUMNS, noProblem);
  return rows.map((row) => [row.text("name"), row.number("size")]);
}

function firstProblem(text: string): Problem {
  const problems: Problem[] = [];
  readTable(text, "t.csv", COLUMNS, (problem) => problems.push(problem));
  return problems[0];
}

describe("a table", () => {
  it.each([
    ["with line feeds", "name,size\na,1\nb,2.5\n"],
    ["with carriage returns", "name,size\r\na,1\r\nb,2.5\r\n"],
    ["with carriage returns alone", "name,size\ra,1\rb,2.5\r"],
    ["without an end to its last line", "name,size\na,1\nb,2.5"],
    ["with a byte order mark", "\ufeffname,size\na,1\nb,2.5\n"],
    ["with blank lines", "\n\nname,size\n\na,1\n  \n,\nb,2.5\n\n\n"],
    ["with columns in another order", "size,name\n1,a\n2.5,b\n"],
    ["with blanks around cells", " name , size\n a ,1 \nb, 2.5\n"],
    ["with quotes", '"name","size"\n"a","1"\n"b","2.5"\n'],
    ["with other spellings of numbers", "name,size\na,1.0\nb,25e-1\n"],
  ])("%s is read", (_, text) => {
    expect(read(text)).toEqual([
      ["a", 1],
      ["b", 2.5],
    ]);
  });

  it("keeps commas, quotes and line breaks that stand in quotes", () => {
    expect(read('name,size\n"a, ""b""\nc",1\n')).toEqual([['a, "b"\nc', 1]]);
  });

  it("keeps names that are dangerous as keys", () => {
    expect(read("name,size\n__proto__,1\nconstructor,2\n")).toEqual([
      ["__proto__", 1],
      ["constructor", 2],
    ]);
  });

  it("names line and column after line breaks in quotes, in the same row and in earlier ones", () => {
    const text = 'name,size\n"a\nb",1\n"c\r\nd\r\ne",many\n';
    expect(firstProblem(text).place).toEqual({ file: "t.csv", line: 6, column: 4 });
  });

  it("counts columns from after a byte order mark", () => {
    expect(firstProblem("\ufeffnames,size\n").place).toEqual({ file: "t.csv", line: 1, column: 1 });
  });

  it("that is another kind of file is told so", () => {
    expect(firstProblem("n\0a\0m\0e\0").message).toBe(
      "this is not text in UTF-8; save the table as CSV in UTF-8",
    );
    expect(firstProblem("PK\u0003\u0004...").message).toBe(
      "this is a workbook, not a CSV file; save it as CSV",
    );
  });
});

describe("the index of rows", () => {
  const cell = fc.oneof(
    fc.stringMatching(/^[a-z ]{0,4}$/),
    fc.stringMatching(/^[a-z,\n"]{0,6}$/).map((text) => `"${text.replaceAll('"', '""')}"`),
  );
  const table = fc
    .array(fc.tuple(fc.array(cell, { minLength: 1, maxLength: 4 }), fc.constantFrom("\n", "\r\n", "\r")), {
      minLength: 1,
      maxLength: 8,
    })
    .map((rows) => rows.map(([cells, end]) => cells.join(",") + end).join(""));

  it("finds every cell of well-formed text where d3-dsv finds it", () => {
    fc.assert(
      fc.property(table, (text) => {
        const { starts, lines, fault } = indexRows(text);
        expect(fault).toBeUndefined();
        for (const [row, cells] of csvParseRows(text).entries()) {
          expect(lines[row]).toBe(text.slice(0, starts[row]).split(/\r\n|\r|\n/).length);
          for (const [column, content] of cells.entries()) {
            const at = cellOffset(text, starts[row], column);
            const raw = text.slice(at);
            const plain = raw.startsWith('"') ? `"${content.replaceAll('"', '""')}"` : content;
            expect(raw.startsWith(plain)).toBe(true);
          }
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe("a table of nothing but faults", () => {
  it("is told, however long", () => {
    const problems: Problem[] = [];
    const text = `name,size\n${"a;many\n".repeat(100_000)}${"b,many\n".repeat(100_000)}`;
    readTable(text, "t.csv", COLUMNS, (problem) => problems.push(problem));
    expect(problems.length).toBe(200_000);
    expect(problems[199_999].place).toEqual({ file: "t.csv", line: 200_001, column: 3 });
  });
});
