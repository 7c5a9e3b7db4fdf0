import { type Command, InvalidArgumentError, Option } from "commander";
import { type ScenarioOptions, wholeNumber, withRepetitionOptions, withScenarioOptions } from "./options.js";

/** Where findings are shown beside the lines they are about. */
export type Annotations = "auto" | "github" | "azure" | "none";

/** What `callsim check` can be told. */
export interface CheckCommandOptions extends ScenarioOptions {
  readonly replications?: number;
  readonly maxReplications?: number;
  readonly seed?: string;
  readonly workers?: number;
  readonly baseline?: string;
  readonly updateBaseline?: true;
  readonly strict?: true;
  readonly format: "text" | "json";
  readonly out?: string;
  readonly junit?: string;
  readonly codeQuality?: string;
  readonly annotations: Annotations;
  readonly quiet?: true;
}

const MOST_REPLICATIONS = 1_000_000;

/** Adds the options of `callsim check`. */
export function withCheckOptions(command: Command): Command {
  return withScenarioOptions(
    withRepetitionOptions(
      command
        .option(
          "--baseline <folder>",
          "compare with the results stored there, a file a scenario; what moved fails",
          path,
        )
        .option("--update-baseline", "store today's results there instead, and show what moved")
        .option("--strict", "undecided is a failure too"),
    ).option(
      "--max-replications <number>",
      "simulate undecided promises on up to so many; default eight times the scenario's",
      (text) => wholeNumber(text, 1, MOST_REPLICATIONS),
    ),
  )
    .addOption(
      new Option("--format <format>", "text or json").default("text").argParser((text) => {
        if (text === "text" || text === "json") return text;
        throw new InvalidArgumentError("Expected text or json.");
      }),
    )
    .option("--out <folder>", "write the report into this folder instead of to standard output", path)
    .option("--junit <file>", "write the results as JUnit XML too", path)
    .option("--code-quality <file>", "write what failed as GitLab's code quality report too", path)
    .addOption(
      new Option("--annotations <service>", "mark what failed for a CI service: auto, github, azure or none")
        .default("auto")
        .argParser((text) => {
          if (text === "auto" || text === "github" || text === "azure" || text === "none") return text;
          const gitlab = text === "gitlab" ? " GitLab reads a file: --code-quality FILE." : "";
          throw new InvalidArgumentError(`Expected auto, github, azure or none.${gitlab}`);
        }),
    )
    .option("--quiet", "no progress and no messages, errors only");
}

function path(text: string): string {
  if (text.trim() !== "") return text;
  throw new InvalidArgumentError("Nothing was given.");
}
