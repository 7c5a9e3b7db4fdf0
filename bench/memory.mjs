import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ONE_RUN = fileURLToPath(new URL("memory-of-one-run.mjs", import.meta.url));

/**
 * What the engine holds: bytes a run of W1 takes at a million contacts and at ten million, bytes an agent,
 * and bytes a contact in the system, both on W4. Each run has a process of its own.
 */
export function measureMemory() {
  const millionBytes = grownBytes("w1", {});
  const tenMillionBytes = grownBytes("w1", { contacts: 10, times: 0.1 });
  // Hardly anybody calls: what grows is the agents.
  const manyAgentsBytes = grownBytes("w4", { contacts: 0.001 });
  const fewAgentsBytes = grownBytes("w4", { contacts: 0.001, agents: 0.01 });
  // The same load from a twentieth of the contacts: what grows is the contacts in the system.
  const loadedBytes = grownBytes("w4", { contacts: 0.05, times: 20 });
  return {
    millionBytes,
    tenMillionBytes,
    bytesAnAgent: (manyAgentsBytes - fewAgentsBytes) / 99_000,
    bytesAContact: (loadedBytes - manyAgentsBytes) / 105_000,
  };
}

function grownBytes(id, factors) {
  return Number(
    execFileSync(process.execPath, ["--expose-gc", ONE_RUN, id, JSON.stringify(factors)], {
      encoding: "utf8",
    }),
  );
}
