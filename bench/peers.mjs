import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** How many contacts each peer is given: what it does in about a second. */
const PEERS = [
  { id: "simjs", workloads: ["w1", "w2"], contacts: 480_000 },
  { id: "simscript", workloads: ["w1", "w2"], contacts: 24_000 },
  { id: "simpy", workloads: ["w1", "w2", "w3"], contacts: 96_000 },
];

/**
 * The peers installed here, as `{id, workloads, run(size)}`, and a line for each that is not. Nothing is
 * fetched.
 */
export function findPeers() {
  const found = [];
  const missing = [];
  const python = findPython();
  for (const { id, workloads, contacts } of PEERS) {
    const script = id === "simpy" ? "simpy_mmn.py" : `${id}.mjs`;
    const path = fileURLToPath(new URL(`peers/${script}`, import.meta.url));
    const command = id === "simpy" ? python : installed(id) && process.execPath;
    if (command) found.push({ id, workloads, run: (size) => run(command, path, { ...size, contacts }) });
    else missing.push(`${id} skipped: not installed (${hint(id)})`);
  }
  return { found, missing };
}

function run(command, path, size) {
  const text = execFileSync(command, [path, JSON.stringify(size)], { encoding: "utf8", maxBuffer: 1 << 24 });
  const answer = JSON.parse(text);
  if (answer.lost !== 0 || answer.contacts !== size.contacts) {
    throw new Error(`${answer.name}: ${answer.contacts} of ${size.contacts} contacts, ${answer.lost} lost`);
  }
  return answer;
}

function installed(name) {
  return existsSync(new URL(`peers/node_modules/${name}/package.json`, import.meta.url));
}

function hint(id) {
  return id === "simpy" ? "apt-get install python3-simpy3" : "npm --prefix bench/peers ci --ignore-scripts";
}

/** Debian's module belongs to Debian's Python, which need not be the first on the path. */
function findPython() {
  return ["python3", "/usr/bin/python3"].find((python) => {
    try {
      execFileSync(python, ["-c", "import simpy"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  });
}
