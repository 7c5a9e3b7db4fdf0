import { type Command, InvalidArgumentError, Option } from "commander";
import {
  type SimulationOptions,
  wholeNumber,
  withRepetitionOptions,
  withScenarioOptions,
} from "./options.js";

/** What `callsim sweep` is told. */
export interface SweepOptions extends Omit<SimulationOptions, "format"> {
  readonly vary: readonly string[];
  readonly samples?: number;
  readonly format: "csv" | "json";
  readonly measure: string;
  readonly resume?: true;
}

const MOST_SAMPLES = 100_000;

/** Adds the options of `callsim sweep`. */
export function withSweepOptions(command: Command): Command {
  return withScenarioOptions(
    withRepetitionOptions(
      command
        .requiredOption(
          "--vary <path=values>",
          "a path and its values: path=a..b:step or path=1,2,5; may be repeated",
          variation,
        )
        .option(
          "--samples <number>",
          "so many points of a Latin hypercube, instead of the full grid",
          (text) => wholeNumber(text, 1, MOST_SAMPLES),
        )
        .option(
          "--measure <figure>",
          "the figure that the summary looks at, such as claims.serviceLevel",
          "total.serviceLevel",
        ),
    ),
  )
    .addOption(
      new Option("--format <format>", "csv or json").default("csv").argParser((text) => {
        if (text === "csv" || text === "json") return text;
        throw new InvalidArgumentError("Expected csv or json.");
      }),
    )
    .option(
      "--out <file>",
      "write into this file, and a journal beside it, instead of to standard output",
      file,
    )
    .option("--resume", "go on where the journal beside the output ends")
    .option("--quiet", "no progress, no summary and no messages, errors only");
}

function variation(text: string, before: readonly string[] = []): string[] {
  if (/^[^=]+=/.test(text)) return [...before, text];
  throw new InvalidArgumentError("Expected path=values, such as teams.claims.agents=30..45:5.");
}

function file(text: string): string {
  if (text.trim() !== "") return text;
  throw new InvalidArgumentError("Nothing was given.");
}
