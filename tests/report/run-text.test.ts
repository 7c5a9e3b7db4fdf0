import { describe, expect, test } from "vitest";
import { widthOf } from "../../src/report/text/display.js";
import { COLOURED, PLAIN } from "../../src/report/text/paint.js";
import { formatRunSections, formatRunText } from "../../src/report/text/run-text.js";
import { formatServicePicture } from "../../src/report/text/service-picture.js";
import { lineScenario, lineSummary } from "./fixtures.js";

const scenario = lineScenario();
const summary = lineSummary(scenario);
const warnings = [{ severity: "warning", path: "teams.experts", message: "has no pay" } as const];
const text = formatRunText({ scenario, summary, warnings });
const lineWith = (part: string) => text.split("\n").find((line) => line.includes(part)) ?? "";

describe("the report of a run", () => {
  test("reads as it was reviewed", async () => {
    const stable = text.replace(scenario.hash, "0123456789abcdef");
    await expect(stable).toMatchFileSnapshot("golden/run.txt");
  });

  test("has no line wider than 100 columns, names as long as they may be", () => {
    const long = lineScenario("ÜberlängeQueue".repeat(12));
    const wide = formatRunText({ scenario: long, summary: lineSummary(long), warnings });
    for (const line of `${text}${wide}`.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(100);
  });

  test("shows a queue that nobody called as dashes, neither as 0 nor as 100 %", () => {
    expect(lineWith("  fleet      0")).toBe("");
    const fleet = text.split("\n").find((line) => /^ {2}fleet .* -/.test(line));
    expect(fleet).toMatch(/-\s+-\s+-\s+-\s+-$/);
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });

  test("says what the target asks, part by part, and whether each is met", () => {
    expect(lineWith("80 % answered within 20s")).toMatch(/sooner hang-ups left out\s+81\.3 % ±0\.6\s+met$/);
    expect(lineWith("at most 5 % abandoned")).toMatch(/3\.9 % ±0\.2\s+met$/);
    expect(lineWith("no target")).toContain("fleet");
  });

  test("has the tables of mechanisms behind those of waits and of teams, and none with nothing to say", () => {
    const section = (title: string, after: "waits" | "teams", lines: readonly string[]) => ({
      title,
      after,
      format: () => lines,
    });
    const shown = formatRunSections(scenario, summary, PLAIN, [
      section("Shrinking", "teams", ["  desk 3 %"]),
      section("Chats", "waits", ["  chat 12"]),
      section("Silence", "waits", []),
      section("E-mails", "waits", ["  mail 7"]),
    ]);
    const plain = formatRunSections(scenario, summary, PLAIN, []);
    const titles = shown.filter((line) => /^[A-Z]/.test(line)).map((line) => line.split(":")[0]);
    const place = titles.indexOf("Waits of those answered");
    expect(titles.slice(place, place + 5)).toEqual([
      "Waits of those answered",
      "Chats",
      "E-mails",
      titles[place + 3],
      "Shrinking",
    ]);
    expect(titles[place + 3]).toMatch(/^Teams/);
    expect(shown.length).toBe(plain.length + 9);
  });

  test("leaves out what no queue had", () => {
    expect(text).not.toContain("closed");
    expect(text).not.toContain("served\n");
  });

  test("explains a quota that the night cannot reach", () => {
    expect(text.replace(/\s+/g, " ")).toContain(
      "Too little to do for it on night (busy 31 % of the time, nine in ten handle 19 contacts or more).",
    );
  });

  test("calls a quota seldom met only where its own table shows less than 90 %", () => {
    const metBy = (met: number) => {
      const [desk, experts] = summary.teams;
      const [day, night] = desk!.shifts;
      const shifts = [{ ...day!, quota: { ...day!.quota!, met } }, night!];
      const teams = [{ ...desk!, shifts }, experts!];
      return formatRunText({ scenario, summary: { ...summary, teams }, warnings });
    };
    expect(metBy(0.8951)).not.toContain("Fewer than nine agents in ten");
    expect(metBy(0.8949)).toContain("Fewer than nine agents in ten meet it on day.");
  });

  test("draws many queues by working week and weekend, but a day that is alone under its own name", () => {
    const queues = Array.from({ length: 5 }, () => scenario.queues[0]!);
    const many = { ...scenario, queues };
    const shown = formatServicePicture(many, summary, PLAIN).join("\n");
    expect(shown).toMatch(/^ {2}claims +fri /m);
    expect(shown).toMatch(/^ +sat /m);
    expect(shown).not.toMatch(/ (m-f|s-s) /);
  });

  test("draws the service level with high signs only where the target is met", () => {
    const friday = lineWith("fri ");
    const [, signs = ""] = /fri (\S+)/.exec(friday) ?? [];
    expect(signs).toHaveLength(48);
    expect(signs.slice(0, 12)).toBe("·".repeat(12));
    // 18 of 23 is below 80 %, 19 of 23 above.
    expect(signs.slice(12, 38)).toMatch(/^[▁▂▃▄▅]+$/);
    expect(signs.slice(38)).toMatch(/^[▆▇█]+$/);
  });

  test("names documents before assumptions", () => {
    expect(text.indexOf("teams.desk.pay: D4")).toBeLessThan(text.indexOf("queues: assumption"));
  });

  test("has colours only when asked for, and the same text under them", () => {
    const coloured = formatRunText({ scenario, summary, warnings }, COLOURED);
    const sequence = String.fromCharCode(27);
    expect(text).not.toContain(sequence);
    expect(coloured).toContain(sequence);
    expect(coloured.replace(new RegExp(`${sequence}\\[[0-9]+m`, "g"), "")).toBe(text);
  });

  test("shows a name that tries to paint the terminal as a replacement mark", () => {
    const hostile = { ...scenario, name: "x" };
    const { queues } = summary;
    const named = { ...summary, queues: [{ ...queues[0]!, name: "\u001b[31mred\u0007\u202e" }, queues[1]!] };
    const shown = formatRunText({ scenario: hostile, summary: named, warnings });
    expect(shown).toContain("\ufffd[31mred\ufffd\ufffd");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});
