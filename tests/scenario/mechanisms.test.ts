import { describe, expect, it } from "vitest";
import { formatProblem } from "../../src/kit/problem.js";
import { checkFiguresInUse } from "../../src/scenario/check/check-names.js";
import { MEASURES, type NamedMeasure } from "../../src/scenario/measure-names.js";
import { inForce, type Mechanism, mechanismsOf } from "../../src/scenario/mechanisms.js";
import { ProblemList } from "../../src/scenario/problem-list.js";
import { notInUse } from "../../src/scenario/promise.js";
import { readScenarioText } from "../../src/scenario/read-scenario.js";
import { readYaml } from "../../src/scenario/read-yaml.js";
import { readSections } from "../../src/scenario/sections.js";
import { buildScenario } from "../build-scenario.js";

/** The figures there are, as if redials were known only of scenarios with outcomes. */
const redialsOf = (measures: readonly NamedMeasure[]) =>
  measures.map((one) => (one.name === "redialled" ? { ...one, of: "outcomes" as const } : one));
const known = { ...MEASURES, queue: redialsOf(MEASURES.queue), total: redialsOf(MEASURES.total) };
const none: ReadonlySet<Mechanism> = new Set();

describe("the mechanisms in use", () => {
  it("are none of a scenario with one queue and one team", () => {
    expect(mechanismsOf(buildScenario())).toEqual(none);
  });

  it("decide which figures of a list are in force, in the list's order", () => {
    const list = [{ name: "a", of: "chat" as const }, { name: "b" }, { name: "c", of: "money" as const }];
    const names = (...used: Mechanism[]) => inForce(list, new Set(used)).map(({ name }) => name);
    expect(names()).toEqual(["b"]);
    expect(names("money")).toEqual(["b", "c"]);
    expect(names("money", "chat")).toEqual(["a", "b", "c"]);
  });
});

describe("a figure of a mechanism", () => {
  const redials = { of: "queue" as const, name: "calls", measure: "redialled" };

  it("can be named where the mechanism is in use, and is refused where it is not", () => {
    expect(notInUse(redials, new Set(["outcomes"]), undefined, known)).toBeUndefined();
    expect(notInUse({ ...redials, measure: "asa" }, none, undefined, known)).toBeUndefined();
    expect(notInUse(redials, none, undefined, known)).toBe(
      "calls.redialled is a figure of outcomes, which this scenario does not have",
    );
    expect(notInUse(redials, new Set(["chat"]), "no point of this sweep has", known)).toBe(
      "calls.redialled is a figure of outcomes, which no point of this sweep has",
    );
  });

  it("is refused in promises and in the stopping rule with its place", () => {
    const text = `callsim: 1
name: Small
calendar: {start: 2026-03-02, days: 1}
queues:
  calls: {arrivals: {perHour: 10}, handle: {talk: 3m}}
teams:
  desk: {skills: [calls], agents: 4}
expect: ["calls.asa <= 20s", "total.redialled <= 3"]
run: {precision: {measure: calls.redialled, halfWidth: 2, most: 100}}
`;
    const { scenario } = readScenarioText(text, "small.yaml");
    const tree = readYaml(text, "small.yaml");
    const problems = new ProblemList(tree);
    checkFiguresInUse(readSections(tree, problems), scenario, problems, known);
    expect(problems.errors().map(formatProblem)).toEqual([
      "small.yaml:8:30: error: expect[1]: total.redialled is a figure of outcomes, " +
        "which this scenario does not have",
      "small.yaml:9:28: error: run.precision.measure: calls.redialled is a figure of outcomes, " +
        "which this scenario does not have",
    ]);
  });
});
