import type { Muster } from "../../model/crews.js";
import type { Model } from "../../model/model.js";
import type { Stream } from "../../random/stream.js";

const NEVER = Number.POSITIVE_INFINITY;

/** What agents leave the phone for beside breaks, in blocks at random moments. */
export const enum BlockKind {
  /** Meetings and the like: a team's `offPhone`. */
  OffPhone,
  /** Beside an agent of another team, who is new. */
  Supervising,
  /** Judging contacts that a team has answered. */
  Evaluating,
  /** Of the agent itself. */
  Coaching,
  Kinds,
}

/** When each agent's next break or block off the phone falls due. */
export class Pauses {
  /** The soonest of them; Infinity for none. */
  readonly due: Float64Array;
  private readonly nextBreak: Uint8Array;
  /** By `agent * BlockKind.Kinds + kind`. */
  private readonly blockDue: Float64Array;
  private readonly blockEvery: Float64Array;
  private readonly blockUntil: Float64Array;
  /** By `team * BlockKind.Kinds + kind`. */
  private readonly lengths: Float64Array;

  constructor({ crews, scenario, people, quality }: Model) {
    const { agents } = crews;
    this.due = new Float64Array(agents).fill(NEVER);
    this.nextBreak = new Uint8Array(agents);
    this.blockDue = new Float64Array(agents * BlockKind.Kinds).fill(NEVER);
    this.blockEvery = new Float64Array(agents * BlockKind.Kinds);
    this.blockUntil = new Float64Array(agents * BlockKind.Kinds);
    this.lengths = Float64Array.from(
      scenario.teams.flatMap(({ offPhone }, team) => [
        offPhone?.blockSeconds ?? 0,
        people?.supervisingBlocks[team] ?? 0,
        quality?.evaluatingBlocks[team] ?? 0,
        quality?.coachingBlocks[team] ?? 0,
      ]),
    );
  }

  /** Whether any agent of the model ever takes a break. */
  static needed(model: Model): boolean {
    return (
      model.people?.supervises === true ||
      model.quality !== undefined ||
      model.scenario.teams.some((team) => (team.offPhone?.share ?? 0) > 0) ||
      model.crews.musters.some((muster) => muster.breaks.length > 0)
    );
  }

  /** How long a block of the team is. */
  blockSeconds(team: number, kind: number): number {
    return this.lengths[team * BlockKind.Kinds + kind];
  }

  /**
   * Spreads an agent's blocks of a kind over the time from `from` to `until`: so many that their expected
   * time is `share` of it, at equal distances from a random first, the last done by `until`. Two draws,
   * whatever they bring.
   */
  drawBlocks(
    agent: number,
    kind: number,
    from: number,
    until: number,
    { share, blockSeconds }: { readonly share: number; readonly blockSeconds: number },
    stream: Stream,
  ): void {
    const expected = ((until - from) * share) / blockSeconds;
    const blocks = Math.floor(expected + stream());
    const every = (until - from) / blocks;
    const first = from + stream() * Math.max(0, every - blockSeconds);
    const at = agent * BlockKind.Kinds + kind;
    this.blockEvery[at] = every;
    this.blockUntil[at] = until;
    this.blockDue[at] = blocks > 0 ? first : NEVER;
  }

  /** The agent logs on: what fell due before now is lost. */
  begin(agent: number, muster: Muster | undefined, now: number): void {
    let next = 0;
    while (muster && next < muster.breaks.length && muster.breaks[next].dueSeconds < now) next++;
    this.nextBreak[agent] = next;
    for (let kind = 0; kind < BlockKind.Kinds; kind++) {
      while (this.blockDue[agent * BlockKind.Kinds + kind] < now) this.passBlock(agent, kind);
    }
    this.look(agent, muster);
  }

  /**
   * What the agent is to take now: the number of the muster's break, or -1 less the kind of block. Moves on
   * to the next.
   */
  take(agent: number, muster: Muster | undefined): number {
    const next = this.nextBreak[agent];
    const due = this.due[agent];
    let taken = next;
    if (muster !== undefined && muster.breaks[next]?.dueSeconds === due) {
      this.nextBreak[agent]++;
    } else {
      let kind = 0;
      while (this.blockDue[agent * BlockKind.Kinds + kind] !== due) kind++;
      this.passBlock(agent, kind);
      taken = -1 - kind;
    }
    this.look(agent, muster);
    return taken;
  }

  private passBlock(agent: number, kind: number): void {
    const at = agent * BlockKind.Kinds + kind;
    const due = this.blockDue[at] + this.blockEvery[at];
    this.blockDue[at] = due < this.blockUntil[at] ? due : NEVER;
  }

  private look(agent: number, muster: Muster | undefined): void {
    let due = muster?.breaks[this.nextBreak[agent]]?.dueSeconds ?? NEVER;
    for (let kind = 0; kind < BlockKind.Kinds; kind++) {
      due = Math.min(due, this.blockDue[agent * BlockKind.Kinds + kind]);
    }
    this.due[agent] = due;
  }
}
