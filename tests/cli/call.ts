import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The built command. */
export const COMMAND = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

export interface Called {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface CallOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** The folder it runs in; that of the tests where silent. */
  readonly cwd?: string;
  /** Called with the process once it runs. */
  readonly started?: (child: ReturnType<typeof spawn>) => void;
}

/** Runs the command and waits until it has ended. */
export function callsim(args: readonly string[], options: CallOptions = {}): Promise<Called> {
  const { NO_COLOR, FORCE_COLOR, CALLSIM_DEBUG, ...env } = process.env;
  const child = spawn(process.execPath, [COMMAND, ...args], {
    env: { ...env, ...options.env },
    ...(options.cwd !== undefined && { cwd: options.cwd }),
  });
  options.started?.(child);
  const pieces = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    pieces.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    pieces.stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...pieces }));
  });
}

/** A new folder of its own, with these files. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "callsim-cli-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

/** A small scenario: one day, one queue, one team on two shifts, one growth case of two years. */
export const SMALL = `
callsim: 1
name: Small desk
calendar: {timezone: America/New_York, start: 2026-03-02, days: 1, interval: 60m, hours: {daily: 08:00-18:00}}
queues:
  calls:
    arrivals: {perHour: 30}
    handle: {talk: {exponential: {mean: 4m}}}
    patience: {exponential: {mean: 3m}}
    target: {answered: 80%, within: 20s}
teams:
  desk: {skills: [calls], agents: 4, pay: 16}
run: {replications: 5, seed: small}
cases: {rush: {queues.calls.arrivals.perHour: 60}}
growth: {baseYear: 2026, cases: {more: {of: volume, change: 20%, until: 2027, source: D0}}}
`;
