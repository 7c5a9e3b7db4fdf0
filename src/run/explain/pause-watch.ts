import type { TraceEvent } from "../../engine/trace.js";
import type { Muster } from "../../model/crews.js";
import type { Model } from "../../model/model.js";
import { crewOf } from "./agent-watch.js";

/** Rounding of moments that are sums. */
const HAIR_SECONDS = 1e-6;

/**
 * Tells breaks from blocks off the phone, which a trace does not: by how long a pause lasted and, where that
 * fits both, by whether a break of the shift was due and not yet taken. Where a break and a block of the same
 * length are due together, it may take the one for the other.
 */
export class PauseWatch {
  /** By crew, in order of their start. */
  private readonly musters: readonly (readonly Muster[])[];
  /** By agent: the start of the shift it is on, and the next break of it. */
  private readonly shiftStart: Float64Array;
  private readonly nextBreak: Uint8Array;
  private readonly since: Float64Array;
  private readonly paused: Uint8Array;

  constructor(private readonly model: Model) {
    const { crews } = model;
    this.musters = Array.from({ length: crews.count }, (_, crew) =>
      crews.musters.filter((muster) => muster.crew === crew),
    );
    this.shiftStart = new Float64Array(crews.agents).fill(Number.NEGATIVE_INFINITY);
    this.nextBreak = new Uint8Array(crews.agents);
    this.since = new Float64Array(crews.agents);
    this.paused = new Uint8Array(crews.agents);
  }

  /** An event of the trace; at the end of a pause, whether it was a break. */
  see(seconds: number, event: TraceEvent, agent: number): boolean | undefined {
    if (agent < 0) return undefined;
    switch (event) {
      case "logsOn":
        this.beginShift(agent, this.musterAt(agent, seconds), seconds);
        return undefined;
      case "breakStarts":
        this.followShift(agent, seconds);
        this.since[agent] = seconds;
        this.paused[agent] = 1;
        return undefined;
      case "breakEnds":
      case "logsOff":
        if (this.paused[agent] === 0) return undefined;
        return this.end(agent, event === "breakEnds" ? seconds - this.since[agent] : Number.NaN);
      default:
        return undefined;
    }
  }

  /** Whether the pause of an agent that the simulation's end cut short is a break. */
  isBreak(agent: number): boolean {
    return this.end(agent, Number.NaN);
  }

  private end(agent: number, lengthSeconds: number): boolean {
    const { crews, scenario, people, quality } = this.model;
    const index = crews.teams[crewOf(this.model, agent)];
    const team = scenario.teams[index];
    const next = this.musterAt(agent, this.since[agent])?.breaks[this.nextBreak[agent]];
    const isDue = next !== undefined && next.dueSeconds <= this.since[agent] + HAIR_SECONDS;
    const hasBlocks =
      team.offPhone !== undefined ||
      team.quality?.coaching !== undefined ||
      [people?.supervisingBlocks, quality?.evaluatingBlocks].some((blocks) => (blocks?.[index] ?? 0) > 0);
    const fits = (seconds: number) => !(Math.abs(seconds - lengthSeconds) >= HAIR_SECONDS);
    const isBreak = isDue && (!hasBlocks || fits(next.lengthSeconds));
    this.paused[agent] = 0;
    if (isBreak) this.nextBreak[agent]++;
    return isBreak;
  }

  /** Who stays from one shift to the next has the next one's breaks. */
  private followShift(agent: number, seconds: number): void {
    const muster = this.musterAt(agent, seconds);
    if (muster && muster.startSeconds > this.shiftStart[agent]) {
      this.beginShift(agent, muster, muster.startSeconds);
    }
  }

  /** Breaks that were due before are lost. */
  private beginShift(agent: number, muster: Muster | undefined, seconds: number): void {
    const next = muster?.breaks.findIndex(({ dueSeconds }) => dueSeconds >= seconds) ?? 0;
    this.shiftStart[agent] = muster?.startSeconds ?? seconds;
    this.nextBreak[agent] = next < 0 ? muster!.breaks.length : next;
  }

  private musterAt(agent: number, seconds: number): Muster | undefined {
    return this.musters[crewOf(this.model, agent)].findLast(
      ({ startSeconds, endSeconds }) => startSeconds <= seconds && seconds < endSeconds,
    );
  }
}
