import { describe, expect, it } from "vitest";
import { checkPromises } from "../../src/plan/check/check-promises.js";
import { compare } from "../../src/plan/compare/compare.js";
import { grow } from "../../src/plan/growth/grow.js";
import { findRequirement } from "../../src/plan/requirement/find-requirement.js";
import { planSweep } from "../../src/plan/sweep/plan-sweep.js";
import { sweep } from "../../src/plan/sweep/sweep.js";
import { inProcessRunner } from "../../src/run/in-process-runner.js";
import type { Job, Runner } from "../../src/run/runner.js";
import { openScenarioText, readScenarioText } from "../../src/scenario/read-scenario.js";

const TEXT = `
callsim: 1
name: Desk
calendar: {start: 2026-03-02, days: 1, hours: {mon-fri: "09:00-12:00"}, timezone: UTC}
queues:
  calls:
    arrivals: {perHour: 30}
    handle: {talk: {exponential: {mean: 3m}}}
    patience: {exponential: {mean: 2m}}
    target: {answered: 80%, within: 20s}
teams:
  desk: {skills: [calls], roster: {morning: 3}, pay: 10, absence: 10%}
shifts:
  morning: {days: daily, start: "09:00", length: 3h}
run: {replications: 4, seed: shared}
expect: ["calls.serviceLevel >= 70%"]
growth:
  baseYear: 2026
  cases: {boom: {of: volume, change: 20%, until: 2028}, jobs: {of: jobs, change: 20%, until: 2028}}
`;

/** A runner that writes down its jobs. */
function watched(): { readonly runner: Runner; readonly jobs: Job[] } {
  const inner = inProcessRunner();
  const jobs: Job[] = [];
  return {
    jobs,
    runner: {
      ...inner,
      perform(job, options) {
        jobs.push(job);
        return inner.perform(job, options);
      },
    },
  };
}

const { scenario, promises } = readScenarioText(TEXT, "desk.yaml");
const source = openScenarioText(TEXT, "desk.yaml", () => ({ problem: "no files" }));
const more = source.vary(["teams.desk.roster.morning=4"]).scenario;

const searches: readonly (readonly [string, (runner: Runner) => Promise<unknown>])[] = [
  ["the agents needed", (runner) => findRequirement(scenario, { runner })],
  ["growth", (runner) => grow(scenario, { runner })],
  [
    "a comparison and its explanation",
    (runner) =>
      compare(
        [
          { name: "a", scenario },
          { name: "b", scenario: more },
        ],
        { runner, why: true },
      ),
  ],
  [
    "a sweep",
    async (runner) => {
      const vary = ["teams.desk.roster.morning=2..5", "queues.calls.arrivals.perHour=20..40:10"];
      return sweep(
        await planSweep(
          openScenarioText(TEXT, "desk.yaml", () => ({ problem: "no files" })),
          { vary },
        ),
        { runner },
      );
    },
  ],
  ["promises", (runner) => checkPromises(scenario, promises, { runner, mostReplications: 16 })],
];

describe("everything that sets plans beside each other", () => {
  it.each(searches)("lets them meet the same callers: %s", async (_, search) => {
    const { runner, jobs } = watched();
    await search(runner);
    expect(jobs.length).toBeGreaterThan(0);
    expect(new Set(jobs.map(({ seed }) => seed))).toEqual(new Set(["shared"]));
    // Of each plan the first replication is number 1, and each further job goes on where the last one ended.
    const reached = new Map<string, number>();
    for (const { scenario: plan, first, count } of jobs) {
      const key = JSON.stringify(plan);
      expect(first === 1 || first === (reached.get(key) ?? 0) + 1).toBe(true);
      reached.set(key, first + count - 1);
    }
    // The streams are named by queues, teams and shifts: none of the plans renames them.
    for (const { scenario: plan } of jobs) {
      expect(plan.queues.map(({ name }) => name)).toEqual(["calls"]);
      expect(plan.teams.map(({ name }) => name)).toEqual(["desk"]);
    }
  });
});
