import type { Model } from "../../model/model.js";
import type { Run } from "../run.js";
import { HeadCount } from "./crew-accounts.js";

/**
 * A crew whose number changes by a table. Its agents have no names: when the number falls, free ones leave
 * first, and if that is not enough, as many of the busy ones as must, whoever is done first.
 */
export class StaffTable {
  /** Agents still busy who are above the number; each leaves when done. */
  surplus = 0;
  /** Date whose absences are drawn. */
  date = "";
  /** How many of the first n agents miss the day. */
  readonly absentAmong: Int32Array;
  /** Agents counted absent at the moment. */
  absent = 0;
  private readonly away: Int32Array;
  private awayCount: number;

  /** The table of that crew; undefined for one that comes to shifts. */
  static of(model: Model, crew: number): StaffTable | undefined {
    const { crews, scenario } = model;
    if (scenario.teams[crews.teams[crew]].staffing.kind !== "table") return undefined;
    return new StaffTable(crews.firstAgents[crew], crews.firstAgents[crew + 1]);
  }

  private constructor(firstAgent: number, endAgent: number) {
    this.awayCount = endAgent - firstAgent;
    this.absentAmong = new Int32Array(this.awayCount + 1);
    this.away = Int32Array.from({ length: this.awayCount }, (_, index) => endAgent - 1 - index);
  }

  /** An agent who is away, to be logged on. */
  call(): number {
    return this.away[--this.awayCount];
  }

  /** The agent is away again. */
  giveBack(agent: number): void {
    this.away[this.awayCount++] = agent;
  }

  /** Whether this agent, done with a contact, is above the number; if so leaves as one of the surplus. */
  sendsHome(run: Run, agent: number): boolean {
    if (this.surplus === 0) return false;
    this.surplus--;
    // Counted neither as present nor in overtime from here: the agent logs off as one who is leaving.
    run.agents.setLeaving(agent, true);
    return true;
  }

  /** So many more (or fewer) busy agents are above the number. */
  changeSurplus(run: Run, crew: number, change: number): void {
    this.surplus += change;
    run.accounts.count(crew, HeadCount.InOvertime, change);
    run.present[run.model.crews.teams[crew]] -= change;
  }
}
