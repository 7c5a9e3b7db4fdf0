import type { Distribution } from "../../../src/random/distribution.js";
import type { Deal, Outcomes, Pass } from "../../../src/scenario/outcomes.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import type { Choices } from "../random-scenario.js";

/** In two scenarios in five contacts are passed on, come again, buy and stay, in some of the queues. */
export function vary(choices: Choices, scenario: Scenario, onGrid: boolean): Scenario {
  if (!choices.chance(0.4)) return scenario;
  const names = scenario.queues.map(({ name }) => name);
  const queues = scenario.queues.map((queue) => {
    const others = names.filter((name) => name !== queue.name);
    const after = outcomesOf(choices, others, onGrid);
    return choices.chance(0.7) && Object.keys(after).length > 0 ? { ...queue, after } : queue;
  });
  return { ...scenario, queues };
}

/** Whether something comes of contacts. */
export function isUsed({ queues }: Scenario): boolean {
  return queues.some(({ after }) => after !== undefined);
}

function outcomesOf(choices: Choices, others: readonly string[], onGrid: boolean): Outcomes {
  const time = (seconds: number): Distribution =>
    onGrid
      ? { kind: "constant", seconds: choices.of(0, 30, seconds) }
      : { kind: "exponential", meanSeconds: seconds };
  const later = (seconds: number): Distribution =>
    onGrid ? { kind: "constant", seconds } : { kind: "exponential", meanSeconds: seconds };
  const pass = (chance: number): Pass => ({
    to: choices.of(...others),
    chance,
    ...(choices.chance(0.5) && { warm: time(60) }),
  });
  const transfer = (to: string): Pass => ({ ...pass(0.07), to });
  const attempts = () => (choices.chance(0.7) ? { attempts: choices.whole(1, 3) } : {});
  return {
    ...(others.length > 0 &&
      choices.chance(0.6) && { transfer: choices.some(others, 2 / others.length).map(transfer) }),
    ...(others.length > 0 && choices.chance(0.4) && { escalate: pass(choices.of(0.2, 0.05)) }),
    ...(others.length > 0 &&
      choices.chance(0.5) && {
        complaint: {
          ...pass(0.25),
          solved: choices.of(0.2, 0.6, 1),
          // One that comes again at once and finds the centre closed would do so for ever.
          ...(choices.chance(0.3)
            ? { again: { kind: "constant" as const, seconds: 0 }, attempts: 2 }
            : { again: later(choices.of(1800, 20_000)), ...attempts() }),
        },
      }),
    ...(choices.chance(0.6) && {
      repeat: { chance: choices.of(0, 0.3, 0.8), after: time(choices.of(600, 30_000)), ...attempts() },
    }),
    ...(choices.chance(0.5) && { sale: dealOf(choices) }),
    ...(choices.chance(0.5) && { save: dealOf(choices) }),
  };
}

function dealOf(choices: Choices): Deal {
  return {
    chance: choices.of(0.1, 0.5, 1),
    value: choices.of<Distribution>(
      { kind: "constant", seconds: 40 },
      { kind: "uniform", minSeconds: 10, maxSeconds: 50 },
    ),
    ...(choices.chance(0.5) && { bonus: 5 }),
    ...(choices.chance(0.5) && { commission: 0.1 }),
  };
}
