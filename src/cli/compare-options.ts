import { type Command, InvalidArgumentError, Option } from "commander";
import {
  collect,
  type SimulationOptions,
  withOutputOptions,
  withReadingOptions,
  withRepetitionOptions,
} from "./options.js";

/** What `callsim compare` is told. */
export interface CompareCommandOptions extends Omit<SimulationOptions, "case"> {
  readonly case?: readonly string[];
  readonly by: string;
  readonly smallest?: readonly string[];
  readonly intervals?: "each" | "weekday";
  readonly why?: boolean;
}

/** Adds the options of `callsim compare`. */
export function withCompareOptions(command: Command): Command {
  const own = command
    .option(
      "--case <name>",
      "of one file, a case to compare; may be repeated; . is the file as it stands",
      collect,
    )
    .option("--by <figure>", "the figure that decides, such as asa or claims.service-level", "serviceLevel")
    .option(
      "--smallest <measure=difference>",
      "the smallest difference that matters, such as serviceLevel=1% or asa=5s; may be repeated",
      smallest,
    )
    .addOption(
      new Option("--intervals <which>", "compare by interval too: each, or by weekday").argParser(intervals),
    )
    .option("--why", "say which parts of the scenario made the difference; done where there are two variants")
    .option("--no-why", "do not");
  return withOutputOptions(withRepetitionOptions(withReadingOptions(own)))
    .option("--quiet", "no progress and no messages, errors only")
    .addHelpText("after", HELP);
}

const HELP = `
The first variant, A, is compared with each of the others; all meet the same callers.
  callsim compare week.yaml next-week.yaml       two files, or more
  callsim compare week.yaml                      the file as it stands, and each of its cases
  callsim compare week.yaml --case boom          the file as it stands, and that case
  callsim compare week.yaml --case lean --case boom --case .
                                                 these, the first is A; . is the file as it stands
With several files, one --case is applied to each. --set changes every variant.`;

function smallest(text: string, before: readonly string[] = []): string[] {
  if (/^[^=]+=./.test(text)) return [...before, text];
  throw new InvalidArgumentError("Expected measure=difference, such as serviceLevel=1% or asa=5s.");
}

function intervals(text: string): "each" | "weekday" {
  if (text === "each" || text === "weekday") return text;
  throw new InvalidArgumentError("Expected each or weekday.");
}
