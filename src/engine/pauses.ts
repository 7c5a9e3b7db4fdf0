import type { Muster } from "../model/crews.js";
import type { Model } from "../model/model.js";
import type { Stream } from "../random/stream.js";

const NEVER = Number.POSITIVE_INFINITY;

/** When each agent's next break or off-phone block falls due. */
export class Pauses {
  /** The earlier of the two; Infinity for none. */
  readonly due: Float64Array;
  private readonly nextBreak: Uint8Array;
  private readonly offPhoneDue: Float64Array;
  private readonly offPhoneEvery: Float64Array;
  private readonly offPhoneUntil: Float64Array;

  constructor(agents: number) {
    this.due = new Float64Array(agents).fill(NEVER);
    this.nextBreak = new Uint8Array(agents);
    this.offPhoneDue = new Float64Array(agents).fill(NEVER);
    this.offPhoneEvery = new Float64Array(agents);
    this.offPhoneUntil = new Float64Array(agents);
  }

  /** Whether any agent of the model ever takes a break. */
  static needed(model: Model): boolean {
    return (
      model.scenario.teams.some((team) => (team.offPhone?.share ?? 0) > 0) ||
      model.crews.musters.some((muster) => muster.breaks.length > 0)
    );
  }

  /**
   * Spreads an agent's off-phone blocks over the time from `from` to `until`: so many that their expected
   * time is `share` of it, at equal distances from a random first, the last done by `until`. Two draws,
   * whatever they bring.
   */
  drawOffPhone(
    agent: number,
    from: number,
    until: number,
    offPhone: { readonly share: number; readonly blockSeconds: number },
    stream: Stream,
  ): void {
    const expected = ((until - from) * offPhone.share) / offPhone.blockSeconds;
    const blocks = Math.floor(expected + stream());
    const every = (until - from) / blocks;
    const first = from + stream() * Math.max(0, every - offPhone.blockSeconds);
    this.offPhoneEvery[agent] = every;
    this.offPhoneUntil[agent] = until;
    this.offPhoneDue[agent] = blocks > 0 ? first : NEVER;
  }

  /** The agent logs on: what fell due before now is lost. */
  begin(agent: number, muster: Muster | undefined, now: number): void {
    let next = 0;
    while (muster && next < muster.breaks.length && muster.breaks[next].dueSeconds < now) next++;
    this.nextBreak[agent] = next;
    while (this.offPhoneDue[agent] < now) this.passOffPhone(agent);
    this.look(agent, muster);
  }

  /**
   * What the agent is to take now: the number of the muster's break, or -1 for an off-phone block. Moves on
   * to the next.
   */
  take(agent: number, muster: Muster | undefined): number {
    const next = this.nextBreak[agent];
    const isBreak = muster !== undefined && muster.breaks[next]?.dueSeconds === this.due[agent];
    if (isBreak) this.nextBreak[agent]++;
    else this.passOffPhone(agent);
    this.look(agent, muster);
    return isBreak ? next : -1;
  }

  private passOffPhone(agent: number): void {
    const due = this.offPhoneDue[agent] + this.offPhoneEvery[agent];
    this.offPhoneDue[agent] = due < this.offPhoneUntil[agent] ? due : NEVER;
  }

  private look(agent: number, muster: Muster | undefined): void {
    const breakDue = muster?.breaks[this.nextBreak[agent]]?.dueSeconds ?? NEVER;
    this.due[agent] = Math.min(breakDue, this.offPhoneDue[agent]);
  }
}
