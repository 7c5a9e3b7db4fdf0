import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { BadInput, formatProblem } from "../../src/kit/problem.js";
import { type ReadOptions, readScenario } from "../../src/scenario/read-scenario.js";

const FOLDER = fileURLToPath(new URL("../bad", import.meta.url));

/** What a person would read: the problems, or the warnings of a scenario that is accepted. */
async function answerTo(name: string): Promise<string> {
  const folder = path.join(FOLDER, name);
  const optionsFile = path.join(folder, "options.json");
  const options = existsSync(optionsFile) ? JSON.parse(readFileSync(optionsFile, "utf8")) : {};
  try {
    const { warnings } = await readScenario(path.join(folder, "scenario.yaml"), options as ReadOptions);
    return `${[...warnings.map(formatProblem), "accepted"].join("\n").replaceAll(`${folder}/`, "")}\n`;
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return `${error.problems.map(formatProblem).join("\n").replaceAll(`${folder}/`, "")}\n`;
  }
}

const names = readdirSync(FOLDER).sort();

describe("a bad scenario is answered with everything that is wrong with it", () => {
  it.each(names)("%s", async (name) => {
    const golden = path.join(FOLDER, name, "expected.txt");
    const answer = await answerTo(name);
    if (process.env["UPDATE_BAD"]) writeFileSync(golden, answer);
    expect(answer).toBe(readFileSync(golden, "utf8"));
  });

  it("in at least 130 cases, each message on one line, without a full stop or a stack", async () => {
    expect(names.length).toBeGreaterThanOrEqual(130);
    for (const name of names) {
      for (const line of (await answerTo(name)).trimEnd().split("\n")) {
        expect(line, name).toMatch(
          /^(accepted|(scenario\.yaml|[a-z.-]+\.csv):\d+:\d+: (error|warning): .+|error: .+)$/,
        );
        expect(line, name).not.toMatch(/\.$|undefined|\[object|NaN|Invalid type|\bat .*\.ts/);
        expect(line.length, name).toBeLessThan(300);
      }
    }
  });
});
