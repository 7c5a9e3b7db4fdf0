import path from "node:path";
import { BadInput, formatProblem, type Problem, WrongUsage } from "../../kit/problem.js";
import { baselineOf } from "../../plan/check/baseline.js";
import { checkPromises } from "../../plan/check/check-promises.js";
import type { BaselineFinding, CheckedFile, CheckResult, JudgedFile } from "../../plan/check/check-result.js";
import { compareBaseline } from "../../plan/check/compare-baseline.js";
import { findingsOf } from "../../report/check/check-findings.js";
import { formatCheckJson } from "../../report/check/check-json.js";
import { failureSentence } from "../../report/check/check-sentence.js";
import { formatCodeQuality } from "../../report/check/code-quality.js";
import { formatJunit } from "../../report/check/junit.js";
import { formatCommand, withoutCommands } from "../../report/check/service-commands.js";
import { formatCheckText } from "../../report/text/check-text.js";
import { openRunner } from "../../run/open-runner.js";
import type { Runner } from "../../run/runner.js";
import { type ReadScenario, readScenario } from "../../scenario/read-scenario.js";
import { baselineFiles, readBaseline, storeBaseline } from "../baseline-files.js";
import type { CheckCommandOptions } from "../check-options.js";
import { pathInProject, serviceOf } from "../ci-service.js";
import { deliver } from "../deliver.js";
import { Broken, complain, Interrupted } from "../failures.js";
import { watchInterruption } from "../interruption.js";
import { paintFor } from "../paint-for.js";
import { openProgress } from "../progress.js";
import { refuseInput } from "../refuse-input.js";
import { readOptionsOf } from "../simulation.js";
import { makeFolder, openPendingFile, writeWhole } from "../write-file.js";

/** What checking one file needs. */
interface Task {
  readonly file: string;
  /** The baseline's file, where baselines are compared. */
  readonly baseline: string | undefined;
  readonly title: string;
}

/**
 * `callsim check FILE...`: judges every file, tells, and throws Broken where a promise or a baseline fails,
 * BadInput where a file could not be judged, Interrupted after Ctrl-C.
 */
export async function check(files: readonly string[], options: CheckCommandOptions): Promise<void> {
  const tasks = planTasks(files, options);
  const interruption = watchInterruption();
  const { signal } = interruption;
  const runner = openRunner(options.workers);
  const checked: CheckedFile[] = [];
  try {
    for (const task of tasks) {
      if (!signal.aborted) checked.push(await checkFile(task, options, runner, signal));
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    interruption.close();
    await runner.close();
  }
  const result: CheckResult = { files: checked, strict: options.strict ?? false };
  await tell(result, options);
  if (signal.aborted) throw interrupted(result, files.length);
  const errors = checked.flatMap(({ problems }) => problems.filter(({ severity }) => severity === "error"));
  if (errors.length > 0) throw new BadInput(errors);
  const failure = failureSentence(result);
  if (failure !== undefined) throw new Broken(failure);
}

/** Refuses what cannot be done before anything is simulated. */
function planTasks(files: readonly string[], options: CheckCommandOptions): Task[] {
  const { baseline, out, junit, codeQuality } = options;
  if (options.updateBaseline && baseline === undefined) {
    throw new WrongUsage("--update-baseline stores into the folder of --baseline; name it");
  }
  const { replications, maxReplications } = options;
  if (replications !== undefined && maxReplications !== undefined && maxReplications < replications) {
    throw new WrongUsage(`--max-replications ${maxReplications} is less than --replications ${replications}`);
  }
  const baselines = baseline === undefined ? [] : baselineFiles(baseline, files, options.case);
  refuseInput("--junit", junit, files);
  refuseInput("--code-quality", codeQuality, junit === undefined ? files : [...files, junit]);
  for (const file of [junit, codeQuality]) {
    if (file === undefined) continue;
    makeFolder(path.dirname(file));
    openPendingFile(file).discard();
  }
  if (out !== undefined) makeFolder(out);
  if (options.updateBaseline && baseline !== undefined) makeFolder(baseline);
  return files.map((file, index) => ({
    file,
    baseline: baselines[index],
    title: files.length === 1 ? "Replications" : `File ${index + 1} of ${files.length}, replications`,
  }));
}

async function checkFile(
  { file, baseline, title }: Task,
  options: CheckCommandOptions,
  runner: Runner,
  signal: AbortSignal,
): Promise<CheckedFile> {
  const problems: Problem[] = [];
  const read = await problemsInto(problems, () => readScenario(file, readOptionsOf(options)));
  if (!read) return { file, problems };
  problems.push(...read.warnings);
  const before = problems.length;
  const stored =
    baseline === undefined ? undefined : await problemsInto(problems, () => readBaseline(baseline));
  const comparable = problems.length === before;
  const checked = await simulateAndJudge(read, title, options, runner, signal);
  const judged: JudgedFile = { scenario: read.scenario, checked };
  const complete = checked.summary.replications > 0 && (!checked.stopped || checked.promises.length > 0);
  if (baseline === undefined || !comparable || !complete) return { file, problems, judged };
  const found = baselineOf(checked.summary);
  const finding: BaselineFinding = {
    file: baseline,
    found,
    ...(stored && { compared: { stored, comparison: compareBaseline(stored, found) } }),
    updating: options.updateBaseline ?? false,
  };
  if (options.updateBaseline) {
    const isNew = await problemsInto(problems, () => storeBaseline(baseline, stored, found));
    if (isNew && !options.quiet) complain(`written: ${baseline}`);
  }
  return { file, problems, judged: { ...judged, baseline: finding } };
}

/** What `action` gives; where it throws BadInput, undefined, and its problems among the others. */
async function problemsInto<T>(problems: Problem[], action: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}

async function simulateAndJudge(
  { scenario, promises }: ReadScenario,
  title: string,
  { seed, replications, maxReplications, quiet }: CheckCommandOptions,
  runner: Runner,
  signal: AbortSignal,
) {
  const bar = openProgress(title, quiet ?? false);
  try {
    return await checkPromises(scenario, promises, {
      ...(seed !== undefined && { seed }),
      ...(replications !== undefined && { replications }),
      ...(maxReplications !== undefined && { mostReplications: maxReplications }),
      runner,
      signal,
      onProgress: (done, of) => bar.show(done, of),
    });
  } finally {
    bar.clear();
  }
}

/** The report to where it was asked for, and beside it the files and the marks for CI services. */
async function tell(result: CheckResult, options: CheckCommandOptions): Promise<void> {
  const { format, out, junit, codeQuality, quiet } = options;
  const text = format === "json" ? formatCheckJson(result) : formatCheckText(result, paintFor(out));
  const findings = findingsOf(result);
  for (const [file, content] of [
    [junit, () => formatJunit(result)],
    [codeQuality, () => formatCodeQuality(findings, (one) => pathInProject(one, "gitlab"))],
  ] as const) {
    if (file === undefined) continue;
    writeWhole(file, content());
    if (!quiet) complain(`written: ${file}`);
  }
  await deliver("check", text, options);
  if (format === "json" || out !== undefined) {
    const broken = findings.filter(({ kind }) => kind !== "input");
    for (const one of broken) complain(withoutCommands(formatProblem(one)));
  }
  const service = serviceOf(options.annotations);
  if (service === undefined) return;
  // Services read commands on standard error too, where they do not get into a redirected report.
  for (const one of findings) complain(formatCommand(one, service, (file) => pathInProject(file, service)));
}

function interrupted({ files }: CheckResult, all: number): Interrupted {
  const judged = files.filter(({ judged: one, problems }) =>
    one ? !one.checked.stopped : problems.length > 0,
  );
  return new Interrupted(`Interrupted: ${judged.length} of ${all} file${all === 1 ? "" : "s"} judged.`);
}
