import { expect, it } from "vitest";
import { findRequirement } from "../../src/plan/requirement/find-requirement.js";
import { dialingQueue } from "../engine/outbound-scenario.js";
import { calendarOf, queueOf, scenarioOf, teamOf } from "../engine/plain-scenario.js";

const calendar = calendarOf({ intervalSeconds: 3600 });
const queues = [queueOf("calls", { at: [3600, 3700, 3800] }), dialingQueue("leads")];

it("a team that only calls leads is refused: no target asks for its agents", async () => {
  const teams = [teamOf("desk", { skills: ["calls"] }), teamOf("dialers", { skills: ["leads"] })];
  await expect(findRequirement(scenarioOf({ calendar, queues, teams }))).rejects.toThrow(
    /^dialers only calls leads, who wait for nobody, so no target asks for its agents/,
  );
});

it("agents who answer calls beside are sought for the calls", async () => {
  const teams = [teamOf("desk", { agents: 3, skills: ["calls", "leads"] })];
  const { intervals } = await findRequirement(scenarioOf({ calendar, queues, teams }));
  expect(intervals.length).toBeGreaterThan(0);
});
