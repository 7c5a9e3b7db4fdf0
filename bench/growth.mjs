import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { evaluate, grow, inProcessRunner, readScenario } from "../dist/index.js";

/**
 * `npm run bench:growth`: the nation's growth case at a thousandth and at a hundredth of its size. Prints
 * simulations, contacts, processor time a contact and its ratio to that of simulating the same scenario as it
 * stands, in the same process. It fails where not every simulation was counted or the staff is not the case's,
 * never for a time.
 */
const NO_TABLES = { intervals: false, weekdayIntervals: false, shifts: false };
const file = fileURLToPath(new URL("../scenarios/10-national.yaml", import.meta.url));
const whole = (await readScenario(file)).scenario;
const line = (...cells) => `${cells.map((one) => String(one).padStart(13)).join("")}\n`;
process.stdout.write(line("agents", "simulations", "contacts", "ns a contact", "ratio", "RSS, MiB"));
for (const part of [1000, 100]) {
  const scenario = smaller(whole, part);
  // Once more than is measured, for the compiler.
  await evaluate(scenario);
  const growth = await counted((runner) => grow(scenario, { runner }));
  const { replications } = growth;
  const alone = await counted((runner) => evaluate(scenario, { runner, replications, detail: NO_TABLES }));
  const { value } = growth;
  const [first, last] = value.cases[0].years;
  assert.equal(alone.replications, replications);
  assert.equal(replications, value.evaluations, "every simulation is counted once");
  assert.equal(last.agents, Math.round(value.agentsToday * 1.05), "the staff is that of the case");
  assert.ok(last.contacts > first.contacts, "more agents carry more contacts");
  assert.ok(Math.abs(growth.contacts / alone.contacts - 1) < 0.2, "each simulation is of the whole scenario");
  const nanoseconds = (1e9 * growth.seconds) / growth.contacts;
  const ratio = nanoseconds / ((1e9 * alone.seconds) / alone.contacts);
  const mebibytes = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(
    line(
      value.agentsToday,
      value.evaluations,
      growth.contacts,
      nanoseconds.toFixed(0),
      ratio.toFixed(2),
      mebibytes,
    ),
  );
}

/** The scenario with so many times fewer calls and agents. */
function smaller(scenario, part) {
  const queues = scenario.queues.map((queue) => ({
    ...queue,
    arrivals: { ...queue.arrivals, factor: queue.arrivals.factor / part },
  }));
  const teams = scenario.teams.map((team) => ({
    ...team,
    staffing: {
      ...team.staffing,
      shifts: team.staffing.shifts.map((one) => ({ ...one, agents: Math.round(one.agents / part) })),
    },
  }));
  return { ...scenario, queues, teams };
}

/** What `work` returns, its processor time, and the replications and contacts its runner simulated. */
async function counted(work) {
  const inner = inProcessRunner();
  let replications = 0;
  let contacts = 0;
  const runner = {
    perform: (job, options) =>
      inner.perform(job, {
        ...options,
        take(observations) {
          replications++;
          contacts += observations.contacts;
          options.take(observations);
        },
      }),
    close: () => inner.close(),
  };
  const before = process.cpuUsage();
  const value = await work(runner);
  const { user, system } = process.cpuUsage(before);
  return { value, seconds: (user + system) / 1e6, replications, contacts };
}
