import { describe, expect, it } from "vitest";
import { compile } from "../../src/model/model.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { scenarioOf, teamOf } from "../engine/plain-scenario.js";
import { randomScenario } from "../naive/random-scenario.js";
import { type Row, trace } from "./centre-from-trace.js";
import { holdsOn, isSame, textOf } from "./holds-on.js";
import { byPreferenceOnly, oneDayLess, slowedDown, withoutShifts } from "./varied-scenarios.js";

describe("laws of two scenarios", () => {
  it("a queue and a team that have nothing to do with the rest leave the rest as it was, byte for byte", () => {
    holdsOn(60, (given) => {
      const { lines: _, ...scenario } = given;
      const alone = trace(scenario).observed;
      const queue = { ...randomScenario(3).queues[0], name: "unrelated" };
      const team = teamOf("unrelated", { skills: ["unrelated"], agents: 2 });
      for (const first of [false, true]) {
        const with_ = <T>(items: readonly T[], more: T) => (first ? [more, ...items] : [...items, more]);
        const both = trace({
          ...scenario,
          queues: with_(scenario.queues, queue),
          teams: with_(scenario.teams, team),
        }).observed;
        for (const field of ["queueCells", "waitCounts", "longestWaitSeconds"] as const) {
          const size = both[field].length / (scenario.queues.length + 1);
          expect(isSame(restOf(both[field], size, first), alone[field])).toBe(true);
        }
        const crews = compile(scenario).crews.count;
        for (const field of ["crewCells", "shiftCells", "handledCounts", "withinCounts"] as const) {
          const size = both[field].length / (crews + 1);
          expect(isSame(restOf(both[field], size, first), alone[field])).toBe(true);
        }
      }
    });
  });

  it("a longer horizon has the shorter one as its beginning", () => {
    let longer = 0;
    holdsOn(100, (scenario) => {
      const shorter = oneDayLess(scenario);
      if (shorter.calendar.intervals.length === 0) return;
      const { horizonSeconds } = shorter.calendar;
      const rows = trace(scenario).rows;
      const begun = rows.filter((row) => row.seconds < horizonSeconds);
      expect(textOf(trace(shorter).rows)).toBe(textOf(begun));
      if (rows.length > begun.length) longer++;
    });
    expect(longer).toBeGreaterThan(20);
  });

  it("all times eight times as long make every moment eight times as late, to the last bit", () => {
    holdsOn(60, (given) => {
      const scenario = withoutShifts(given);
      const { rows } = trace(scenario);
      const eightfold = rows.map((row) => ({ ...row, seconds: row.seconds * 8 }));
      expect(textOf(trace(slowedDown(scenario, 8)).rows)).toBe(textOf(eightfold));
    });
  });

  it("the order of definitions changes nothing where agents are always there, each queue prefers its teams strictly, and no two contacts come at one instant", () => {
    holdsOn(60, (given) => {
      const scenario = byPreferenceOnly(given);
      const turned = {
        ...scenario,
        queues: [...scenario.queues].reverse(),
        teams: [...scenario.teams].reverse(),
      };
      expect(named(turned).join("\n")).toBe(named(scenario).join("\n"));
    });
  });

  it("without hang-ups one more agent lengthens nobody's wait", () => {
    holdsOn(60, (given) => {
      const { patience: _, redial: __, lines: ___, ...queue } = given.queues[0];
      const waits = (agents: number) => {
        const scenario = scenarioOf({
          calendar: given.calendar,
          queues: [{ ...queue, name: "calls" }],
          teams: [teamOf("team", { agents })],
        });
        const openAlways = {
          ...scenario,
          calendar: {
            ...scenario.calendar,
            open: [
              { fromSeconds: given.calendar.days[0].startSeconds, toSeconds: given.calendar.horizonSeconds },
            ],
          },
        };
        const answered = new Map<number, number>();
        for (const row of trace(openAlways).rows)
          if (row.event === "answered") answered.set(row.contact, row.seconds);
        return answered;
      };
      const [fewer, more] = [waits(1), waits(2)];
      for (const [contact, at] of fewer) expect(more.get(contact)).toBeLessThanOrEqual(at);
    });
  });
});

/** All but the first (or last) `size` numbers. */
function restOf(numbers: Float64Array, size: number, first: boolean): Float64Array {
  return first ? numbers.slice(size) : numbers.slice(0, numbers.length - size);
}

/**
 * What happens, by names, without the numbers of contacts at start-up's equal instant: an agent by its place
 * in its team.
 */
function named(scenario: Scenario): string[] {
  const { firstAgents, teams } = compile(scenario).crews;
  const firstOf = (team: number) => firstAgents[teams.indexOf(team)];
  const text = ({ seconds, event, contact, queue, team, agent }: Row) =>
    [
      seconds,
      event,
      contact,
      scenario.queues[queue]?.name,
      scenario.teams[team]?.name,
      agent < 0 ? "" : agent - firstOf(team),
    ].join(" ");
  // At second 0 all log on in the order of definition.
  return trace(scenario)
    .rows.map(text)
    .sort((a, b) => Number(a.split(" ")[0]) - Number(b.split(" ")[0]) || (a < b ? -1 : 1));
}
