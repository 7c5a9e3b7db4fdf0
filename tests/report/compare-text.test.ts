import { csvParse } from "d3-dsv";
import { describe, expect, test } from "vitest";
import type { Attribution } from "../../src/plan/compare/attribute.js";
import type { ComparedFigure, Comparison, VariantComparison } from "../../src/plan/compare/comparison.js";
import { comparisonJson, formatComparisonCsv } from "../../src/report/comparison-results.js";
import { formatJson } from "../../src/report/json.js";
import { formatCompareText } from "../../src/report/text/compare/compare-text.js";
import { widthOf } from "../../src/report/text/display.js";
import { COLOURED } from "../../src/report/text/paint.js";
import { variantLetter } from "../../src/report/variant-letter.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { figure, lineScenario } from "./fixtures.js";

const chosen = {
  of: "total",
  name: "total",
  measure: "serviceLevel",
  path: "total.serviceLevel",
  unit: "share",
  title: "Service level",
  better: "more",
} as const;

function row(
  part: Partial<ComparedFigure> & Pick<ComparedFigure, "of" | "name" | "measure">,
): ComparedFigure {
  return {
    interval: "",
    unit: "share",
    isRepeated: false,
    a: figure(0.9, 0.01),
    b: figure(0.6, 0.02),
    difference: figure(-0.3, 0.015),
    verdict: "real",
    pValue: 1e-12,
    smallest: 0.005,
    replicationsToSettle: Number.NaN,
    varianceRatio: 3.2,
    ...part,
  };
}

const level = row({ of: "total", name: "total", measure: "serviceLevel" });

function figures(queue: string): ComparedFigure[] {
  const seconds = { unit: "seconds", a: figure(12, 1), b: figure(12.4, 1) } as const;
  return [
    row({ of: "queue", name: queue, measure: "serviceLevel" }),
    row({
      ...seconds,
      of: "queue",
      name: queue,
      measure: "asa",
      difference: figure(0.4, 0.9),
      verdict: "open",
      pValue: 0.2,
      replicationsToSettle: 310,
    }),
    row({
      ...seconds,
      of: "queue",
      name: queue,
      measure: "aht",
      difference: figure(0.4, 0.1),
      verdict: "slight",
    }),
    row({
      ...seconds,
      of: "queue",
      name: queue,
      measure: "p90",
      difference: figure(0.4, 0.3),
      verdict: "perhaps",
      replicationsToSettle: Number.POSITIVE_INFINITY,
    }),
    row({
      of: "team",
      name: "desk",
      measure: "shrinkage",
      difference: figure(0, 0),
      verdict: "same",
      pValue: 1,
      varianceRatio: Number.NaN,
    }),
    row({
      of: "team",
      name: "desk",
      measure: "cost",
      unit: "money",
      a: figure(9150, 0),
      b: figure(7198, 0),
      difference: figure(-1952, 0),
    }),
    level,
  ];
}

const attribution: Attribution = {
  figure: chosen,
  replications: 20,
  difference: figure(-0.3, 0.015),
  parts: [
    {
      parts: ["volume", "routing"],
      changes: [{ path: "queues.claims.arrivals.contacts", a: 2400, b: 2600 }],
      share: figure(-0.10049, 0.01),
      alone: figure(-0.08, 0.01),
      last: figure(-0.12, 0.01),
    },
    {
      parts: ["staff"],
      changes: [
        { path: "teams.desk.staffing.shifts.day.agents", a: 20, b: 17 },
        { path: "teams.trainees", a: undefined, b: "there" },
        ...[0, 1, 2].map((index) => ({ path: `teams.desk.staffing.steps[${index}].agents`, a: 1, b: 2 })),
      ],
      share: figure(-0.19951, 0.01),
      alone: figure(-0.17, 0.01),
      last: figure(-0.22, 0.01),
    },
  ],
  mixes: 4,
  together: ["only one of them has the queue fleet"],
  without: ["pay"],
};

function comparisonOf(
  parts: Partial<VariantComparison> = {},
  scenario: Scenario = lineScenario(),
): Comparison {
  const [{ name: queue }] = scenario.queues;
  return {
    version: "0.1.0",
    seed: "line",
    replications: 20,
    contacts: 384_000,
    variants: [
      { name: "as it stands", scenario: { ...scenario, hash: "0123456789abcdef" } },
      { name: "three-ill", scenario: { ...scenario, hash: "fedcba9876543210" } },
    ],
    chosen,
    levels: [level.a, level.b],
    comparisons: [
      {
        variant: 1,
        chosen: level,
        figures: figures(queue),
        intervals: [],
        onlyInFirst: [],
        onlyInThis: ["teams.trainees"],
        attribution,
        ...parts,
      },
    ],
    family: { level: 0.05, size: 6, threshold: 1e-9, nextLevel: 0.0125 },
    intervalFamily: { level: 0.05, size: 0, threshold: -1, nextLevel: 0.05 },
    ranking: undefined,
  };
}

const warnings = [{ severity: "warning", path: "teams.experts", message: "has no pay" } as const];
const notes = ["The seed is A's; that of B differs."];
const textOf = (comparison: Comparison) => formatCompareText({ comparison, warnings, notes });
const flat = (text: string) => text.replace(/\s+/g, " ");

const three: Comparison = {
  ...comparisonOf(),
  variants: [...comparisonOf().variants, { name: "best", scenario: lineScenario() }],
  levels: [level.a, level.b, figure(0.92, 0.01)],
  comparisons: [
    comparisonOf().comparisons[0]!,
    {
      ...comparisonOf().comparisons[0]!,
      variant: 2,
      attribution: undefined,
      chosen: row({
        ...level,
        b: figure(0.92, 0.01),
        difference: figure(0.02, 0.03),
        verdict: "open",
        replicationsToSettle: 120,
      }),
    },
  ],
  ranking: {
    error: 0.05,
    ranked: [
      { variant: 2, value: 0.92, lead: { mean: 0.02, low: -0.01, high: 0.05 }, mayBeBest: true },
      { variant: 0, value: 0.9, lead: { mean: -0.02, low: -0.05, high: 0.01 }, mayBeBest: true },
      { variant: 1, value: 0.6, lead: { mean: -0.32, low: -0.34, high: 0 }, mayBeBest: false },
    ],
  },
};

describe("the report of a comparison", () => {
  test("reads as it was reviewed", async () => {
    await expect(textOf(comparisonOf())).toMatchFileSnapshot("golden/compare.txt");
  });

  test("of three reads as it was reviewed", async () => {
    const stable = textOf(three).replace(lineScenario().hash, "aaaaaaaaaaaaaaaa");
    await expect(stable).toMatchFileSnapshot("golden/compare-three.txt");
  });

  test("has no line wider than 100 columns, names as long as they may be", () => {
    const long = "ÜberlängeQueue".repeat(12);
    const wide = comparisonOf({}, lineScenario(long));
    const named = { ...wide, variants: wide.variants.map((one) => ({ ...one, name: long })) };
    for (const line of `${textOf(comparisonOf())}${textOf(named)}`.split("\n")) {
      expect(widthOf(line)).toBeLessThanOrEqual(100);
    }
  });

  test("neither colours nor rewrites the screen at a name's bidding, nor prints what is none", () => {
    const text = textOf(comparisonOf({}, lineScenario("evil\u202equeue")));
    expect(text).not.toContain("\u202e");
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
    expect(formatCompareText({ comparison: three, warnings, notes }, COLOURED)).toContain("\u001b[");
  });

  test("shows seconds so that the difference can be checked", () => {
    const seconds = { of: "queue", name: "claims", unit: "seconds" } as const;
    const asa = row({
      ...seconds,
      measure: "asa",
      a: figure(4.84, 0.2),
      b: figure(21.26, 0.4),
      difference: figure(16.42, 0.4),
    });
    const p90 = row({
      ...seconds,
      measure: "p90",
      a: figure(122, 2),
      b: figure(33.3, 1),
      difference: figure(-88.7, 12),
    });
    const text = textOf(comparisonOf({ chosen: asa, figures: [asa, p90] }));
    expect(text).toMatch(/ASA +4\.8s +21\.3s +\+16\.4s +±0\.4s/);
    expect(text).toMatch(/wait p90 +2m02s +33\.3s +-88\.7s +±12\.0s/);
    expect(flat(text)).toContain("16.4s higher than in A: 21.3s against 4.8s (+16.0s to +16.8s,");
  });

  test("prints shares that add up to the printed difference", () => {
    // -10.049 and -19.951 round to -10.0 and -20.0.
    const text = textOf(comparisonOf());
    const shares = [...text.matchAll(/^ {2}(?:volume and routing|staff) +([+-][\d.]+)/gm)].map(([, share]) =>
      Number(share),
    );
    expect(shares[0]! + shares[1]!).toBeCloseTo(-30, 9);
  });

  test.each([
    ["same", "The service level is the same in A and B in every replication; other figures differ."],
    ["slight", "A and B do not differ in service level by as much as 0.5 points"],
    ["open", "Whether A or B has the higher service level is open"],
    ["perhaps", "It is not certain: among so many figures some differ as much by luck."],
    ["none", "one replication tells nothing of luck"],
  ] as const)("says in its first sentence what %s means", (verdict, says) => {
    const settled = verdict === "open" ? 120 : Number.NaN;
    const text = textOf(comparisonOf({ chosen: { ...level, verdict, replicationsToSettle: settled } }));
    expect(flat(text)).toContain(says);
    if (verdict === "open") expect(flat(text)).toContain("Some 120 replications of each would settle it.");
  });

  test("says so where nothing at all differs", () => {
    const same = figures("claims").map((one) => ({ ...one, verdict: "same" as const }));
    const nothing = { ...attribution, parts: [], mixes: 1, without: [] };
    const text = textOf(
      comparisonOf({ chosen: { ...level, verdict: "same" }, figures: same, attribution: nothing }),
    );
    expect(flat(text)).toContain("A and B are the same: every figure is, in every replication.");
    expect(flat(text)).toContain("A and B differ in nothing that the service level depends on.");
  });

  test("shows with a dash what was observed in one of the two alone", () => {
    const nothing = figure(Number.NaN);
    const paid = row({
      of: "team",
      name: "desk",
      measure: "cost",
      unit: "money",
      a: figure(9150, 0),
      b: nothing,
      difference: nothing,
      verdict: "none",
    });
    const unpaid = { ...paid, name: "experts", a: nothing };
    const text = textOf(comparisonOf({ figures: [paid, unpaid] }));
    expect(text).toMatch(/^ {2}desk +cost +9,150 +- +- +-$/m);
    expect(text).not.toContain("experts  ");
  });

  test("shows the intervals that really differ, and counts the others", () => {
    const intervals = [6, 7, 8].map((hour) =>
      row({
        of: "queue",
        name: "claims",
        measure: "serviceLevel",
        interval: `2026-03-06T0${hour}:00:00-05:00`,
        verdict: hour === 7 ? "real" : "open",
      }),
    );
    const family = { level: 0.05, size: 3, threshold: 1e-9, nextLevel: 0.025 };
    const text = textOf({ ...comparisonOf({ intervals }), intervalFamily: family });
    expect(text).toMatch(/^ {2}2026-03-06 07:00 +claims +90\.0 % +60\.0 % +-30\.0 points/m);
    expect(text).not.toContain("06:00");
    expect(flat(text)).toContain("1 is real. 3 differences by interval were judged together (Holm's");
    const none = comparisonOf({ intervals: intervals.slice(0, 1) });
    expect(textOf(none)).toContain("In no interval is a difference real");
  });
});

describe("a comparison for machines", () => {
  test("is JSON that keeps numbers as they are, and null for what there is not", () => {
    const json = JSON.parse(formatJson(comparisonJson({ comparison: three, warnings, notes })));
    expect(json.variants.map(({ letter }: { letter: string }) => letter)).toEqual(["A", "B", "C"]);
    const [first] = json.comparisons;
    expect(first.difference.difference).toEqual({ mean: -0.3, low: -0.315, high: -0.285 });
    expect(first.queues.claims.asa).toMatchObject({ verdict: "open", replicationsToSettle: 310 });
    expect(first.queues.claims.p90.replicationsToSettle).toBeNull();
    expect(first.teams.desk.shrinkage.varianceRatio).toBeNull();
    expect(first.why.parts[0]).toMatchObject({ parts: ["volume", "routing"], share: { mean: -0.10049 } });
    expect(json.comparisons[1].why).toBeNull();
    expect(json.ranking.ranked[0]).toMatchObject({ letter: "C", mayBeBest: true });
    expect(json.family).toEqual({ method: "Holm", level: 0.05, size: 6 });
    expect(json.warnings).toEqual(["warning: teams.experts: has no pay"]);
  });

  test("is tidy CSV: a line a figure, the parts and the ranking after them", () => {
    const lines = csvParse(formatComparisonCsv({ comparison: three }));
    const kinds = new Map<string, number>();
    for (const { scope } of lines) kinds.set(scope, (kinds.get(scope) ?? 0) + 1);
    expect([...kinds]).toEqual([
      ["queue", 8],
      ["team", 4],
      ["total", 2],
      ["part", 6],
      ["ranking", 3],
    ]);
    expect(lines[0]).toMatchObject({ variant: "three-ill", against: "as it stands", difference: "-0.3" });
    expect(lines.find(({ scope }) => scope === "part")).toMatchObject({
      name: "volume + routing",
      measure: "share",
      mean: "-0.10049",
    });
  });

  test("guards names that a spreadsheet would take for formulas", () => {
    const csv = formatComparisonCsv({ comparison: comparisonOf({}, lineScenario("=1+1")) });
    expect(csv).toContain(",'=1+1,");
  });
});

test("variants are called A to Z, then AA", () => {
  expect([0, 25, 26, 27, 52].map(variantLetter)).toEqual(["A", "Z", "AA", "AB", "BA"]);
});
