import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, vi } from "vitest";
import { inProcessRunner } from "../../src/run/in-process-runner.js";
import { SMALL } from "../cli/call.js";
import { argumentsOf, isHarmless } from "./arguments.js";
import { callInProcess, capture } from "./call-in-process.js";
import { holdOnInputs } from "./hold-on-inputs.js";
import { leastOf } from "./minimise.js";
import { expectPlain } from "./readable.js";

// Threads would take most of the time, and have tests of their own.
vi.mock("../../src/run/open-runner.js", () => ({ openRunner: () => inProcessRunner() }));

/** Two hours of two replications: every command is through within some milliseconds. */
const TINY = SMALL.replace("perHour: 30", "perHour: 12")
  .replace("08:00-18:00", "08:00-10:00")
  .replace("replications: 5", "replications: 2")
  .concat('expect: ["calls.serviceLevel >= 10%"]\n');

/** What stands in the folder where commands are called, before each. */
const CONTENT = {
  "tiny.yaml": TINY,
  "bad.yaml": TINY.replace("talk:", "tlk:"),
  "week.csv": "time,weight\n00:00,1\n",
} as const;
/** Only these can have done anything at all: refused before they acted, or done. */
const EXIT_CODES = [0, 1, 2, 3, 74, 130];

describe("a command line that somebody mistyped", () => {
  const home = process.cwd();
  let folder = "";
  let restore = () => {};
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), "callsim-fuzz-")));
    process.chdir(folder);
    restore = capture();
  });
  afterAll(() => {
    restore();
    process.chdir(home);
    rmSync(folder, { recursive: true });
  });

  holdOnInputs("is refused with a sentence, or done", {
    name: "arguments",
    share: 0.24,
    make: argumentsOf,
    judge: async (args) => {
      furnish();
      const { code, stdout, stderr } = await callInProcess(args, isHarmless);
      if (!EXIT_CODES.includes(code)) throw new Error(`ends with ${code}: ${stderr}`);
      if (code !== 0 && stderr.trim() === "") throw new Error(`ends with ${code} and says nothing`);
      // A path is told whole, however long.
      for (const line of stderr.split("\n")) expectPlain(line.slice(0, 1_000).replaceAll("\t", " "));
      const strange = /\bNaN\b|\bundefined\b|\[object /.exec(stdout);
      if (strange) throw new Error(`prints ${stdout.slice(strange.index - 60, strange.index + 60)}`);
      const left = readdirSync(".", { recursive: true, encoding: "utf8" });
      const half = left.filter((name) => name.endsWith(".part"));
      if (half.length > 0) throw new Error(`left ${half.join(", ")}`);
    },
    minimise: (args, fails) => leastOf(args, fails),
  });
});

/** What an earlier command wrote is gone: a fault must not hang on the inputs before it. */
function furnish(): void {
  for (const name of readdirSync(".")) {
    if (!(name in CONTENT) && name !== "folder") rmSync(name, { recursive: true });
  }
  mkdirSync("folder", { recursive: true });
  for (const [name, text] of Object.entries(CONTENT)) {
    if (!existsSync(name) || readFileSync(name, "utf8") !== text) writeFileSync(name, text);
  }
}
