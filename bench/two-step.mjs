import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  erlangA,
  erlangC,
  evaluate,
  findRequirement,
  leastAgents,
  openRunner,
  readScenario,
  schedule,
  scheduledScenario,
} from "../dist/index.js";

/**
 * `npm run bench:two-step`: what callsim schedule costs beside the common two steps, agents by an Erlang
 * formula for each half hour by itself, then shifts that cover them. Both have the same templates, rules and
 * solver. Where the two-step schedule misses a target of any half hour when it is simulated, all its agents
 * needed are raised by a twentieth, again and again until it misses none that ours meets; it may choose
 * between Erlang A and C, and between covering in full and at the schedule's price of missing agents. What is
 * compared is pay. Both are then simulated with callers that neither has met. It fails where ours misses a
 * target, or more half hours of those callers, is not the cheaper, or the README has other figures; cases that
 * are not in the README run when they are asked for by the beginnings of their names.
 */
const part = { contract: "part", breaks: [{ window: "1h30m-2h30m", length: "15m" }] };
const full = {
  breaks: [
    { window: "1h30m-3h", length: "15m" },
    { window: "3h30m-5h", length: "30m", paid: false },
    { window: "5h30m-7h30m", length: "15m" },
  ],
};
const contracts = { full: { week: "40h" }, part: { week: "20h", share: "40%" } };
const officeHours = {
  templates: {
    full: { ...full, days: "mon-fri", start: "08:30-10:30", length: "8h30m" },
    part: { ...part, days: "mon-fri", start: "09:00-14:00", length: "4h" },
  },
  contracts,
};
const cases = [
  { file: "03-two-skills.yaml", inReadme: true, schedule: officeHours },
  {
    file: "04-business-hours.yaml",
    inReadme: true,
    schedule: {
      templates: {
        full: { ...full, days: "mon-fri", start: "08:30-09:00", length: "8h30m" },
        part: { ...part, days: "mon-fri", start: "09:00-13:30", length: "4h" },
      },
      contracts,
    },
  },
  {
    file: "05-retail-evenings.yaml",
    schedule: {
      templates: {
        full: { ...full, start: "08:30-12:30", length: "8h30m" },
        part: { ...part, start: "09:00-17:00", length: "4h" },
      },
      contracts,
    },
  },
  { file: "21-schedule.yaml", inReadme: true },
];
const RAISE = 0.05;
const MOST_RAISES = 20;
const FULL_COVER = 200;
/** Fresh callers are so many times the scenario's, so that what they miss is the schedule's and not luck. */
const FRESH_TIMES = 10;

const only = process.argv.slice(2);
const runner = openRunner(2);
const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const failures = [];
try {
  for (const { file, inReadme = false, schedule: section } of cases) {
    if (only.length > 0 ? !only.some((one) => file.startsWith(one)) : !inReadme) continue;
    const path = fileURLToPath(new URL(`../scenarios/${file}`, import.meta.url));
    const set = section ? [`schedule=${JSON.stringify(section)}`] : [];
    const { scenario } = await readScenario(path, { set });
    const requirement = await findRequirement(scenario, { runner });
    const ours = await judged(scenario, await schedule(scenario, { runner, requirement }));
    const theirs = await twoSteps(scenario, requirement, new Set(ours.missed));
    const less = theirs ? 1 - ours.wages / theirs.wages : Number.NaN;
    const row = rowOf([
      `\`${file}\``,
      theirs ? `${money(theirs.wages)} (${theirs.way}, +${Math.round(theirs.raise * 100)} %)` : "none",
      money(ours.wages),
      `${(less * 100).toFixed(1)} %`,
      `${theirs?.levels ?? "-"}; ${theirs?.freshMissed ?? "-"}`,
      `${ours.levels}; ${ours.freshMissed}`,
    ]);
    process.stdout.write(`${row}\n`);
    if (inReadme && !readme.includes(row)) failures.push(`${file}: the README has no such row`);
    if (ours.missed.length > 0) failures.push(`${file}: ours misses ${ours.missed.length} targets`);
    if (theirs && ours.freshMissed > theirs.freshMissed) failures.push(`${file}: fresh callers miss more`);
    if (!(less > 0)) failures.push(`${file}: ours is not cheaper`);
  }
} finally {
  await runner.close();
}
if (failures.length > 0) throw new Error(failures.join("; "));

/** The cheapest of the two-step schedules that miss no target but `allowed`; undefined where none does. */
async function twoSteps(scenario, requirement, allowed) {
  let best;
  for (const [way, solve, under] of [
    ["Erlang A", erlangA, FULL_COVER],
    ["Erlang C", (workload, agents) => erlangC(workload, agents), FULL_COVER],
    ["Erlang A, priced", erlangA, scenario.schedule.price.under],
  ]) {
    const base = agentsByFormula(scenario, requirement, solve);
    const priced = { ...scenario, schedule: { ...scenario.schedule, price: { under, over: 0 } } };
    for (let times = 0; times <= MOST_RAISES; times++) {
      const raise = times * RAISE;
      const intervals = requirement.intervals.map((one, interval) => ({
        ...one,
        agents: base[interval].map((agents) => Math.ceil(agents * (1 + raise) - 1e-9)),
      }));
      const asked = { ...requirement, intervals };
      const result = await schedule(priced, { runner, requirement: asked, rounds: 1, takeOut: false });
      const found = await judged(scenario, result);
      if (best && found.wages >= best.wages) break;
      if (found.missed.every((one) => allowed.has(one))) {
        best = { ...found, way, raise };
        break;
      }
    }
  }
  return best;
}

/** Agents of each team by interval: a queue's by the formula, all of the cheapest team that likes it best. */
function agentsByFormula(scenario, requirement, solve) {
  const { queues, teams, calendar } = scenario;
  return requirement.intervals.map(({ offered }, interval) => {
    const agents = teams.map(() => 0);
    for (const [index, queue] of queues.entries()) {
      const handleSeconds = requirement.summary.queues[index].figures.aht.mean;
      const ratePerSecond = offered[index].mean / calendar.intervals[interval].lengthSeconds;
      if (!(ratePerSecond > 0)) continue;
      const target = { ...queue.target, serviceLevel: queue.serviceLevel };
      const patience = queue.patience?.meanSeconds;
      const least = leastAgents(ratePerSecond * handleSeconds, target, (number) =>
        solve({ ratePerSecond, handleSeconds }, number, patience),
      );
      agents[teamFor(queue, teams)] += least;
    }
    return agents;
  });
}

function teamFor({ name }, teams) {
  const preference = (team) => team.skills.find(({ queue }) => queue === name)?.preference ?? Infinity;
  const best = Math.min(...teams.map(preference));
  const able = [...teams.keys()].filter((team) => preference(teams[team]) === best);
  return able.sort((a, b) => teams[a].pay - teams[b].pay)[0];
}

/** What a schedule costs, misses, and gives callers whom it was not made for. */
async function judged(scenario, result) {
  const fresh = await evaluate(scheduledScenario(scenario, result.teams), {
    runner,
    seed: "fresh",
    replications: FRESH_TIMES * scenario.run.replications,
    detail: { intervals: true, weekdayIntervals: false },
  });
  const { queues } = scenario;
  const level = (figures) => figures.serviceLevel.mean;
  return {
    wages: result.teams.reduce((sum, { wages }) => sum + wages, 0),
    missed: result.missed.map(({ interval, queue }) => `${interval} ${queue}`),
    freshMissed: fresh.intervals.reduce(
      (sum, one) =>
        sum + queues.filter((queue, index) => level(one.queues[index]) < queue.target.answeredShare).length,
      0,
    ),
    levels: fresh.queues.map(({ figures }) => `${(level(figures) * 100).toFixed(0)} %`).join(", "),
  };
}

function money(amount) {
  return Math.round(amount).toLocaleString("en-US");
}

/** A row of a table in Markdown. */
function rowOf(cells) {
  return `| ${cells.join(" | ")} |`;
}
