import type { Observations } from "../../src/engine/observations.js";
import { simulate } from "../../src/engine/simulate.js";
import type { TraceEvent } from "../../src/engine/trace.js";
import { compile } from "../../src/model/model.js";
import type { Scenario } from "../../src/scenario/scenario.js";

/** One row of a trace. */
export interface Row {
  readonly seconds: number;
  readonly event: TraceEvent;
  readonly contact: number;
  readonly queue: number;
  readonly team: number;
  readonly agent: number;
}

/** Runs a scenario once: its trace and what it observed. */
export function trace(scenario: Scenario, seed = "laws"): { rows: Row[]; observed: Observations } {
  const rows: Row[] = [];
  const observed = simulate(compile(scenario), seed, 0, (seconds, event, contact, queue, team, agent) => {
    rows.push({ seconds, event, contact, queue, team, agent });
  });
  return { rows, observed };
}

/** A contact in line, as the trace tells it. */
export interface Waiting {
  readonly contact: number;
  readonly queue: number;
  readonly since: number;
  overflows: number;
}

export type AgentState = "idle" | "busy" | "resting";

/** Who waits and what every agent does, followed through a trace row by row; knows nothing of the engine. */
export class CentreFromTrace {
  /** In the order of joining. */
  line: Waiting[] = [];
  /** Logged-on agents by number. */
  readonly agents = new Map<number, { readonly team: number; state: AgentState; since: number }>();
  /** Contacts let in: waiting or in service. */
  inSystem = 0;
  /** By agent, how long in each state. */
  readonly seconds = new Map<number, Record<AgentState, number>>();

  /** Changes what the row says. Returns the contact that left the line, if one did. */
  follow({ seconds, event, contact, queue, team, agent }: Row): Waiting | undefined {
    switch (event) {
      case "waits":
        this.line.push({ contact, queue, since: seconds, overflows: 0 });
        this.inSystem++;
        return undefined;
      case "overflows":
        this.line.find((one) => one.contact === contact)!.overflows++;
        return undefined;
      case "answered": {
        const left = this.leave(contact);
        if (left === undefined) this.inSystem++;
        this.turn(agent, "busy", seconds);
        return left;
      }
      case "ends":
        this.inSystem--;
        this.turn(agent, "idle", seconds);
        return undefined;
      case "abandons":
      case "unserved":
        this.inSystem--;
        return this.leave(contact);
      case "logsOn":
        this.agents.set(agent, { team, state: "idle", since: seconds });
        return undefined;
      case "logsOff":
        this.turn(agent, "idle", seconds);
        this.agents.delete(agent);
        return undefined;
      case "breakStarts":
        this.turn(agent, "resting", seconds);
        return undefined;
      case "breakEnds":
        this.turn(agent, "idle", seconds);
        return undefined;
      default:
        return undefined;
    }
  }

  /** Ends all that goes on. */
  close(horizonSeconds: number): void {
    for (const [agent] of this.agents) this.turn(agent, "idle", horizonSeconds);
  }

  private leave(contact: number): Waiting | undefined {
    const left = this.line.find((one) => one.contact === contact);
    this.line = this.line.filter((one) => one !== left);
    return left;
  }

  private turn(agent: number, state: AgentState, now: number): void {
    const one = this.agents.get(agent)!;
    const total = this.seconds.get(agent) ?? { idle: 0, busy: 0, resting: 0 };
    total[one.state] += now - one.since;
    this.seconds.set(agent, total);
    one.state = state;
    one.since = now;
  }
}
