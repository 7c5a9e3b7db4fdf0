import type { Scenario } from "../scenario/scenario.js";

/** Who evaluates whose contacts, and how long blocks are; by team. */
export interface QualityTables {
  /** Teams whose contacts the team evaluates; none for most. */
  readonly evaluates: readonly (readonly Evaluated[])[];
  /** Length of a block in which an agent evaluates; 0 where none does. */
  readonly evaluatingBlocks: Float64Array;
  /** Length of a block of coaching; 0 where there is none. */
  readonly coachingBlocks: Float64Array;
}

/** A team whose contacts are evaluated. */
export interface Evaluated {
  readonly team: number;
  /** Time that each contact it answers asks of those who evaluate, on average. */
  readonly secondsEach: number;
}

/** Quality as the engine wants it; undefined where nobody evaluates and nobody is coached. */
export function compileQuality({ teams }: Scenario): QualityTables | undefined {
  if (teams.every(({ quality }) => !quality?.evaluation && !quality?.coaching)) return undefined;
  return {
    evaluates: teams.map(({ name }) =>
      teams.flatMap(({ quality }, team) =>
        quality?.evaluation?.team === name
          ? [{ team, secondsEach: quality.evaluation.share * quality.evaluation.takesSeconds }]
          : [],
      ),
    ),
    evaluatingBlocks: Float64Array.from(teams, ({ name }) => {
      const one = teams.find(({ quality }) => quality?.evaluation?.team === name);
      return one?.quality?.evaluation?.takesSeconds ?? 0;
    }),
    coachingBlocks: Float64Array.from(teams, ({ quality }) => quality?.coaching?.blockSeconds ?? 0),
  };
}
