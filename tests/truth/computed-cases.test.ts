import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { casesFile, casesOf, computeCases, computedCases } from "./computed/computed-cases.js";
import { families } from "./computed/families.js";
import { patient } from "./computed/one-line.js";
import { oracleCases } from "./oracle-cases.js";

const updating = process.env["UPDATE_ORACLES"] !== undefined;

if (updating) test("the cases are computed anew", () => writeFileSync(casesFile, computeCases()));

describe.skipIf(updating)("computed cases", () => {
  test("are more than 220 and with the published ones more than 250, each under a name of its own", () => {
    const ids = [...computedCases, ...oracleCases].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(computedCases.length).toBeGreaterThan(220);
    expect(ids.length).toBeGreaterThan(250);
  });

  test("belong to families, whose points they are", () => {
    const points = families.flatMap((family) =>
      family.points.map(({ id, title, input }) => ({ id, family: family.name, title, input })),
    );
    const cases = computedCases.map(({ id, family, title, input }) => ({ id, family, title, input }));
    expect(JSON.parse(JSON.stringify(points))).toEqual(cases);
  });

  // Some are seconds of sums each.
  const costly = (id: string) => /^(ABSENCE-[23]|REDIAL-[23678]|DAY-[348]|STAFF-[246])/.test(id);
  test.each(families)("are computed again, to 1e-10: $name", (family) => {
    const points = new Map(family.points.map((point) => [point.id, point]));
    for (const given of casesOf(family)) {
      if (costly(given.id)) continue;
      const made = family.exact(points.get(given.id)!.input);
      expect(Object.keys(made)).toEqual(Object.keys(given.expected));
      for (const [name, value] of Object.entries(given.expected)) {
        const off = Math.abs(made[name] - value);
        expect(off, `${given.id} ${name}`).toBeLessThanOrEqual(1e-10 * Math.abs(value));
      }
    }
  });

  test("come from code that takes nothing from the product", () => {
    const folder = new URL("./theory/", import.meta.url);
    const files = readdirSync(folder);
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const text = readFileSync(new URL(file, folder), "utf8");
      for (const [, from] of text.matchAll(/from "([^"]+)"/g)) expect(from, file).toMatch(/^\.\/[\w-]+\.js$/);
    }
  });
});

describe("the theory agrees with itself by ways that share little", () => {
  test("one agent by stages is Pollaczek and Khinchine's", async () => {
    const { oneAgent, stagedHandle } = await import("./theory/handle-times.js");
    const byStages = stagedHandle(0.8, 1, { meanSeconds: 1, stages: 3 }, 300);
    const byFormula = oneAgent(0.8, { kind: "erlang", meanSeconds: 1, stages: 3 });
    expect(Math.abs(byStages.asa / byFormula.asa - 1)).toBeLessThan(1e-9);
  });

  test("exponential patience by its density is Palm's chain", async () => {
    const { impatientInTheLongRun } = await import("./theory/impatience.js");
    const { lineInTheLongRun } = await import("./theory/birth-death.js");
    const handleSeconds = 180;
    const patience = { kind: "exponential", meanSeconds: 120 } as const;
    const density = impatientInTheLongRun({ ratePerSecond: 1 / 9, handleSeconds, agents: 20, patience }, 20);
    const chain = lineInTheLongRun(
      { rate: 1 / 9, serviceRate: 1 / 180, agents: 20, hangUpRate: 1 / 120 },
      20,
    );
    for (const name of ["p_wait", "p_abandon", "asa", "mean_wait_all", "sl", "sl_excl_short"] as const) {
      expect(Math.abs(density[name] / chain[name] - 1), name).toBeLessThan(1e-10);
    }
  });

  test("a design of one queue and one team is a line, and a day that lasts is the long run", async () => {
    const { designInTheLongRun } = await import("./theory/skill-design.js");
    const { lineInTheLongRun } = await import("./theory/birth-death.js");
    const { followDay } = await import("./theory/day.js");
    const line = lineInTheLongRun(
      { rate: 0.1, serviceRate: 1 / 60, agents: 5, hangUpRate: 1 / 80, lines: 9 },
      20,
    );
    const { figures } = designInTheLongRun({
      queues: [{ perHour: 360, handleSeconds: 60, patienceSeconds: 80, lines: 9 }],
      teams: [{ agents: 5, skills: [{ queue: 0, preference: 1, speed: 1 }] }],
      contact: "longest-waiting",
    });
    expect(Math.abs(figures["p_block, q0"] / line.p_block - 1)).toBeLessThan(1e-10);
    expect(Math.abs(figures["mean_wait_all, q0"] / line.mean_wait_all - 1)).toBeLessThan(1e-10);
    const stretch = { seconds: 7200, ratePerSecond: 0.1, agents: 5 };
    const [, second] = followDay({
      ...{ handleSeconds: 60, patienceSeconds: 80, lines: 9, longest: 9 },
      stretches: [stretch, stretch],
    });
    expect(Math.abs(second.over(([, waiting]) => waiting) / 7200 / line.lq - 1)).toBeLessThan(1e-8);
  });

  test("and a formula fed a handle time one part in a million too long is told apart", () => {
    const given = computedCases.find(({ id }) => id === "MMC-10-85")!;
    const { formula } = patient;
    const off = (input: unknown) =>
      Math.max(
        ...Object.entries(formula!(input)).map(([name, value]) => Math.abs(value / given.expected[name] - 1)),
      );
    expect(off(given.input)).toBeLessThan(1e-9);
    expect(off(patient.stretched(given.input, 1 + 1e-6))).toBeGreaterThan(1e-9);
  });
});
