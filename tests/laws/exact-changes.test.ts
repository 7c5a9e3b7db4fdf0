import { describe, expect, it } from "vitest";
import { QUEUE_FIELDS } from "../../src/engine/observations.js";
import type { Distribution } from "../../src/random/distribution.js";
import type { Queue } from "../../src/scenario/queue.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { calendarOf, scenarioOf, teamOf } from "../engine/plain-scenario.js";
import { type Row, trace } from "./centre-from-trace.js";
import { holdsExactly, patiently, withMoreAgents, withoutRedials } from "./exact-scenario.js";
import { isSame, textOf } from "./holds-on.js";

/** By contact, when it arrived, was answered, hung up; contacts are numbered in the order of arrival. */
function livesOf(rows: readonly Row[]) {
  const lives = new Map<number, Partial<Record<Row["event"], number>> & { queue: number }>();
  for (const { event, contact, queue, seconds } of rows) {
    if (contact < 0) continue;
    const life = lives.get(contact) ?? { queue };
    life[event] ??= seconds;
    lives.set(contact, life);
  }
  return lives;
}

describe("exact laws of two scenarios", () => {
  it("the same callers come at the same moments, whatever the plan", () => {
    let arrivals = 0;
    holdsExactly((given) => {
      const scenario = withoutRedials(given);
      const moments = (of: Scenario) =>
        trace(of)
          .rows.filter(({ event }) => event === "arrives")
          .map(({ seconds, queue, contact }) => `${seconds} ${queue} ${contact}`);
      const plan = moments(scenario);
      expect(moments(withMoreAgents(scenario, 2))).toEqual(plan);
      expect(moments({ ...scenario, routing: { ...scenario.routing, overflow: [] } })).toEqual(plan);
      arrivals += plan.length;
    });
    expect(arrivals).toBeGreaterThan(5000);
  });

  it("who hangs up under two plans hangs up at the same moment, and talks as long to equal agents", () => {
    let both = 0;
    let talked = 0;
    holdsExactly((given) => {
      const equals = withoutRedials({
        ...given,
        teams: given.teams.map((team) => ({
          ...team,
          skills: team.skills.map((skill) => ({ ...skill, speed: 1 })),
        })),
        routing: { ...given.routing, overflow: [] },
      });
      const plan = livesOf(trace(equals).rows);
      const other = livesOf(trace(withMoreAgents(equals, 1)).rows);
      for (const [contact, life] of plan) {
        const again = other.get(contact)!;
        if (life.abandons !== undefined && again.abandons !== undefined) {
          expect(again.abandons).toBe(life.abandons);
          both++;
        }
        if (life.ends === undefined || again.ends === undefined) continue;
        expect(again.ends - again.answered!).toBe(life.ends - life.answered!);
        talked++;
      }
    });
    expect(both).toBeGreaterThan(200);
    expect(talked).toBeGreaterThan(2000);
  });

  it("names change nothing where nothing is drawn", () => {
    let rows = 0;
    holdsExactly((given) => {
      const scenario = undrawn(given);
      const named = trace(scenario);
      const renamed = trace(renamedAll(scenario));
      expect(textOf(renamed.rows)).toBe(textOf(named.rows));
      expect(isSame(renamed.observed.queueCells, named.observed.queueCells)).toBe(true);
      expect(isSame(renamed.observed.crewCells, named.observed.crewCells)).toBe(true);
      rows += named.rows.length;
    });
    expect(rows).toBeGreaterThan(10_000);
  });

  it("the length of the reporting interval changes no event, and no sum", () => {
    holdsExactly((scenario) => {
      const { calendar } = scenario;
      const whole = {
        ...scenario,
        calendar: {
          ...calendar,
          intervalSeconds: 3600 as const,
          intervals: calendar.days
            .filter(({ startSeconds }) => startSeconds >= calendar.warmupSeconds)
            .flatMap(({ startSeconds }, day) =>
              [...Array(24).keys()].map((hour) => ({
                ...calendar.intervals[0],
                startSeconds: startSeconds + 3600 * hour,
                lengthSeconds: 3600,
                day,
                clockSeconds: 3600 * hour,
              })),
            ),
        },
      };
      const [one, other] = [trace(scenario), trace(whole)];
      expect(textOf(other.rows)).toBe(textOf(one.rows));
      const sums = ({ queueCells, intervals }: typeof one.observed) =>
        scenario.queues.map((_, queue) =>
          QUEUE_FIELDS.map((__, field) => {
            let sum = 0;
            for (let cell = 0; cell < intervals; cell++)
              sum += queueCells[(queue * (intervals + 1) + cell) * QUEUE_FIELDS.length + field];
            return sum;
          }),
        );
      expect(sums(other.observed)).toEqual(sums(one.observed));
    });
  });

  it("a target changes what is counted and nothing that happens, and a longer threshold counts no fewer", () => {
    holdsExactly((scenario) => {
      const at = (withinSeconds: number) =>
        trace({
          ...scenario,
          queues: scenario.queues.map((queue) => ({
            ...queue,
            serviceLevel: { ...queue.serviceLevel, withinSeconds },
          })),
        });
      const [never, soon, late, ever] = [0, 60, 600, 1e9].map(at);
      expect(textOf(soon.rows)).toBe(textOf(ever.rows));
      const field = (name: (typeof QUEUE_FIELDS)[number], of: typeof soon) =>
        of.observed.queueCells.filter(
          (_, index) => index % QUEUE_FIELDS.length === QUEUE_FIELDS.indexOf(name),
        );
      for (const name of ["answeredWithin", "abandonedWithin"] as const) {
        const counts = [never, soon, late, ever].map((of) => field(name, of));
        for (const [k, longer] of counts.slice(1).entries()) {
          for (const [cell, count] of longer.entries()) expect(count).toBeGreaterThanOrEqual(counts[k][cell]);
        }
      }
      expect(field("answeredWithin", ever)).toEqual(field("answered", ever));
      expect(field("abandonedWithin", ever)).toEqual(field("abandoned", ever));
    });
  });

  it("a team cut in two with the same skills serves the same contacts at the same moments", () => {
    let answers = 0;
    holdsExactly((given) => {
      const [queue] = patiently(given).queues;
      const whole = (sizes: readonly number[]) =>
        scenarioOf({
          calendar: calendarOf({ days: 2 }),
          queues: [{ ...queue, name: "calls" }],
          teams: sizes.map((agents, index) => teamOf(`t${index}`, { skills: ["calls"], agents })),
        });
      const moments = (of: Scenario) =>
        [...livesOf(trace(of).rows)].map(([contact, { answered, ends }]) => `${contact} ${answered} ${ends}`);
      const together = moments(whole([3]));
      expect(moments(whole([1, 2]))).toEqual(together);
      expect(moments(whole([1, 1, 1]))).toEqual(together);
      answers += together.length;
    });
    expect(answers).toBeGreaterThan(3000);
  });

  it("without hang-ups all contacts are answered in the end, however few the agents", () => {
    holdsExactly((given) => {
      const [queue] = patiently(given).queues;
      const counts = [1, 2, 5].map((agents) => {
        const { rows } = trace(
          scenarioOf({
            calendar: calendarOf({ days: 40 }),
            queues: [{ ...queue, name: "calls" }],
            teams: [teamOf("team", { agents })],
          }),
        );
        const count = (event: Row["event"]) => rows.filter((row) => row.event === event).length;
        expect(count("ends")).toBe(count("arrives"));
        return count("ends");
      });
      expect(new Set(counts).size).toBe(1);
    }, 20);
  });
});

/** Nothing left to chance: constant times where none are recorded, nobody absent or late, no redials. */
function undrawn(given: Scenario): Scenario {
  const scenario = withoutRedials(given);
  const constant = (of: Distribution | undefined, seconds: number): Distribution | undefined =>
    of && { kind: "constant", seconds };
  return {
    ...scenario,
    queues: scenario.queues.map((queue, index): Queue => {
      const { patience, handle, busynessCv: _, ...rest } = queue as Queue & { busynessCv?: number };
      const talk = constant(handle.talk, 120 * (index + 1));
      const wrap = constant(handle.wrap, 60);
      const limit = constant(patience, 180);
      return {
        ...rest,
        handle: { ...(talk && { talk }), ...(wrap && { wrap }) },
        ...(limit && { patience: limit }),
      };
    }),
    teams: scenario.teams.map(({ lateness: _, ...team }) => ({ ...team, absenceShare: 0 })),
  };
}

/** Every queue, team and shift under another name, in another alphabetical order. */
function renamedAll(scenario: Scenario): Scenario {
  const queue = (name: string) => `line ${99 - Number(name.slice(1))}`;
  const team = (name: string) => `people ${99 - Number(name.slice(1))}`;
  const shift = (name: string) => `hours ${99 - Number(name.slice(1))}`;
  return {
    ...scenario,
    queues: scenario.queues.map((one) => ({ ...one, name: queue(one.name) })),
    shifts: scenario.shifts.map((one) => ({ ...one, name: shift(one.name) })),
    teams: scenario.teams.map((one) => ({
      ...one,
      name: team(one.name),
      skills: one.skills.map((skill) => ({ ...skill, queue: queue(skill.queue) })),
      staffing:
        one.staffing.kind === "roster"
          ? {
              ...one.staffing,
              shifts: one.staffing.shifts.map((each) => ({ ...each, shift: shift(each.shift) })),
            }
          : one.staffing,
    })),
    routing: {
      ...scenario.routing,
      overflow: scenario.routing.overflow.map((rule) => ({
        ...rule,
        queue: queue(rule.queue),
        to: rule.to.map(team),
      })),
    },
  };
}
