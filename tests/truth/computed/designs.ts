import { exponential } from "../simulated/steady-scenario.js";
import { type Design, designInTheLongRun } from "../theory/skill-design.js";
import { DESIGNS, PRIORITIES, REDIALS, SPEEDS } from "./design-points.js";
import { type Family, family } from "./family.js";
import { figuresOfAll, settled } from "./settled.js";

const TRUTH = "every state of the centre with all that routing looks at, written down and solved";

function simulated(design: Design, seed: string) {
  const { queues, teams, contact, lines } = design;
  const name = (queue: number) => `q${queue}`;
  const simulation = settled(
    queues.map(({ perHour, handleSeconds, patienceSeconds, lines: own, priority, redial }) => ({
      perHour,
      talk: exponential(handleSeconds),
      ...(patienceSeconds !== undefined && { patience: exponential(patienceSeconds) }),
      ...(own !== undefined && { lines: own }),
      ...(priority !== undefined && { priority }),
      ...(redial && { redial: { chance: redial.chance, after: exponential(redial.afterSeconds) } }),
    })),
    {
      seed,
      teams: teams.map(({ agents, skills }) => ({
        agents,
        skills: skills
          .filter(({ overflow }) => !overflow)
          .map(({ queue, preference, speed }) => ({ queue: name(queue), preference, speed })),
      })),
      warmupSeconds: Math.max(
        ...queues.map(
          ({ handleSeconds, patienceSeconds = 0, redial }) =>
            30 * handleSeconds + 10 * patienceSeconds + 15 * (redial?.afterSeconds ?? 0),
        ),
      ),
      ...(lines !== undefined && { lines }),
      routing: {
        agent: "longest-idle",
        contact,
        overflow: teams.flatMap(({ skills }, team) =>
          skills
            .filter(({ overflow }) => overflow)
            .map(({ queue }) => ({ queue: name(queue), afterSeconds: 0, to: [`t${team}`] })),
        ),
      },
    },
  );
  return { ...simulation, figures: figuresOfAll(simulation) };
}

function designs(name: string, prefix: string, points: readonly (readonly [string, Design])[]): Family {
  return family<Design>({
    name,
    truth: TRUTH,
    points: points.map(([title, input], index) => ({ id: `${prefix}-${index + 1}`, title, input })),
    exact: (design) => designInTheLongRun(design).figures,
    stretched: (design, factor) => ({
      ...design,
      queues: design.queues.map((queue) => ({ ...queue, handleSeconds: queue.handleSeconds * factor })),
    }),
    simulated,
  });
}

/** Who may serve what: N, V, W, X, M and longest waiting, preference, overflow. */
export const skills = designs("skills and overflow", "SKILLS", DESIGNS);
/** Agents of different speed. */
export const speeds = designs("agents of different speed", "SPEED", SPEEDS);
/** Priorities with hang-ups and few lines. */
export const urgent = designs("priorities with hang-ups", "URGENT", PRIORITIES);
/** Callers who try again. */
export const redials = designs("redials", "REDIAL", REDIALS);
