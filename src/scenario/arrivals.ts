/** How contacts come to a queue. */
export type Arrivals = VolumeArrivals | TableArrivals | ReplayArrivals;

interface RateArrivals {
  /** Multiplies all volumes; 1 in a file, other values in growth cases. */
  readonly factor: number;
  /** Coefficient of variation of the queue's own gamma factor of a day. */
  readonly busynessCv?: number;
  readonly events: readonly ArrivalEvent[];
}

/** Multiplies arrivals between two moments. `why` is for the report. */
export interface ArrivalEvent {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly factor: number;
  readonly why: string;
}

/** So many contacts an interval, hour, day or week, shared out by weights. */
export interface VolumeArrivals extends RateArrivals {
  readonly kind: "volume";
  readonly per: "interval" | "hour" | "day" | "week";
  readonly contacts: number;
  /** Monday to Sunday, then holiday; the holiday's weight is absent where the weekday's holds. */
  readonly weekdayWeights: readonly number[];
  readonly holidayWeight?: number;
  /**
   * Weights over the day. Absent: evenly over opening hours. Present: as it says; outside opening hours
   * contacts meet a closed centre.
   */
  readonly shape?: DayShape;
}

/**
 * Weights that start at a clock time and hold until the next step (the last until midnight); one list for
 * each weekday, Monday first, then one for holidays or absent.
 */
export interface DayShape {
  readonly weekdays: readonly (readonly ShapeStep[])[];
  readonly holiday?: readonly ShapeStep[];
}

/** A weight from a clock time on. */
export interface ShapeStep {
  readonly clockSeconds: number;
  readonly weight: number;
}

/** Expected contacts stretch by stretch. */
export interface TableArrivals extends RateArrivals {
  readonly kind: "table";
  /**
   * Expected contacts by stretch of time, ascending, not overlapping; where none says anything, none arrive.
   */
  readonly steps: readonly {
    readonly fromSeconds: number;
    readonly toSeconds: number;
    readonly contacts: number;
    /** Mean handle time in this stretch, where the table says one. */
    readonly ahtSeconds?: number;
  }[];
}

/** Recorded contacts, each at its moment. */
export interface ReplayArrivals {
  readonly kind: "replay";
  /** Moments of arrival, ascending. */
  readonly atSeconds: readonly number[];
  /** Where recorded: handle time of each contact, NaN where that row has none. Absent where no row has. */
  readonly handleSeconds?: readonly number[];
  /** Where recorded: patience of each contact, NaN where that row has none. */
  readonly patienceSeconds?: readonly number[];
}
