import { describe, expect, it } from "vitest";
import type { TraceEvent } from "../../src/engine/trace.js";
import type { Dialer, Outbound } from "../../src/scenario/outbound.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { dialingQueue } from "../engine/outbound-scenario.js";
import { calendarOf, queueOf, scenarioOf, teamOf } from "../engine/plain-scenario.js";
import * as outbound from "../naive/mechanisms/outbound.js";
import { varied } from "../naive/variations.js";
import { type Row, trace } from "./centre-from-trace.js";
import { holdsOn, isSame, textOf } from "./holds-on.js";
import { queueSum } from "./sums.js";

/** The queues of a random scenario whose leads are called; the scenario with its trace. */
function called(scenario: Scenario, number: number) {
  const with_ = varied(number, scenario, { outbound });
  const queues = [...with_.queues.keys()].filter((queue) => with_.queues[queue].outbound);
  return {
    scenario: with_,
    queues,
    ...(queues.length > 0 ? trace(with_) : { rows: [], observed: undefined }),
  };
}

function countOf(rows: readonly Row[], event: TraceEvent, queue: number): number {
  return rows.filter((row) => row.event === event && row.queue === queue).length;
}

/** Leads that came less those of which something became; `ends` are the ways to become something. */
function unaccounted(scenario: Scenario, number: number, ends: readonly string[]): number[] {
  const { queues, observed } = called(scenario, number);
  return queues.map((queue) => {
    const sum = (field: string) => queueSum(observed!, queue, field as "leads");
    return sum("leads") - ends.reduce((total, field) => total + sum(field), 0);
  });
}

describe("laws of leads", () => {
  it("every lead that came converted, refused, was given up, or is open at the end", () => {
    const ends = ["conversions", "refusals", "givenUp", "leadsOpen"];
    let leads = 0;
    holdsOn(60, (scenario, number) => {
      for (const missing of unaccounted(scenario, number, ends)) expect(missing).toBe(0);
      leads += unaccounted(scenario, number, []).reduce((sum, one) => sum + one, 0);
    });
    expect(leads).toBeGreaterThan(1000);
  });

  it("which does not hold if leads that are given up are forgotten", () => {
    const forgetful = () =>
      holdsOn(60, (scenario, number) => {
        for (const missing of unaccounted(scenario, number, ["conversions", "refusals", "leadsOpen"])) {
          expect(missing).toBe(0);
        }
      });
    expect(forgetful).toThrow();
  });

  it("every dial is answered by nobody, reaches somebody or still rings, and whoever is reached has an end", () => {
    let reached = 0;
    holdsOn(60, (scenario, number) => {
      const { queues, rows, observed } = called(scenario, number);
      for (const queue of queues) {
        const sum = (field: Parameters<typeof queueSum>[2]) => queueSum(observed!, queue, field);
        const ringing = countOf(rows, "dials", queue) - countOf(rows, "noAnswer", queue) - sum("reached");
        expect(ringing).toBeGreaterThanOrEqual(0);
        expect(sum("dials")).toBe(countOf(rows, "dials", queue));
        expect(sum("arrived")).toBe(sum("reached"));
        const ends = ["answered", "abandoned", "unserved", "waiting"] as const;
        expect(ends.reduce((total, field) => total + sum(field), 0)).toBe(sum("reached"));
        reached += sum("reached");
      }
    });
    expect(reached).toBeGreaterThan(500);
  });

  it("nobody who answers waits where an agent is held for the call, or longer than two seconds where none is", () => {
    holdsOn(60, (scenario, number) => {
      const { scenario: given, queues, rows, observed } = called(scenario, number);
      for (const queue of queues) {
        const { mode } = given.queues[queue].outbound!.dialer;
        if (mode !== "predictive") {
          expect(countOf(rows, "waits", queue)).toBe(0);
          expect(queueSum(observed!, queue, "abandoned")).toBe(0);
        } else {
          const waits = queueSum(observed!, queue, "answeredWaitSeconds");
          expect(waits).toBeLessThanOrEqual(2 * countOf(rows, "waits", queue) + 1e-6);
        }
      }
    });
  });

  it("a list that is empty changes nothing", () => {
    const empty: Outbound["leads"] = {
      ...dialingQueue("leads").outbound!.leads,
      count: 0,
      perDay: 0,
    };
    holdsOn(30, (scenario) => {
      const leads = dialingQueue("leads");
      const queues = [...scenario.queues, { ...leads, outbound: { ...leads.outbound!, leads: empty } }];
      const plain = trace(scenario);
      const { rows, observed } = trace({ ...scenario, queues });
      expect(textOf(rows)).toBe(textOf(plain.rows));
      expect(isSame(observed.crewCells, plain.observed.crewCells)).toBe(true);
    });
  });
});

describe("two plans dial the same people", () => {
  const stretches = [{ fromSeconds: 0, toSeconds: calendarOf().horizonSeconds, answersShare: 0.4 }];
  const leads = { count: 300, attempts: 3, rightPartyShare: 0.7, convertsShare: 0.3, stretches } as const;
  const parts = { leads, wrongPartyTalk: 30, handle: { kind: "exponential", meanSeconds: 180 } } as const;

  /** What became of each lead, in list order, by the numbers that the trace gives them. */
  function fates(agents: number, mode: Dialer["mode"]): Map<number, TraceEvent> {
    const queues = [queueOf("calls"), dialingQueue("sales", { ...parts, mode })];
    const { rows } = trace(scenarioOf({ queues, teams: [teamOf("team", { agents, skills: ["sales"] })] }));
    const ends = rows.filter(({ event }) => ["converts", "refuses", "givesUp"].includes(event));
    return new Map(ends.map(({ contact, event }) => [contact, event]));
  }

  it("who come to the same end, with two agents or four, who look first or do not", () => {
    const few = fates(2, "progressive");
    for (const other of [fates(4, "progressive"), fates(3, "preview")]) {
      const both = [...few.keys()].filter((lead) => other.has(lead));
      expect(both.length).toBeGreaterThan(200);
      for (const lead of both) expect(other.get(lead)).toBe(few.get(lead));
    }
  });
});
