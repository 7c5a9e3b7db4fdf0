import { busyByHour } from "../theory/endless-agents.js";
import type { Patience } from "../theory/impatience.js";
import { HOUR, ratioOf, simulateDays } from "./day-scenario.js";
import { drawnPatience } from "./drawn.js";
import { family } from "./family.js";

const FROM = 6 * HOUR;

interface Endless {
  readonly perHour: readonly number[];
  readonly handle: Patience;
}

const ENDLESS: readonly (readonly [string, Endless])[] = [
  ["constant", { perHour: [60, 200, 120, 30], handle: { kind: "constant", seconds: 900 } }],
  ["uniform", { perHour: [100, 40, 160, 0], handle: { kind: "uniform", minSeconds: 300, maxSeconds: 2100 } }],
  ["erlang", { perHour: [150, 50, 150, 50], handle: { kind: "erlang", meanSeconds: 1200, stages: 3 } }],
  ["weibull", { perHour: [80, 160, 80, 0], handle: { kind: "weibull", meanSeconds: 900, shape: 2 } }],
  [
    "two kinds of",
    { perHour: [60, 200, 120, 30], handle: { kind: "two-kinds", share: 0.6, meansSeconds: [300, 1800] } },
  ],
  ["exponential", { perHour: [10, 300, 10, 150], handle: { kind: "exponential", meanSeconds: 1200 } }],
];

/** So many agents that nobody waits. */
export const endless = family<Endless>({
  name: "endless agents",
  truth:
    "M_t/G/infinity: rates folded with the chance that a handle time exceeds (Eick, Massey and Whitt 1993)",
  points: ENDLESS.map(([name, input], index) => ({
    id: `ENDLESS-${index + 1}`,
    title: `M_t/G/infinity, ${name} handling`,
    input,
  })),
  exact: ({ perHour, handle }) => {
    const rates = perHour.map((count) => count / HOUR);
    return Object.fromEntries(
      busyByHour(rates, handle).map((seconds, hour) => [`busy, hour ${hour}`, seconds / HOUR]),
    );
  },
  stretched: ({ perHour, handle }, factor) => ({ perHour, handle: longerHandle(handle, factor) }),
  simulated: ({ perHour, handle }, seed) => {
    const simulation = simulateDays({
      fromSeconds: FROM,
      perHour,
      talk: drawnPatience(handle),
      withinSeconds: 20,
      team: { agents: 300 },
      days: 700,
      seed,
    });
    const figures = Object.fromEntries(
      perHour.map((_, hour) => [
        `busy, hour ${hour}`,
        ratioOf(
          simulation.between(FROM + hour * HOUR, FROM + (hour + 1) * HOUR),
          ({ teams: [team] }) => team.busySeconds,
          ({ seconds }) => seconds,
        ),
      ]),
    );
    return { ...simulation, figures };
  },
});

function longerHandle(handle: Patience, factor: number): Patience {
  switch (handle.kind) {
    case "constant":
      return { ...handle, seconds: handle.seconds * factor };
    case "uniform":
      return { ...handle, minSeconds: handle.minSeconds * factor, maxSeconds: handle.maxSeconds * factor };
    case "two-kinds":
      return {
        ...handle,
        meansSeconds: [handle.meansSeconds[0] * factor, handle.meansSeconds[1] * factor],
      };
    default:
      return { ...handle, meanSeconds: handle.meanSeconds * factor };
  }
}
