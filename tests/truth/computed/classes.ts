import { birthDeath } from "../theory/birth-death.js";
import { type HandleTime, momentsOf } from "../theory/handle-times.js";
import { drawn } from "./drawn.js";
import { family } from "./family.js";
import { figuresOfAll, settled, settlingSeconds } from "./settled.js";

interface Classes {
  readonly agents: number;
  /** In the order in which they are served. */
  readonly classes: readonly { readonly perHour: number; readonly handle: HandleTime }[];
}

const expo = (meanSeconds: number): HandleTime => ({ kind: "exponential", meanSeconds });
const sameFor = (handle: HandleTime, rates: readonly number[]) =>
  rates.map((perHour) => ({ perHour, handle }));

const AT: readonly (readonly [string, Classes])[] = [
  ["two classes, one agent", { agents: 1, classes: sameFor(expo(12), [90, 120]) }],
  ["few important, one agent", { agents: 1, classes: sameFor(expo(12), [30, 210]) }],
  ["many important, one agent", { agents: 1, classes: sameFor(expo(12), [180, 60]) }],
  ["three classes, two agents", { agents: 2, classes: sameFor(expo(25), [60, 80, 90]) }],
  ["two classes, three agents", { agents: 3, classes: sameFor(expo(40), [90, 130]) }],
  ["two classes, five agents", { agents: 5, classes: sameFor(expo(70), [80, 140]) }],
  ["four classes, six agents", { agents: 6, classes: sameFor(expo(90), [40, 50, 60, 60]) }],
  ["two classes, ten agents", { agents: 10, classes: sameFor(expo(150), [70, 140]) }],
  ["three classes, twenty agents", { agents: 20, classes: sameFor(expo(300), [60, 70, 80]) }],
  [
    "short before long",
    {
      agents: 1,
      classes: [
        { perHour: 180, handle: expo(6) },
        { perHour: 80, handle: expo(18) },
      ],
    },
  ],
  [
    "long before short",
    {
      agents: 1,
      classes: [
        { perHour: 80, handle: expo(18) },
        { perHour: 180, handle: expo(6) },
      ],
    },
  ],
  [
    "constant before lognormal",
    {
      agents: 1,
      classes: [
        { perHour: 120, handle: { kind: "constant", meanSeconds: 10 } },
        { perHour: 100, handle: { kind: "lognormal", meanSeconds: 14, cv: 0.8 } },
      ],
    },
  ],
  [
    "three handle times",
    {
      agents: 1,
      classes: [
        { perHour: 60, handle: { kind: "erlang", meanSeconds: 10, stages: 3 } },
        { perHour: 90, handle: { kind: "uniform", meanSeconds: 12, halfWidth: 0.7 } },
        { perHour: 100, handle: expo(9) },
      ],
    },
  ],
];

const meanOf = (handle: HandleTime) => momentsOf(handle)[0];

/**
 * Wait of each class: W0 / (1 - s(k-1)) (1 - s(k)), s(k) the load of the classes up to k by agent. W0 is the
 * wait for the first agent to be free: half the second moments' rate for one agent, and for several with one
 * exponential handle time the chance to wait over c mu.
 */
function exact({ agents, classes }: Classes): Record<string, number> {
  const rates = classes.map(({ perHour }) => perHour / 3600);
  const total = rates.reduce((sum, rate) => sum + rate, 0);
  let untilFree = rates.reduce((sum, rate, k) => sum + (rate * momentsOf(classes[k].handle)[1]) / 2, 0);
  let delayedShare = rates.reduce((sum, rate, k) => sum + rate * meanOf(classes[k].handle), 0);
  if (agents > 1) {
    const mean = meanOf(classes[0].handle);
    const states = birthDeath(
      () => total,
      (state) => Math.min(state, agents) / mean,
    );
    delayedShare = states.slice(agents).reduce((sum, share) => sum + share, 0);
    untilFree = (delayedShare * mean) / agents;
  }
  let above = 0;
  const figures: Record<string, number> = {};
  for (const [k, rate] of rates.entries()) {
    const upTo = above + (rate * meanOf(classes[k].handle)) / agents;
    figures[`asa, q${k}`] = untilFree / (1 - above) / (1 - upTo);
    figures[`p_wait, q${k}`] = delayedShare;
    above = upTo;
  }
  return figures;
}

/** Classes served in order, nobody interrupted. */
export const classes = family<Classes>({
  name: "priorities",
  truth: "M/M/c and M/G/1 with non-preemptive priorities: Cobham 1954, Kella and Yechiali 1985",
  points: AT.map(([title, input], index) => ({ id: `PRIORITY-${index + 1}`, title, input })),
  exact,
  stretched: (input, factor) => ({
    ...input,
    classes: input.classes.map(({ perHour, handle }) => ({
      perHour,
      handle: { ...handle, meanSeconds: meanOf(handle) * factor } as HandleTime,
    })),
  }),
  simulated: ({ agents, classes: all }, seed) => {
    const load = all.reduce((sum, { perHour, handle }) => sum + (perHour / 3600) * meanOf(handle), 0);
    const longest = Math.max(...all.map(({ handle }) => meanOf(handle)));
    const simulation = settled(
      all.map(({ perHour, handle }, k) => ({ perHour, talk: drawn(handle), priority: k + 1 })),
      {
        seed,
        teams: [{ agents }],
        warmupSeconds: 2 * settlingSeconds(load, agents, longest),
        routing: { agent: "longest-idle", contact: "priority", overflow: [] },
      },
    );
    return { ...simulation, figures: figuresOfAll(simulation) };
  },
});
