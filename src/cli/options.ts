import { type Command, InvalidArgumentError, Option } from "commander";

/** How a result is written. */
export type Format = "text" | "json" | "csv";

/** What every command that reads a scenario can be told. */
export interface ScenarioOptions {
  readonly case?: string;
  readonly set?: readonly string[];
  readonly allowDir?: readonly string[];
  readonly allowLarge?: true;
}

/** What every command that simulates can be told. */
export interface SimulationOptions extends ScenarioOptions {
  readonly replications?: number;
  readonly seed?: string;
  readonly workers?: number;
  readonly format: Format;
  readonly out?: string;
  readonly quiet?: true;
}

const MOST_REPLICATIONS = 1_000_000;
const MOST_WORKERS = 256;

/** Adds `--case --set --allow-dir --allow-large`. */
export function withScenarioOptions(command: Command): Command {
  return withReadingOptions(command.option("--case <name>", "apply this case of the file", nonEmpty));
}

/** Adds `--set --allow-dir --allow-large`. */
export function withReadingOptions(command: Command): Command {
  return command
    .option(
      "--set <path=value>",
      "change one value, such as teams.claims.agents=45; may be repeated",
      setting,
    )
    .option("--allow-dir <folder>", "let the file name tables in this folder too; may be repeated", collect)
    .option("--allow-large", "accept sizes that are refused by estimate");
}

/**
 * Adds the options of `withScenarioOptions`, and `--replications --seed --workers --format --out --quiet`.
 */
export function withSimulationOptions(command: Command): Command {
  return withOutputOptions(withScenarioOptions(withRepetitionOptions(command))).option(
    "--quiet",
    "no progress and no messages, errors only",
  );
}

/** Adds `--replications --seed --workers`. */
export function withRepetitionOptions(command: Command): Command {
  return command
    .option("--replications <number>", "independent runs, instead of what the file says", (text) =>
      wholeNumber(text, 1, MOST_REPLICATIONS),
    )
    .option("--seed <text>", "seed, instead of the file's", nonEmpty)
    .option("--workers <number>", "worker threads; the result is the same for any number", (text) =>
      wholeNumber(text, 1, MOST_WORKERS),
    );
}

/** Adds `--format --out`. */
export function withOutputOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--format <format>", "text, json or csv").default("text" satisfies Format).argParser(format),
    )
    .option("--out <folder>", "write files into this folder instead of to standard output", nonEmpty);
}

function format(text: string): Format {
  if (text === "text" || text === "json" || text === "csv") return text;
  if (text === "html")
    throw new InvalidArgumentError("This version writes no html; expected text, json or csv.");
  throw new InvalidArgumentError("Expected text, json or csv.");
}

/** Reads a whole number in decimal digits. */
export function wholeNumber(text: string, least: number, most: number): number {
  const value = /^[0-9]{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`);
}

function nonEmpty(text: string): string {
  if (text.trim() !== "") return text;
  throw new InvalidArgumentError("Nothing was given.");
}

/** Takes an option that may be repeated. */
export function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, nonEmpty(text)];
}

function setting(text: string, before: readonly string[] = []): string[] {
  if (/^[^=]+=/.test(text)) return [...before, text];
  throw new InvalidArgumentError("Expected path=value, such as teams.claims.agents=45.");
}
