import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import { findRequirement } from "../../src/plan/requirement/find-requirement.js";
import { PLAIN } from "../../src/report/text/paint.js";
import { joinSections } from "../../src/report/text/run-text.js";
import { formatStaffBrief } from "../../src/report/text/staff-text.js";
import { readScenario, readScenarioText } from "../../src/scenario/read-scenario.js";
import { serviceLevelParts } from "../../src/statistics/service-level.js";
import { SHIPPED } from "./shipped.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readme = readFileSync(path.join(root, "README.md"), "utf8");

describe("the readme", () => {
  it("has the two commands for a fresh machine", () => {
    expect(readme).toContain("npm ci && npm start");
    expect(readme).toContain("npm ci && npm test");
  });

  it("has a paragraph and a command line for every shipped scenario", () => {
    for (const name of SHIPPED) expect(readme, name).toContain(` scenarios/${name}`);
    for (const name of SHIPPED) expect(readme).toContain(`**${name.slice(0, 2)}, `);
  });

  it("runs scenarios, cases and changes that are there", async () => {
    const lines = [
      ...readme.matchAll(/callsim (?:run|staff|grow) (scenarios\/\S+?\.yaml)(?: --case ([\w-]+))?`/g),
    ];
    expect(lines.length).toBeGreaterThanOrEqual(SHIPPED.length);
    for (const [, file, name] of lines) {
      const options = name === undefined ? {} : { case: name };
      await expect(readScenario(path.join(root, file), options)).resolves.toBeDefined();
    }
  });

  it("shows a scenario that reads and runs", () => {
    const [, text] = /```yaml\n([\s\S]*?)```/.exec(readme)!;
    const { scenario, warnings } = readScenarioText(text, "README.md");
    expect(warnings).toEqual([]);
    expect(simulate(compile(scenario), scenario.run.seed, 1).contacts).toBeGreaterThan(1000);
  });

  it("shows what is said of a file with several slips", () => {
    const golden = readFileSync(path.join(root, "tests/bad/several-slips/expected.txt"), "utf8");
    expect(readme).toContain(golden);
  });

  it("shows the agents that the main job needs", async () => {
    const { scenario } = await readScenario(path.join(root, "scenarios/06-around-the-clock.yaml"));
    const requirement = await findRequirement(scenario);
    const printed = joinSections(formatStaffBrief(scenario, requirement, PLAIN));
    const [shown] = /Agents needed: [\s\S]*?\n\n/.exec(readme)!;
    expect(printed).toContain(shown.trimEnd());
  }, 120_000);

  it("names files that are there", () => {
    const files = [...readme.matchAll(/`((?:src|tests|examples|scenarios)\/[\w./-]*)`/g)].map(
      ([, file]) => file,
    );
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) expect(existsSync(path.join(root, file)), file).toBe(true);
  });

  it("counts service level as the program does", () => {
    const counts = {
      offered: 1060,
      answered: 1000,
      answeredWithin: 860,
      abandonedWithin: 20,
      abandonedUnder: 10,
    };
    const rows = [...readme.matchAll(/^\| `\{?([a-z-]+)(?:: 5s\})?`.*\| (\d+\.\d\d) %/gm)].map(
      ([, counting, share]) => ({ counting, share }),
    );
    expect(rows).toHaveLength(6);
    for (const { counting, share } of rows) {
      const { met, of } = serviceLevelParts(counting as Parameters<typeof serviceLevelParts>[0], counts);
      expect(((100 * met) / of).toFixed(2), counting).toBe(share);
    }
  });
});

describe("the example of the library", () => {
  it("runs, and finds that eleven agents are enough and ten are not", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ["examples/quick.mjs"], { cwd: root });
    const levels = [...stdout.matchAll(/^(\d+) agents: ([\d.]+) %/gm)].map(([, agents, level]) => [
      Number(agents),
      Number(level),
    ]);
    expect(levels.map(([agents]) => agents)).toEqual([9, 10, 11, 12]);
    expect(levels[1][1]).toBeLessThan(80);
    expect(levels[2][1]).toBeGreaterThan(80);
  });
});
