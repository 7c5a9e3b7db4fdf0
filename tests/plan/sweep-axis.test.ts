import { describe, expect, test } from "vitest";
import { type Axis, axisValueAt, countOf, readAxis } from "../../src/plan/sweep/sweep-axis.js";

function axisOf(text: string, samples?: number): Axis {
  const read = readAxis(text, samples);
  if ("problem" in read) throw new Error(read.problem);
  return read.value;
}

function valuesOf(text: string): [number, string][] {
  const axis = axisOf(text);
  return Array.from({ length: countOf(axis) }, (_, place) => {
    const { value, text: written } = axisValueAt(axis, place);
    return [value, written];
  });
}

function problemOf(text: string): string {
  const read = readAxis(text);
  return "problem" in read ? read.problem : `no problem: ${JSON.stringify(read.value)}`;
}

describe("a varied path", () => {
  test("goes from its first value by its step, up to and with its last where a step meets it", () => {
    expect(valuesOf("a.b=5..10:2").map(([value]) => value)).toEqual([5, 7, 9]);
    expect(valuesOf("a.b=5..9:2").map(([value]) => value)).toEqual([5, 7, 9]);
    expect(valuesOf("a.b=-2..2:2").map(([value]) => value)).toEqual([-2, 0, 2]);
  });

  test("goes by ones where whole numbers have no step", () => {
    expect(valuesOf("a=5..8").map(([value]) => value)).toEqual([5, 6, 7, 8]);
  });

  test("takes durations as seconds, in any unit, and writes them as the file takes them", () => {
    expect(valuesOf("q=60s..2m:30s")).toEqual([
      [60, "60s"],
      [90, "90s"],
      [120, "120s"],
    ]);
    expect(valuesOf("q=1h30m,500ms")).toEqual([
      [5400, "5400s"],
      [0.5, "0.5s"],
    ]);
  });

  test("takes shares as parts of 1, exactly, and writes them as percent", () => {
    expect(valuesOf("t=0%..15%:5%")).toEqual([
      [0, "0%"],
      [0.05, "5%"],
      [0.1, "10%"],
      [0.15, "15%"],
    ]);
    expect(valuesOf("t=2.5%,7%")).toEqual([
      [0.025, "2.5%"],
      [0.07, "7%"],
    ]);
  });

  test("has no rounding in its steps: the third of 0.1 is 0.3 and the ninth 0.9", () => {
    const values = valuesOf("x=0..1:0.1").map(([value]) => value);
    expect(values).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    // The test can fail: steps added up end elsewhere.
    expect(0.1 + 0.1 + 0.1).not.toBe(0.3);
  });

  test("counts its values without making them", () => {
    expect(countOf(axisOf("x=0..1000000000:1"))).toBe(1_000_000_001);
    expect(countOf(axisOf("x=0.5..1.5", 10))).toBe(Number.POSITIVE_INFINITY);
  });

  test("needs a step on a grid where values are no whole numbers, and none for samples", () => {
    expect(problemOf("x=60s..180s")).toContain("write 60s..180s:30s, or draw points with --samples");
    expect(problemOf("x=0%..20%")).toContain("0%..20%:5%");
    expect(problemOf("x=0.5..2")).toContain("a grid needs a step");
    expect(axisOf("x=60s..180s", 5).values.kind).toBe("between");
    expect(axisOf("x=5..10", 5).values.kind).toBe("steps");
  });

  test.each([
    ["x", "expected path=a..b:step or path=1,2,5"],
    ["x=", "there are no values"],
    ["x=10..5:1", "10 is above 5; write 5..10:1"],
    ["x=3m..60s:30s", "3m is above 60s; write 60s..3m:30s"],
    ["x=1..5:0", "the step 0 leads nowhere"],
    ["x=1..5:-1", "the step -1 leads nowhere"],
    ["x=1..5:1:1", "expected one range a..b:step"],
    ["x=1..5..9", "expected one range a..b:step"],
    ["x=1..5,7", "expected one range a..b:step"],
    ["x=1..", "a value is missing"],
    ["x=1,,2", "a value is missing"],
    ["x=1,2,1", "1 stands twice"],
    ["x=60s,1m", "1m stands twice"],
    ["x=0..20%:5%", "0 and 20% are not of one kind"],
    ["x=60s..180:30s", "60s and 180 are not of one kind"],
    ["x=a,b", "found a; a sweep varies numbers"],
    ["x=08:00..09:00", "expected one range"],
    ["x=60x..90x:5x", "unknown unit"],
    ["x=1e3", "unknown unit"],
    ["x=0.00000000000000001..1:0.5", "more digits than can be told apart"],
    ["x=1..99999999999999999999", "more digits than can be told apart"],
  ])("%s is told what is wrong with it", (text, message) => {
    expect(problemOf(text)).toContain(message);
  });
});
