import { describe, expect, it } from "vitest";
import { dialingQueue } from "../engine/outbound-scenario.js";
import { calendarOf, crewTotals, queueTotals, scenarioOf, teamOf, traced } from "../engine/plain-scenario.js";

const LEADS = 4000;

/** A day in which every lead of the list is dialed until reached, or until its attempts are used up. */
function dialed(answersShare: number, attempts: number, convertsShare: number, seed: string) {
  const { horizonSeconds } = calendarOf();
  const stretches = [{ fromSeconds: 0, toSeconds: horizonSeconds, answersShare }];
  const retry = { kind: "constant", seconds: 600 } as const;
  const leads = { count: LEADS, attempts, retry, convertsShare, stretches };
  const queues = [dialingQueue("sales", { leads, ringing: 15, handle: 45 })];
  const teams = [teamOf("team", { agents: 40, skills: ["sales"] })];
  return queueTotals(traced(scenarioOf({ queues, teams }), seed));
}

/** Mean and variance of the dials of one lead: geometric, cut off at so many attempts. */
function truncatedGeometric(chance: number, attempts: number) {
  let mean = 0;
  let square = 0;
  for (let dials = 1; dials <= attempts; dials++) {
    const missed = (1 - chance) ** (dials - 1);
    const share = dials < attempts ? missed * chance : missed;
    mean += dials * share;
    square += dials * dials * share;
  }
  return { mean, variance: square - mean * mean };
}

/** How many standard errors the dials of all leads lie from those that a chance of answers asks for. */
function dialsOff(seen: number, chance: number, attempts: number): number {
  const { mean, variance } = truncatedGeometric(chance, attempts);
  return Math.abs(seen - LEADS * mean) / Math.sqrt(LEADS * variance);
}

describe("leads that are dialed until they are reached", () => {
  const cases = [
    { answersShare: 0.3, attempts: 4, convertsShare: 0.12 },
    { answersShare: 0.6, attempts: 2, convertsShare: 0.5 },
    { answersShare: 0.15, attempts: 8, convertsShare: 0.3 },
  ];

  it.each(cases)("take as many dials as a geometric distribution that is cut off: %o", (one) => {
    const { answersShare, attempts, convertsShare } = one;
    const seen = dialed(answersShare, attempts, convertsShare, "dials");
    expect(seen.leadsOpen).toBe(0);
    expect(dialsOff(seen.dials, answersShare, attempts)).toBeLessThan(4);
  });

  it.each(cases)("are reached, and agree, as often as chance has it: %o", (one) => {
    const { answersShare, attempts, convertsShare } = one;
    const seen = dialed(answersShare, attempts, convertsShare, "reached");
    const reached = 1 - (1 - answersShare) ** attempts;
    const agreed = reached * convertsShare;
    const off = (count: number, share: number) =>
      Math.abs(count - LEADS * share) / Math.sqrt(LEADS * share * (1 - share));
    expect(off(seen.reached, reached)).toBeLessThan(4);
    expect(off(seen.givenUp, 1 - reached)).toBeLessThan(4);
    expect(off(seen.conversions, agreed)).toBeLessThan(4);
  });

  it("would show a chance of answers that is a tenth too high", () => {
    const seen = dialed(0.33, 4, 0.12, "dials");
    expect(dialsOff(seen.dials, 0.3, 4)).toBeGreaterThan(4);
  });
});

describe("agents for whom somebody answers at once", () => {
  it("are busy all day: a pool that is never empty", () => {
    const leads = { count: 10_000 };
    const queues = [
      dialingQueue("sales", { leads, ringing: 0, handle: { kind: "exponential", meanSeconds: 90 } }),
    ];
    const agents = 5;
    const run = traced(scenarioOf({ queues, teams: [teamOf("team", { agents, skills: ["sales"] })] }));
    const { busySeconds, idleSeconds, heldSeconds } = crewTotals(run);
    expect(idleSeconds).toBe(0);
    expect(heldSeconds).toBe(0);
    expect(busySeconds).toBeCloseTo(agents * 86_400, 3);
    // As many calls as fit: a renewal process of five agents, 960 calls each in the mean.
    const { answered } = queueTotals(run);
    expect(Math.abs(answered - agents * 960)).toBeLessThan(4 * Math.sqrt(agents * 960));
  });

  it("are not where it rings first", () => {
    const queues = [dialingQueue("sales", { leads: { count: 10_000 }, ringing: 10, handle: 90 })];
    const run = traced(scenarioOf({ queues, teams: [teamOf("team", { agents: 5, skills: ["sales"] })] }));
    const { busySeconds, heldSeconds } = crewTotals(run);
    // Ten of every hundred seconds, but for who still rings at the end.
    expect(heldSeconds / busySeconds).toBeCloseTo(0.1, 3);
  });
});
