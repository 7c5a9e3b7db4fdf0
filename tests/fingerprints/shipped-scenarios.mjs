import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = new URL("../../scenarios/", import.meta.url);

/** What the one scenario that takes minutes is divided by. */
const SMALLER = { "10-national": 1000 };

/** Every shipped scenario by name, in the course's order, with 10-national a thousand times smaller. */
export async function shippedScenarios(readScenario) {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort();
  const found = [];
  for (const file of files) {
    const name = file.replace(/\.yaml$/, "");
    const { scenario } = await readScenario(fileURLToPath(new URL(file, folder)));
    found.push({ name, scenario: divided(scenario, SMALLER[name] ?? 1) });
  }
  return found;
}

/** So many times fewer contacts and agents. */
function divided(scenario, by) {
  if (by === 1) return scenario;
  return {
    ...scenario,
    queues: scenario.queues.map((queue) => ({
      ...queue,
      arrivals: { ...queue.arrivals, contacts: queue.arrivals.contacts / by },
    })),
    teams: scenario.teams.map((team) => ({
      ...team,
      staffing: {
        ...team.staffing,
        shifts: team.staffing.shifts.map((part) => ({ ...part, agents: Math.round(part.agents / by) })),
      },
    })),
  };
}
