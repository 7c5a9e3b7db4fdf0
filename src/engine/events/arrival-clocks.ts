import type { ArrivalRates } from "../../model/arrival-rates.js";
import type { Replay } from "../../model/model.js";
import type { Draws } from "../../random/draws.js";

/** Tells a queue's moments of arrival one after the other. */
export interface ArrivalClock {
  /** Moves on to the next arrival. */
  advance(): void;
  /** Its moment in seconds; Infinity when there are no more. */
  readonly at: number;
  /** Factor on the drawn handle time of the arrival last told. */
  readonly handleFactor: number;
  /** That factor for a contact that comes at `seconds` of itself: a redial. */
  handleFactorAt(seconds: number): number;
  /** Whether arrivals were recorded, and with them perhaps more. */
  readonly isReplay: boolean;
  /** Recorded handle time and patience of the arrival last told; NaN where they are drawn. */
  readonly handleSeconds: number;
  readonly patienceSeconds: number;
}

/**
 * A Poisson process of piecewise-constant rate, exact: unit exponential steps in the integral of the rate.
 * Rates scaled by a factor use the same steps, so that two volumes meet the same callers.
 */
export class PoissonClock implements ArrivalClock {
  at = 0;
  handleFactor = 1;
  readonly isReplay = false;
  readonly handleSeconds = Number.NaN;
  readonly patienceSeconds = Number.NaN;
  private piece = 0;
  private ratePerSecond: number;
  private pieceEnd: number;

  /** `dayFactors`: the busyness factor of each calendar day. `exponential`: draws with mean 1. */
  constructor(
    private readonly rates: ArrivalRates,
    private readonly dayFactors: Float64Array,
    private readonly exponential: Draws,
  ) {
    this.ratePerSecond = rates.ratesPerSecond[0] * dayFactors[rates.days[0]];
    this.pieceEnd = rates.endsSeconds[0];
    this.handleFactor = rates.handleFactors[0];
  }

  advance(): void {
    let step = this.exponential.next();
    let from = this.at;
    while (true) {
      const at = from + step / this.ratePerSecond;
      if (at < this.pieceEnd) {
        this.at = at;
        return;
      }
      step -= this.ratePerSecond * (this.pieceEnd - from);
      // Rounding may leave a hair less than nothing of a step that ended at the very edge of the piece.
      if (step < 0) step = 0;
      from = this.pieceEnd;
      if (!this.enterNextPiece()) {
        this.at = Number.POSITIVE_INFINITY;
        return;
      }
    }
  }

  handleFactorAt(seconds: number): number {
    const { endsSeconds, handleFactors } = this.rates;
    let low = 0;
    let high = endsSeconds.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (seconds < endsSeconds[middle]) high = middle;
      else low = middle + 1;
    }
    return handleFactors[low];
  }

  private enterNextPiece(): boolean {
    const { endsSeconds, ratesPerSecond, days, handleFactors } = this.rates;
    const piece = this.piece + 1;
    if (piece >= endsSeconds.length) return false;
    this.piece = piece;
    this.pieceEnd = endsSeconds[piece];
    this.ratePerSecond = ratesPerSecond[piece] * this.dayFactors[days[piece]];
    this.handleFactor = handleFactors[piece];
    return true;
  }
}

/** Recorded moments in their order. */
export class ReplayClock implements ArrivalClock {
  at = 0;
  readonly handleFactor = 1;
  readonly isReplay = true;
  handleSeconds = Number.NaN;
  patienceSeconds = Number.NaN;
  private row = -1;

  constructor(private readonly replay: Replay) {}

  handleFactorAt(): number {
    return 1;
  }

  advance(): void {
    const { atSeconds, handleSeconds, patienceSeconds } = this.replay;
    const row = ++this.row;
    this.at = row < atSeconds.length ? atSeconds[row] : Number.POSITIVE_INFINITY;
    if (row >= atSeconds.length) return;
    this.handleSeconds = handleSeconds ? handleSeconds[row] : Number.NaN;
    this.patienceSeconds = patienceSeconds ? patienceSeconds[row] : Number.NaN;
  }
}
