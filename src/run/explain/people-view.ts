import { PeopleStates } from "../../engine/people/people-states.js";
import type { Model } from "../../model/model.js";

/** What agents are like at a moment, as drawn for one replication: the trace does not tell. */
export class PeopleView {
  private readonly states: PeopleStates | undefined;

  constructor(
    private readonly model: Model,
    seed: string,
    replication: number,
  ) {
    this.states = model.people && new PeopleStates(model, model.people, seed, replication);
  }

  /** Whether a licence is asked of the team's agents for the queue. */
  asks(team: number, queue: number): boolean {
    const { people, scenario } = this.model;
    return people !== undefined && people.licenceBits[queue * scenario.teams.length + team] !== 0;
  }

  /** Whether the agent of the crew holds the licence for the queue, if one is asked for. */
  isLicensed(crew: number, agent: number, queue: number, seconds: number): boolean {
    if (this.states === undefined) return true;
    this.bringUpToDate(this.states, crew, seconds);
    return this.states.isLicensed(this.model.crews.teams[crew], agent, queue);
  }

  /** What the agent's handle times are multiplied by. */
  handleFactor(crew: number, agent: number, seconds: number): number {
    if (this.states === undefined) return 1;
    this.bringUpToDate(this.states, crew, seconds);
    return this.states.handleFactors[agent];
  }

  /** As of the start of the crew's last shift, or of the table's day. */
  private bringUpToDate(states: PeopleStates, crew: number, seconds: number): void {
    const { crews, scenario } = this.model;
    if (!states.concerns(crew)) return;
    const isOfCrew = (one: { readonly crew: number }) => one.crew === crew;
    const muster = crews.musters.findLast((one) => isOfCrew(one) && one.startSeconds <= seconds);
    const day = scenario.calendar.days.findLast(({ startSeconds }) => startSeconds <= seconds);
    states.bringUpToDate(crew, muster?.startSeconds ?? day!.startSeconds);
  }
}
