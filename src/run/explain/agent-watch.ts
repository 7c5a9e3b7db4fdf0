import type { TraceEvent } from "../../engine/trace.js";
import type { Model } from "../../model/model.js";

/** What a watched agent is doing. */
export const OFF = 0;
export const FREE = 1;
export const TAKEN = 2;
export const PAUSED = 3;

/** What an agent did last, before it became free. */
const NOTHING = 0;
const CAME = 1;
const FINISHED = 2;
const RESTED = 3;
const PUT_DOWN = 4;

/** What an agent did until now. */
export type Before =
  | { readonly kind: "idle"; readonly seconds: number }
  /** `putDown`: not done with it, but taken off it. */
  | {
      readonly kind: "contact" | "putDown";
      readonly contact: number;
      readonly queue: number;
    }
  | { readonly kind: "beside"; readonly contacts: number }
  | { readonly kind: "pause" }
  | { readonly kind: "logsOn" };

/** Follows every agent through a trace: what each is doing, since when, and with which queue's contact. */
export class AgentWatch {
  /** By agent, as the model numbers them. */
  readonly state: Uint8Array;
  readonly since: Float64Array;
  /** Queue of the contact in hand, or of the one last in hand. */
  readonly queue: Int32Array;
  /** When the shift began that each agent was last in training for; -Infinity for never. */
  readonly trainsSince: Float64Array;
  /** How many contacts each has in hand. */
  private readonly held: Int32Array;
  private readonly contact: Float64Array;
  private readonly last: Uint8Array;

  constructor({ crews }: Model) {
    this.state = new Uint8Array(crews.agents);
    this.since = new Float64Array(crews.agents);
    this.queue = new Int32Array(crews.agents);
    this.trainsSince = new Float64Array(crews.agents).fill(Number.NEGATIVE_INFINITY);
    this.held = new Int32Array(crews.agents);
    this.contact = new Float64Array(crews.agents);
    this.last = new Uint8Array(crews.agents);
  }

  /** An event of the trace; those of no agent change nothing. */
  see(seconds: number, event: TraceEvent, contact: number, queue: number, agent: number): void {
    if (agent < 0) return;
    switch (event) {
      case "logsOn":
        this.become(agent, FREE, CAME, seconds);
        break;
      case "interrupted":
        this.held[agent]--;
        this.become(agent, FREE, PUT_DOWN, seconds);
        break;
      case "answered":
      case "resumes":
        this.become(agent, TAKEN, NOTHING, seconds);
        this.held[agent]++;
        this.contact[agent] = contact;
        this.queue[agent] = queue;
        break;
      case "ends":
        if (--this.held[agent] === 0) this.become(agent, FREE, FINISHED, seconds);
        break;
      case "previews":
      case "dials":
      case "callsBack":
        this.become(agent, TAKEN, NOTHING, seconds);
        this.contact[agent] = contact;
        this.queue[agent] = queue;
        break;
      case "noAnswer":
      case "notReached":
      case "unreached":
        this.become(agent, FREE, FINISHED, seconds);
        break;
      case "breakStarts":
        this.become(agent, PAUSED, NOTHING, seconds);
        break;
      case "breakEnds":
        this.become(agent, FREE, RESTED, seconds);
        break;
      case "logsOff":
        this.become(agent, OFF, NOTHING, seconds);
        break;
      case "trains":
        this.trainsSince[agent] = seconds;
        break;
    }
  }

  /** What an agent who takes a contact at this moment did before; asked before the watch sees it. */
  before(agent: number, seconds: number): Before {
    if (this.held[agent] > 0) return { kind: "beside", contacts: this.held[agent] };
    const idleSeconds = seconds - this.since[agent];
    if (idleSeconds > 0) return { kind: "idle", seconds: idleSeconds };
    switch (this.last[agent]) {
      case FINISHED:
        return { kind: "contact", contact: this.contact[agent], queue: this.queue[agent] };
      case PUT_DOWN:
        return { kind: "putDown", contact: this.contact[agent], queue: this.queue[agent] };
      case RESTED:
        return { kind: "pause" };
      case CAME:
        return { kind: "logsOn" };
      default:
        return { kind: "idle", seconds: 0 };
    }
  }

  private become(agent: number, state: number, last: number, seconds: number): void {
    this.state[agent] = state;
    this.last[agent] = last;
    this.since[agent] = seconds;
  }
}

/** The crew of an agent. */
export function crewOf({ crews }: Model, agent: number): number {
  let low = 0;
  let high = crews.count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (agent < crews.firstAgents[middle + 1]) high = middle;
    else low = middle + 1;
  }
  return low;
}
