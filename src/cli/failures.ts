import { writeSync } from "node:fs";
import { CommanderError } from "commander";
import { BadInput, formatProblem, WrongUsage } from "../kit/problem.js";
import { version } from "../kit/version.js";
import { withoutCommands } from "../report/check/service-commands.js";
import { codeText, withoutHidden } from "../scenario/control-characters.js";

/** The exit codes of every command. */
export const DONE = 0;
/** A promise or a baseline failed. */
export const BROKEN = 1;
export const WRONG_USAGE = 2;
export const BAD_INPUT = 3;
export const OUR_BUG = 70;
/** Output could not be written: disk full, no permission. */
export const CANNOT_WRITE = 74;
export const INTERRUPTED = 130;

/** Work was stopped by Ctrl-C; what was finished has been reported. */
export class Interrupted extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Interrupted";
  }
}

/** A promise is not kept, or a figure has moved; the report has told. */
export class Broken extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Broken";
  }
}

/** A result could not be written where it was asked for. */
export class CannotWrite extends Error {
  constructor(where: string, cause: NodeJS.ErrnoException) {
    super(`cannot write ${where}: ${reasonOf(cause)}`);
    this.name = "CannotWrite";
  }
}

/** Tells on standard error what went wrong, and returns the exit code for it. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
  if (error instanceof WrongUsage) {
    complain(`error: ${error.message}`);
    return WRONG_USAGE;
  }
  if (error instanceof Broken) {
    complain(`check failed: ${error.message}`);
    return BROKEN;
  }
  if (error instanceof BadInput) {
    // They quote the file, and a stranger's file must not give orders to a CI service.
    for (const problem of error.problems) complain(withoutCommands(formatProblem(problem)));
    const { length } = error.problems.filter(({ severity }) => severity === "error");
    complain(`${length} error${length === 1 ? "" : "s"}`);
    return BAD_INPUT;
  }
  if (error instanceof Interrupted) {
    complain(error.message);
    return INTERRUPTED;
  }
  if (error instanceof CannotWrite) {
    complain(`error: ${error.message}`);
    return CANNOT_WRITE;
  }
  const text = error instanceof Error ? error : new Error(String(error));
  complain(`callsim ${version} has a fault of its own, not yours: ${text.message}`);
  complain("Please report it with the command and the scenario; CALLSIM_DEBUG=1 shows where it happened.");
  if (process.env["CALLSIM_DEBUG"]) complain(text.stack ?? "");
  return OUR_BUG;
}

/** A line on standard error; if that is gone there is nobody left to tell. */
export function complain(line: string): void {
  try {
    writeSync(2, `${legible(line)}\n`);
  } catch {}
}

/** The text with every control character but line ends and tabs, and every hidden one, as its code. */
export function legible(text: string): string {
  return withoutHidden(text).replace(/(?![\n\t])[\p{Cc}\u2028\u2029]/gu, (control) =>
    codeText(control.charCodeAt(0)),
  );
}

/** When a reader such as `head` has seen enough, the command is done: no message, exit code 0. */
export function endQuietlyOnBrokenPipe(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(DONE);
    complain(`error: cannot write to standard output: ${reasonOf(error)}`);
    process.exit(CANNOT_WRITE);
  });
  process.stderr.on("error", () => {});
}

function reasonOf(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case "ENOSPC":
      return "the disk is full";
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "writing there is not allowed";
    case "ENOTDIR":
    case "EEXIST":
      return "a file stands where a folder should be";
    case "EISDIR":
      return "a folder stands where the file should be";
    case "ENODEV":
      return "what stands there is no plain file";
    case "ENOENT":
      return "there is no such folder";
    default:
      return error.code ?? error.message;
  }
}
