import { describe, expect, it } from "vitest";
import { parseSubject } from "../../src/scenario/promise.js";
import { pathOfFigure } from "../../src/scenario/promised.js";
import { readScenarioText } from "../../src/scenario/read-scenario.js";

const TEXT = `callsim: 1
name: Promises
calendar: {start: 2026-03-02, days: 1}
queues: {claims: {arrivals: {perDay: 700}, handle: {talk: 4m}}}
teams: {claims: {skills: [claims], agents: 9, pay: 10}}
expect:
  - claims.asa <= 20s
  - "total.cost <= 3000"
  - claims.occupancy <= 0.9
cases:
  storm: {expect: [claims.asa <= 2m]}
`;
const read = (options: Parameters<typeof readScenarioText>[3] = {}) =>
  readScenarioText(TEXT, "dir/promises.yaml", undefined, options).promises;

describe("the promises of a scenario that was read", () => {
  it("have their line and column, in the order of the file", () => {
    expect(read().map(({ text, place }) => [text, place?.line, place?.column])).toEqual([
      ["claims.asa <= 20s", 7, 5],
      ["total.cost <= 3000", 8, 5],
      ["claims.occupancy <= 0.9", 9, 5],
    ]);
    expect(read()[0].place?.file).toBe("dir/promises.yaml");
    expect(read()[0].figure).toMatchObject({ of: "queue", measure: "asa", relation: "<=", bound: 20 });
  });

  it("are those of the case that is applied, where they stand in it, and of --set without a place", () => {
    expect(read({ case: "storm" })).toEqual([
      expect.objectContaining({
        text: "claims.asa <= 2m",
        place: { file: "dir/promises.yaml", line: 11, column: 20 },
      }),
    ]);
    const [given] = read({ set: ["expect=[claims.asa <= 1m]"] });
    expect(given.text).toBe("claims.asa <= 1m");
    expect(given.place).toBeUndefined();
  });

  it("have a path that names the same figure, for a queue and a team of one name too", () => {
    const names = { queues: ["claims"], teams: ["claims"] };
    for (const { figure } of read()) {
      const { of, name, measure } = figure;
      expect(parseSubject(pathOfFigure(figure), names)).toMatchObject({ value: { of, name, measure } });
    }
    expect(read().map(({ figure }) => pathOfFigure(figure))).toEqual([
      "queues.claims.asa",
      "total.cost",
      "teams.claims.occupancy",
    ]);
  });
});
