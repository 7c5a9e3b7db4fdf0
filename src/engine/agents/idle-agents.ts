import type { AgentStates } from "./agent-states.js";

const NONE = -1;

/** Free agents of each team, longest idle first; the links lie in the agents' own records. */
export class IdleAgents {
  /** By team: the agent that has been idle longest, -1 for none. */
  readonly first: Int32Array;
  private readonly last: Int32Array;
  private stamp = 0;

  constructor(
    teams: number,
    private readonly agents: AgentStates,
  ) {
    this.first = new Int32Array(teams).fill(NONE);
    this.last = new Int32Array(teams).fill(NONE);
  }

  /** The agent becomes idle now. */
  add(team: number, agent: number): void {
    const { agents } = this;
    const before = this.last[team];
    agents.setBefore(agent, before);
    agents.setNext(agent, NONE);
    if (before < 0) this.first[team] = agent;
    else agents.setNext(before, agent);
    this.last[team] = agent;
    agents.setIdleSince(agent, this.stamp++);
  }

  /** The agent is idle no more. */
  remove(team: number, agent: number): void {
    const { agents } = this;
    const next = agents.next(agent);
    const before = agents.before(agent);
    if (before < 0) this.first[team] = next;
    else agents.setNext(before, next);
    if (next < 0) this.last[team] = before;
    else agents.setBefore(next, before);
  }

  /** The agent of the team that became idle last, -1 for none. */
  latest(team: number): number {
    return this.last[team];
  }
}
