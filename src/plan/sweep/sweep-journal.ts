import type { Parsed } from "../../kit/parsed.js";
import { BadInput } from "../../kit/problem.js";
import { version } from "../../kit/version.js";
import type { Figure } from "../../statistics/summary.js";
import type { SweepPlan } from "./plan-sweep.js";
import { type SweepPoint, type SweepRow, sweepMeasures } from "./sweep-result.js";

/**
 * A sweep's journal: lines of JSON, each ended by a line feed and written at once, the last of which may be
 * broken off. The first says which sweep it is:
 *
 *     {"journal":"callsim sweep","format":1,"callsim":"0.1.0","scenario":"<hash>","seed":"monday",
 *      "replications":null,"points":12,"paths":["teams.day.agents"],"digest":"<of all points>"}
 *
 * and each other one is a finished point, in any order, with one list of figures for the total, each queue
 * and each team: mean, low and high of each measure in the order of reports, null for what there is not.
 *
 *     {"point":3,"scenario":"<hash>","replications":20,"figures":[[0.81,0.8,0.82,null,null,null],[...]]}
 */
const FORMAT = 1;

/** The journal's first line, with its line feed. */
export function journalHead(plan: SweepPlan): string {
  return `${JSON.stringify(headOf(plan))}\n`;
}

/** A finished point's line, with its line feed. */
export function journalLine({ point, scenario, replications, rows }: SweepPoint): string {
  const figures = rows.map((row) =>
    Object.values(row.figures).flatMap(({ mean, low, high }) => [mean, low, high]),
  );
  return `${JSON.stringify({ point, scenario, replications, figures })}\n`;
}

/** What a journal holds. */
export interface Journal {
  readonly finished: ReadonlyMap<number, SweepPoint>;
  /** Bytes of it that are whole; what follows is the end of a line that was broken off. */
  readonly wholeBytes: number;
}

/**
 * Reads a journal of this very plan. Throws BadInput with every line that is damaged, or that says another
 * sweep than the plan is. A journal whose first line is broken off holds nothing.
 */
export function readJournal(bytes: Uint8Array, file: string, plan: SweepPlan): Journal {
  const finished = new Map<number, SweepPoint>();
  const faults: { line: number; message: string }[] = [];
  const decoder = new TextDecoder();
  let wholeBytes = 0;
  for (let line = 1, from = 0; ; line++) {
    const end = bytes.indexOf(0x0a, from);
    if (end < 0) break;
    const fault = readLine(decoder.decode(bytes.subarray(from, end)), line, plan, finished);
    from = end + 1;
    const isLast = from === bytes.length;
    // A machine that lost its power may leave the length of a line without its content.
    if (fault !== undefined && isLast && line > 1 && fault === DAMAGED) break;
    if (fault !== undefined) faults.push({ line, message: fault });
    if (fault !== undefined && line === 1) break;
    wholeBytes = from;
  }
  if (faults.length > 0) {
    throw new BadInput(
      faults.map(({ line, message }) => ({ severity: "error", place: { file, line, column: 1 }, message })),
    );
  }
  return { finished, wholeBytes };
}

const BEGIN_ANEW = "delete the file to begin anew";
const DAMAGED = `the line is damaged; ${BEGIN_ANEW}`;

function readLine(
  text: string,
  line: number,
  plan: SweepPlan,
  finished: Map<number, SweepPoint>,
): string | undefined {
  const read = parseObject(text);
  if (line === 1) return headFault(read, plan);
  const point = read && pointOf(read, plan);
  if (!point) return DAMAGED;
  if ("problem" in point) return point.problem;
  const before = finished.get(point.value.point);
  if (before && journalLine(before) !== journalLine(point.value)) {
    return `point ${before.point} stands here with other figures than before; ${BEGIN_ANEW}`;
  }
  finished.set(point.value.point, point.value);
  return undefined;
}

function headOf({ source, seed, replications, points, axes, digest }: SweepPlan) {
  return {
    journal: "callsim sweep",
    format: FORMAT,
    callsim: version,
    scenario: source.base.scenario.hash,
    seed,
    replications: replications ?? null,
    points: points.count,
    paths: axes.map(({ path }) => path),
    digest,
  };
}

/** The words in which the first thing is told that differs from the plan. */
const HEAD_WORDS: Readonly<Record<string, string>> = {
  callsim: "version",
  scenario: "scenario",
  seed: "seed",
  replications: "replications",
  points: "number of points",
  paths: "varied paths",
  digest: "varied values",
};

function headFault(
  found: Readonly<Record<string, unknown>> | undefined,
  plan: SweepPlan,
): string | undefined {
  const head = headOf(plan);
  if (found?.["journal"] !== head.journal) return "this is not the journal of a sweep";
  if (found["format"] !== FORMAT) return "this is a journal of another format than this version writes";
  for (const [key, words] of Object.entries(HEAD_WORDS)) {
    const there = JSON.stringify(found[key]);
    const here = JSON.stringify(head[key as keyof typeof head]);
    if (there === here) continue;
    const values = key === "digest" ? "" : `: ${shortened(there)} there, ${shortened(here)} now`;
    return `the journal is of another sweep: other ${words}${values}; ask for the same one, or ${BEGIN_ANEW}`;
  }
  return undefined;
}

function shortened(text: string | undefined): string {
  if (text === undefined) return "nothing";
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function pointOf(found: Readonly<Record<string, unknown>>, plan: SweepPlan): Parsed<SweepPoint> | undefined {
  const { point, scenario, replications, figures } = found;
  if (!isCount(point) || !isCount(replications) || !Array.isArray(figures)) return undefined;
  if (point > plan.points.count) return undefined;
  if (scenario !== plan.hashes[point - 1]) {
    return { problem: `point ${point} is of another scenario; ${BEGIN_ANEW}` };
  }
  const { queues, teams } = plan.source.base.scenario;
  const subjects = [
    { scope: "total" as const, name: "total" },
    ...queues.map(({ name }) => ({ scope: "queue" as const, name })),
    ...teams.map(({ name }) => ({ scope: "team" as const, name })),
  ];
  if (figures.length !== subjects.length) return undefined;
  const measures = sweepMeasures(plan.mechanisms);
  const rows: SweepRow[] = [];
  for (const [index, subject] of subjects.entries()) {
    const read = figuresOf(figures[index], measures[subject.scope]);
    if (!read) return undefined;
    rows.push({ ...subject, figures: read });
  }
  return { value: { point, values: plan.points.at(point - 1), scenario, replications, rows } };
}

function figuresOf(found: unknown, measures: readonly string[]): Record<string, Figure> | undefined {
  if (!Array.isArray(found) || found.length !== 3 * measures.length) return undefined;
  const numbers = found.map((one: unknown) => (one === null ? Number.NaN : one));
  if (!numbers.every((one) => typeof one === "number")) return undefined;
  return Object.fromEntries(
    measures.map((measure, index) => {
      const [mean, low, high] = numbers.slice(3 * index, 3 * index + 3) as [number, number, number];
      return [measure, { mean, low, high }];
    }),
  );
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const found: unknown = JSON.parse(text);
    const isObject = typeof found === "object" && found !== null && !Array.isArray(found);
    return isObject ? (found as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
