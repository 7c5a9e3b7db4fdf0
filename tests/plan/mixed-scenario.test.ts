import { describe, expect, test } from "vitest";
import { couplings, groupParts } from "../../src/plan/compare/couple-parts.js";
import { mixedScenario } from "../../src/plan/compare/mixed-scenario.js";
import { partChanges } from "../../src/plan/compare/part-changes.js";
import { PART_NAMES, type PartName } from "../../src/plan/compare/scenario-parts.js";
import type { Arrivals } from "../../src/scenario/arrivals.js";
import { readScenarioText } from "../../src/scenario/read-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { buildScenario } from "../build-scenario.js";

/** A scenario with something in every part; `changes` are replaced in its text. */
function scenarioWith(...changes: readonly (readonly [string, string])[]): Scenario {
  let text = `
callsim: 1
name: A desk
lines: 60
busyness: {cv: 0.1}
calendar: {timezone: UTC, start: 2026-03-02, days: 2, hours: {daily: 08:00-18:00}}
queues:
  calls:
    arrivals: {perHour: 60}
    handle: {talk: {exponential: {mean: 4m}}}
    patience: {exponential: {mean: 3m}}
    lines: 40
    redial: {chance: 20%, after: 10m}
  mails:
    arrivals: {perHour: 10}
    handle: {talk: 2m, wrap: 30s}
teams:
  desk: {skills: [calls, mails], roster: {early: 5, late: 4}, pay: 16, absence: 5%}
  back: {skills: [mails], agents: 2}
shifts:
  early: {days: daily, start: "08:00", length: 5h}
  late: {days: daily, start: "13:00", length: 5h, premium: 5%}
routing: {overflow: [{queue: calls, after: 60s, to: [back]}]}
`;
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  return readScenarioText(text, "desk.yaml").scenario;
}

const plain = scenarioWith();

/** One change of each part, by what it is. */
const CHANGES: Partial<Record<PartName, readonly [string, string]>> = {
  volume: ["perHour: 60", "perHour: 75"],
  handle: ["mean: 4m", "mean: 5m"],
  patience: ["chance: 20%", "chance: 40%"],
  lines: ["lines: 60", "lines: 50"],
  target: ["    lines: 40", "    lines: 40\n    target: {answered: 80%, within: 30s}"],
  staff: ["early: 5", "early: 6"],
  absence: ["absence: 5%", "absence: 10%"],
  pay: ["premium: 5%", "premium: 8%"],
  routing: ["after: 60s", "after: 30s"],
  calendar: ["08:00-18:00", "08:00-19:00"],
};

describe("the parts in which two scenarios differ", () => {
  test.each(Object.entries(CHANGES))("are %s where that alone was changed", (part, change) => {
    expect([...partChanges(plain, scenarioWith(change)).keys()]).toEqual([part]);
  });

  test("are none of a scenario and itself, nor where but its name or its promises differ", () => {
    expect(partChanges(plain, scenarioWith()).size).toBe(0);
    const renamed = scenarioWith(
      ["name: A desk", "name: Another"],
      ["shifts:\n", "expect: [total.cost <= 9]\nshifts:\n"],
    );
    expect(partChanges(plain, renamed).size).toBe(0);
  });

  test("tell which value changed, by shift and by queue", () => {
    const changed = scenarioWith(["early: 5", "early: 6"], ["mean: 4m", "mean: 5m"]);
    const changes = partChanges(plain, changed);
    expect(changes.get("staff")).toEqual([{ path: "teams.desk.staffing.shifts.early.agents", a: 5, b: 6 }]);
    expect(changes.get("handle")).toEqual([
      {
        path: "queues.calls.handle.talk",
        a: { kind: "exponential", meanSeconds: 240 },
        b: { kind: "exponential", meanSeconds: 300 },
      },
    ]);
  });

  test("take a queue that is only in one as a change of its volume, a team as one of staff", () => {
    const more = scenarioWith(
      ["teams:\n", "  chats: {arrivals: {perHour: 5}, handle: {talk: 1m}}\nteams:\n"],
      ["[calls, mails]", "[calls, mails, chats]"],
    );
    const changes = partChanges(plain, more);
    expect(changes.get("volume")).toEqual([{ path: "queues.chats", a: undefined, b: "there" }]);
    const team = scenarioWith(["shifts:\n", "  extra: {skills: [calls], agents: 1}\nshifts:\n"]);
    expect([...partChanges(plain, team)]).toEqual([
      ["staff", [{ path: "teams.extra", a: undefined, b: "there" }]],
    ]);
  });
});

describe("a mixed scenario", () => {
  const other = scenarioWith(...Object.values(CHANGES));

  test("is one of the two where all parts are of one side", () => {
    const { hash: _a, ...none } = mixedScenario(plain, other, new Set());
    const { hash: _b, ...expected } = plain;
    expect(none).toEqual(expected);
    const all = mixedScenario(plain, other, new Set(PART_NAMES));
    expect(partChanges(other, all).size).toBe(0);
  });

  test.each(Object.keys(CHANGES) as PartName[])("takes %s, and nothing else, from the other", (part) => {
    const mixed = mixedScenario(plain, other, new Set([part]));
    expect([...partChanges(plain, mixed).keys()]).toEqual([part]);
    expect(partChanges(mixed, other).has(part)).toBe(false);
  });

  test("has a part that only the other has", () => {
    const patient = scenarioWith(["    patience: {exponential: {mean: 3m}}\n", ""]);
    expect(mixedScenario(patient, plain, new Set(["patience"])).queues[0].patience).toEqual(
      plain.queues[0].patience,
    );
    expect(mixedScenario(plain, patient, new Set(["patience"])).queues[0]).not.toHaveProperty("patience");
  });

  test("keeps the terms of a queue and of a team that only one side has", () => {
    const more = scenarioWith(
      ["teams:\n", "  chats: {arrivals: {perHour: 5}, handle: {talk: 1m}, patience: 2m}\nteams:\n"],
      ["shifts:\n", "  extra: {skills: [chats], agents: 1, pay: 20}\nshifts:\n"],
    );
    const mixed = mixedScenario(plain, more, new Set(["volume", "routing", "staff"]));
    expect(mixed.queues.map(({ name }) => name)).toEqual(["calls", "mails", "chats"]);
    expect(mixed.queues[2]).toEqual(more.queues[2]);
    expect(mixed.teams[2]).toEqual(more.teams[2]);
  });
});

describe("parts that cannot be mixed", () => {
  const groups = (a: Scenario, b: Scenario) => groupParts([...partChanges(a, b).keys()], couplings(a, b), 6);

  test("are none where queues, teams and days are the same", () => {
    const other = scenarioWith(CHANGES.volume!, CHANGES.staff!, CHANGES.calendar!);
    expect(groups(plain, other)).toEqual({ groups: [["volume"], ["staff"], ["calendar"]], reasons: [] });
  });

  test("are volume and routing where a queue is only in one, and the reason names it", () => {
    const more = scenarioWith(
      ["teams:\n", "  chats: {arrivals: {perHour: 5}, handle: {talk: 1m}}\nteams:\n"],
      ["[calls, mails]", "[calls, mails, chats]"],
      CHANGES.handle!,
    );
    expect(groups(plain, more)).toEqual({
      groups: [["volume", "routing"], ["handle"]],
      reasons: ["only one of them has the queue chats"],
    });
  });

  test("are days and what is tied to them", () => {
    const event: readonly [string, string] = [
      "perHour: 60",
      'perHour: 60, events: [{date: 2026-03-03, from: "10:00", to: "12:00", factor: 2}]',
    ];
    const [storm, later] = [scenarioWith(event), scenarioWith(event, ["days: 2", "days: 3"])];
    expect(groups(storm, later).groups).toEqual([["volume", "calendar"]]);
    expect(groups(plain, scenarioWith(["days: 2", "days: 3"])).groups).toEqual([["calendar"]]);
  });

  test("are merged where more than six differ, so that 64 mixes are the most", () => {
    const other = scenarioWith(...Object.values(CHANGES));
    const found = groups(plain, other);
    expect(found.groups).toHaveLength(6);
    expect(found.groups.flat().sort()).toEqual(Object.keys(CHANGES).sort());
    expect(found.reasons).toEqual(["more than 6 parts differ"]);
  });
});

describe("what is told with the contacts", () => {
  const table = (contacts: number, ahtSeconds?: number, toSeconds = 3600): Arrivals => ({
    kind: "table",
    factor: 1,
    events: [],
    steps: [{ fromSeconds: 0, toSeconds, contacts, ...(ahtSeconds !== undefined && { ahtSeconds }) }],
  });
  const replay = (at: readonly number[], handle: number, patience?: number): Arrivals => ({
    kind: "replay",
    atSeconds: at,
    handleSeconds: at.map(() => handle),
    ...(patience !== undefined && { patienceSeconds: at.map(() => patience) }),
  });
  const withArrivals = (arrivals: Arrivals) => buildScenario({ queues: [{ arrivals }] });
  const changed = (a: Arrivals, b: Arrivals) => [...partChanges(withArrivals(a), withArrivals(b)).keys()];
  const mix = (a: Arrivals, b: Arrivals, ...parts: readonly PartName[]) =>
    mixedScenario(withArrivals(a), withArrivals(b), new Set(parts)).queues[0].arrivals;
  const together = (a: Arrivals, b: Arrivals) =>
    couplings(withArrivals(a), withArrivals(b)).map(({ parts }) => parts);

  test("by a table is handle time of its own, where the steps are the same", () => {
    expect(changed(table(40, 200), table(50, 240))).toEqual(["volume", "handle"]);
    expect(together(table(40, 200), table(50, 240))).toEqual([]);
    expect(mix(table(40, 200), table(50, 240), "handle")).toEqual(table(40, 240));
    expect(mix(table(40, 200), table(50), "handle")).toEqual(table(40));
    expect(mix(table(40), table(50, 240), "volume")).toEqual(table(50));
    expect(together(table(40, 200), table(50, 240, 1800))).toEqual([["volume", "handle"]]);
  });

  test("by a log is handle time and patience of its own, where the moments are the same", () => {
    const [a, b] = [replay([1, 2], 200), replay([1, 2], 240, 60)];
    expect(changed(a, b)).toEqual(["handle", "patience"]);
    expect(mix(a, b, "patience")).toEqual(replay([1, 2], 200, 60));
    expect(mix(b, a, "patience")).toEqual(replay([1, 2], 240));
    expect(together(a, b)).toEqual([]);
    expect(together(a, replay([1, 3], 240, 60))).toEqual([
      ["volume", "handle"],
      ["volume", "patience"],
    ]);
  });
});
