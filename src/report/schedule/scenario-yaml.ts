import { stringify } from "yaml";
import { formatClock } from "../../kit/clock.js";
import { formatDuration } from "../../kit/duration.js";
import type { Scenario, Shift } from "../../scenario/scenario.js";
import type { Staffing } from "../../scenario/team.js";

type Plain = Readonly<Record<string, unknown>>;

/**
 * The scenario file, given as plain values, with the scheduled shifts and rosters of `planned` in it. Cases
 * are left out, for they change the agents that the schedule has replaced; so are the sources of what was
 * replaced, and comments.
 */
export function formatScheduledScenario(plain: Plain, planned: Scenario): string {
  const { cases: _cases, sources, ...rest } = plain;
  const teams = Object.fromEntries(
    planned.teams.map(({ name, staffing }) => {
      const { agents: _agents, roster: _roster, ...team } = (plain["teams"] as Record<string, Plain>)[name]!;
      return [name, { ...team, ...staffed(staffing) }];
    }),
  );
  const kept = Object.entries((sources ?? {}) as Plain).filter(([path]) => !isReplaced(path, planned));
  const whole = {
    ...rest,
    ...(kept.length > 0 ? { sources: Object.fromEntries(kept) } : {}),
    run: { ...(plain["run"] as Plain | undefined), seed: planned.run.seed },
    teams,
    shifts: Object.fromEntries(planned.shifts.map((shift) => [shift.name, plainShift(shift)])),
  };
  return `# Shifts and rosters as callsim schedule has found them.\n${stringify(whole, { lineWidth: 110 })}`;
}

function staffed(staffing: Staffing): Plain {
  if (staffing.kind !== "roster") return { agents: 0 };
  return { roster: Object.fromEntries(staffing.shifts.map(({ shift, agents }) => [shift, agents])) };
}

function isReplaced(path: string, { teams }: Scenario): boolean {
  const replaced = teams.flatMap(({ name }) => [`teams.${name}.agents`, `teams.${name}.roster`]);
  return ["shifts", "cases", ...replaced].some((one) => path === one || path.startsWith(`${one}.`));
}

function plainShift({ dates, startClockSeconds, lengthSeconds, breaks, premiumShare }: Shift): Plain {
  return {
    dates,
    start: formatClock(startClockSeconds),
    length: formatDuration(lengthSeconds),
    ...(premiumShare > 0 ? { premium: premiumShare } : {}),
    ...(breaks.length === 0
      ? {}
      : {
          breaks: breaks.map((one) => ({
            after: formatDuration(one.afterSeconds),
            length: formatDuration(one.lengthSeconds),
            ...(one.paid ? {} : { paid: false }),
          })),
        }),
  };
}
