import { meanSeconds } from "../../src/random/distribution.js";
import type { Outbound } from "../../src/scenario/outbound.js";
import type { Skill } from "../../src/scenario/team.js";
import { least } from "./naive-choice.js";
import { hasAllNeeded, skillsOf } from "./naive-routing.js";
import type { NaiveSimulator } from "./naive-simulator.js";
import type { Agent } from "./naive-staff.js";

/** For whom, and for how many, a queue may dial. */
export class NaivePace {
  constructor(
    private readonly centre: NaiveSimulator,
    readonly queue: number,
    private readonly outbound: Outbound,
  ) {}

  /** The agent to be held for a lead. */
  agentToHold(): Agent | undefined {
    const { centre } = this;
    const able = this.teams()
      .filter((team) => this.toSpare(team) > 0)
      .flatMap((team) => this.freeOf(team));
    return least(able, (agent) => [
      this.skillOf(agent.team).preference,
      skillsOf(centre, agent),
      agent.idleOrder,
    ]);
  }

  /** The teams with the skill. */
  private teams(): number[] {
    const { teams, queues } = this.centre.model.scenario;
    return [...teams.keys()].filter((team) =>
      teams[team].skills.some((skill) => skill.queue === queues[this.queue].name),
    );
  }

  /** Agents of the team who have what the queue needs. */
  private able(team: number): Agent[] {
    const { centre } = this;
    return centre.agents.filter((agent) => agent.team === team && hasAllNeeded(centre, agent, this));
  }

  /** Free agents of the team who may take the queue's contacts. */
  private freeOf(team: number): Agent[] {
    const { people, model } = this.centre;
    const { name } = model.scenario.queues[this.queue];
    return this.able(team).filter((agent) => agent.doing === "idle" && people.mayTake(agent, name));
  }

  private toSpare(team: number): number {
    const { whenFree = 1 } = this.skillOf(team);
    const free = this.centre.agents.filter((agent) => agent.team === team && agent.doing === "idle");
    return Math.min(this.freeOf(team).length, free.length - (whenFree - 1));
  }

  /** Agents whom the dialer may have, of all teams. */
  agentsToSpare(): number {
    return this.teams().reduce((sum, team) => sum + Math.max(0, this.toSpare(team)), 0);
  }

  /** Agents expected to be free when what rings is answered. */
  agentsByThen(): number {
    const { centre } = this;
    const waiting = centre.line.filter((one) => one.queue === this.queue).length;
    const agents = this.teams().map((team) => {
      const atWork = centre.agents.filter(
        (agent) => agent.team === team && agent.doing === "busy" && !agent.leaving,
      );
      const surplus = centre.crews
        .filter((crew) => crew.team === team)
        .reduce((sum, crew) => sum + crew.surplus, 0);
      const all = centre.agents.filter((agent) => agent.team === team).length;
      const ableShare = all === 0 ? 0 : this.able(team).length / all;
      const done = (atWork.length - surplus) * ableShare * this.doneShare();
      return Math.max(0, this.toSpare(team) + done);
    });
    return inPreferenceOrder(agents, this.teams(), this).reduce((sum, one) => sum + one, 0) - waiting;
  }

  skillOf(team: number): Skill {
    const { teams, queues } = this.centre.model.scenario;
    return teams[team].skills.find((skill) => skill.queue === queues[this.queue].name)!;
  }

  private doneShare(): number {
    const { leads, dialer, wrongPartyTalk } = this.outbound;
    const { talk, hold, wrap } = this.centre.model.scenario.queues[this.queue].handle;
    const right = [talk, hold, wrap].reduce((sum, part) => sum + (part ? meanSeconds(part) : 0), 0);
    const wrong = wrongPartyTalk ? (1 - leads.rightPartyShare) * meanSeconds(wrongPartyTalk) : 0;
    const call = leads.rightPartyShare * right + wrong;
    const ringing = meanSeconds(dialer.ringing);
    return ringing < call ? ringing / call : 1;
  }
}

/** Numbers by team in the order in which the engine adds them, for sums are rounded. */
function inPreferenceOrder(numbers: readonly number[], teams: readonly number[], dialer: NaivePace) {
  const order = [...teams.keys()].sort(
    (a, b) => dialer.skillOf(teams[a]).preference - dialer.skillOf(teams[b]).preference,
  );
  return order.map((at) => numbers[at]);
}
