import path from "node:path";
import { buildProgram } from "../../src/cli/program.js";
import { readScenario } from "../../src/scenario/read-scenario.js";
import type { Parsed } from "./call-in-process.js";
import { isSmall } from "./expect-runnable.js";
import type { Luck } from "./luck.js";
import { mutateText, NONSENSE } from "./mutate-text.js";

const commands = buildProgram().commands;
const everyOption = [...new Set(commands.flatMap(({ options }) => options.map(({ flags }) => flags)))];

const FILES = [
  ...["tiny.yaml", "tiny.yaml", "tiny.yaml", "tiny.yaml", "bad.yaml", "week.csv", "folder", "none.yaml", ""],
  ...["./tiny.yaml", "tiny.yam", "-", "--", "/dev/null", "/dev/zero", "a/b.yaml", "tiny.yaml/x"],
];
/** Written to: nothing but what is in the folder of the test, and what takes nothing. */
const PLACES = [
  "out",
  "out/deep",
  "tiny.yaml",
  "folder",
  "week.csv/x",
  "/dev/null",
  "/dev/full",
  "/proc/x",
  "",
  "é",
];

const VALUES = [
  ...[
    "1",
    "2",
    "3",
    "0",
    "-1",
    "1e3",
    "2.5",
    "200000",
    "999999999999999999",
    "monday",
    "text",
    "json",
    "csv",
  ],
  ...[
    "html",
    "rush",
    "rus",
    ".",
    "calls",
    "claims",
    "serviceLevel",
    "total.cost",
    "calls.asa",
    "each",
    "weekday",
  ],
  ...[
    "teams.desk.agents=3",
    "teams.desk.agents=2..4",
    "teams.desk.agents=2..4:0",
    "queues.calls.patience=1m,2m",
  ],
  ...[
    "queues.calls.redial={chance: 10%, after: 5m}",
    "queues.calls.arrivals.perHour=1..9:4",
    "name=x",
    "a=b",
  ],
  ...["teams.desk.agents=1..99999", "serviceLevel=1%", "asa=5s", "cost=0", "80%/20s", "90%/1m", "4m", "240s"],
  ...["30%", "85%", "100%", "120", "10", "ignore-short", "github", "azure", "gitlab", "none", "auto"],
];

/** A command with some of its options and what they may be given, then slips of the finger. */
export function argumentsOf(luck: Luck): readonly string[] {
  const command = luck.pick(commands);
  const args = [
    luck.chance(0.97) ? command.name() : luck.pick(["", "rnu", "help", "--version", "--help", "-h"]),
  ];
  // What a command cannot do without.
  for (const { flags } of command.options.filter((one) => one.mandatory)) {
    if (luck.chance(0.9)) args.push(...optionOf(luck, flags));
  }
  if (command.name() === "erlang" && luck.chance(0.9))
    args.push("--calls-per-hour", luck.pick(["9", "120", "5000"]));
  const takesFiles = command.registeredArguments.length > 0;
  const files = takesFiles || luck.chance(0.05) ? luck.pick([0, 1, 1, 1, 1, 1, 1, 2]) : 0;
  for (let left = files; left > 0; left--) args.push(luck.pick(FILES));
  const own = command.options.map(({ flags }) => flags);
  for (let options = luck.pick([0, 1, 1, 2, 3, 5]); options > 0; options--) {
    args.push(...optionOf(luck, luck.pick(luck.chance(0.95) && own.length > 0 ? own : everyOption)));
  }
  if (luck.chance(0.4)) slip(luck, args);
  // What no shell could pass.
  return args.map((one) => Buffer.from(one.replaceAll("\0", "")).toString());
}

function optionOf(luck: Luck, flags: string): string[] {
  const name = /--[a-z-]+/.exec(flags)![0];
  if (!/[<[]/.test(flags)) return [name];
  const value = valueFor(luck, flags);
  return luck.chance(0.7) ? [name, value] : [`${name}=${value}`];
}

function valueFor(luck: Luck, flags: string): string {
  if (luck.chance(0.1)) return luck.pick(NONSENSE);
  const isPlace = /<(?:file|folder)>/.test(flags);
  if (isPlace) return luck.pick(PLACES);
  const fitting = luck.chance(0.6) ? VALUES.filter((one) => fits(flags, one)) : VALUES;
  return luck.pick(fitting.length > 0 ? fitting : VALUES);
}

/** Whether a value is at all of an option's kind: most command lines shall be understood. */
function fits(flags: string, value: string): boolean {
  if (/<number>/.test(flags)) return /^[123]$|^10$|^120$/.test(value);
  if (/<path=|<measure=/.test(flags)) return /^\w[\w.]*=/.test(value);
  if (/<duration>/.test(flags)) return /^\d+[sm]$/.test(value);
  if (/<share/.test(flags)) return /%/.test(value);
  if (/<format>/.test(flags)) return /^(?:text|json|csv)$/.test(value);
  return /^[a-zA-Z.]+$/.test(value);
}

function slip(luck: Luck, args: string[]): void {
  const at = luck.below(args.length);
  const there = args[at]!;
  const pool = { bases: [...VALUES, ...everyOption], nonsense: NONSENSE };
  luck.pick([
    () => args.splice(at, 1),
    () => args.splice(at, 0, there),
    () => args.splice(luck.below(args.length), 1, there),
    () => args.splice(at, 0, luck.pick(NONSENSE)),
    () => args.splice(at, 0, ...optionOf(luck, luck.pick(everyOption))),
    () => args.splice(at, 1, mutateText(luck, there, pool)),
    () => args.splice(at, 1, mutateText(luck, there, pool)),
    () => args.splice(at, 1, there.slice(0, -1)),
  ])();
}

const WRITTEN = ["out", "junit", "codeQuality", "trace", "baseline"];
const DEVICES = ["/dev/null", "/dev/full", "/proc/x"];
const MOST_REPLICATIONS = 3;

/** Whether what is asked for takes some milliseconds, and writes nowhere but into the folder of the test. */
export async function isHarmless({ command, files, options }: Parsed): Promise<boolean> {
  // They need the thread of the build.
  if (command === "explain" || options["trace"] !== undefined) return false;
  const places = WRITTEN.map((name) => options[name]).filter((one) => typeof one === "string");
  if (command === "init") places.push(...files);
  if (!places.every(isOurs)) return false;
  if (["validate", "schema", "erlang", "init"].includes(command)) return true;
  const { replications = 2, maxReplications = 2 } = options as Record<string, number | undefined>;
  if (replications > MOST_REPLICATIONS || maxReplications > MOST_REPLICATIONS) return false;
  for (const file of files) {
    try {
      const { case: cases, ...rest } = options;
      const names = Array.isArray(cases) ? [undefined] : [cases as string | undefined];
      for (const name of names) {
        const { scenario } = await readScenario(file, { ...rest, ...(name !== undefined && { case: name }) });
        if (!isSmall(scenario) || scenario.run.replications > MOST_REPLICATIONS) return false;
        if (scenario.run.precision) return false;
      }
    } catch {
      // The command says why.
    }
  }
  return true;
}

function isOurs(place: string): boolean {
  const full = path.resolve(place);
  return DEVICES.includes(place) || full.startsWith(`${process.cwd()}${path.sep}`);
}
