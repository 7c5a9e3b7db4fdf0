import { readScenarioText } from "../../../src/scenario/read-scenario.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import { ratioFigure } from "../../../src/statistics/ratio.js";
import type { Figure } from "../../../src/statistics/summary.js";
import { type OracleCase, oracleCases } from "../oracle-cases.js";
import { acceptedClaims, claimsOf, type Published, type Simulated } from "./claims.js";
import { meanWithControls } from "./control-variates.js";
import { Simulation, type Totals } from "./simulation.js";
import { times, waitSeconds } from "./steady-figures.js";

const OPENS_HOUR = 8;
const LAST_HOUR = 23;

const REPLICATIONS = 40;

/**
 * The call centre of SSJ's tutorial, as a planner would write it; its last agents stay until the line is
 * served.
 */
function read(input: OracleCase["input"], busyness: boolean, stretch: number): Scenario {
  const rates: number[] = input.rate_per_h;
  const agents: number[] = input.agents;
  const atOnce: number = input.p_hangup_if_must_wait;
  const closes = OPENS_HOUR + rates.length;
  const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;
  const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const hours = Array.from({ length: LAST_HOUR - OPENS_HOUR + 1 }, (_, index) => OPENS_HOUR + index);
  const tables: Record<string, string> = {
    "volumes.csv": [
      "weekday,time,contacts",
      ...weekdays.flatMap((day) =>
        rates.map((contacts, index) => `${day},${clock(OPENS_HOUR + index)},${contacts}`),
      ),
    ].join("\n"),
    "staff.csv": [
      "time,agents",
      ...hours.map((hour, index) => `${clock(hour)},${agents[index] ?? agents.at(-1)}`),
    ].join("\n"),
  };
  const text = `
callsim: 1
name: The call centre of SSJ
calendar:
  timezone: UTC
  start: 2026-03-02
  days: ${busyness ? 60 : 100}
  interval: 60m
  hours: {daily: "08:00-${clock(closes)}"}
queues:
  calls:
    arrivals: {table: volumes.csv${busyness ? `, busyness: {cv: ${Math.sqrt(0.1)}}` : ""}}
    handle: {talk: {exponential: {mean: ${input.service_exp_mean_s * stretch}s}}}
    patience:
      mixture:
        - {weight: ${atOnce}, of: 0s}
        - {weight: ${1 - atOnce}, of: {exponential: {mean: ${input.patience_exp_mean_s}s}}}
    target: {answered: 80%, within: ${input.T_s}s, counting: abandoned-hit}
teams:
  agents: {skills: [calls], agents: {table: staff.csv}}
run: {replications: ${REPLICATIONS}, seed: the call centre of SSJ ${busyness}}
`;
  return readScenarioText(text, "call-centre.yaml", (name) => ({ value: tables[name] })).scenario;
}

interface Days {
  readonly simulation: Simulation;
  readonly days: readonly Totals[];
}

/** Several cases are about the same days. */
const done = new Map<string, Days>();

function callCentre(busyness: boolean, stretch: number): Days {
  const key = [busyness, stretch].join();
  const known = done.get(key);
  if (known) return known;
  const { input } = oracleCases.find(({ id }) => id === "PS:SSJ-CALLCENTER-10") as OracleCase;
  const simulation = new Simulation(read(input, busyness, stretch));
  const made = { simulation, days: simulation.days() };
  done.set(key, made);
  return made;
}

/** The published estimators divide by the expected number of calls. */
const EXPECTED_CALLS = 1660;

/** E B (B + 0.1)...: moments of a day's gamma factor of mean 1 and variance 1/10, from the first. */
const MOMENTS = [1, 1.1, 1.1 * 1.2, 1.1 * 1.2 * 1.3];

/**
 * The number of calls that came on a day explains most of that day's figures, and its factorial moments are
 * those of the day's factor times the expected number's power.
 */
function withControls(days: readonly Totals[], busyness: boolean, of: (totals: Totals) => number): Figure {
  const controls = days.map(({ queues: [{ arrived }] }) => {
    let product = 1;
    return MOMENTS.map((moment, order) => {
      product *= (arrived - order) / EXPECTED_CALLS;
      return product - (busyness ? moment : 1);
    });
  });
  return meanWithControls(days.map(of), controls);
}

/** Standard deviation over days of independent values, its interval from their fourth moment. */
function deviation(values: readonly number[]): Figure {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = ratioFigure(
    values.map((value) => (value - mean) ** 2),
    values.map(() => 1),
  );
  const sd = Math.sqrt(squares.mean);
  const half = (squares.high - squares.low) / 2 / (2 * sd);
  return { mean: sd, low: sd - half, high: sd + half };
}

const within = ({ queues: [queue] }: Totals) => queue.answeredWithin + queue.abandonedWithin;
const waits = ({ queues: [queue] }: Totals) => waitSeconds(queue);
const lost = ({ queues: [queue] }: Totals) => queue.abandoned;

/** Sums of a mean day. */
const exactly =
  (busyness: boolean): Simulated =>
  ({ expected }, stretch) => {
    const { days } = callCentre(busyness, stretch);
    const mean = (of: (totals: Totals) => number) => withControls(days, busyness, of);
    const talk = mean(({ queues: [queue] }) => queue.talkSeconds);
    return claimsOf(expected, {
      samples: days,
      figures: {
        arrivals: ratioFigure(
          days.map(({ queues: [{ arrived }] }) => arrived),
          days.map(() => 1),
        ),
        lost_per_1660: times(mean(lost), 1 / EXPECTED_CALLS),
        wait_sum_per_1660: times(mean(waits), 1 / EXPECTED_CALLS),
        lost: mean(lost),
        talk_time: talk,
        check_talk: talk,
      },
    });
  };

const asPublished =
  (busyness: boolean): Simulated =>
  ({ expected }, stretch) => {
    const { simulation, days } = callCentre(busyness, stretch);
    const perExpected = (of: (totals: Totals) => number) =>
      times(withControls(days, busyness, of), 1 / EXPECTED_CALLS);
    const arrivals = days.map(({ queues: [{ arrived }] }) => arrived);
    const figures: Record<string, Figure> = {
      "arrivals per day": ratioFigure(
        arrivals,
        days.map(() => 1),
      ),
      "sum of waits per day / 1660, s": perExpected(waits),
      "sum of waits / 1660, s": perExpected(waits),
      "(calls with wait < 20 s, abandons included) / 1660": perExpected(within),
      "wait<20s / 1660": perExpected(within),
      "abandoned / 1660": perExpected(lost),
      "lost / 1660": perExpected(lost),
      "sd over days of arrivals": deviation(arrivals),
    };
    const { "abandoned-miss": answeredInTime } = simulation.summary.queues[0].serviceLevels;
    return expected.flatMap((one: Published) =>
      one.metric === "answered within 20 s / arrivals"
        ? acceptedClaims([one], { ...simulation, figures: { [one.metric]: answeredInTime } })
        : acceptedClaims([one], { samples: days, figures }),
    );
  };

/** SSJ's call centre, and the same as ContactCenters has it. */
export const callCentreCases: Readonly<Record<string, Simulated>> = {
  "CF:CALLCC-None": exactly(false),
  "CF:CALLCC-10": exactly(true),
  "PS:SSJ-CALLCENTER-10": asPublished(true),
  "PS:SSJ-CALLCENTER-FIX": asPublished(false),
};
