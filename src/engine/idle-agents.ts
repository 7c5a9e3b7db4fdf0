const NONE = -1;

/** Free agents of each team, longest idle first. */
export class IdleAgents {
  /** By team: the agent that has been idle longest, -1 for none. */
  readonly first: Int32Array;
  /** By agent: a number that grows with the moment of becoming idle; comparable between teams. */
  readonly since: Float64Array;
  private readonly last: Int32Array;
  private readonly next: Int32Array;
  private readonly before: Int32Array;
  private stamp = 0;

  constructor(teams: number, agents: number) {
    this.first = new Int32Array(teams).fill(NONE);
    this.last = new Int32Array(teams).fill(NONE);
    this.since = new Float64Array(agents);
    this.next = new Int32Array(agents);
    this.before = new Int32Array(agents);
  }

  /** The agent becomes idle now. */
  add(team: number, agent: number): void {
    const before = this.last[team];
    this.before[agent] = before;
    this.next[agent] = NONE;
    if (before === NONE) this.first[team] = agent;
    else this.next[before] = agent;
    this.last[team] = agent;
    this.since[agent] = this.stamp++;
  }

  /** The agent is idle no more. */
  remove(team: number, agent: number): void {
    const next = this.next[agent];
    const before = this.before[agent];
    if (before === NONE) this.first[team] = next;
    else this.next[before] = next;
    if (next === NONE) this.last[team] = before;
    else this.before[next] = before;
  }

  /** The agent of the team that became idle last, -1 for none. */
  latest(team: number): number {
    return this.last[team];
  }
}
