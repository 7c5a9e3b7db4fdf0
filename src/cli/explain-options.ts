import { type Command, InvalidArgumentError, Option } from "commander";
import { type ScenarioOptions, wholeNumber, withScenarioOptions } from "./options.js";

/** What `callsim explain` is told. */
export interface ExplainOptions extends ScenarioOptions {
  readonly contact?: number;
  readonly worst?: true;
  readonly queue?: string;
  readonly hungUp?: true;
  readonly replication: number;
  readonly seed?: string;
  readonly format: "text" | "json";
  readonly out?: string;
  readonly quiet?: true;
}

const MOST_CONTACTS = 1e15 - 1;
const MOST_REPLICATIONS = 1_000_000;

/** Adds the options of `callsim explain`. */
export function withExplainOptions(command: Command): Command {
  return withScenarioOptions(
    command
      .option("--contact <number>", "the contact of this number, as in run --trace", (text) =>
        wholeNumber(text, 1, MOST_CONTACTS),
      )
      .option("--worst", "the contact that waited longest, whatever became of it")
      .option("--queue <name>", "with --worst: of this queue", given)
      .option("--hung-up", "with --worst: of those who hung up")
      .option(
        "--replication <number>",
        "which independent run",
        (text) => wholeNumber(text, 1, MOST_REPLICATIONS),
        1,
      )
      .option("--seed <text>", "seed, instead of the file's", given),
  )
    .addOption(
      new Option("--format <format>", "text or json").default("text").argParser((text) => {
        if (text === "text" || text === "json") return text;
        throw new InvalidArgumentError("Expected text or json.");
      }),
    )
    .option("--out <folder>", "write a file into this folder instead of to standard output", given)
    .option("--quiet", "no messages, errors only");
}

function given(text: string): string {
  if (text.trim() !== "") return text;
  throw new InvalidArgumentError("Nothing was given.");
}
