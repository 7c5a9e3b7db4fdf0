import { suggestion } from "../../kit/nearest.js";
import { formatProblem, WrongUsage } from "../../kit/problem.js";
import { compare } from "../../plan/compare/compare.js";
import type { Comparison, Variant } from "../../plan/compare/comparison.js";
import { comparisonJson, formatComparisonCsv } from "../../report/comparison-results.js";
import { formatJson } from "../../report/json.js";
import { type CompareReport, formatCompareText } from "../../report/text/compare/compare-text.js";
import { variantLetter } from "../../report/variant-letter.js";
import { mechanismsOf } from "../../scenario/mechanisms.js";
import { parseBound } from "../../scenario/promise.js";
import type { Scenario } from "../../scenario/scenario.js";
import { camelCase, chooseFigure } from "../../statistics/compared-measures.js";
import { NAMED_MEASURES, namedMeasures } from "../../statistics/measures.js";
import type { CompareCommandOptions } from "../compare-options.js";
import { deliver } from "../deliver.js";
import { complain, Interrupted } from "../failures.js";
import { paintFor } from "../paint-for.js";
import { watchTimeLeft } from "../progress.js";
import { type ReadVariants, readVariants } from "../read-variants.js";
import { type Means, withMeans } from "../simulation.js";

/** `callsim compare FILE...`: variants that meet the same callers, beside each other. */
export async function compareFiles(files: readonly string[], options: CompareCommandOptions): Promise<void> {
  const smallest = readSmallest(options.smallest ?? []);
  const read = await readVariants(files, options);
  const scenarios = read.variants.map(({ scenario }) => scenario);
  chooseFigure(options.by, scenarios);
  refuseUnused([...smallest.keys()], scenarios);
  if (options.format === "csv" && !options.quiet) {
    for (const warning of read.warnings) complain(formatProblem(warning));
  }
  await withMeans(options, async (means) => {
    const comparison = await simulateAll(read, smallest, options, means);
    const { replications } = comparison;
    if (replications === 0) throw new Interrupted("Interrupted before a replication of each was finished.");
    const notes = [...notesOf(read.variants, options), ...intervalNotes(comparison, options)];
    const report = { comparison, warnings: read.warnings, notes };
    await deliver("compare", formatComparison(report, options), options);
    if (means.signal.aborted) throw interrupted(comparison, options, read.variants[0]!);
  });
}

async function simulateAll(
  { variants }: ReadVariants,
  smallest: ReadonlyMap<string, number>,
  { by, intervals, why }: CompareCommandOptions,
  { asked, runner, signal, progress }: Means,
): Promise<Comparison> {
  const bar = progress("Replications");
  let timeLeft: ((done: number) => string) | undefined;
  try {
    return await compare(variants, {
      ...asked,
      runner,
      signal,
      by,
      smallest,
      ...(intervals && { intervals }),
      ...(why !== undefined && { why }),
      onProgress: (done, of) => {
        timeLeft ??= watchTimeLeft(of);
        bar.show(done, of, timeLeft(done));
      },
    });
  } finally {
    bar.clear();
  }
}

/** The smallest differences that matter, by measure. Throws WrongUsage with the nearest spelling. */
function readSmallest(texts: readonly string[]): Map<string, number> {
  const known = new Map(
    [...NAMED_MEASURES.queue, ...NAMED_MEASURES.team, ...NAMED_MEASURES.total].map((one) => [one.name, one]),
  );
  return new Map(
    texts.map((text) => {
      const equals = text.indexOf("=");
      const name = camelCase(text.slice(0, equals).trim());
      const measure = known.get(name);
      if (!measure) {
        throw new WrongUsage(
          `--smallest: there is no measure ${name}; ${suggestion(name, [...known.keys()])}`,
        );
      }
      const bound = parseBound(text.slice(equals + 1).trim(), { measure: name, unit: measure.unit });
      if ("problem" in bound) throw new WrongUsage(`--smallest: ${bound.problem}`);
      if (bound.value < 0) throw new WrongUsage(`--smallest: a difference of ${name} is 0 or more`);
      return [name, bound.value] as const;
    }),
  );
}

/** A smallest difference of a figure that no variant has would be read and ignored. */
function refuseUnused(measures: readonly string[], scenarios: readonly Scenario[]): void {
  const used = namedMeasures(new Set(scenarios.flatMap((one) => [...mechanismsOf(one)])));
  for (const name of measures) {
    if (Object.values(used).some((known) => known.some((one) => one.name === name))) continue;
    throw new WrongUsage(`--smallest: no variant has the figure ${name}`);
  }
}

/** What the reader should know of how variants with plans of their own were run. */
function notesOf(variants: readonly Variant[], { seed, replications }: CompareCommandOptions): string[] {
  const [first, ...others] = variants.map(({ scenario }) => scenario);
  const differing = (differs: (one: (typeof others)[number]) => boolean) =>
    others.flatMap((one, index) => (differs(one) ? [variantLetter(index + 1)] : [])).join(", ");
  const notes: string[] = [];
  const seeds = seed === undefined ? differing((one) => one.run.seed !== first!.run.seed) : "";
  if (seeds !== "") notes.push(`The seed is A's; that of ${seeds} differs.`);
  const counts =
    replications === undefined ? differing((one) => one.run.replications !== first!.run.replications) : "";
  if (counts !== "") notes.push(`The number of replications is A's; that of ${counts} differs.`);
  const { precision } = first!.run;
  if (precision && replications === undefined) {
    notes.push(
      `The precision that A's run: asks of ${precision.measure} is for one scenario by itself; a ` +
        `comparison takes its ${first!.run.replications} replications, or --replications.`,
    );
  }
  const spans = differing((one) => one.calendar.intervals.length !== first!.calendar.intervals.length);
  if (spans !== "") {
    notes.push(`${spans} does not last as long as A: counts, hours and costs are of different lengths.`);
  }
  const currencies = differing((one) => one.currency !== first!.currency);
  if (currencies !== "") notes.push(`${currencies} has another currency than A: costs cannot be compared.`);
  return notes;
}

/** Where intervals were asked for and two variants have none in common, it is not that none differs. */
function intervalNotes({ comparisons }: Comparison, { intervals }: CompareCommandOptions): string[] {
  if (intervals === undefined) return [];
  const none = comparisons.filter((one) => one.intervals.length === 0);
  if (none.length === 0) return [];
  const letters = none.map(({ variant }) => variantLetter(variant)).join(", ");
  const hint = intervals === "each" ? "; try --intervals weekday" : "";
  return [`${letters} and A have no figure by interval in common${hint}.`];
}

/** What was kept of a comparison that was stopped. */
function interrupted(
  { replications, comparisons }: Comparison,
  options: CompareCommandOptions,
  { scenario }: Variant,
): Interrupted {
  const asked = options.replications ?? scenario.run.replications;
  if (replications < asked) {
    const kept = `${replications} finished replication${replications === 1 ? "" : "s"}`;
    return new Interrupted(`Interrupted: the differences are of the ${kept} of each variant.`);
  }
  const explained = comparisons.filter(({ attribution }) => attribution !== undefined).length;
  const rest = `${explained} of ${comparisons.length} differences were explained`;
  return new Interrupted(`Interrupted: the differences are of all replications; ${rest}.`);
}

function formatComparison(report: CompareReport, options: CompareCommandOptions): string {
  switch (options.format) {
    case "text":
      return formatCompareText(report, paintFor(options.out));
    case "json":
      return formatJson(comparisonJson(report));
    case "csv":
      return formatComparisonCsv(report);
  }
}
