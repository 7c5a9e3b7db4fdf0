import type { Model } from "../../model/model.js";
import type { People, TeamPeople } from "../../model/people.js";
import { exp } from "../../random/portable-math.js";
import type { LearningCurve } from "../../scenario/people.js";
import { type SupervisingShares, supervisingShares } from "./supervising.js";
import { drawLicences, drawTenures } from "./tenures.js";

/**
 * What sets one agent of a team apart from another, brought up to date when a shift or a table's day starts.
 */
export class PeopleStates {
  /** By agent: drawn handle times are multiplied by it. */
  readonly handleFactors: Float64Array;
  /** By agent: the share of matters that a contact resolves is multiplied by it. */
  readonly resolutionFactors: Float64Array;
  /** By agent: 1 while a shift is one of training, off the phone. */
  readonly inTraining: Uint8Array;
  /** By agent: a bit for each licence of the team that the agent does not hold. */
  readonly missingLicences: Int32Array;
  readonly supervising: SupervisingShares;
  private readonly tenures: Float64Array;
  /** By crew; see tenures.ts. */
  private readonly licensedFrom: readonly (Float64Array | undefined)[];

  constructor(
    private readonly model: Model,
    readonly people: People,
    seed: string,
    replication: number,
  ) {
    const { crews } = model;
    this.handleFactors = new Float64Array(crews.agents).fill(1);
    this.resolutionFactors = new Float64Array(crews.agents).fill(1);
    this.inTraining = new Uint8Array(crews.agents);
    this.missingLicences = new Int32Array(crews.agents);
    this.tenures = drawTenures(model, seed, replication);
    this.supervising = supervisingShares(model, people, this.tenures);
    this.licensedFrom = Array.from(crews.teams, (team, crew) => {
      const some = people.teams[team];
      return some && some.licences.length > 0
        ? drawLicences(model, crew, some, seed, replication)
        : undefined;
    });
  }

  /** Whether any agent of the crew's team differs from any other. */
  concerns(crew: number): boolean {
    return this.people.teams[this.model.crews.teams[crew]] !== undefined;
  }

  /** Whether the agent of the team holds the licence for the queue, if one is asked for. */
  isLicensed(team: number, agent: number, queue: number): boolean {
    const { licenceBits, teams } = this.people;
    return (this.missingLicences[agent] & licenceBits[queue * teams.length + team]) === 0;
  }

  /**
   * What the crew's agents, whom this concerns, are like from this moment on, when a shift or a day starts.
   */
  bringUpToDate(crew: number, atSeconds: number): void {
    const { crews, warmupSeconds } = this.model;
    const people = this.people.teams[crews.teams[crew]]!;
    for (let agent = crews.firstAgents[crew]; agent < crews.firstAgents[crew + 1]; agent++) {
      const tenure = this.tenures[agent] + atSeconds - warmupSeconds;
      this.handleFactors[agent] = learningFactor(people.learning?.handle, tenure);
      this.resolutionFactors[agent] = learningFactor(people.learning?.resolution, tenure);
      this.inTraining[agent] = people.training && tenure < people.training.lengthSeconds ? 1 : 0;
      this.missingLicences[agent] = this.missing(crew, agent, people, tenure);
    }
  }

  private missing(crew: number, agent: number, { licences }: TeamPeople, tenure: number): number {
    const from = this.licensedFrom[crew];
    if (from === undefined) return 0;
    const first = (agent - this.model.crews.firstAgents[crew]) * licences.length;
    let bits = 0;
    // Written so that who has been there for ever holds what nobody ever gets not either.
    for (let licence = 0; licence < licences.length; licence++) {
      if (from[first + licence] === Number.POSITIVE_INFINITY || tenure < from[first + licence]) {
        bits |= 1 << licence;
      }
    }
    return bits;
  }
}

/** Half as far from 1 with each half-life of tenure; 1 for who has been there for ever. */
function learningFactor(learning: LearningCurve | undefined, tenureSeconds: number): number {
  if (learning === undefined || tenureSeconds === Number.POSITIVE_INFINITY) return 1;
  // In the warm-up nobody is newer than new.
  const halves = Math.max(0, tenureSeconds) / learning.halfSeconds;
  return 1 + (learning.start - 1) * exp(-Math.LN2 * halves);
}
