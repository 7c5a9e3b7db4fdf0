/** What an agent is doing; also the row of a crew's head counts. */
export const enum AgentState {
  /** Not logged on. */
  Away,
  Idle,
  Busy,
  OnBreak,
  OnUnpaidBreak,
  OffPhone,
  /** Due, not yet come. */
  Late,
  /** Off the phone, beside an agent of another team. */
  Supervising,
  /** Off the phone, judging contacts. */
  Evaluating,
}

/** Counts beside the states, and how many there are with them. */
export const enum HeadCount {
  /** Busy agents whose shift has ended. */
  InOvertime = 9,
  /** Agents of a table who did not come. */
  Absent,
  /** Agents logged on who hold all licences of their team. */
  Licensed,
  /** Contacts that agents hold beside their first. */
  Beside,
  /** Busy agents who look at a lead or wait while it rings. */
  Held,
  Rows,
}

/** Places in a crew's cell, in the order of CREW_FIELDS, and how many there are. */
export const enum CrewCell {
  busySeconds,
  idleSeconds,
  breakSeconds,
  unpaidBreakSeconds,
  offPhoneSeconds,
  overtimeSeconds,
  paidSeconds,
  plannedSeconds,
  offPlanSeconds,
  absentSeconds,
  answered,
  trainingSeconds,
  supervisingSeconds,
  licensedSeconds,
  sales,
  saleValue,
  saves,
  saveValue,
  bonus,
  besideSeconds,
  heldSeconds,
  pressured,
  evaluatingSeconds,
  places,
}

/**
 * How many agents of each crew are in each state, and the time they spend there, booked by interval whenever
 * a count changes. Exact: a count times the time it held.
 */
export class CrewAccounts {
  readonly cells: Float64Array;
  private readonly counts: Int32Array;
  /** Agents of a crew in any state but idle and busy: where it is 0 there is little to book. */
  private readonly others: Int32Array;
  private readonly bookedTo: Float64Array;
  /** Contacts each crew has taken in this interval, booked when it ends. */
  private readonly answers: Int32Array;
  private readonly stride: number;
  private interval: number;

  /** Cells for `intervals` counted intervals and, last, one for time that is not counted. */
  constructor(
    private readonly crews: number,
    private readonly intervals: number,
    private readonly clock: { readonly time: number },
  ) {
    this.stride = (intervals + 1) * CrewCell.places;
    this.cells = new Float64Array(crews * this.stride);
    this.counts = new Int32Array(crews * HeadCount.Rows);
    this.others = new Int32Array(crews);
    this.bookedTo = new Float64Array(crews);
    this.answers = new Int32Array(crews);
    this.interval = intervals;
  }

  /** Books what the crews are rostered and paid for; both by `crew * intervals + interval`. */
  plan(paidSeconds: Float64Array, plannedSeconds: Float64Array): void {
    for (let crew = 0; crew < this.crews; crew++) {
      for (let interval = 0; interval < this.intervals; interval++) {
        const cell = crew * this.stride + interval * CrewCell.places;
        this.cells[cell + CrewCell.paidSeconds] = paidSeconds[crew * this.intervals + interval];
        this.cells[cell + CrewCell.plannedSeconds] = plannedSeconds[crew * this.intervals + interval];
      }
    }
  }

  /** An agent of the crew goes from one state to another. */
  move(crew: number, from: number, to: number): void {
    this.book(crew);
    const row = crew * HeadCount.Rows;
    this.counts[row + from]--;
    this.counts[row + to]++;
    if (from > AgentState.Busy) this.others[crew]--;
    if (to > AgentState.Busy) this.others[crew]++;
  }

  /** So many more (or less) are counted in overtime, absent, or beside the first in hand. */
  count(crew: number, what: number, change: number): void {
    this.book(crew);
    this.counts[crew * HeadCount.Rows + what] += change;
    this.others[crew] += change;
  }

  /** Agents of the crew in a state, or counted so. */
  heads(crew: number, what: number): number {
    return this.counts[crew * HeadCount.Rows + what];
  }

  /** Time in another state than planned, booked in the current interval. */
  offPlan(crew: number, seconds: number): void {
    this.cells[crew * this.stride + this.interval * CrewCell.places + CrewCell.offPlanSeconds] += seconds;
  }

  /** Adds to a sum of the crew in the current interval. */
  adds(crew: number, place: number, amount: number): void {
    this.cells[crew * this.stride + this.interval * CrewCell.places + place] += amount;
  }

  /** Agents who miss a whole shift: their paid time of one interval. */
  missed(crew: number, interval: number, paidSeconds: number): void {
    const cell = crew * this.stride + interval * CrewCell.places;
    this.cells[cell + CrewCell.absentSeconds] += paidSeconds;
    this.cells[cell + CrewCell.offPlanSeconds] += paidSeconds;
  }

  /** Agents in training for a whole shift: their paid time of one interval. */
  trained(crew: number, interval: number, paidSeconds: number): void {
    this.cells[crew * this.stride + interval * CrewCell.places + CrewCell.trainingSeconds] += paidSeconds;
  }

  answered(crew: number): void {
    this.answers[crew]++;
  }

  /** Contacts that the crew has taken until now, whether counted or not. */
  answeredSoFar(crew: number): number {
    let contacts = this.answers[crew];
    for (let interval = 0; interval <= this.intervals; interval++) {
      contacts += this.cells[crew * this.stride + interval * CrewCell.places + CrewCell.answered];
    }
    return contacts;
  }

  /** Books all crews up to now and goes on in another interval. */
  enter(interval: number): void {
    for (let crew = 0; crew < this.crews; crew++) {
      this.book(crew);
      this.cells[crew * this.stride + this.interval * CrewCell.places + CrewCell.answered] +=
        this.answers[crew];
      this.answers[crew] = 0;
    }
    this.interval = interval;
  }

  private book(crew: number): void {
    const now = this.clock.time;
    const seconds = now - this.bookedTo[crew];
    if (seconds === 0) return;
    this.bookedTo[crew] = now;
    const { cells, counts } = this;
    const row = crew * HeadCount.Rows;
    const cell = crew * this.stride + this.interval * CrewCell.places;
    cells[cell + CrewCell.busySeconds] += seconds * counts[row + AgentState.Busy];
    cells[cell + CrewCell.idleSeconds] += seconds * counts[row + AgentState.Idle];
    if (this.others[crew] === 0) return;
    cells[cell + CrewCell.breakSeconds] += seconds * counts[row + AgentState.OnBreak];
    cells[cell + CrewCell.unpaidBreakSeconds] += seconds * counts[row + AgentState.OnUnpaidBreak];
    const supervising = counts[row + AgentState.Supervising];
    const evaluating = counts[row + AgentState.Evaluating];
    cells[cell + CrewCell.offPhoneSeconds] +=
      seconds * (counts[row + AgentState.OffPhone] + supervising + evaluating);
    cells[cell + CrewCell.supervisingSeconds] += seconds * supervising;
    cells[cell + CrewCell.evaluatingSeconds] += seconds * evaluating;
    cells[cell + CrewCell.licensedSeconds] += seconds * counts[row + HeadCount.Licensed];
    cells[cell + CrewCell.besideSeconds] += seconds * counts[row + HeadCount.Beside];
    const missing = counts[row + AgentState.Late] + counts[row + HeadCount.Absent];
    cells[cell + CrewCell.absentSeconds] += seconds * missing;
    cells[cell + CrewCell.offPlanSeconds] += seconds * missing;
    cells[cell + CrewCell.overtimeSeconds] += seconds * counts[row + HeadCount.InOvertime];
    cells[cell + CrewCell.paidSeconds] += seconds * counts[row + HeadCount.InOvertime];
    cells[cell + CrewCell.heldSeconds] += seconds * counts[row + HeadCount.Held];
  }
}
