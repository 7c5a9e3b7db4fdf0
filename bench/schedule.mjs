import { fileURLToPath } from "node:url";
import { evaluate, findRequirement, openRunner, readScenario, schedule } from "../dist/index.js";

/**
 * `npm run bench:schedule`: the requirement, the shifts that cover it, and the whole search for a schedule that
 * meets every target, of a week with three teams. Processor time is given as a multiple of simulating that
 * week once with all its replications. It fails where a team's cost is not proved to be within 1 % of the
 * least, or the schedule misses a target; never for a time.
 */
const MOST_GAP = 0.01;
const file = fileURLToPath(new URL("scenarios/schedule.yaml", import.meta.url));
const { scenario } = await readScenario(file);
const runner = openRunner(2);
try {
  const detail = { intervals: true, weekdayIntervals: false };
  const { replications } = scenario.run;
  await evaluate(scenario, { runner, replications, detail });
  const once = await timed(() => evaluate(scenario, { runner, replications, detail }));
  const need = await timed(() => findRequirement(scenario, { runner }));
  const asked = { runner, requirement: need.value };
  const cover = await timed(() => schedule(scenario, { ...asked, rounds: 1, takeOut: false }));
  const whole = await timed(() => schedule(scenario, asked));
  const line = (name, ...cells) => `${name.padEnd(34)}${cells.map((one) => one.padStart(13)).join("")}\n`;
  process.stdout.write(line("shifts for the requirement", "heads", "priced cost", "least", "gap"));
  for (const { team, lines, cost, bound } of cover.value.teams) {
    const gap = (cost - bound) / cost;
    const percent = `${(gap * 100).toFixed(2)} %`;
    process.stdout.write(line(team, String(lines.length), cost.toFixed(0), bound.toFixed(0), percent));
    if (!(gap <= MOST_GAP)) throw new Error(`${team} is not proved to be within ${MOST_GAP * 100} %`);
  }
  process.stdout.write(line("processor time", "seconds", "simulations", "simulated"));
  const row = (name, { seconds }, evaluations) =>
    process.stdout.write(
      line(name, seconds.toFixed(1), (seconds / once.seconds).toFixed(0), String(evaluations)),
    );
  row("one simulation", once, 1);
  row("agents needed", need, need.value.evaluations);
  row("shifts for the requirement", cover, cover.value.evaluations);
  row("schedule that meets every target", whole, whole.value.evaluations);
  if (whole.value.missed.length > 0) throw new Error(`it misses ${whole.value.missed.length} targets`);
} finally {
  await runner.close();
}

/** What the work gives, and the processor time of all threads it took. */
async function timed(work) {
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, seconds: (user + system) / 1e6 };
}
