import { describe, expect, it } from "vitest";
import { CREW_FIELDS, type Observations, QUEUE_FIELDS, SHIFT_FIELDS } from "../../src/engine/observations.js";
import { simulate } from "../../src/engine/simulate.js";
import { compile, type Model } from "../../src/model/model.js";
import { crewCellOf, NAIVE_CREW_FIELDS, queueCellOf } from "./naive-cells.js";
import type { NaiveRecord } from "./naive-record.js";
import { simulateNaively } from "./naive-simulator.js";
import { randomScenario } from "./random-scenario.js";

const SCENARIOS = Number(process.env.NAIVE_SCENARIOS ?? 300);

interface Both {
  readonly model: Model;
  readonly rows: string[];
  readonly observed: Observations;
  readonly naive: NaiveRecord;
}

function runBoth(number: number): Both {
  const model = compile(randomScenario(number));
  const rows: string[] = [];
  const observed = simulate(model, "naive", number, (seconds, event, contact, queue, team, agent) => {
    rows.push(`${seconds} ${event} ${contact} ${queue} ${team} ${agent}`);
  });
  return { model, rows, observed, naive: simulateNaively(model, "naive", number) };
}

/** Where two traces first differ, with the rows before. */
function firstDifference(rows: readonly string[], naive: readonly string[]): string | undefined {
  for (let at = 0; at < Math.max(rows.length, naive.length); at++) {
    if (rows[at] !== naive[at]) {
      return `${rows.slice(Math.max(0, at - 5), at).join("\n")}\nengine: ${rows[at]}\nnaive:  ${naive[at]}`;
    }
  }
  return undefined;
}

function isNear(value: number, expected: number): boolean {
  return Math.abs(value - expected) <= 1e-6 * Math.max(1, Math.abs(expected));
}

describe(`on ${SCENARIOS} random small scenarios the engine and the naive simulator`, () => {
  const seen = new Map<string, number>();

  it("tell the same events, contact by contact and agent by agent", () => {
    const differences: string[] = [];
    for (let number = 0; number < SCENARIOS; number++) {
      const { rows, naive } = runBoth(number);
      const difference = firstDifference(rows, naive.rows);
      if (difference !== undefined) differences.push(`scenario ${number}: ${difference}`);
      for (const row of rows) {
        const event = row.split(" ")[1];
        seen.set(event, (seen.get(event) ?? 0) + 1);
      }
    }
    expect(differences.slice(0, 3).join("\n")).toBe("");
    expect(differences).toHaveLength(0);
  });

  it("meet every kind of event often", () => {
    const rare = [...seen].filter(([, count]) => count < 3 * SCENARIOS);
    expect(seen.size).toBe(14);
    expect(rare).toEqual([]);
  });

  it("count the same contacts and the same time in every interval", () => {
    const differences: string[] = [];
    for (let number = 0; number < SCENARIOS; number += 4) {
      const { model, observed, naive } = runBoth(number + (number % 8 === 0 ? 0 : 1));
      const { count } = model.intervals;
      for (const [queue] of model.queues.entries()) {
        for (let interval = 0; interval <= count; interval++) {
          const cell = queueCellOf(naive, queue, interval);
          for (const [at, field] of QUEUE_FIELDS.entries()) {
            const value = observed.queueCells[(queue * (count + 1) + interval) * QUEUE_FIELDS.length + at];
            if (!isNear(value, cell[field])) {
              differences.push(
                `${number} queue ${queue} ${interval} ${field}: ${value}, naive ${cell[field]}`,
              );
            }
          }
        }
      }
      for (let crew = 0; crew < model.crews.count; crew++) {
        for (let interval = 0; interval < count; interval++) {
          const cell = crewCellOf(naive, crew, interval);
          for (const field of NAIVE_CREW_FIELDS) {
            const at = CREW_FIELDS.indexOf(field);
            const value = observed.crewCells[(crew * (count + 1) + interval) * CREW_FIELDS.length + at];
            if (!isNear(value, cell[field])) {
              differences.push(`${number} crew ${crew} ${interval} ${field}: ${value}, naive ${cell[field]}`);
            }
          }
        }
        const shifts = naive.shifts.filter((one) => one.crew === crew);
        const handled = shifts.reduce((sum, one) => sum + one.handled, 0);
        const cell = observed.shiftCells.subarray(
          crew * SHIFT_FIELDS.length,
          (crew + 1) * SHIFT_FIELDS.length,
        );
        if (cell[0] !== shifts.length || cell[4] !== handled) {
          differences.push(
            `${number} crew ${crew}: ${cell[0]} shifts ${cell[4]}, naive ${shifts.length} ${handled}`,
          );
        }
      }
    }
    expect(differences.slice(0, 5)).toEqual([]);
    expect(differences).toHaveLength(0);
  });
});
