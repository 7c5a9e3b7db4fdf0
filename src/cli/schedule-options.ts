import { type Command, InvalidArgumentError } from "commander";
import { type SimulationOptions, wholeNumber, withSimulationOptions } from "./options.js";

/** What `callsim schedule` can be told. */
export interface ScheduleCommandOptions extends SimulationOptions {
  /** A share of the cost. */
  readonly gap?: number;
  readonly iterations?: number;
  readonly rounds?: number;
}

/** Adds the options of `withSimulationOptions`, and `--gap --iterations --rounds`. */
export function withScheduleOptions(command: Command): Command {
  return withSimulationOptions(command)
    .option("--gap <share>", "stop when the cost is proved to be so near the least one; default 1%", gap)
    .option(
      "--iterations <number>",
      "stop after so many steps of the solver, rounds before the last after a fifth; default 8000",
      (text) => wholeNumber(text, 0, 1e9),
    )
    .option("--rounds <number>", "seek shifts so many times at most; default 8", (text) =>
      wholeNumber(text, 1, 100),
    );
}

function gap(text: string): number {
  const match = /^([0-9]+(?:\.[0-9]+)?)%$/.exec(text);
  if (match && Number(match[1]) <= 100) return Number(match[1]) / 100;
  throw new InvalidArgumentError("Expected a share from 0% to 100%, such as 1%.");
}
