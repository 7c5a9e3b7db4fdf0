import { readScenarioText } from "../../../src/scenario/read-scenario.js";
import { acceptedClaims, type Simulated } from "./claims.js";
import { Simulation, type Totals } from "./simulation.js";
import { times } from "./steady-figures.js";

const WEEKS = 75;
const DAYS = 7 * WEEKS;

/**
 * Volunteers on mornings. Who has waited for two minutes leaves a message: overflow to a machine that takes
 * any number at once, so that patience is what is shorter, the caller's own or two minutes. At ten all go,
 * the line is unserved.
 */
function telethon({ input, seed, stretch }: { input: Input; seed: string; stretch: number }): string {
  return `
callsim: 1
name: Telethon
calendar: {timezone: UTC, start: 2026-03-02, days: ${DAYS}, interval: 60m, hours: {mon-fri: "06:00-10:00"}}
queues:
  calls:
    arrivals: {perHour: ${input.rate_per_h}}
    handle: {talk: {exponential: {mean: ${60 * input.service_exp_mean_min * stretch}s}}}
    patience: {exponential: {mean: 2m}}
    lines: ${input.lines}
    target: {answered: 80%, within: ${input.T_min}m, counting: abandoned-miss}
  nothing:
    arrivals: {perHour: 0}
    handle: {talk: 1s}
teams:
  volunteers: {skills: [calls], agents: ${input.agents}}
  machine: {skills: [nothing], agents: 100}
routing:
  overflow: [{queue: calls, after: 2m, to: [machine]}]
run: {replications: 40, seed: "${seed}"}
`;
}

interface Input {
  readonly rate_per_h: number;
  readonly service_exp_mean_min: number;
  readonly lines: number;
  readonly agents: number;
  readonly T_min: number;
}

/** The telethon of ContactCenters. */
export const telethonCases: Readonly<Record<string, Simulated>> = {
  "PS:TELETHON": ({ id, input, expected }, stretch) => {
    const { scenario } = readScenarioText(telethon({ input, seed: id, stretch }), "telethon.yaml");
    const simulation = new Simulation(scenario);
    type OfCalls = (calls: Totals["queues"][number]) => number;
    const weekly = (of: OfCalls) =>
      simulation.ratio(
        ({ queues: [calls] }) => of(calls),
        () => WEEKS,
      );
    const served: OfCalls = ({ answered, overflowed }) => answered - overflowed;
    const openSeconds = WEEKS * 20 * 3600;
    return acceptedClaims(expected, {
      ...simulation,
      figures: {
        "arrived per week": weekly(({ arrived }) => arrived),
        served: weekly(served),
        "abandoned (own patience)": weekly(({ abandoned }) => abandoned),
        "messages at 2 min": weekly(({ overflowed }) => overflowed),
        "disconnected at 10:00 (queue cleared)": weekly(({ unserved }) => unserved),
        blocked: weekly(({ blocked }) => blocked),
        "answered within 1 min": weekly(({ answeredWithin }) => answeredWithin),
        "asa, min": times(
          simulation.ratio(
            ({ queues: [{ answeredWaitSeconds, overflowed }] }) => answeredWaitSeconds - 120 * overflowed,
            ({ queues: [calls] }) => served(calls),
          ),
          1 / 60,
        ),
        "busy time / (12 agents x 20 h), %": times(
          simulation.ratio(
            ({ teams: [volunteers] }) => volunteers.busySeconds,
            () => input.agents * openSeconds,
          ),
          100,
        ),
      },
    });
  },
};
