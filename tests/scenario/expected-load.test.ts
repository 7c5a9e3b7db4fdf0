import { describe, expect, it } from "vitest";
import { compileArrivals } from "../../src/model/arrival-rates.js";
import { expectedContacts, plannedAgents } from "../../src/scenario/expected-load.js";
import { readScenarioText } from "../../src/scenario/read-scenario.js";

const FILES: Record<string, string> = {
  "day.csv": "time,weight\n06:00,1\n09:20,3\n17:00,0.5\n",
  "volumes.csv": "weekday,time,queue,contacts\nmon-fri,09:00,tabled,30\nsun,01:30,tabled,8\n",
  "staff.csv": "weekday,time,agents\nmon-fri,09:00,4\n",
};

function read(queues: string, teams: string, rest = "") {
  const text = `
callsim: 1
name: Load
calendar:
  timezone: Europe/Berlin
  start: 2026-03-26
  days: 5
  warmup: 6h
  hours: {mon-fri: 07:00-19:10, sat: 22:00-02:00, sun: "01:00-04:00"}
queues:
${queues}
teams:
${teams}
${rest}
`;
  return readScenarioText(text, "load.yaml", (file) => ({ value: FILES[file]! })).scenario;
}

describe("the expected contacts of an interval", () => {
  it.each([
    "perHour: 17",
    "perDay: 900, weekdays: {sun: 0.3, thu: 2}",
    "perWeek: 900, weekdays: {sun: 0.3, thu: 2}",
    "perInterval: 12, shape: day.csv",
    "perDay: 500, shape: day.csv, events: [{date: 2026-03-27, from: 08:10, to: 12:00, factor: 3}]",
    "table: volumes.csv, events: [{date: 2026-03-30, factor: 0.5}]",
  ])("agree with the rates that are simulated, also on the day clocks change: %s", (arrivals) => {
    const { queues, calendar } = read(
      `  tabled: {arrivals: {${arrivals}}, handle: {talk: 1m}, patience: 1m}`,
      "  all: {skills: [tabled], agents: 3}",
    );
    const queue = queues[0]!;
    if (queue.arrivals.kind === "replay") throw new Error("not rates");
    const rates = compileArrivals(queue, queue.arrivals, calendar);
    const expected = calendar.intervals.map(({ startSeconds, lengthSeconds }) => {
      let sum = 0;
      for (const [index, end] of rates.endsSeconds.entries()) {
        const from = Math.max(startSeconds, index === 0 ? 0 : rates.endsSeconds[index - 1]!);
        sum += Math.max(0, Math.min(end, startSeconds + lengthSeconds) - from) * rates.ratesPerSecond[index]!;
      }
      return sum;
    });
    const found = expectedContacts(queue, calendar);
    expect(expected.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(50);
    for (const [index, contacts] of expected.entries()) expect(found[index]).toBeCloseTo(contacts, 9);
  });
});

describe("the planned agents of an interval", () => {
  const queue = "  q: {arrivals: {perHour: 1}, handle: {talk: 1m}, patience: 1m}";
  const at = (scenario: ReturnType<typeof read>, start: string) => {
    const agents = plannedAgents(scenario.teams[0]!, scenario.shifts, scenario.calendar);
    return agents[scenario.calendar.intervals.findIndex((interval) => interval.start.startsWith(start))];
  };

  it("are there while the centre is open, less absence and off-phone time", () => {
    const scenario = read(
      queue,
      "  t: {skills: [q], agents: 10, absence: 10%, offPhone: {share: 50%, block: 15m}}",
    );
    expect(at(scenario, "2026-03-27T06:30")).toBe(0);
    expect(at(scenario, "2026-03-27T07:00")).toBeCloseTo(4.5, 12);
    expect(at(scenario, "2026-03-27T19:00")).toBeCloseTo(1.5, 12);
  });

  it("follow a table", () => {
    const scenario = read(queue, "  t: {skills: [q], agents: {table: staff.csv}}");
    expect([at(scenario, "2026-03-27T09:00"), at(scenario, "2026-03-27T09:30")]).toEqual([4, 0]);
  });

  it("follow a roster over midnight, without those on a break", () => {
    const shifts =
      'shifts: {night: {days: daily, start: "22:00", length: 8h, breaks: [{after: 2h15m, length: 15m}]}}';
    const scenario = read(queue, "  t: {skills: [q], roster: {night: 6}}", shifts);
    expect(at(scenario, "2026-03-26T00:00")).toBe(3);
    expect(at(scenario, "2026-03-26T21:30")).toBe(0);
    expect(at(scenario, "2026-03-26T22:00")).toBe(6);
  });
});
