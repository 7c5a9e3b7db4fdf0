import type { Scenario } from "../../scenario/scenario.js";
import type { Staffing } from "../../scenario/team.js";

/** Numbers of agents by team, each by counted interval. */
export type AgentsByInterval = readonly Int32Array[];

/**
 * The scenario with just these agents on the phone in each interval: no shifts, absence, lateness, off-phone
 * work or quotas, for the numbers are of those who are there. Only where a target is by day are some of them
 * absent, for days on which many are missing are what such a target is about. During warm-up each interval
 * has the `duringWarmup` agents of the counted one that begins at the same time of day.
 */
export function withAgentsByInterval(
  scenario: Scenario,
  agents: AgentsByInterval,
  duringWarmup: AgentsByInterval = agents,
): Scenario {
  const { calendar, teams } = scenario;
  const withAbsence = countsAbsence(scenario);
  return {
    ...scenario,
    teams: teams.map(({ name, skills, pay, contract, absenceShare }, team) => ({
      name,
      skills,
      absenceShare: withAbsence ? absenceShare : 0,
      staffing: {
        kind: "table",
        steps: [...warmupSteps(scenario, duringWarmup[team]), ...steps(agents[team])],
      },
      ...(pay !== undefined && { pay }),
      ...(contract !== undefined && { contract }),
    })),
  };

  function steps(numbers: Int32Array): TableSteps {
    return calendar.intervals.map((interval, index) => ({
      fromSeconds: interval.startSeconds,
      toSeconds: interval.startSeconds + interval.lengthSeconds,
      agents: numbers[index],
    }));
  }
}

/** Whether the agents needed are those planned, of whom some are absent, rather than those who are there. */
export function countsAbsence({ queues, teams }: Scenario): boolean {
  const byDay = queues.some(({ target }) => target?.daysShare !== undefined);
  return byDay && teams.some(({ absenceShare }) => absenceShare > 0);
}

type TableSteps = Extract<Staffing, { kind: "table" }>["steps"];

function warmupSteps({ calendar }: Scenario, numbers: Int32Array): TableSteps {
  const { warmupSeconds, intervalSeconds, intervals } = calendar;
  const clocks = new Map<number, number>();
  for (const [index, { clockSeconds }] of intervals.entries()) {
    if (!clocks.has(clockSeconds)) clocks.set(clockSeconds, index);
  }
  const steps: TableSteps[number][] = [];
  for (let end = warmupSeconds; end > 0; end -= intervalSeconds) {
    const clock = (((end - intervalSeconds - warmupSeconds) % 86_400) + 86_400) % 86_400;
    const same = clocks.get(clock) ?? 0;
    steps.push({ fromSeconds: Math.max(0, end - intervalSeconds), toSeconds: end, agents: numbers[same] });
  }
  return steps.reverse();
}
