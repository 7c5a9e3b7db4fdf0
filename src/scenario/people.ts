import type { Distribution } from "../random/distribution.js";

/** How long the agents of a team have been there when counted time begins. */
export type Tenure =
  /** Drawn, agent by agent. */
  | { readonly kind: "drawn"; readonly of: Distribution }
  /** The last agents of a shift, or of the team, were hired so long before; the others long ago. */
  | {
      readonly kind: "hired";
      readonly groups: readonly {
        readonly shift?: string;
        readonly agents: number;
        readonly tenureSeconds: number;
      }[];
    };

/** A factor that is `start` for who begins today and comes half as near to 1 with each `halfSeconds`. */
export interface LearningCurve {
  readonly start: number;
  readonly halfSeconds: number;
}

/** What agents learn: of handle times, and of the share of matters that a contact resolves. */
export interface Learning {
  readonly handle?: LearningCurve;
  readonly resolution?: LearningCurve;
}

/** What agents do as long as they are behind a quota; each 1 where nothing is said. */
export interface Pressure {
  /** Wrap is multiplied by it. */
  readonly wrapFactor: number;
  /** The chance of a repeat is multiplied by it. */
  readonly repeatFactor: number;
}

/** The first weeks: off the phone for so long, then so long on the phone beside an agent of another team. */
export interface Training {
  readonly lengthSeconds: number;
  readonly nestingSeconds: number;
  readonly supervision?: Supervision;
}

/** What those who supervise give to it, in blocks off the phone. */
export interface Supervision {
  readonly team: string;
  /** Of the rostered time of each agent who is supervised. */
  readonly share: number;
  readonly blockSeconds: number;
}

/** From when on an agent may serve a queue. */
export interface Licence {
  /** Tenure at the first exam. */
  readonly afterSeconds: number;
  /** Chance of passing an exam. */
  readonly passShare: number;
  /** From one exam to the next; absent: who fails the first is never licensed. */
  readonly againSeconds?: number;
}
