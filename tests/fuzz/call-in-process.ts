import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import type { Command } from "commander";
import { exitCodeOf } from "../../src/cli/failures.js";
import { buildProgram } from "../../src/cli/program.js";

/** What a command line asks for, once its options are understood. */
export interface Parsed {
  readonly command: string;
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

export interface Called {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

let written = { stdout: "", stderr: "" };

/** Takes what is written to standard output and standard error from now on; returns how to stop. */
export function capture(): () => void {
  const { writeSync } = fs;
  const { stdout, stderr } = process;
  const before = { out: stdout.write, error: stderr.write };
  const take = (name: "stdout" | "stderr") =>
    ((text: string | Uint8Array, done?: unknown) => {
      written[name] += text.toString();
      if (typeof done === "function") done();
      return true;
    }) as typeof stdout.write;
  stdout.write = take("stdout");
  stderr.write = take("stderr");
  fs.writeSync = ((descriptor: number, text: string | Uint8Array, ...rest: []) => {
    if (descriptor !== 1 && descriptor !== 2) return writeSync(descriptor, text as Uint8Array, ...rest);
    written[descriptor === 1 ? "stdout" : "stderr"] += Buffer.from(text as Uint8Array).toString();
    return text.length;
  }) as typeof writeSync;
  syncBuiltinESMExports();
  return () => {
    Object.assign(stdout, { write: before.out });
    Object.assign(stderr, { write: before.error });
    fs.writeSync = writeSync;
    syncBuiltinESMExports();
  };
}

/** A command that takes longer is told to stop, as by Ctrl-C. */
const PATIENCE_MILLISECONDS = 400;

/**
 * Does what the built command does with these arguments, without a process of its own; where `mayAct` says
 * no, only so far as they are understood.
 */
export async function callInProcess(
  args: readonly string[],
  mayAct: (parsed: Parsed) => Promise<boolean>,
): Promise<Called> {
  written = { stdout: "", stderr: "" };
  const code = await exitOf(async () => {
    let parsed: Parsed | undefined;
    const looked = buildProgram();
    for (const command of looked.commands) {
      command.action((...found: unknown[]) => {
        parsed = parsedOf(command, found);
      });
    }
    await looked.parseAsync([...args], { from: "user" });
    if (!parsed || !(await mayAct(parsed))) return;
    const timer = setTimeout(() => process.emit("SIGINT"), PATIENCE_MILLISECONDS);
    try {
      await buildProgram().parseAsync([...args], { from: "user" });
    } finally {
      clearTimeout(timer);
    }
  });
  return { code, ...written };
}

async function exitOf(action: () => Promise<void>): Promise<number> {
  try {
    await action();
    return 0;
  } catch (error) {
    return exitCodeOf(error);
  }
}

function parsedOf(command: Command, found: readonly unknown[]): Parsed {
  const [first] = found.length > 2 ? found : [];
  const files = Array.isArray(first) ? first : typeof first === "string" ? [first] : [];
  return { command: command.name(), files: files as string[], options: command.opts() };
}
