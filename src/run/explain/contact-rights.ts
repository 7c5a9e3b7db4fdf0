import type { Scenario } from "../../scenario/scenario.js";
import type { Right } from "./team-views.js";

/** The teams that may ever take a contact of the queue: by preference, then by overflow, soonest first. */
export function rightsOf(scenario: Scenario, queue: number): Right[] {
  const { name } = scenario.queues[queue];
  const skilled = scenario.teams.flatMap(({ skills }, team) => {
    const skill = skills.find((one) => one.queue === name);
    return skill ? [{ team, preference: skill.preference }] : [];
  });
  skilled.sort((a, b) => a.preference - b.preference || a.team - b.team);
  const rights: Right[] = skilled.map(({ team }) => ({ team, queue, by: "skill", afterSeconds: 0 }));
  for (const { to, afterSeconds } of overflowRules(scenario, queue)) {
    for (const one of to) {
      const team = scenario.teams.findIndex((other) => other.name === one);
      if (rights.some((right) => right.team === team)) continue;
      rights.push({ team, queue, by: "overflow", afterSeconds });
    }
  }
  return rights;
}

/** The overflow rules of a queue, soonest first. */
export function overflowRules({ queues, routing }: Scenario, queue: number) {
  const rules = routing.overflow.filter((rule) => rule.queue === queues[queue].name);
  return [...rules].sort((a, b) => a.afterSeconds - b.afterSeconds);
}
