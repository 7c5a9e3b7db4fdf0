import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { callsim, folderWith, SMALL } from "./call.js";

const TEMPLATES = 'schedule: {templates: {full: {start: "08:00", length: 8h}}}\n';
const HIRING = "hiring: {from: 2026-01, months: 3, teams: {desk: {heads: 8, attrition: 30%}}}\n";
const home = folderWith({
  "small.yaml": SMALL,
  "scheduled.yaml": SMALL + TEMPLATES,
  "hiring.yaml": SMALL + HIRING,
});
const scheduled = path.join(home, "scheduled.yaml");
const hiring = path.join(home, "hiring.yaml");
const small = path.join(home, "small.yaml");
/** Far more work than any test waits for. */
const endless = ["--set", "calendar.days=60", "--set", "queues.calls.arrivals.perHour=300"];
const replications = ["--replications", "100000"];

const commands: readonly { name: string; args: readonly string[]; says: RegExp }[] = [
  { name: "run", args: ["run", small, ...endless, ...replications], says: /finished replication|before a/ },
  {
    name: "staff",
    args: ["staff", small, ...endless, ...replications],
    says: /agents needed were not found/,
  },
  {
    name: "schedule",
    args: ["schedule", scheduled, ...endless, ...replications],
    says: /agents needed were not found|no schedule of every team/,
  },
  { name: "grow", args: ["grow", small, ...endless, ...replications], says: /finished|before|not found/ },
  { name: "hire", args: ["hire", hiring, ...endless, ...replications], says: /no plan was found yet/ },
  {
    name: "compare",
    args: ["compare", small, ...endless, ...replications],
    says: /finished replication|before a/,
  },
  { name: "check", args: ["check", small, ...endless, ...replications], says: /0 of 1 file judged/ },
  {
    name: "explain",
    args: [
      "explain",
      small,
      "--worst",
      "--set",
      "calendar.days=300",
      "--set",
      "queues.calls.arrivals.perHour=9000",
    ],
    says: /before the story was told/,
  },
];

describe.each(["SIGINT", "SIGTERM"] as const)("%s", (signal) => {
  test.each(commands)("ends $name with 130, and it says what there is", async ({ name, args, says }) => {
    const out = path.join(home, `${name}-${signal}`);
    const { code, stderr } = await callsim([...args, "--out", out], {
      // The folder is made when the command begins its work.
      started: (child) => whenThere(out, () => setTimeout(() => child.kill(signal), 300)),
    });
    expect(stderr).toContain("Interrupted: stopping, what is finished is kept (once more to stop at once).");
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(code).toBe(130);
    expect(readdirSync(out).filter((one) => one.startsWith("."))).toEqual([]);
  });
});

describe("growth that is stopped", () => {
  test("keeps the cases it has, and the years of the one in hand", async () => {
    // A minute of work, of which a few seconds are done.
    const cases = Array.from(
      { length: 20 },
      (_, index) => `case${index}: {of: volume, change: ${100 + 10 * index}%, until: 2126}`,
    ).join(", ");
    const growth = `growth: {baseYear: 2026, cases: {${cases}}}`;
    const file = path.join(folderWith({ "small.yaml": SMALL.replace(/^growth:.*$/m, growth) }), "small.yaml");
    const out = path.join(home, "years");
    const options = ["--only-cases", "--replications", "20", "--format", "json", "--out", out];
    const { code, stderr } = await callsim(["grow", file, ...options], {
      started: (child) => whenThere(out, () => setTimeout(() => child.kill("SIGINT"), 6000)),
    });
    expect(code).toBe(130);
    const found = JSON.parse(readFileSync(path.join(out, "grow.json"), "utf8"));
    const names: string[] = found.caseOrder;
    const last = found.cases[names.at(-1)!];
    expect(names.length).toBeLessThan(20);
    for (const name of names.slice(0, -1)) expect(found.cases[name]).toMatchObject({ interrupted: false });
    for (const name of names.slice(0, -1)) expect(found.cases[name].years).toHaveLength(101);
    expect(last.interrupted).toBe(last.years.length < 101);
    const year = last.years.at(-1).year;
    if (last.interrupted) expect(stderr).toContain(`, and ${names.at(-1)} to ${year}.`);
  });
});

describe("a second Ctrl-C", () => {
  test("ends it without more ado", async () => {
    const out = path.join(home, "twice");
    const { code } = await callsim([...commands[0]!.args, "--out", out], {
      started: (child) =>
        whenThere(out, () => {
          child.stderr!.once("data", () => child.kill("SIGINT"));
          child.kill("SIGINT");
        }),
    });
    // A process that the signal itself ended has no code.
    expect([130, null]).toContain(code);
  });
});

function whenThere(file: string, act: () => void): void {
  const watch = setInterval(() => {
    if (!existsSync(file)) return;
    clearInterval(watch);
    act();
  }, 10);
  // A command that fails before it makes the folder is not waited for.
  watch.unref();
}
