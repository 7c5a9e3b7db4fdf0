import type { Queue } from "../../src/scenario/queue.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import type { Team } from "../../src/scenario/team.js";
import { randomScenario } from "../naive/random-scenario.js";

/**
 * A random scenario of which every moment is a multiple of half a second, so that sums of times are exact in
 * any order: whole minutes, speeds that are powers of two, no blocks at random moments.
 */
export function exactScenario(number: number): Scenario {
  const scenario = randomScenario(2 * number);
  return {
    ...scenario,
    teams: scenario.teams.map((team): Team => {
      const { offPhone: _, ...rest } = team;
      const skills = rest.skills.map((skill) => ({ ...skill, speed: skill.speed > 1 ? 2 : skill.speed }));
      return { ...rest, skills };
    }),
  };
}

/**
 * Holds a law on so many exact scenarios, always the same, and tells it the number of each; twice that is the
 * number of the random scenario, with which `varied` keeps to whole minutes.
 */
export function holdsExactly(law: (scenario: Scenario, number: number) => void, runs = 80): void {
  for (let number = 0; number < runs; number++) law(exactScenario(number), number);
}

/** The scenario without callers who try again: contacts keep their numbers whatever the plan. */
export function withoutRedials(scenario: Scenario): Scenario {
  const queues = scenario.queues.map((queue): Queue => {
    const { redial: _, ...rest } = queue;
    return rest;
  });
  return { ...scenario, queues };
}

/** The scenario without hang-ups, redials, busy signals, and always open. */
export function patiently(scenario: Scenario): Scenario {
  const { lines: _, ...rest } = withoutRedials(scenario);
  const { calendar } = rest;
  const open = [{ fromSeconds: calendar.days[0].startSeconds, toSeconds: calendar.horizonSeconds }];
  const queues = rest.queues.map((queue): Queue => {
    const { patience: _patience, lines: _lines, arrivals, ...others } = queue;
    if (arrivals.kind !== "replay") return { ...others, arrivals };
    const { patienceSeconds: _recorded, ...recorded } = arrivals;
    return { ...others, arrivals: recorded };
  });
  return { ...rest, calendar: { ...calendar, open }, queues };
}

/** So many agents more in every team that is always there. */
export function withMoreAgents(scenario: Scenario, more: number): Scenario {
  const teams = scenario.teams.map((team): Team => {
    const { staffing } = team;
    if (staffing.kind === "constant")
      return { ...team, staffing: { ...staffing, agents: staffing.agents + more } };
    if (staffing.kind === "roster") {
      const shifts = staffing.shifts.map((one) => ({ ...one, agents: one.agents + more }));
      return { ...team, staffing: { ...staffing, shifts } };
    }
    const steps = staffing.steps.map((step) => ({ ...step, agents: step.agents + more }));
    return { ...team, staffing: { ...staffing, steps } };
  });
  return { ...scenario, teams };
}
