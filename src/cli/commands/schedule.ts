import path from "node:path";
import { BadInput, WrongUsage } from "../../kit/problem.js";
import { type ScheduleProgress, schedule } from "../../plan/schedule/schedule.js";
import type { ScheduleResult } from "../../plan/schedule/schedule-result.js";
import { scheduledScenario } from "../../plan/schedule/scheduled-scenario.js";
import { formatJson } from "../../report/json.js";
import { formatIcs } from "../../report/schedule/ics.js";
import { formatScheduledScenario } from "../../report/schedule/scenario-yaml.js";
import { formatScheduleCsv } from "../../report/schedule/schedule-csv.js";
import { scheduleJson } from "../../report/schedule/schedule-json.js";
import { formatScheduleText } from "../../report/text/schedule-text.js";
import { type OpenTable, openBeside } from "../../scenario/open-beside.js";
import { openScenario, readScenarioText } from "../../scenario/read-scenario.js";
import { deliver } from "../deliver.js";
import { complain, Interrupted } from "../failures.js";
import { paintFor } from "../paint-for.js";
import { watchTimeLeft } from "../progress.js";
import type { ScheduleCommandOptions } from "../schedule-options.js";
import { readOptionsOf, type Simulation, withSimulation } from "../simulation.js";
import { writeWhole } from "../write-file.js";
import { searchRequirement } from "./staff.js";

/** `callsim schedule FILE`: shifts that cover the agents needed at least cost. */
export function scheduleShifts(file: string, options: ScheduleCommandOptions): Promise<void> {
  return withSimulation(file, options, async (simulation) => {
    if (!simulation.scenario.schedule) {
      throw new WrongUsage(`${file} has no section schedule:; it says which shifts there may be`);
    }
    const result = await findSchedule(simulation, options);
    await deliver("schedule", formatSchedule(simulation, result, options), options);
    if (options.out !== undefined)
      await writeFiles(file, simulation, result, { ...options, out: options.out });
    if (result.interrupted) {
      throw new Interrupted(
        "Interrupted: this schedule is the best so far, and may be far from the least cost.",
      );
    }
  });
}

async function findSchedule(
  simulation: Simulation,
  options: ScheduleCommandOptions,
): Promise<ScheduleResult> {
  const { scenario, asked, runner, signal } = simulation;
  const requirement = await searchRequirement(simulation);
  const { gap, iterations, rounds } = options;
  const bar = simulation.progress("Scheduling, teams and weeks:");
  try {
    return await schedule(scenario, {
      ...asked,
      requirement,
      runner,
      signal,
      limits: { ...(gap !== undefined && { gap }), ...(iterations !== undefined && { iterations }) },
      ...(rounds !== undefined && { rounds }),
      onSchedule: showing(bar),
    });
  } catch (error) {
    if (signal.aborted) throw new Interrupted("Interrupted: no schedule of every team was found yet.");
    throw error;
  } finally {
    bar.clear();
  }
}

/** Teams and weeks of the round, the gap of the one in work, and when all are done at this pace. */
function showing(bar: ReturnType<Simulation["progress"]>): (progress: ScheduleProgress) => void {
  let round = 0;
  let timeLeft: (done: number) => string = () => "";
  let stage = "";
  return (progress) => {
    if (progress.round !== round || progress.step !== stage) {
      round = progress.round;
      stage = progress.step;
      timeLeft = watchTimeLeft(progress.of);
    }
    const { team, gap, done, of, step } = progress;
    const apart = Number.isNaN(gap) ? team : `${team} ${(gap * 100).toFixed(1)} % apart`;
    const left = timeLeft(done);
    const what = step === "shifts" ? `round ${round}` : "can it do without";
    bar.show(done, of, [what, apart, ...(left === "" ? [] : [left])].join(", "));
  };
}

function formatSchedule(
  { scenario, warnings }: Simulation,
  result: ScheduleResult,
  options: ScheduleCommandOptions,
): string {
  switch (options.format) {
    case "text":
      return formatScheduleText({ scenario, result, warnings }, paintFor(options.out));
    case "json":
      return formatJson(scheduleJson(scenario, result, warnings));
    case "csv":
      return formatScheduleCsv(scenario, result);
  }
}

/** A scenario that runs, with the tables it names; the roster; a calendar for each agent. */
async function writeFiles(
  file: string,
  { scenario }: Simulation,
  result: ScheduleResult,
  options: ScheduleCommandOptions & { readonly out: string },
): Promise<void> {
  const { out, quiet } = options;
  const write = (name: string, text: string) => {
    writeWhole(path.join(out, name), text);
    if (!quiet) complain(`written: ${path.join(out, name)}`);
  };
  write("roster.csv", formatScheduleCsv(scenario, result));
  const lines = result.teams.flatMap((team) => team.lines);
  const taken = new Set<string>();
  for (const line of lines) {
    writeWhole(path.join(out, "calendars", `${fileName(line.name, taken)}.ics`), formatIcs(scenario, line));
  }
  if (!quiet && lines.length > 0)
    complain(`written: ${lines.length} files in ${path.join(out, "calendars")}`);
  const source = await openScenario(file, readOptionsOf(options));
  const plain = source.valueAt("") as Record<string, unknown>;
  const text = formatScheduledScenario(plain, scheduledScenario(scenario, result.teams));
  const beside = openBeside(path.dirname(path.resolve(file)), options.allowDir);
  const tables = new Map<string, string>();
  // Read back as whoever runs it will: it shall not be written if it does not.
  const open: OpenTable = (name) => {
    const opened = beside(name);
    if ("value" in opened) tables.set(name, opened.value);
    return opened;
  };
  try {
    readScenarioText(text, "scenario.yaml", open, { ...(options.allowLarge && { allowLarge: true }) });
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    const [first] = error.problems;
    throw new WrongUsage(
      `no scenario with these shifts is written: what speaks of the old ones has to go, ${first!.message}`,
    );
  }
  write("scenario.yaml", text);
  for (const [name, table] of tables) {
    if (!path.isAbsolute(name) && !path.normalize(name).startsWith("..")) write(name, table);
  }
}

/**
 * Letters, digits and a few signs; whatever else is in a name becomes its code. One that is taken, on disks
 * that know no case too, gets a number.
 */
function fileName(name: string, taken: Set<string>): string {
  const plain = name.replace(/[^A-Za-z0-9._-]/gu, (sign) =>
    sign === " " ? "-" : `_${sign.codePointAt(0)!.toString(16)}`,
  );
  let free = plain;
  for (let again = 2; taken.has(free.toLowerCase()); again++) free = `${plain}_${again}`;
  taken.add(free.toLowerCase());
  return free;
}
