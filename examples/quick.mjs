// How many agents does the textbook desk need? `npm run build && node examples/quick.mjs`
import { fileURLToPath } from "node:url";
import { evaluate, openRunner, readScenario } from "callsim";

const file = fileURLToPath(new URL("../scenarios/01-one-queue.yaml", import.meta.url));
const runner = openRunner(); // worker threads, one for each processor
const percent = (share) => `${(100 * share).toFixed(1)} %`;

for (const agents of [9, 10, 11, 12]) {
  const { scenario } = await readScenario(file, { set: [`teams.agents.agents=${agents}`] });
  const summary = await evaluate(scenario, { runner });
  const { serviceLevel, asa } = summary.queues[0].figures;
  const half = (serviceLevel.high - serviceLevel.low) / 2;
  console.log(
    `${agents} agents: ${percent(serviceLevel.mean)} ± ${percent(half)} within 20 s, ASA ${asa.mean.toFixed(0)} s`,
  );
}
await runner.close();
