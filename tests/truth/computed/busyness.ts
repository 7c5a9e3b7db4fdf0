import { ratioFigure } from "../../../src/statistics/ratio.js";
import { exponential } from "../simulated/steady-scenario.js";
import { followDay } from "../theory/day.js";
import { gammaMean } from "../theory/gamma-mean.js";
import { HOUR, hourlyStaff, simulateDays } from "./day-scenario.js";
import { family } from "./family.js";

interface Busyness {
  readonly perHour: readonly number[];
  readonly agents: number;
  readonly lines: number;
  readonly handleSeconds: number;
  readonly cv: number;
}

const FROM = 6 * HOUR;
const total = (perHour: readonly number[]) => perHour.reduce((sum, count) => sum + count, 0);
const day = (
  perHour: readonly number[],
  agents: number,
  lines: number,
  handleSeconds: number,
  cv: number,
) => ({
  perHour: [...perHour, 0, 0],
  agents,
  lines,
  handleSeconds,
  cv,
});

const DAYS: readonly Busyness[] = [
  day([20, 40, 20], 3, 3, 240, 0.5),
  day([60, 60], 5, 8, 240, 0.25),
  day([100, 150, 100], 10, 15, 240, 0.3),
  day([30, 30, 30], 2, 6, 180, 0.7),
];

/** Days that are all busier or quieter than forecast by a gamma factor. */
export const busyness = family<Busyness>({
  name: "busy and quiet days",
  truth: "M_t/M/c/K by uniformization, averaged over the day's gamma factor; negative binomial counts",
  points: DAYS.map((input, index) => ({
    id: `BUSYNESS-${index + 1}`,
    title: `M_t/M/${input.agents}/${input.lines}, cv ${input.cv} of a day's factor`,
    input,
  })),
  exact: ({ perHour, agents, lines, handleSeconds, cv }) => {
    const mean = total(perHour);
    const blocked = gammaMean(cv, (factor) =>
      followDay({
        handleSeconds,
        lines,
        longest: lines,
        stretches: perHour.map((count) => ({
          seconds: HOUR,
          ratePerSecond: (factor * count) / HOUR,
          agents,
        })),
      }).reduce(
        (sum, { stretch, over }) =>
          sum + stretch.ratePerSecond * over(([busy, waiting]) => (busy + waiting >= lines ? 1 : 0)),
        0,
      ),
    );
    return {
      arrivals: mean,
      "arrivals, squared": mean + mean ** 2 * (1 + cv ** 2),
      blocked,
    };
  },
  stretched: (input, factor) => ({ ...input, handleSeconds: input.handleSeconds * factor }),
  simulated: ({ perHour, agents, lines, handleSeconds, cv }, seed) => {
    const days = 3000;
    const simulation = simulateDays({
      fromSeconds: FROM,
      perHour,
      talk: exponential(handleSeconds),
      lines,
      busynessCv: cv,
      withinSeconds: 20,
      team: hourlyStaff(FROM, new Array<number>(perHour.length).fill(agents), days / 50),
      days,
      seed,
    });
    const samples = simulation.days();
    const ones = samples.map(() => 1);
    const arrived = samples.map(({ queues: [queue] }) => queue.arrived);
    const figures = {
      arrivals: ratioFigure(arrived, ones),
      "arrivals, squared": ratioFigure(
        arrived.map((count) => count ** 2),
        ones,
      ),
      blocked: ratioFigure(
        samples.map(({ queues: [queue] }) => queue.blocked),
        ones,
      ),
    };
    return { samples, figures };
  },
});
