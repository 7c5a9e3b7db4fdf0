import { readFileSync } from "node:fs";

/** The workload's numbers, one queue and one team, given as JSON in the first argument. */
export function sizeFromArgument() {
  const { contacts, teams, queues } = JSON.parse(process.argv[2]);
  return { contacts, agents: teams[0], ...queues[0] };
}

/**
 * Performs a peer's run and prints, as JSON, its version, processor time a contact, batches and contacts
 * lost.
 */
export async function report(name, contacts, run) {
  const manifest = new URL(`node_modules/${name}/package.json`, import.meta.url);
  const { version } = JSON.parse(readFileSync(manifest, "utf8"));
  const started = process.cpuUsage();
  const { batches, lost } = await run();
  const { user, system } = process.cpuUsage(started);
  const nanoseconds = ((user + system) * 1000) / contacts;
  process.stdout.write(JSON.stringify({ name: `${name} ${version}`, nanoseconds, contacts, batches, lost }));
}
