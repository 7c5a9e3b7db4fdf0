import { simulate } from "../../src/engine/simulate.js";
import { compile } from "../../src/model/model.js";
import { meanSeconds } from "../../src/random/distribution.js";
import { formatCsv } from "../../src/report/csv.js";
import { formatJson } from "../../src/report/json.js";
import { summaryJson } from "../../src/report/json-results.js";
import { summaryRows } from "../../src/report/rows.js";
import { formatRunText } from "../../src/report/text/run-text.js";
import { allExpectedContacts } from "../../src/scenario/expected-load.js";
import type { ReadScenario } from "../../src/scenario/read-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { summarise } from "../../src/statistics/summarise.js";

const MOST_CONTACTS = 3_000;
const MOST_INTERVALS = 500;
const MOST_AGENTS = 2_000;

/** Whether the scenario is simulated within some milliseconds. */
export function isSmall({ calendar, queues, teams }: Scenario): boolean {
  const contacts = queues.reduce((sum, queue) => sum + allExpectedContacts(queue, calendar), 0);
  const agents = teams.reduce((sum, { staffing }) => {
    if (staffing.kind === "constant") return sum + staffing.agents;
    const counts = staffing.kind === "table" ? staffing.steps : staffing.shifts;
    return counts.reduce((most, entry) => most + entry.agents, sum);
  }, 0);
  const storms = queues.some(({ redial }) => redial && meanSeconds(redial.after) < 30);
  const blocks = teams.some(({ offPhone }) => offPhone && offPhone.blockSeconds < 60);
  const days = calendar.horizonSeconds / 86_400;
  return (
    contacts <= MOST_CONTACTS &&
    agents <= MOST_AGENTS &&
    calendar.intervals.length <= MOST_INTERVALS &&
    days <= 30 &&
    !storms &&
    !blocks
  );
}

/** A scenario that was accepted compiles; a small one runs too, and its results can be reported. */
export function expectRunnable({ scenario, warnings }: ReadScenario, isSimulated: boolean): void {
  if (!isSmall(scenario)) return;
  const model = compile(scenario);
  if (!isSimulated) return;
  const observed = [1, 2].map((replication) => simulate(model, scenario.run.seed, replication));
  const summary = summarise(model, observed, { seed: scenario.run.seed, version: "fuzz" });
  for (const line of formatRunText({ scenario, summary, warnings }).split("\n")) {
    if (/\bNaN\b|\bInfinity\b|undefined/.test(line)) throw new Error(`in the report: ${line}`);
  }
  JSON.parse(formatJson(summaryJson(scenario, summary, warnings)));
  formatCsv(summaryRows(summary));
}
