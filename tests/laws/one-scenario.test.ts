import { describe, expect, it } from "vitest";
import { type CREW_FIELDS, QUEUE_FIELDS } from "../../src/engine/observations.js";
import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { CentreFromTrace, trace } from "./centre-from-trace.js";
import { holdsOn, isSame, textOf } from "./holds-on.js";
import { crewSum, queueSum } from "./sums.js";

/** What becomes of a contact: one of these, by the field that counts it. */
const OUTCOMES: readonly (typeof QUEUE_FIELDS)[number][] = [
  "answered",
  "abandoned",
  "blocked",
  "closed",
  "unserved",
  "waiting",
];

function isNear(value: number, expected: number): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(expected)));
}

describe("laws of every scenario", () => {
  it("what arrived was answered, abandoned, blocked, closed, unserved or still waits, cell by cell", () => {
    let arrivals = 0;
    let broken = 0;
    holdsOn(150, (scenario) => {
      const { queueCells } = trace(scenario).observed;
      for (let cell = 0; cell < queueCells.length; cell += QUEUE_FIELDS.length) {
        const arrived = queueCells[cell + QUEUE_FIELDS.indexOf("arrived")];
        const counts = OUTCOMES.map((outcome) => queueCells[cell + QUEUE_FIELDS.indexOf(outcome)]);
        if (counts.reduce((sum, count) => sum + count, 0) !== arrived) broken++;
        arrivals += arrived;
      }
      expect(broken).toBe(0);
    });
    expect(arrivals).toBeGreaterThan(10_000);
  });

  it("the cells count what the trace tells", () => {
    const fieldOf = {
      arrives: "arrived",
      answered: "answered",
      abandons: "abandoned",
      blocked: "blocked",
      closed: "closed",
      unserved: "unserved",
      redials: "redialled",
    } as const;
    holdsOn(60, (scenario) => {
      const { rows, observed } = trace(scenario);
      for (const [queue] of scenario.queues.entries()) {
        for (const [event, field] of Object.entries(fieldOf)) {
          expect(queueSum(observed, queue, field)).toBe(
            rows.filter((row) => row.event === event && row.queue === queue).length,
          );
        }
      }
    });
  });

  it("busy, idle and pausing time add up to the time logged on", () => {
    holdsOn(100, (scenario) => {
      const { rows, observed } = trace(scenario);
      const { crews, horizonSeconds } = compile(scenario);
      const centre = new CentreFromTrace();
      for (const row of rows) centre.follow(row);
      centre.close(horizonSeconds);
      for (let crew = 0; crew < crews.count; crew++) {
        const sum = (field: (typeof CREW_FIELDS)[number]) => crewSum(observed, crew, field);
        const ofAgents = { idle: 0, busy: 0, resting: 0 };
        for (let agent = crews.firstAgents[crew]; agent < crews.firstAgents[crew + 1]; agent++) {
          const one = centre.seconds.get(agent) ?? { idle: 0, busy: 0, resting: 0 };
          ofAgents.idle += one.idle;
          ofAgents.busy += one.busy;
          ofAgents.resting += one.resting;
        }
        isNear(sum("busySeconds"), ofAgents.busy);
        isNear(sum("idleSeconds"), ofAgents.idle);
        const onBreak = sum("breakSeconds") + sum("unpaidBreakSeconds");
        isNear(onBreak + sum("offPhoneSeconds"), ofAgents.resting);
      }
    });
  });

  it("Little's law: the area under the number waiting is the sum of the waits", () => {
    holdsOn(100, (scenario) => {
      const { rows, observed } = trace(scenario);
      const horizon = scenario.calendar.horizonSeconds;
      for (const [queue] of scenario.queues.entries()) {
        const centre = new CentreFromTrace();
        let area = 0;
        let before = 0;
        let others = 0;
        for (const row of rows) {
          area += centre.line.filter((one) => one.queue === queue).length * (row.seconds - before);
          before = row.seconds;
          const left = centre.follow(row);
          if (row.event === "unserved" && left?.queue === queue) others += row.seconds - left.since;
        }
        for (const one of centre.line.filter((waiting) => waiting.queue === queue)) {
          area += horizon - before;
          others += horizon - one.since;
        }
        const answered = queueSum(observed, queue, "answeredWaitSeconds");
        isNear(answered + queueSum(observed, queue, "abandonedWaitSeconds") + others, area);
      }
    });
  });

  it("no agent is idle who could take a contact that waits, once the events of an instant are done", () => {
    let looks = 0;
    let broken = 0;
    holdsOn(150, (scenario) => {
      const { rows } = trace(scenario);
      const centre = new CentreFromTrace();
      for (const [at, row] of rows.entries()) {
        centre.follow(row);
        if (rows[at + 1]?.seconds === row.seconds) continue;
        for (const agent of centre.agents.values()) {
          if (agent.state !== "idle") continue;
          for (const waiting of centre.line) {
            looks++;
            if (canTake(scenario, agent.team, waiting.queue, waiting.overflows)) broken++;
          }
        }
      }
      expect(broken).toBe(0);
    });
    expect(looks).toBeGreaterThan(1000);
  });

  it("within a queue nobody is answered before one who began to wait earlier", () => {
    let answers = 0;
    holdsOn(150, (scenario) => {
      const centre = new CentreFromTrace();
      for (const row of trace(scenario).rows) {
        const earliest = centre.line.find((one) => one.queue === row.queue);
        if (row.event === "answered" && earliest) {
          expect(row.contact).toBe(earliest.contact);
          answers++;
        }
        centre.follow(row);
      }
    });
    expect(answers).toBeGreaterThan(1000);
  });

  it("never are more contacts let in than there are lines", () => {
    let full = 0;
    holdsOn(60, (scenario) => {
      const { lines } = scenario;
      if (lines === undefined) return;
      const centre = new CentreFromTrace();
      let most = 0;
      for (const row of trace(scenario).rows) {
        centre.follow(row);
        most = Math.max(most, centre.inSystem);
      }
      expect(most).toBeLessThanOrEqual(lines);
      if (most === lines) full++;
    });
    expect(full).toBeGreaterThan(10);
  });

  it("the same seed gives the same bytes with and without a trace, and another seed others", () => {
    holdsOn(20, (scenario) => {
      const { rows, observed } = trace(scenario);
      const untraced = simulate(compile(scenario), "laws", 0);
      for (const field of ["queueCells", "crewCells", "waitCounts", "shiftCells", "handledCounts"] as const) {
        expect(isSame(untraced[field], observed[field])).toBe(true);
      }
      expect([untraced.events, untraced.contacts]).toEqual([observed.events, observed.contacts]);
      expect(textOf(trace(scenario).rows)).toBe(textOf(rows));
      if (scenario.queues.some((queue) => queue.arrivals.kind !== "replay") && rows.length > 50) {
        expect(textOf(trace(scenario, "others").rows)).not.toBe(textOf(rows));
      }
    });
  });
});

function canTake(scenario: Scenario, team: number, queue: number, overflows: number): boolean {
  const { name } = scenario.queues[queue];
  if (scenario.teams[team].skills.some((skill) => skill.queue === name)) return true;
  return scenario.routing.overflow
    .filter((rule) => rule.queue === name)
    .sort((a, b) => a.afterSeconds - b.afterSeconds)
    .slice(0, overflows)
    .some((rule) => rule.to.includes(scenario.teams[team].name));
}
