/** Ranks of simultaneous events, as the design lists them. */
const RANKS = [
  "opens",
  "closes",
  "leadFallsDue",
  "dialingChanges",
  "serviceEnds",
  "chatEnds",
  "dialEnds",
  "pauseEnds",
  "shiftStarts",
  "lateOneComes",
  "shiftEnds",
  "staffChanges",
  "pauseFallsDue",
  "backlogWaits",
  "arrives",
  "passedOn",
  "selfServiceEnds",
  "callbackDue",
  "previewEnds",
  "ringingEnds",
  "overflows",
  "hangsUp",
  "redials",
  "repeats",
] as const;

export interface Event {
  readonly at: number;
  readonly rank: number;
  readonly order: number;
  readonly happen: () => void;
}

/** A list of events, searched from end to end for the next. */
export class NaiveClock {
  now = 0;
  private events: Event[] = [];
  private added = 0;

  plan(at: number, kind: (typeof RANKS)[number], happen: () => void, order = this.added++): Event {
    const event = { at, rank: RANKS.indexOf(kind), order, happen };
    this.events.push(event);
    return event;
  }

  drop(dropped: readonly Event[]): void {
    if (dropped.length > 0) this.events = this.events.filter((event) => !dropped.includes(event));
  }

  /** Lets everything before the horizon happen in order; `then` after each event. */
  run(horizon: number, then: () => void): void {
    while (true) {
      const event = this.first();
      if (event === undefined || event.at >= horizon) break;
      this.drop([event]);
      this.now = event.at;
      event.happen();
      then();
    }
    this.now = horizon;
  }

  private first(): Event | undefined {
    let first: Event | undefined;
    for (const event of this.events) {
      if (
        first === undefined ||
        event.at < first.at ||
        (event.at === first.at && event.rank < first.rank) ||
        (event.at === first.at && event.rank === first.rank && event.order < first.order)
      ) {
        first = event;
      }
    }
    return first;
  }
}
