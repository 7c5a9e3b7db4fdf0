import { type Distribution, scaled } from "../../src/random/distribution.js";
import type { Arrivals } from "../../src/scenario/arrivals.js";
import type { Queue } from "../../src/scenario/queue.js";
import type { Calendar, Scenario } from "../../src/scenario/scenario.js";
import type { Team } from "../../src/scenario/team.js";

const DAY = 86_400;

/** The scenario over one day less. */
export function oneDayLess(scenario: Scenario): Scenario {
  const { calendar } = scenario;
  const horizonSeconds = calendar.horizonSeconds - DAY;
  return {
    ...scenario,
    calendar: {
      ...calendar,
      horizonSeconds,
      days: calendar.days.slice(0, -1),
      intervals: calendar.intervals.filter((one) => one.startSeconds < horizonSeconds),
    },
  };
}

/**
 * The scenario with agents who are always there instead of rostered ones: shifts are clock times, which do
 * not scale.
 */
export function withoutShifts(scenario: Scenario): Scenario {
  const teams = scenario.teams.map((team): Team => {
    if (team.staffing.kind !== "roster") return team;
    const agents = team.staffing.shifts.reduce((sum, one) => sum + one.agents, 0);
    return { ...team, staffing: { kind: "constant", agents } };
  });
  const queues = scenario.queues.map(
    (queue): Queue => ({ ...queue, arrivals: perDay(queue.arrivals, scenario.calendar) }),
  );
  return { ...scenario, teams, queues, shifts: [] };
}

/** Volumes by the hour or interval are by the day instead: an hour does not scale. */
function perDay(arrivals: Arrivals, calendar: Calendar): Arrivals {
  if (arrivals.kind !== "volume") return arrivals;
  const days = { day: 1, week: 1, hour: 24, interval: DAY / calendar.intervalSeconds };
  const contacts = arrivals.contacts * days[arrivals.per];
  return { ...arrivals, per: arrivals.per === "week" ? "week" : "day", contacts };
}

/** The scenario with every time so many times as long; it has no shifts. */
export function slowedDown(scenario: Scenario, factor: number): Scenario {
  const time = (distribution: Distribution) => scaled(distribution, factor);
  const { calendar, queues, teams, routing } = scenario;
  const span = <Span extends { readonly fromSeconds: number; readonly toSeconds: number }>(one: Span) => ({
    ...one,
    fromSeconds: one.fromSeconds * factor,
    toSeconds: one.toSeconds * factor,
  });
  const piece = <Piece extends { readonly startSeconds: number; readonly lengthSeconds: number }>(
    one: Piece,
  ) => ({
    ...one,
    startSeconds: one.startSeconds * factor,
    lengthSeconds: one.lengthSeconds * factor,
  });
  return {
    ...scenario,
    calendar: {
      ...calendar,
      warmupSeconds: calendar.warmupSeconds * factor,
      horizonSeconds: calendar.horizonSeconds * factor,
      days: calendar.days.map(piece),
      intervals: calendar.intervals.map(piece),
      open: calendar.open.map(span),
    },
    queues: queues.map((queue) => ({
      ...queue,
      arrivals: slowedArrivals(queue.arrivals, factor, span),
      handle: Object.fromEntries(Object.entries(queue.handle).map(([part, of]) => [part, time(of)])),
      ...(queue.patience && { patience: time(queue.patience) }),
      ...(queue.redial && { redial: { ...queue.redial, after: time(queue.redial.after) } }),
      serviceLevel: {
        ...queue.serviceLevel,
        withinSeconds: queue.serviceLevel.withinSeconds * factor,
        underSeconds: queue.serviceLevel.underSeconds * factor,
      },
    })),
    teams: teams.map((team) => ({
      ...team,
      ...(team.lateness && { lateness: time(team.lateness) }),
      ...(team.offPhone && {
        offPhone: { ...team.offPhone, blockSeconds: team.offPhone.blockSeconds * factor },
      }),
      staffing:
        team.staffing.kind === "table"
          ? { ...team.staffing, steps: team.staffing.steps.map(span) }
          : team.staffing,
    })),
    routing: {
      ...routing,
      overflow: routing.overflow.map((rule) => ({ ...rule, afterSeconds: rule.afterSeconds * factor })),
    },
  };
}

function slowedArrivals(
  arrivals: Arrivals,
  factor: number,
  span: <Span extends { readonly fromSeconds: number; readonly toSeconds: number }>(one: Span) => Span,
): Arrivals {
  const times = (values: readonly number[]) => values.map((value) => value * factor);
  if (arrivals.kind === "replay") {
    return {
      ...arrivals,
      atSeconds: times(arrivals.atSeconds),
      ...(arrivals.handleSeconds && { handleSeconds: times(arrivals.handleSeconds) }),
      ...(arrivals.patienceSeconds && { patienceSeconds: times(arrivals.patienceSeconds) }),
    };
  }
  const events = arrivals.events.map(span);
  if (arrivals.kind === "table") {
    const steps = arrivals.steps.map((step) => ({
      ...span(step),
      ...(step.ahtSeconds !== undefined && { ahtSeconds: step.ahtSeconds * factor }),
    }));
    return { ...arrivals, events, steps };
  }
  const { shape } = arrivals;
  if (shape === undefined) return { ...arrivals, events };
  const weekdays = shape.weekdays.map((steps) =>
    steps.map((step) => ({ ...step, clockSeconds: step.clockSeconds * factor })),
  );
  return { ...arrivals, events, shape: { weekdays } };
}

/**
 * The scenario with agents who are always there and always open, contacts that never come at one instant,
 * each queue's teams in a strict order of preference, and one team an overflow rule: what is left open by
 * none of it are ties.
 */
export function byPreferenceOnly(scenario: Scenario): Scenario {
  const everyone = withoutShifts(scenario);
  const { calendar } = everyone;
  return {
    ...everyone,
    calendar: {
      ...calendar,
      open: [{ fromSeconds: calendar.days[0].startSeconds, toSeconds: calendar.horizonSeconds }],
    },
    queues: everyone.queues.map((queue, index): Queue => {
      if (queue.arrivals.kind !== "replay") return queue;
      // Distinct moments, none the same in another queue.
      const atSeconds = queue.arrivals.atSeconds.map(
        (at, row) => at + row / 1024 + (index + 1) / 16_384 / 1024,
      );
      return { ...queue, arrivals: { kind: "replay", atSeconds } };
    }),
    teams: everyone.teams.map((team, index): Team => {
      const { lateness: _, ...rest } = team;
      const agents = team.staffing.kind === "constant" ? team.staffing.agents : 2;
      return {
        ...rest,
        absenceShare: 0,
        staffing: { kind: "constant", agents },
        skills: team.skills.map((skill) => ({ ...skill, preference: skill.preference * 10 + index })),
      };
    }),
    routing: {
      ...everyone.routing,
      overflow: everyone.routing.overflow.map((rule) => ({ ...rule, to: rule.to.slice(0, 1) })),
    },
  };
}
