import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { BadInput, formatProblem, type Problem } from "../../kit/problem.js";
import { formatCount } from "../../scenario/check/format-count.js";
import { allExpectedContacts } from "../../scenario/expected-load.js";
import { type Mechanism, mechanismsOf } from "../../scenario/mechanisms.js";
import type { ScenarioSource } from "../../scenario/read-scenario.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type Axis, axisValueAt, countOf, readAxis } from "./sweep-axis.js";
import { pointCount, type SweepMethod, type SweepPoints, sweepPoints } from "./sweep-points.js";

/** What is to be varied, and how. */
export interface SweepRequest {
  /** As on the command line: `path=a..b:step` or `path=1,2,5`. */
  readonly vary: readonly string[];
  /** So many points of a Latin hypercube instead of the full grid. */
  readonly samples?: number;
  /** Instead of the scenario's. */
  readonly seed?: string;
  /** Instead of the scenario's number or precision. */
  readonly replications?: number;
  /** Accept a sweep that its estimate refuses. */
  readonly allowLarge?: boolean;
  /** Told how many points have been checked. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Stops the checks; what was thrown then is the signal's reason. */
  readonly signal?: AbortSignal;
}

/** A sweep whose every point has been checked. */
export interface SweepPlan {
  readonly source: ScenarioSource;
  readonly seed: string;
  readonly replications: number | undefined;
  readonly method: SweepMethod;
  readonly axes: readonly Axis[];
  readonly points: SweepPoints;
  /** By point, the hash of its scenario. */
  readonly hashes: readonly string[];
  /** Those that the points use, if only some of them. */
  readonly mechanisms: ReadonlySet<Mechanism>;
  /** First 16 hexadecimal digits of SHA-256 over the hashes: another sweep has another. */
  readonly digest: string;
  /** Points whose scenario is doubtful where the base is not, and what is said of the first of them. */
  readonly doubtful: { readonly points: number; readonly first?: Problem };
  /** What a path replaces that may not have been meant. */
  readonly notes: readonly string[];
}

/** A grid of so many points is checked in a minute or so, and its result is a file that can be opened. */
const MOST_POINTS = 10_000;
/** Expected contacts of all points together; at 200 ns each this many take eleven hours. */
const MOST_CONTACTS = 2e11;
const NANOSECONDS_A_CONTACT = 200;
/** Of one path, or of the points: more of a kind say nothing new. */
const MOST_PROBLEMS = 20;

/**
 * Reads what is to be varied and checks every point as a file is checked: first the paths and each of their
 * values by itself, then all points. Throws BadInput with every problem, or with the estimate that refuses so
 * many points; nothing is simulated.
 */
export async function planSweep(source: ScenarioSource, request: SweepRequest): Promise<SweepPlan> {
  const { scenario } = source.base;
  const { samples, replications } = request;
  const method: SweepMethod = samples === undefined ? { kind: "grid" } : { kind: "samples", samples };
  const seed = request.seed ?? scenario.run.seed;
  const axes = readAxes(source, request);
  if (!request.allowLarge) refuseTooLarge(axes, method, scenario, replications);
  const points = sweepPoints(axes, method, seed);
  // On one path the points are the values.
  if (axes.length > 1 || samples !== undefined) await checkValues(source, axes, request);
  const checked = await checkPoints(source, axes, points, request);
  const digest = createHash("sha256").update(checked.hashes.join("\n")).digest("hex").slice(0, 16);
  const notes = axes.flatMap(({ path }) => noteOf(path, source.valueAt(path)));
  return { source, seed, replications, method, axes, points, ...checked, digest, notes };
}

/** The point's scenario, checked once more. */
export function scenarioAt({ source, axes, points }: SweepPlan, index: number): Scenario {
  return source.vary(settingsOf(axes, points, index)).scenario;
}

/** Sections that a sweep cannot vary, and why. */
const FIXED: ReadonlyMap<string, string> = new Map([
  ["run", "run is the same for all points; use --seed and --replications"],
  ["growth", "growth does not change what is simulated here; use callsim grow"],
  ["expect", "promises change nothing that is simulated"],
  ["sources", "sources change nothing that is simulated"],
  ["cases", "choose a case with --case"],
  ["contracts", "contracts change no figure of a sweep"],
  ...["callsim", "name", "about", "currency"].map((key) => [key, `${key} is no number`] as const),
]);

/** The axes, or the problems of those that cannot be read and of the others' first values. */
function readAxes(source: ScenarioSource, { vary, samples }: SweepRequest): Axis[] {
  const problems: Problem[] = [];
  const axes: Axis[] = [];
  for (const text of vary) {
    const path = text.slice(0, Math.max(0, text.indexOf("="))).trim();
    const read = readAxis(text, samples);
    const fault = "problem" in read ? read.problem : faultOf(path, source, axes);
    if (fault !== undefined) problems.push({ severity: "error", ...(path && { path }), message: fault });
    else if ("value" in read) axes.push(read.value);
  }
  if (problems.length > 0) {
    const others = new Problems();
    for (const axis of axes) {
      const count = Math.min(countOf(axis), samples === undefined ? MOST_PROBLEMS : 1);
      for (let place = 0; place < count; place++) others.collectAt(source, axis, place);
    }
    throw new BadInput([...problems, ...others.all()]);
  }
  return axes;
}

function faultOf(path: string, source: ScenarioSource, axes: readonly Axis[]): string | undefined {
  const fixed = FIXED.get(path.split(/[.[]/)[0]!);
  if (fixed !== undefined) return fixed;
  for (const { path: other } of axes) {
    if (other === path) return "the path is varied twice";
    const [longer, shorter] = other.length > path.length ? [other, path] : [path, other];
    if (longer.startsWith(shorter) && /^[.[]/.test(longer.slice(shorter.length))) {
      return `${longer} is a part of ${shorter}; vary one of them`;
    }
  }
  const there = source.valueAt(path);
  if (typeof there === "boolean" || (typeof there === "string" && !/^[+-]?[0-9]/.test(there))) {
    if (there === "never") return undefined;
    return `found ${JSON.stringify(there)} there; a sweep varies numbers, durations and shares`;
  }
  return undefined;
}

function refuseTooLarge(
  axes: readonly Axis[],
  method: SweepMethod,
  scenario: Scenario,
  replications: number | undefined,
): void {
  const points = pointCount(axes, method);
  const { run, queues, calendar } = scenario;
  const each = replications ?? run.precision?.most ?? run.replications;
  const contacts =
    points * each * queues.reduce((sum, queue) => sum + allExpectedContacts(queue, calendar), 0);
  if (points <= MOST_POINTS && contacts <= MOST_CONTACTS) return;
  const counts = axes.map((axis) => formatCount(countOf(axis)));
  const product = method.kind === "grid" && axes.length > 1 ? ` (${counts.join(" x ")})` : "";
  const hours = (contacts * NANOSECONDS_A_CONTACT) / 3.6e12;
  const message =
    `${formatCount(points)} points${product} of ${formatCount(each)} replications are about ` +
    `${formatCount(contacts)} contacts, ${hoursText(hours)} of one processor; a sweep has at most ` +
    `${formatCount(MOST_POINTS)} points and ${formatCount(MOST_CONTACTS)} contacts: take larger steps or ` +
    "--samples, or use --allow-large if it is meant";
  throw new BadInput([{ severity: "error", message }]);
}

function hoursText(hours: number): string {
  if (hours < 1) return `${Math.max(1, Math.round(hours * 60))} minutes`;
  return hours < 48 ? `${Math.round(hours)} hours` : `${formatCount(hours / 24)} days`;
}

/** A number in the place of a map, such as a distribution, stands for all of it. */
function noteOf(path: string, there: unknown): string[] {
  if (typeof there !== "object" || there === null) return [];
  const [[kind, inner] = ["", undefined], ...others] = Object.entries(there);
  const hasMean = others.length === 0 && typeof inner === "object" && inner !== null && "mean" in inner;
  const hint = hasMean ? `: a constant; to vary its mean write ${path}.${kind}.mean` : "";
  return [`${path}: the value replaces what the file says there in more words${hint}`];
}

/**
 * Each value by itself: what is wrong with it is told once and not for every point that has it. Of samples
 * the first value tells whether the path is one.
 */
async function checkValues(
  source: ScenarioSource,
  axes: readonly Axis[],
  { samples, signal }: SweepRequest,
): Promise<void> {
  const problems = new Problems();
  for (const axis of axes) {
    problems.begin();
    const count = samples === undefined ? countOf(axis) : 1;
    for (let place = 0; place < count && !problems.isFull; place++) {
      problems.collectAt(source, axis, place);
      await letOthersIn(signal);
    }
    if (problems.isFull) problems.addRest(axis.path);
  }
  problems.throwIfAny();
}

/** Lets Ctrl-C be heard. */
async function letOthersIn(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}

async function checkPoints(
  source: ScenarioSource,
  axes: readonly Axis[],
  points: SweepPoints,
  { onProgress, signal }: SweepRequest,
): Promise<Pick<SweepPlan, "hashes" | "mechanisms" | "doubtful">> {
  const problems = new Problems();
  const known = new Set(source.base.warnings.map(formatProblem));
  const hashes: string[] = [];
  const mechanisms = new Set<Mechanism>();
  let doubtful = 0;
  let first: Problem | undefined;
  for (let index = 0; index < points.count && !problems.isFull; index++) {
    const settings = settingsOf(axes, points, index);
    const read = problems.collect(settings, axes, () => source.vary(settings));
    const warning = read?.warnings.find((one) => !known.has(formatProblem(one)));
    if (warning) doubtful++;
    first ??= warning;
    hashes.push(read?.scenario.hash ?? "");
    if (read) for (const mechanism of mechanismsOf(read.scenario)) mechanisms.add(mechanism);
    onProgress?.(index + 1, points.count);
    await letOthersIn(signal);
  }
  if (problems.isFull) problems.addRest("");
  problems.throwIfAny();
  return { hashes, mechanisms, doubtful: { points: doubtful, ...(first && { first }) } };
}

function settingOf(axis: Axis, place: number): string {
  return `${axis.path}=${axisValueAt(axis, place).text}`;
}

function settingsOf(axes: readonly Axis[], points: SweepPoints, index: number): string[] {
  return points.at(index).map(({ text }, place) => `${axes[place]!.path}=${text}`);
}

/** Problems, each told once, and not endlessly many. */
class Problems {
  private readonly found = new Map<string, Problem>();
  private since = 0;

  /** From here on another number of them may come. */
  begin(): void {
    this.since = this.found.size;
  }

  get isFull(): boolean {
    return this.found.size - this.since >= MOST_PROBLEMS;
  }

  /** What is wrong with one value by itself. */
  collectAt(source: ScenarioSource, axis: Axis, place: number): void {
    const setting = settingOf(axis, place);
    this.collect([setting], [axis], () => source.vary([setting]));
  }

  /**
   * What `read` returns, or nothing where it throws problems, which are kept; those that do not show by their
   * path which value they are about say so.
   */
  collect<T>(settings: readonly string[], axes: readonly Axis[], read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      for (const problem of error.problems) {
        const isPlain = axes.length === 1 && problem.path?.startsWith(axes[0]!.path);
        const message = isPlain ? problem.message : `at ${settings.join(", ")}: ${problem.message}`;
        const told = { ...problem, message };
        this.found.set(formatProblem(told), told);
      }
      return undefined;
    }
  }

  /** The rest was not looked at. */
  addRest(path: string): void {
    const others = path === "" ? "the other points" : "its other values";
    const message = `so many problems; ${others} were not checked`;
    const rest: Problem = { severity: "error", ...(path && { path }), message };
    this.found.set(formatProblem(rest), rest);
  }

  all(): Problem[] {
    return [...this.found.values()];
  }

  throwIfAny(): void {
    if (this.found.size > 0) throw new BadInput(this.all());
  }
}
