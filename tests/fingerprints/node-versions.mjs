import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { listed } from "./moved.mjs";

/**
 * `node node-versions.mjs [20 22 24] [--strict]`: the digest of the build under each of these majors of Node,
 * which npx fetches from the registry where they are not the one that runs. Exit code 1 where one gives other
 * results than are kept, or does not run; one that cannot be had is said, and with --strict a failure.
 */
const DIGEST = fileURLToPath(new URL("digest.mjs", import.meta.url));
/** More take their time to start; the tests have eight, on the Node they run on. */
const WORKERS = "1,2";
const FETCH_MILLISECONDS = 120_000;
const RUN_MILLISECONDS = 300_000;

const call = promisify(execFile);
const isStrict = process.argv.includes("--strict");
const asked = process.argv.slice(2).filter((word) => word !== "--strict");
const majors = asked.length > 0 ? asked : ["20", "22", "24"];
const isWhole = (major) => /^\d+$/.test(major);
if (!majors.every(isWhole)) {
  process.stderr.write(
    `majors of Node are whole numbers, unlike ${majors.find((major) => !isWhole(major))}\n`,
  );
  process.exit(2);
}

const rows = [];
for (const major of majors) {
  const row = await compare(major);
  rows.push(row);
  process.stdout.write(
    `  ${(row.version ?? major).padEnd(10)} ${row.digest ?? "-".repeat(12)}  ${row.says}\n`,
  );
  if (row.report) process.stdout.write(row.report.replace(/^(?=.)/gm, "    "));
}
const of = (state) => rows.filter((row) => row.state === state).map(({ major }) => major);
const [same, other, missing] = [of("same"), of("other"), of("missing")];
const sentences = [
  same.length > 0 ? `The results kept, to the last byte, on Node ${listed(same)}.` : "",
  other.length > 0 ? `OTHER RESULTS on Node ${listed(other)}.` : "",
  missing.length > 0 ? `NOT COMPARED: Node ${listed(missing)}.` : "",
];
process.stdout.write(`${sentences.filter(Boolean).join(" ")}\n`);
process.exitCode = other.length > 0 || (isStrict && missing.length > 0) ? 1 : 0;

async function compare(major) {
  let program;
  try {
    program = await programOf(major);
  } catch (error) {
    return { major, state: "missing", says: `cannot be had from the registry: ${reasonOf(error)}` };
  }
  const { version, file } = program;
  try {
    const { stdout } = await call(file, [DIGEST, "--workers", WORKERS, "--json"], {
      timeout: RUN_MILLISECONDS,
    });
    return { major, state: "same", version, digest: JSON.parse(stdout).digest, says: "as kept" };
  } catch (error) {
    const digest = /"digest":"(\w+)"/.exec(error.stdout)?.[1];
    if (digest === undefined)
      return { major, state: "other", version, says: `does not run: ${reasonOf(error)}` };
    const { stdout } = await call(file, [DIGEST, "--workers", WORKERS]).catch((again) => again);
    return { major, state: "other", version, digest, says: "NOT as kept", report: stdout };
  }
}

/** A Node of that major: this very one, or the registry's newest, which npm keeps for the next time. */
async function programOf(major) {
  if (process.versions.node.split(".")[0] === major) {
    return { version: process.versions.node, file: process.execPath };
  }
  const ask = "JSON.stringify({ version: process.versions.node, file: process.execPath })";
  const { stdout } = await call("npx", ["--yes", `node@${major}`, "--print", ask], {
    timeout: FETCH_MILLISECONDS,
    shell: process.platform === "win32",
  });
  const found = JSON.parse(stdout);
  // Where its install script may not run, the name leads to the Node that is there.
  if (found.version.split(".")[0] !== major) throw new Error(`it gave Node ${found.version} instead`);
  return found;
}

/** What npm or the program said was wrong, without its notices, in one line. */
function reasonOf(error) {
  if (error.killed) return "it took too long";
  const said = (error.stderr ?? "").split("\n").filter((line) => /error/i.test(line));
  const line = said.find((one) => !/complete log|code E|errno/i.test(one)) ?? error.message.split("\n")[0];
  return line.replace(/^npm (?:error|ERR!)\s*/, "").trim();
}
