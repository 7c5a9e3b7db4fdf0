import { WrongUsage } from "../../kit/problem.js";
import { grow } from "../../plan/growth/grow.js";
import type { GrowthResult } from "../../plan/growth/growth-result.js";
import type { Requirement } from "../../plan/requirement/requirement-result.js";
import { formatCsv } from "../../report/csv.js";
import { growthJson } from "../../report/growth-json.js";
import { growthRows } from "../../report/growth-rows.js";
import { formatJson, type Json } from "../../report/json.js";
import { requirementJson, summaryJson } from "../../report/json-results.js";
import { requirementRows, summaryRows } from "../../report/rows.js";
import { formatGrowthSections } from "../../report/text/growth-text.js";
import { formatHead } from "../../report/text/head.js";
import type { Paint } from "../../report/text/paint.js";
import { formatRunSections, formatWarnings, joinSections, titled } from "../../report/text/run-text.js";
import { formatSources } from "../../report/text/sources.js";
import { formatStaffBrief } from "../../report/text/staff-text.js";
import { formatSureness } from "../../report/text/sureness.js";
import type { Summary } from "../../statistics/summary.js";
import { deliver, print } from "../deliver.js";
import { Interrupted } from "../failures.js";
import type { SimulationOptions } from "../options.js";
import { paintFor } from "../paint-for.js";
import { watchTimeLeft } from "../progress.js";
import { type Simulation, withSimulation } from "../simulation.js";
import { interruptedRun, simulateRun } from "./run.js";
import { searchRequirement } from "./staff.js";

interface GrowOptions extends SimulationOptions {
  readonly onlyCases?: true;
}

/** What has been found so far; what is absent was not asked for or not reached. */
interface Found {
  today?: Summary;
  requirement?: Requirement;
  growth?: GrowthResult;
}

/**
 * `callsim grow FILE`: today, the agents needed, the growth cases; as text each part as soon as it is there.
 */
export function growCases(file: string, options: GrowOptions): Promise<void> {
  return withSimulation(file, options, async (simulation) => {
    const { scenario } = simulation;
    if (!scenario.growth) {
      throw new WrongUsage(`${file} has no growth cases; add a section growth:, or use callsim run`);
    }
    const output = openOutput(simulation, options);
    try {
      await output.grown(await findAll(simulation, options, output));
    } catch (error) {
      await output.stopped(error);
      throw error;
    }
  });
}

async function findAll(simulation: Simulation, options: GrowOptions, output: Output): Promise<GrowthResult> {
  if (!options.onlyCases) {
    const today = await simulateRun(simulation);
    await output.today(today);
    if (simulation.signal.aborted) throw interruptedRun(today);
    await output.staffed(await searchRequirement(simulation));
  }
  const { scenario, asked, runner, signal } = simulation;
  const bar = simulation.progress("Following the growth cases:");
  let timeLeft: ((done: number) => string) | undefined;
  try {
    const growth = await grow(scenario, {
      ...asked,
      runner,
      signal,
      onProgress(_, done, steps) {
        timeLeft ??= watchTimeLeft(steps);
        bar.show(done, steps, timeLeft(done));
      },
    });
    if (!signal.aborted) return growth;
    if (growth.cases.length > 0) await output.grown(growth);
    throw new Interrupted(interruptedWords(growth, scenario.growth!.cases.length));
  } finally {
    bar.clear();
  }
}

function interruptedWords({ cases }: GrowthResult, of: number): string {
  const last = cases.at(-1);
  const half = last?.interrupted ? `, and ${last.name} to ${last.years.at(-1)?.year}` : "";
  const whole = cases.filter(({ interrupted }) => !interrupted).length;
  return `Interrupted: ${whole} of ${of} growth cases were followed${half}.`;
}

/** Takes each part as it is found. */
interface Output {
  today(summary: Summary): Promise<void>;
  staffed(requirement: Requirement): Promise<void>;
  grown(growth: GrowthResult): Promise<void>;
  /** The work ended before its end: what was found and not yet shown is shown. */
  stopped(error: unknown): Promise<void>;
}

function openOutput(simulation: Simulation, options: GrowOptions): Output {
  if (options.format === "text") return textOutput(simulation, options);
  const found: Found = {};
  const write = () => deliver("grow", formatFound(simulation, found, options), options);
  return {
    async today(summary) {
      found.today = summary;
    },
    async staffed(requirement) {
      found.requirement = requirement;
    },
    async grown(growth) {
      found.growth = growth;
      await write();
    },
    async stopped(error) {
      if (error instanceof Interrupted && found.today && !found.growth) await write();
    },
  };
}

function textOutput(simulation: Simulation, options: GrowOptions): Output {
  const { scenario, warnings } = simulation;
  const paint = paintFor(options.out);
  const texts: string[] = [];
  // On standard output each part is there at once; a file is written whole.
  const add = async (sections: readonly (readonly string[])[]) => {
    const text = joinSections(sections);
    if (options.out === undefined) await print(texts.length === 0 ? text : `\n${text}`);
    texts.push(text);
  };
  const head = (summary: Summary, sections: readonly (readonly string[])[]) => {
    const first = [...formatHead(scenario, summary, paint), ...formatSureness(scenario, summary, paint)];
    return add([first, formatWarnings(warnings, paint), ...sections]);
  };
  const deliverFile = async () => {
    if (options.out !== undefined && texts.length > 0) await deliver("grow", texts.join("\n"), options);
  };
  return {
    today: (summary) => head(summary, [formatRunSections(scenario, summary, paint)]),
    staffed: (requirement) => add(formatStaffBrief(scenario, requirement, paint)),
    async grown(growth) {
      const sections = growthSections(simulation, growth, paint);
      await (texts.length === 0 ? head(growth.today, sections) : add(sections));
      if (!simulation.signal.aborted) await deliverFile();
    },
    async stopped(error) {
      if (error instanceof Interrupted) await deliverFile();
    },
  };
}

function growthSections({ scenario }: Simulation, growth: GrowthResult, paint: Paint): string[][] {
  const sources = titled("Where the figures came from", formatSources(scenario), paint);
  return [...formatGrowthSections(scenario, growth, paint), sources];
}

function formatFound({ scenario, warnings }: Simulation, found: Found, options: GrowOptions): string {
  const { today, requirement, growth } = found;
  if (options.format === "csv") {
    return formatCsv([
      ...(today ? summaryRows(today) : []),
      ...(requirement ? requirementRows(requirement) : []),
      ...(growth ? growthRows(growth) : []),
    ]);
  }
  const parts: Record<string, Json> = {
    today: today && summaryJson(scenario, today, warnings),
    staff: requirement && requirementJson(scenario, requirement, warnings),
  };
  if (!growth) return formatJson(parts);
  return formatJson({ ...(growthJson(scenario, growth, warnings) as Record<string, Json>), ...parts });
}
