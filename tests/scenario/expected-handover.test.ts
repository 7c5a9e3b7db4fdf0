import { describe, expect, it } from "vitest";
import { expectedHandover, expectedWork } from "../../src/scenario/expected-handover.js";
import { withPassedOn } from "../../src/scenario/expected-passing.js";
import { readScenarioText } from "../../src/scenario/read-scenario.js";

function read(calls: string, rest = "", teams = "  all: {skills: [calls, seniors, experts], agents: 30}") {
  const text = `
callsim: 1
name: Work
calendar: {start: 2026-03-02, days: 1}
queues:
  calls: {arrivals: {perHour: 60}, patience: 5m, ${calls}}
  seniors: {arrivals: {perHour: 0}, handle: {talk: 7m}, patience: 5m${rest}}
  experts: {arrivals: {perHour: 0}, handle: {talk: 9m}, patience: 5m}
teams:
${teams}
`;
  return readScenarioText(text, "work.yaml");
}

/** Seconds of work an hour that come to each queue. */
function workOf(calls: string, rest = ""): number[] {
  const { queues, calendar } = read(calls, rest).scenario;
  const first = queues.map((_, queue) => Float64Array.of(queue === 0 ? 60 : 0));
  return expectedWork(queues, withPassedOn(queues, first, calendar)).map(([seconds]) => seconds!);
}

describe("the work that a limit moves to another queue", () => {
  it("is what exceeds it, and the wrap of those who do", () => {
    // 12 m of 20 m, and 1 m of wrap.
    const handover = "after: {handover: {after: 8m, to: seniors}}";
    expect(workOf(`handle: {talk: 20m, wrap: 1m}, ${handover}`)).toEqual([60 * 480, 60 * 780, 0]);
    expect(workOf("handle: {talk: 20m, wrap: 1m}")).toEqual([60 * 1260, 0, 0]);
    expect(workOf(`handle: {talk: 5m, hold: 3m, wrap: 1m}, ${handover}`)).toEqual([60 * 540, 0, 0]);
    expect(workOf(`handle: {hold: 9m}, ${handover}`)).toEqual([60 * 480, 60 * 60, 0]);
  });

  it("is of an exponential talk the share exp(-limit / mean), each as long again", () => {
    const [calls = 0, seniors = 0] = workOf(
      "handle: {talk: {exponential: {mean: 5m}}}, after: {handover: {after: 10m, to: seniors}}",
    );
    const moved = 60 * 300 * Math.exp(-2);
    expect(seniors / moved).toBeCloseTo(1, 1);
    expect(calls + seniors).toBeCloseTo(60 * 300, 6);
  });

  it("is longer of those whom self-service did not help, and of whom it settled there is none", () => {
    const handover = "after: {handover: {after: 8m, to: seniors}}";
    const service = "selfService: {reaches: 100%, time: 1m, contains: 50%, harder: 25%}";
    const [calls, seniors] = workOf(`handle: {talk: 8m}, ${service}, ${handover}`);
    expect(calls).toBeCloseTo(30 * 480, 6);
    expect(seniors).toBeCloseTo(30 * 120, 6);
  });

  it("leaves transfers and repeats to those that are not handed over, and brings its own with it", () => {
    const long =
      "handle: {talk: 20m}, after: {transfer: {to: experts, chance: 50%}, handover: {after: 8m, to: seniors}";
    expect(workOf(`${long}}`)).toEqual([60 * 480, 60 * 720, 0]);
    expect(workOf(`${long}, repeat: {chance: 50%, after: 1h}}`)).toEqual([60 * 480, 60 * 720, 0]);
    const seniors = ", after: {transfer: {to: experts, chance: 50%}}";
    expect(workOf(`${long}}`, seniors)).toEqual([60 * 480, 60 * 720, 30 * 540]);
  });

  it("is nothing of a queue without a limit", () => {
    const { queues } = read("handle: {talk: 20m}").scenario;
    expect(expectedHandover(queues[0]!)).toEqual({ share: 0, movedSeconds: 0 });
  });
});

describe("a plan that has too few agents for what is handed over", () => {
  /** 12 hours of work an hour come to the seniors. */
  const warnings = (seniors: number) =>
    readScenarioText(
      `
callsim: 1
name: Too few
calendar: {start: 2026-03-02, days: 1}
queues:
  calls: {arrivals: {perHour: 60}, handle: {talk: 20m}, after: {handover: {after: 8m, to: seniors}}}
  seniors: {arrivals: {perHour: 0}, handle: {talk: 7m}}
teams:
  front: {skills: [calls], agents: 9}
  back: {skills: [seniors], agents: ${seniors}}
`,
      "few.yaml",
    ).warnings.map(({ message }) => message);

  it("is warned of, and one with enough is not, by all of them together", () => {
    // 8 hours of calls and 12 of what is left, for 9 and 10 agents, or 9 and 12.
    expect(warnings(10).join()).toContain("the highest is 105%");
    expect(warnings(12)).toEqual([]);
  });
});
