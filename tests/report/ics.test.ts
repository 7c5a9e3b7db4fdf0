import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { AgentLine, LineShift } from "../../src/plan/schedule/schedule-result.js";
import { formatIcs } from "../../src/report/schedule/ics.js";
import { elapsedAt } from "../../src/scenario/days.js";
import { readScenario } from "../../src/scenario/read-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";

/** A property of a component: its name and its value as written. */
type Property = readonly [name: string, value: string];
interface Component {
  readonly name: string;
  readonly properties: Property[];
  readonly parts: Component[];
}

/** Reads RFC 5545: lines end with CRLF, long ones are folded at 75 octets, components nest. */
function parseIcs(text: string): Component {
  expect(text.endsWith("\r\n")).toBe(true);
  const rows = text.slice(0, -2).split("\r\n");
  for (const row of rows) {
    expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75);
    expect(row).not.toMatch(/\p{Cc}/u);
    // A letter cut in two would not survive the way to bytes and back.
    expect(Buffer.from(row).toString()).toBe(row);
  }
  const lines = rows.join("\n").replaceAll("\n ", "").split("\n");
  const open: Component[] = [{ name: "", properties: [], parts: [] }];
  for (const line of lines) {
    const [, name, value] = /^([A-Z0-9-]+):(.*)$/.exec(line)!;
    const top = open.at(-1)!;
    if (name === "BEGIN") {
      const begun = { name: value, properties: [], parts: [] };
      top.parts.push(begun);
      open.push(begun);
    } else if (name === "END") {
      expect(top.name).toBe(value);
      open.pop();
    } else top.properties.push([name, value]);
  }
  expect(open.length).toBe(1);
  expect(open[0].parts.length).toBe(1);
  return open[0].parts[0];
}

const only = (component: Component, name: string) => {
  const found = component.properties.filter(([own]) => own === name);
  expect(found.length).toBe(1);
  return found[0][1];
};
/** A value of type TEXT as it is meant; throws where a sign stands that has to be spelled out. */
function textOf(value: string): string {
  expect(value.replace(/\\[\\;,nN]/g, "")).not.toMatch(/[\\;,]/);
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/[nN]/.test(sign) ? "\n" : sign));
}

let scenario: Scenario;
beforeAll(async () => {
  const file = fileURLToPath(new URL("../../scenarios/21-schedule.yaml", import.meta.url));
  ({ scenario } = await readScenario(file));
});

/** A line with a shift at seven on each day, Monday to Sunday. */
function lineOf(name: string): AgentLine {
  const shifts = scenario.calendar.days.slice(-7).map((day, index): LineShift => {
    const paidHours = 8;
    return {
      template: "full; long, early",
      day: index,
      startClockSeconds: 7 * 3600,
      startSeconds: elapsedAt(day, 7 * 3600),
      lengthSeconds: 8.5 * 3600,
      paidHours,
      premiumShare: 0,
      teamPremiumShare: 0,
      breaks: [
        { afterSeconds: 2 * 3600, lengthSeconds: 900, paid: true },
        { afterSeconds: 4 * 3600, lengthSeconds: 1800, paid: false },
      ],
    };
  });
  return { name, contract: "full", shifts };
}

describe("an agent's calendar file", () => {
  it("is what RFC 5545 asks for, whatever a team is called", () => {
    const long = "Zürich \\ Nord; Süd, 電話 ".repeat(6);
    for (const name of ["line 1", long, "two\r\nlines\rand\tmore\n1", "=1+1"]) {
      const calendar = parseIcs(formatIcs(scenario, lineOf(name)));
      expect(calendar.name).toBe("VCALENDAR");
      expect(only(calendar, "VERSION")).toBe("2.0");
      expect(only(calendar, "PRODID")).toContain("callsim");
      expect(calendar.parts.length).toBe(7);
      for (const event of calendar.parts) {
        expect(event.name).toBe("VEVENT");
        expect(only(event, "DTSTAMP")).toBe("20260302T050000Z");
        expect(textOf(only(event, "SUMMARY"))).toContain("full; long, early");
        expect(textOf(only(event, "DESCRIPTION"))).toBe("Break 09:00-09:15\nBreak 11:00-11:30 (unpaid)");
        for (const key of ["DTSTART", "DTEND"]) expect(only(event, key)).toMatch(/^\d{8}T\d{6}Z$/);
        expect(only(event, "DTEND") > only(event, "DTSTART")).toBe(true);
      }
    }
    const [event] = parseIcs(formatIcs(scenario, lineOf(long))).parts;
    expect(textOf(only(event, "SUMMARY"))).toBe(`full; long, early (${long})`);
  });

  it("has every event under an id of its own, among all agents'", () => {
    const names = ["a 1", "a 11", "a 1 1", "a-1 1", "a 1-1 1"];
    const ids = names.flatMap((name) =>
      parseIcs(formatIcs(scenario, lineOf(name))).parts.map((event) => only(event, "UID")),
    );
    expect(new Set(ids).size).toBe(names.length * 7);
  });

  it("keeps the clock's seven over the change of the clocks", () => {
    const starts = parseIcs(formatIcs(scenario, lineOf("line 1"))).parts.map((one) => only(one, "DTSTART"));
    expect(starts.slice(-2)).toEqual(["20260307T120000Z", "20260308T110000Z"]);
  });
});
