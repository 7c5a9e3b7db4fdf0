import { CREW_FIELDS } from "./observations.js";

/** What an agent is doing; also the row of a crew's head counts. */
export const AWAY = 0; // not logged on
export const IDLE = 1;
export const BUSY = 2;
export const ON_BREAK = 3;
export const ON_UNPAID_BREAK = 4;
export const OFF_PHONE = 5;
export const LATE = 6; // due, not yet come
/**
 * Head counts beside the states: busy agents whose shift has ended, and agents of a table who did not come.
 */
export const IN_OVERTIME = 7;
export const ABSENT = 8;
const COUNTS = 9;

const FIELDS = CREW_FIELDS.length;
const at = (field: (typeof CREW_FIELDS)[number]) => CREW_FIELDS.indexOf(field);
const BUSY_SECONDS = at("busySeconds");
const IDLE_SECONDS = at("idleSeconds");
const BREAK_SECONDS = at("breakSeconds");
const UNPAID_BREAK_SECONDS = at("unpaidBreakSeconds");
const OFF_PHONE_SECONDS = at("offPhoneSeconds");
const OVERTIME_SECONDS = at("overtimeSeconds");
const PAID_SECONDS = at("paidSeconds");
const PLANNED_SECONDS = at("plannedSeconds");
const OFF_PLAN_SECONDS = at("offPlanSeconds");
const ABSENT_SECONDS = at("absentSeconds");
const ANSWERED = at("answered");

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
    this.stride = (intervals + 1) * FIELDS;
    this.cells = new Float64Array(crews * this.stride);
    this.counts = new Int32Array(crews * COUNTS);
    this.others = new Int32Array(crews);
    this.bookedTo = new Float64Array(crews);
    this.answers = new Int32Array(crews);
    this.interval = intervals;
  }

  /** Books what the crews are rostered and paid for; both by `crew * intervals + interval`. */
  plan(paidSeconds: Float64Array, plannedSeconds: Float64Array): void {
    for (let crew = 0; crew < this.crews; crew++) {
      for (let interval = 0; interval < this.intervals; interval++) {
        const cell = crew * this.stride + interval * FIELDS;
        this.cells[cell + PAID_SECONDS] = paidSeconds[crew * this.intervals + interval];
        this.cells[cell + PLANNED_SECONDS] = plannedSeconds[crew * this.intervals + interval];
      }
    }
  }

  /** An agent of the crew goes from one state to another. */
  move(crew: number, from: number, to: number): void {
    this.book(crew);
    const row = crew * COUNTS;
    this.counts[row + from]--;
    this.counts[row + to]++;
    if (from > BUSY) this.others[crew]--;
    if (to > BUSY) this.others[crew]++;
  }

  /** So many agents more (or less) are counted in overtime or absent. */
  count(crew: number, what: number, change: number): void {
    this.book(crew);
    this.counts[crew * COUNTS + what] += change;
    this.others[crew] += change;
  }

  /** Time in another state than planned, booked in the current interval. */
  offPlan(crew: number, seconds: number): void {
    this.cells[crew * this.stride + this.interval * FIELDS + OFF_PLAN_SECONDS] += seconds;
  }

  /** Agents who miss a whole shift: their paid time of one interval. */
  missed(crew: number, interval: number, paidSeconds: number): void {
    const cell = crew * this.stride + interval * FIELDS;
    this.cells[cell + ABSENT_SECONDS] += paidSeconds;
    this.cells[cell + OFF_PLAN_SECONDS] += paidSeconds;
  }

  answered(crew: number): void {
    this.answers[crew]++;
  }

  /** Books all crews up to now and goes on in another interval. */
  enter(interval: number): void {
    for (let crew = 0; crew < this.crews; crew++) {
      this.book(crew);
      this.cells[crew * this.stride + this.interval * FIELDS + ANSWERED] += this.answers[crew];
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
    const row = crew * COUNTS;
    const cell = crew * this.stride + this.interval * FIELDS;
    cells[cell + BUSY_SECONDS] += seconds * counts[row + BUSY];
    cells[cell + IDLE_SECONDS] += seconds * counts[row + IDLE];
    if (this.others[crew] === 0) return;
    cells[cell + BREAK_SECONDS] += seconds * counts[row + ON_BREAK];
    cells[cell + UNPAID_BREAK_SECONDS] += seconds * counts[row + ON_UNPAID_BREAK];
    cells[cell + OFF_PHONE_SECONDS] += seconds * counts[row + OFF_PHONE];
    const missing = counts[row + LATE] + counts[row + ABSENT];
    cells[cell + ABSENT_SECONDS] += seconds * missing;
    cells[cell + OFF_PLAN_SECONDS] += seconds * missing;
    cells[cell + OVERTIME_SECONDS] += seconds * counts[row + IN_OVERTIME];
    cells[cell + PAID_SECONDS] += seconds * counts[row + IN_OVERTIME];
  }
}
