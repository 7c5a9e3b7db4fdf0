import { describe, expect, it } from "vitest";
import type { Observations } from "../../src/engine/observations.js";
import { simulate } from "../../src/engine/simulate.js";
import type { TraceEvent } from "../../src/engine/trace.js";
import { compile } from "../../src/model/model.js";
import { differencesOf, firstDifference } from "./differences.js";
import { MECHANISMS } from "./mechanisms.js";
import { simulateNaively } from "./naive-simulator.js";
import { widerScenario } from "./wider-scenario.js";

/** How many random scenarios are tried, by all files together. */
const SCENARIOS = Number(process.env.NAIVE_SCENARIOS ?? 3000);

/** How often a random scenario must tell each event, on average over all of them. */
const LEAST_OFTEN: Readonly<Record<TraceEvent, number>> = {
  arrives: 1,
  waits: 1,
  answered: 1,
  ends: 1,
  interrupted: 0.5,
  resumes: 0.5,
  abandons: 1,
  blocked: 1,
  closed: 1,
  unserved: 1,
  redials: 1,
  routed: 1,
  overflows: 1,
  transfers: 1,
  escalates: 0.3,
  handsOver: 1,
  complains: 1,
  repeats: 1,
  solved: 0.3,
  sells: 1,
  saves: 1,
  treatedBadly: 1,
  backlog: 0.5,
  logsOn: 1,
  logsOff: 1,
  breakStarts: 1,
  breakEnds: 1,
  previews: 1,
  dials: 1,
  noAnswer: 1,
  wrongParty: 1,
  appoints: 1,
  converts: 1,
  refuses: 1,
  givesUp: 1,
  selfServes: 1,
  contained: 1,
  hears: 1,
  balks: 1,
  asksCallback: 1,
  callbackDue: 1,
  callsBack: 1,
  notReached: 1,
  unreached: 0.1,
  hurries: 0.5,
  trains: 0.3,
};

/**
 * Holds the engine to the naive simulator on its part of the random scenarios, two of them and then every
 * `parts` pairs: the parts are in files of their own, so that they run side by side.
 */
export function agreeOnScenarios(part: number, parts: number): void {
  const numbers = Array.from({ length: SCENARIOS }, (_, number) => number).filter(
    (number) => (number >> 1) % parts === part,
  );
  const seen = new Map<string, number>();

  describe(`on ${numbers.length} of ${SCENARIOS} random small scenarios the engine and the naive simulator`, () => {
    it("tell the same events, and count the same contacts, waits, shifts and time in every interval", () => {
      const differences: string[] = [];
      for (const number of numbers) {
        for (const difference of compareOn(number, seen)) {
          differences.push(`scenario ${number}: ${difference}`);
        }
      }
      expect(differences.slice(0, 3).join("\n")).toBe("");
      expect(differences).toHaveLength(0);
    }, 600_000);

    it("meet every kind of event often", () => {
      const rare = Object.entries(LEAST_OFTEN).flatMap(([event, least]) => {
        const count = seen.get(event) ?? 0;
        return count < least * numbers.length ? [`${event}: ${count}`] : [];
      });
      expect(rare).toEqual([]);
    });

    it("have every mechanism of the format in at least one scenario in a hundred", () => {
      const scenarios = numbers.map(widerScenario);
      const rare = Object.entries(MECHANISMS).flatMap(([name, has]) => {
        const count = scenarios.filter(has).length;
        return 100 * count < numbers.length ? [`${name}: ${count}`] : [];
      });
      expect(rare).toEqual([]);
    });
  });
}

/** The differences on one scenario; adds the events met to `seen`. */
function compareOn(number: number, seen: Map<string, number>): string[] {
  const model = compile(widerScenario(number));
  const rows: string[] = [];
  const observed = simulate(model, "naive", number, (seconds, event, contact, queue, team, agent) => {
    rows.push(`${seconds} ${event} ${contact} ${queue} ${team} ${agent}`);
    seen.set(event, (seen.get(event) ?? 0) + 1);
  });
  const naive = simulateNaively(model, "naive", number);
  const difference = firstDifference(rows, naive.rows);
  if (difference !== undefined) return [difference];
  return [
    ...differencesOf(observed, naive),
    ...untracedDifferences(observed, simulate(model, "naive", number)),
  ];
}

/** Nothing that is observed depends on whether somebody looks on. */
function untracedDifferences(traced: Observations, untraced: Observations): string[] {
  return Object.entries(traced).flatMap(([name, value]) => {
    const other = untraced[name as keyof Observations];
    const isSame =
      typeof value === "number"
        ? value === other
        : Buffer.compare(bytesOf(value), bytesOf(other as Float64Array)) === 0;
    return isSame ? [] : [`${name} is another without a trace`];
  });
}

function bytesOf({ buffer, byteOffset, byteLength }: Float64Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
