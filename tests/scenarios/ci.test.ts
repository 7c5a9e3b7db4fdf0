import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { buildProgram } from "../../src/cli/program.js";
import { readScenarioText } from "../../src/scenario/read-scenario.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const page = read("docs/ci.md");
const workflow = read("examples/callsim-check.yml");
const command = buildProgram().commands.find((one) => one.name() === "check")!;
const known = command.options.map(({ long }) => long);

/** The options of every `callsim check` in a text, continued lines included. */
function optionsIn(text: string): string[] {
  return [...text.matchAll(/callsim check ([^`\n#']*(?:\n +--[^`\n#']*)*)/g)].flatMap(([, line]) =>
    [...line.matchAll(/--[a-z-]+/g)].map(([option]) => option),
  );
}

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Readonly<Record<string, unknown>>[] }>>;
}

describe("the workflow for other repositories", () => {
  const { jobs } = parse(workflow) as Workflow;
  const runs = Object.values(jobs).flatMap(({ steps }) =>
    steps.flatMap(({ run }) => (run ? [String(run)] : [])),
  );

  it("is a workflow that checks out, sets Node up, installs and checks", () => {
    const uses = jobs["check"].steps.flatMap(({ uses }) => (uses ? [String(uses)] : []));
    expect(uses.map((one) => one.split("@")[0])).toEqual([
      "actions/checkout",
      "actions/setup-node",
      "actions/upload-artifact",
    ]);
    expect(runs).toEqual(["npm ci", expect.stringMatching(/^npx callsim check scenarios\/\*\.yaml /)]);
  });

  it("keeps what it is to upload where the check writes it, also after a failure", () => {
    const { if: when, with: what } = jobs["check"].steps.at(-1)! as { if: string; with: { path: string } };
    expect(when).toBe("always()");
    const [, junit] = /--junit (\S+)/.exec(runs[1])!;
    expect(junit.startsWith(what.path)).toBe(true);
  });
});

describe("the page on CI", () => {
  it.each([
    ["docs/ci.md", page],
    ["examples/callsim-check.yml", workflow],
    [".ci/run", read(".ci/run").replaceAll("node dist/cli/main.js", "callsim")],
    ["README.md", read("README.md")],
  ])("and %s use options that the command has", (_, text) => {
    const used = optionsIn(text);
    expect(used.length).toBeGreaterThan(0);
    for (const option of used) expect(known, option).toContain(option);
  });

  it("names every option that only this command has", () => {
    const elsewhere = buildProgram()
      .commands.filter((one) => one !== command)
      .flatMap((one) => one.options.map(({ long }) => long));
    for (const option of known) if (!elsewhere.includes(option)) expect(page).toContain(option);
  });

  it("links to what is there, and is linked from the readme", () => {
    for (const [, file] of page.matchAll(/\]\(([^)]+)\)/g)) {
      expect(existsSync(path.join(root, "docs", file)), file).toBe(true);
    }
    expect(read("README.md")).toContain("](docs/ci.md)");
  });

  it("shows YAML that parses, and promises that a scenario may make", () => {
    const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text);
    expect(blocks).toHaveLength(3);
    for (const block of blocks) expect(typeof parse(block)).toBe("object");
    const scenario = `
callsim: 1
name: As on the page
calendar: {start: 2026-03-02, days: 1}
queues: {claims: {arrivals: {perDay: 700}, handle: {talk: 4m}}}
teams: {claims: {skills: [claims], agents: 9, pay: 10}}
${blocks[0]}`;
    expect(readScenarioText(scenario, "ci.md").promises).toHaveLength(3);
    const storm = readScenarioText(scenario, "ci.md", undefined, { case: "storm" });
    expect(storm.promises.map(({ text }) => text)).toEqual(["claims.abandonRate <= 15%"]);
  });
});

describe("this project's own CI", () => {
  it("checks the quick scenarios, strictly", () => {
    expect(read(".ci/run")).toContain(
      "check scenarios/0*.yaml scenarios/1[1-9]*.yaml scenarios/2*.yaml --strict",
    );
    expect(read(".github/workflows/ci.yml")).toContain(".ci/run");
  });
});
