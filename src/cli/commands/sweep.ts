import path from "node:path";
import { formatProblem, WrongUsage } from "../../kit/problem.js";
import { planSweep, type SweepPlan } from "../../plan/sweep/plan-sweep.js";
import { sweep } from "../../plan/sweep/sweep.js";
import { journalHead, journalLine, readJournal } from "../../plan/sweep/sweep-journal.js";
import type { SweepPoint, SweepResult } from "../../plan/sweep/sweep-result.js";
import { formatJson } from "../../report/json.js";
import { formatSweepCsv, sweepJson } from "../../report/sweep-results.js";
import { PLAIN } from "../../report/text/paint.js";
import { formatSweepText, type SweepSubject } from "../../report/text/sweep-text.js";
import { MECHANISMS } from "../../scenario/mechanisms.js";
import { openScenario } from "../../scenario/read-scenario.js";
import { findMeasure } from "../../statistics/measures.js";
import { print } from "../deliver.js";
import { complain, Interrupted } from "../failures.js";
import {
  beginJournal,
  continueJournal,
  type JournalFile,
  journalBeside,
  readJournalFile,
} from "../journal-file.js";
import { paintFor } from "../paint-for.js";
import { watchTimeLeft } from "../progress.js";
import { refuseInput } from "../refuse-input.js";
import { readOptionsOf, type Simulation, withSimulation } from "../simulation.js";
import type { SweepOptions } from "../sweep-options.js";
import { makeFolder, openPendingFile, writeWhole } from "../write-file.js";

/** `callsim sweep FILE --vary path=a..b:step`. */
export function sweepFile(file: string, options: SweepOptions): Promise<void> {
  const { out, ...rest } = options;
  if (options.resume && out === undefined)
    throw new WrongUsage("--resume goes with --out, which has the journal");
  refuseInput("--out", out, [file]);
  if (out !== undefined) refuseBefore(out, options);
  return withSimulation(file, { ...rest, format: "csv" }, async (simulation) => {
    const { scenario } = simulation;
    // A name that nothing has is told before the points are checked; only they show what they use.
    findMeasure(options.measure, scenario, new Set(MECHANISMS));
    const plan = await makePlan(file, simulation, options);
    const subject = findMeasure(options.measure, scenario, plan.mechanisms, "no point of this sweep has");
    const kept = openKept(plan, options);
    const result = await perform(plan, simulation, kept).catch((error: unknown) => {
      kept.fail();
      throw error;
    });
    if (!simulation.signal.aborted) await kept.finish(simulation, result, subject);
    else throw await kept.stop(simulation, result);
  });
}

/** What can be refused without reading or checking anything. */
function refuseBefore(out: string, { resume }: SweepOptions): void {
  makeFolder(path.dirname(out));
  openPendingFile(out).discard();
  const journal = journalBeside(out);
  if (resume || readJournalFile(journal) === undefined) return;
  const choice = "go on with it by the same command and --resume, or delete it to begin anew";
  throw new WrongUsage(`${journal} holds a sweep that was not finished; ${choice}`);
}

async function makePlan(file: string, simulation: Simulation, options: SweepOptions): Promise<SweepPlan> {
  const { seed, replications } = simulation.asked;
  const bar = simulation.progress("Checking the points");
  try {
    const plan = await planSweep(await openScenario(file, readOptionsOf(options)), {
      vary: options.vary,
      ...(options.samples !== undefined && { samples: options.samples }),
      ...(seed !== undefined && { seed }),
      ...(replications !== undefined && { replications }),
      ...(options.allowLarge && { allowLarge: true }),
      onProgress: (done, of) => bar.show(done, of),
      signal: simulation.signal,
    });
    bar.clear();
    if (!options.quiet) warn(plan);
    return plan;
  } catch (error) {
    if (simulation.signal.aborted) throw new Interrupted("Interrupted before a point was simulated.");
    throw error;
  } finally {
    bar.clear();
  }
}

function warn({ notes, doubtful, points }: SweepPlan): void {
  for (const note of notes) complain(`note: ${note}`);
  if (!doubtful.first) return;
  const many = doubtful.points === 1 ? "1 point" : `${doubtful.points} of ${points.count} points`;
  complain(`${many} with warnings, the first: ${formatProblem(doubtful.first)}`);
}

async function perform(plan: SweepPlan, simulation: Simulation, kept: Kept): Promise<SweepResult> {
  const { count } = plan.points;
  const bar = simulation.progress("Points");
  const timeLeft = watchTimeLeft(count, kept.finished.size);
  try {
    return await sweep(plan, {
      runner: simulation.runner,
      finished: kept.finished,
      signal: simulation.signal,
      onPoint: (point) => kept.add(point),
      onProgress: (done) => bar.show(done, count, timeLeft(done)),
    });
  } finally {
    bar.clear();
  }
}

/** Where finished points are kept, and where the result goes. */
interface Kept {
  readonly finished: ReadonlyMap<number, SweepPoint>;
  add(point: SweepPoint): void;
  finish(simulation: Simulation, result: SweepResult, subject: SweepSubject): Promise<void>;
  /** Keeps what there is of a sweep that was stopped, and says how to go on. */
  stop(simulation: Simulation, result: SweepResult): Promise<Interrupted>;
  /** The sweep failed: what was finished is kept. */
  fail(): void;
}

function openKept(plan: SweepPlan, options: SweepOptions): Kept {
  return options.out === undefined
    ? keptForStandardOutput(options)
    : keptInJournal(plan, options.out, options);
}

function keptForStandardOutput(options: SweepOptions): Kept {
  const write = (simulation: Simulation, result: SweepResult) =>
    print(formatResult(simulation, result, options.format));
  return {
    finished: new Map(),
    add() {},
    fail() {},
    async finish(simulation, result, subject) {
      await write(simulation, result);
      if (!options.quiet) complain(formatSweepText(simulation.scenario, result, subject, PLAIN).trimEnd());
    },
    async stop(simulation, result) {
      const { length } = result.points;
      const hint = "with --out FILE a sweep can be gone on with";
      if (length === 0) return new Interrupted(`Interrupted before a point was finished; ${hint}.`);
      await write(simulation, result);
      return new Interrupted(`Interrupted: the rows are of ${finishedText(result)}; ${hint}.`);
    },
  };
}

const GO_ON = "go on by the same command and --resume";

function keptInJournal(plan: SweepPlan, out: string, options: SweepOptions): Kept {
  const file = journalBeside(out);
  const head = journalHead(plan);
  const bytes = options.resume ? readJournalFile(file) : undefined;
  const { finished, wholeBytes } = bytes
    ? readJournal(bytes, file, plan)
    : { finished: new Map<number, SweepPoint>(), wholeBytes: 0 };
  const journal: JournalFile = bytes ? continueJournal(file, wholeBytes, head) : beginJournal(file, head);
  if (options.resume && !options.quiet) {
    const none = "there is no journal; beginning at the first point";
    const some = `${finished.size} of ${plan.points.count} points are in ${file}; going on with the others`;
    complain(bytes ? some : none);
  }
  let points = finished.size;
  // A journal without a point is of no use to anyone.
  const keep = () => (points > 0 ? journal.close() : journal.remove());
  return {
    finished,
    add(point) {
      journal.append(journalLine(point));
      points++;
    },
    fail() {
      keep();
      if (points > 0) complain(`${points} of ${plan.points.count} points are in ${file}; ${GO_ON}`);
    },
    async finish(simulation, result, subject) {
      writeWhole(out, formatResult(simulation, result, options.format));
      journal.remove();
      if (options.quiet) return;
      await print(formatSweepText(simulation.scenario, result, subject, paintFor(undefined)));
      complain(`written: ${out}`);
    },
    async stop(_simulation, result) {
      keep();
      if (points === 0) return new Interrupted("Interrupted before a point was finished.");
      return new Interrupted(`Interrupted: ${finishedText(result)} are in ${file}; ${GO_ON}.`);
    },
  };
}

function finishedText({ points, count }: SweepResult): string {
  return `${points.length} finished points of ${count}`;
}

function formatResult(
  { scenario, warnings }: Simulation,
  result: SweepResult,
  format: "csv" | "json",
): string {
  return format === "csv" ? formatSweepCsv(result) : formatJson(sweepJson(scenario, result, warnings));
}
