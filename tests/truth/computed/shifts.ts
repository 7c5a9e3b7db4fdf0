import { SHIFT_FIELDS } from "../../../src/engine/observations.js";
import { ratioFigure } from "../../../src/statistics/ratio.js";
import type { Figure } from "../../../src/statistics/summary.js";
import type { Simulation } from "../simulated/simulation.js";
import { waitSeconds } from "../simulated/steady-figures.js";
import { exponential } from "../simulated/steady-scenario.js";
import { type Day, followDay } from "../theory/day.js";
import { lateShift, whoComes } from "../theory/shift.js";
import { daily, HOUR, simulateDays } from "./day-scenario.js";
import { type Answers, family } from "./family.js";

/** A shift a day, from empty. */
export interface Shift {
  readonly perHour: readonly number[];
  readonly agents: number;
  readonly handleSeconds: number;
  readonly patienceSeconds?: number;
  readonly lines?: number;
  readonly absenceShare?: number;
  readonly latenessSeconds?: number;
  readonly break?: { readonly afterHours: number; readonly seconds: number };
  /** Contacts asked of every agent in every shift. */
  readonly quota?: number;
  readonly days: number;
}

const FROM = 8 * HOUR;
/** The same with longer handling. */
export const stretched = (shift: Shift, factor: number): Shift => ({
  ...shift,
  handleSeconds: shift.handleSeconds * factor,
});

function dayOf(shift: Shift, agents: number, hours = shift.perHour): Day {
  const { handleSeconds, patienceSeconds, lines } = shift;
  return {
    handleSeconds,
    ...(patienceSeconds !== undefined && { patienceSeconds }),
    ...(lines !== undefined && { lines }),
    longest: lines ?? 240,
    stretches: hours.map((count) => ({ seconds: HOUR, ratePerSecond: count / HOUR, agents })),
  };
}

/** Simulates the days. */
export function simulated(shift: Shift, seed: string) {
  const { perHour, agents, handleSeconds, patienceSeconds, lines, quota } = shift;
  const simulation = simulateDays({
    fromSeconds: FROM,
    perHour,
    talk: exponential(handleSeconds),
    ...(patienceSeconds !== undefined && { patience: exponential(patienceSeconds) }),
    ...(lines !== undefined && { lines }),
    withinSeconds: 20,
    closes: true,
    shifts: [
      {
        name: "day",
        startClockSeconds: FROM,
        lengthSeconds: perHour.length * HOUR,
        ...(shift.break && {
          breaks: [
            { afterSeconds: shift.break.afterHours * HOUR, lengthSeconds: shift.break.seconds, paid: true },
          ],
        }),
      },
    ],
    team: {
      staffing: { kind: "roster", shifts: [{ shift: "day", agents }] },
      ...(shift.absenceShare !== undefined && { absenceShare: shift.absenceShare }),
      ...(shift.latenessSeconds !== undefined && { lateness: exponential(shift.latenessSeconds) }),
      ...(quota !== undefined && { quota: { contacts: quota } }),
    },
    days: shift.days,
    seed,
  });
  return { ...simulation, figures: figuresOf(simulation) };
}

function figuresOf(simulation: Simulation): Record<string, Figure> {
  const ofShifts = (field: (typeof SHIFT_FIELDS)[number]) =>
    simulation.observations.map(({ shiftCells }) => shiftCells[SHIFT_FIELDS.indexOf(field)]);
  return {
    "overtime a day": daily(simulation, ({ teams: [team] }) => team.overtimeSeconds),
    "busy a day": daily(simulation, ({ teams: [team] }) => team.busySeconds),
    "absent a day": daily(simulation, ({ teams: [team] }) => team.absentSeconds),
    "off plan a day": daily(simulation, ({ teams: [team] }) => team.offPlanSeconds),
    "unserved a day": daily(simulation, ({ queues: [queue] }) => queue.unserved),
    "abandoned a day": daily(simulation, ({ queues: [queue] }) => queue.abandoned),
    "waited a day": daily(simulation, ({ queues: [queue] }) => waitSeconds(queue)),
    "met the quota": ratioFigure(ofShifts("quotaContactsMet"), ofShifts("agentShifts")),
    "handled a shift": ratioFigure(ofShifts("handled"), ofShifts("agentShifts")),
  };
}

const OVERTIME: readonly (readonly [string, Shift])[] = [
  ["one agent", { perHour: [10, 10, 10, 10], agents: 1, handleSeconds: 240, days: 4000 }],
  ["four agents", { perHour: [40, 40, 45, 45], agents: 4, handleSeconds: 280, days: 2500 }],
  ["ten agents, rising", { perHour: [60, 90, 120], agents: 10, handleSeconds: 270, days: 2000 }],
  ["two agents above capacity", { perHour: [20, 30, 40], agents: 2, handleSeconds: 200, days: 2500 }],
];

/** A shift ends while contacts are in hand and others wait. */
export const overtime = family<Shift>({
  name: "the end of a shift",
  truth: "M_t/M/c by uniformization: overtime is the busy at the end times the mean handle time, memoryless",
  points: OVERTIME.map(([title, input], index) => ({ id: `OVERTIME-${index + 1}`, title, input })),
  exact: (shift): Answers => {
    const { agents, handleSeconds } = shift;
    const passed = followDay(dayOf(shift, agents));
    const last = passed.at(-1)!;
    const overtimeSeconds = last.atLast(([busy]) => busy) * handleSeconds;
    return {
      "overtime a day": overtimeSeconds,
      "unserved a day": last.atLast(([, waiting]) => waiting),
      "busy a day": passed.reduce((sum, { over }) => sum + over(([busy]) => busy), overtimeSeconds),
    };
  },
  stretched,
  simulated,
});

const BREAKS: readonly (readonly [string, Shift])[] = [
  [
    "one agent",
    {
      ...{ perHour: [10, 10, 6, 0], agents: 1, handleSeconds: 240, patienceSeconds: 300 },
      ...{ break: { afterHours: 2, seconds: 900 }, days: 3000 },
    },
  ],
  [
    "five agents",
    {
      ...{ perHour: [60, 60, 40, 0], agents: 5, handleSeconds: 240, patienceSeconds: 120 },
      ...{ break: { afterHours: 2, seconds: 600 }, days: 1500 },
    },
  ],
  [
    "a break as short as a call",
    {
      ...{ perHour: [30, 30, 20, 0], agents: 3, handleSeconds: 300, patienceSeconds: 200 },
      ...{ break: { afterHours: 1, seconds: 300 }, days: 2500 },
    },
  ],
];

/** Breaks wait for the contact in hand. */
export const breaks = family<Shift>({
  name: "breaks",
  truth: "the busy at the break's moment by uniformization; late by X, exponential: off plan 2 min(X, D)",
  points: BREAKS.map(([title, input], index) => ({ id: `BREAK-${index + 1}`, title, input })),
  exact: (shift): Answers => {
    const { agents, handleSeconds } = shift;
    const { afterHours, seconds } = shift.break!;
    const busy = followDay(dayOf(shift, agents, shift.perHour.slice(0, afterHours)))
      .at(-1)!
      .atLast(([count]) => count);
    return { "off plan a day": busy * 2 * handleSeconds * (1 - Math.exp(-seconds / handleSeconds)) };
  },
  stretched,
  simulated,
});

const ABSENCES: readonly (readonly [string, Shift])[] = [
  [
    "six agents, 10 %",
    {
      ...{ perHour: [60, 70, 40, 0, 0], agents: 6, handleSeconds: 240, patienceSeconds: 150 },
      ...{ absenceShare: 0.1, days: 1500 },
    },
  ],
  [
    "ten agents, 25 %",
    {
      ...{ perHour: [100, 110, 60, 0, 0], agents: 10, handleSeconds: 240, patienceSeconds: 200 },
      ...{ absenceShare: 0.25, days: 1200 },
    },
  ],
  [
    "twenty agents, 6 %",
    {
      ...{ perHour: [240, 260, 140, 0, 0], agents: 20, handleSeconds: 270, patienceSeconds: 150 },
      ...{ absenceShare: 0.06, days: 700 },
    },
  ],
];

/** Agents who do not come. */
export const absences = family<Shift>({
  name: "absence",
  truth: "M_t/M/k+M by uniformization for each number k that comes, weighed by the binomial chances",
  points: ABSENCES.map(([title, input], index) => ({ id: `ABSENCE-${index + 1}`, title, input })),
  exact: (shift): Answers => {
    const { agents, absenceShare = 0, perHour, patienceSeconds = 0 } = shift;
    let waited = 0;
    let busySeconds = 0;
    for (const [present, chance] of whoComes(agents, absenceShare).entries()) {
      if (chance < 1e-13) continue;
      const passed = followDay(dayOf(shift, present));
      waited += chance * passed.reduce((sum, { over }) => sum + over(([, waiting]) => waiting), 0);
      busySeconds += chance * passed.reduce((sum, { over }) => sum + over(([busy]) => busy), 0);
    }
    return {
      "abandoned a day": waited / patienceSeconds,
      "waited a day": waited,
      "busy a day": busySeconds,
      "absent a day": agents * absenceShare * perHour.length * HOUR,
    };
  },
  stretched,
  simulated,
});

const LATENESS: readonly (readonly [string, Shift])[] = [
  [
    "four agents, ten minutes",
    {
      ...{ perHour: [40, 40, 0, 0], agents: 4, handleSeconds: 240, patienceSeconds: 200 },
      ...{ latenessSeconds: 600, days: 2500 },
    },
  ],
  [
    "eight agents, twenty minutes",
    {
      ...{ perHour: [90, 100, 0, 0], agents: 8, handleSeconds: 240, patienceSeconds: 150 },
      ...{ latenessSeconds: 1200, days: 1500 },
    },
  ],
  [
    "two agents, half an hour",
    {
      ...{ perHour: [15, 15, 10, 0, 0], agents: 2, handleSeconds: 300, patienceSeconds: 300 },
      ...{ latenessSeconds: 1800, days: 3000 },
    },
  ],
];

/** Agents who come late. */
export const lateness = family<Shift>({
  name: "lateness",
  truth: "M_t/M/c_t+M by uniformization, with the number of those still to come in the state",
  points: LATENESS.map(([title, input], index) => ({ id: `LATE-${index + 1}`, title, input })),
  exact: lateDay,
  stretched,
  simulated,
});

function lateDay(shift: Shift): Answers {
  const { perHour, agents, handleSeconds, patienceSeconds = 0, latenessSeconds = 0 } = shift;
  const { waitingSeconds, busySeconds, lateSeconds } = lateShift({
    ratesPerSecond: perHour.map((count) => count / HOUR),
    handleSeconds,
    patienceSeconds,
    agents,
    latenessSeconds,
    longest: 40 + 4 * agents,
  });
  return {
    "abandoned a day": waitingSeconds / patienceSeconds,
    "waited a day": waitingSeconds,
    "busy a day": busySeconds,
    "absent a day": lateSeconds,
  };
}
