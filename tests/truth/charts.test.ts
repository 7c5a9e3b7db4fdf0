import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type ChartData, gather } from "./charts/chart-data.js";
import { drawAll } from "./charts/draw.js";
import { pageFigures, pageWith } from "./charts/page-figures.js";
import { computedCases } from "./computed/computed-cases.js";

const folder = new URL("../../docs/charts/", import.meta.url);
const pageFile = new URL("../../docs/how-do-you-know.md", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
const page = () => readFileSync(pageFile, "utf8");

if (process.env["UPDATE_CHARTS"] !== undefined) {
  test("the charts and the page's figures are made anew", () => {
    const data = gather();
    const rows = JSON.stringify(data, null, 1).replace(/\n\s{4,}/g, " ");
    writeFileSync(new URL("figures.json", folder), `${rows}\n`);
    for (const [name, text] of Object.entries(drawAll(data))) writeFileSync(new URL(name, folder), text);
    writeFileSync(pageFile, pageWith(page(), data));
  });
}

describe("the charts", () => {
  const data: ChartData = JSON.parse(read("figures.json"));

  test("are drawn from the data file and nothing else", () => {
    const drawn = drawAll(data);
    expect(readdirSync(folder).sort()).toEqual([...Object.keys(drawn), "figures.json"].sort());
    for (const [name, text] of Object.entries(drawn)) expect(read(name), name).toBe(text);
  });

  test("show every computed case, and none beyond four standard errors that did not pass a second look", () => {
    expect(data.families.reduce((sum, { cases }) => sum + cases, 0)).toBe(computedCases.length);
    for (const { scores, again } of data.families) {
      if (scores.some((score) => Math.abs(score) >= 4)) expect(again.length).toBeGreaterThan(0);
      for (const { second } of again) expect(second).toBeLessThan(4);
    }
    expect(data.waits.worstScore).toBeLessThan(4);
    expect(data.day.worstScore).toBeLessThan(4);
  });

  test("are legible: no text reaches over the edge, no number is missing", () => {
    for (const [name, text] of Object.entries(drawAll(data))) {
      expect(text, name).not.toMatch(/NaN|undefined|Infinity/);
      const width = Number(/ width="(\d+)"/.exec(text)?.[1]);
      for (const [, x, anchor, words] of text.matchAll(
        /<text class="\w+" x="([\d.]+)" y="[\d.]+"(?: text-anchor="(\w+)")?>([^<]*)</g,
      )) {
        // Seven pixels a letter are more than the font takes on average.
        const length = 7 * words.length;
        const left = Number(x) - (anchor === "end" ? length : anchor === "middle" ? length / 2 : 0);
        expect(left, `${name}: ${words}`).toBeGreaterThanOrEqual(0);
        expect(left + length, `${name}: ${words}`).toBeLessThanOrEqual(width);
      }
    }
  });

  test("are all on the page, whose figures are the data file's", () => {
    expect(pageWith(page(), data)).toBe(page());
    for (const name of Object.keys(drawAll(data))) expect(page()).toContain(`(charts/${name})`);
    for (const part of Object.values(pageFigures(data))) expect(part).not.toMatch(/NaN|undefined/);
  });
});
