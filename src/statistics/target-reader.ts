import { type Observations, QUEUE_FIELDS } from "../engine/observations.js";
import type { Model } from "../model/model.js";
import type { Target } from "../scenario/queue.js";
import type { Slice } from "./slices.js";
import { noQueueSums, noTeamSums, Q, readCrew, readQueue, type Sums, T } from "./sums.js";

/** How many times the asked speed of answer a contact counts as that nobody answered. */
export const LEFT_TIMES = 10;
/** Sums of products such as 0.55 x 20 are not whole: so much less than nothing is nothing. */
const ROUNDING = 1e-9;

/**
 * Reads by how much one replication meets the targets of queues. A target on a ratio of totals, such as 80 %
 * of those who count, is one on a sum: met - 0.8 x counted must not be negative in the mean. So each part of
 * a target becomes a surplus, which is independent from replication to replication, beside a scale, by which
 * its total is divided to give the margin as a share of 1.
 *
 * The parts, in order, as far as the target has them: service level, abandoned, speed of answer, occupancy of
 * each team with the skill. Contacts left waiting or unserved, or that found no seat, count as answered too
 * late, for the speed of answer after ten times what is asked, and as abandoned.
 */
export class TargetReader {
  /** Of the queue read last: by part. What `read` wrote holds until it is called again. */
  readonly surplus: Float64Array;
  readonly scale: Float64Array;
  /** What became of its contacts: the two parts of the service level, and more. */
  met = 0;
  counted = 0;
  abandoned = 0;
  waitSeconds = 0;
  private readonly sums = noQueueSums();
  private readonly crewSums = noTeamSums();
  /** By queue, the crews of each team that its occupancy is asked of. */
  private readonly crews: readonly (readonly (readonly number[])[])[];
  private readonly daysOf = new Map<Slice, Slice[]>();
  private answered = 0;

  /** `targets`: by queue; the scenario's own where silent. */
  constructor(
    private readonly model: Model,
    readonly targets: readonly (Target | undefined)[] = model.scenario.queues.map(({ target }) => target),
  ) {
    const { queues, teams } = model.scenario;
    const crewsOf = (team: number) =>
      [...model.crews.teams.keys()].filter((crew) => model.crews.teams[crew] === team);
    this.crews = queues.map(({ name }, queue) =>
      targets[queue]?.occupancyShare === undefined
        ? []
        : [...teams.keys()]
            .filter((team) => teams[team].skills.some((skill) => skill.queue === name))
            .map(crewsOf),
    );
    const most = Math.max(1, ...queues.map((_, queue) => this.partsOf(queue)));
    this.surplus = new Float64Array(most);
    this.scale = new Float64Array(most);
  }

  /** How many parts the target of a queue has. */
  partsOf(queue: number): number {
    const { answeredShare, abandonedShare, asaSeconds } = this.targets[queue] ?? {};
    const own = [answeredShare, abandonedShare, asaSeconds].filter((one) => one !== undefined);
    return own.length + this.crews[queue].length;
  }

  /** Writes the surplus and the scale of each part over the slice, and returns how many contacts came. */
  read(observed: Observations, queue: number, slice: Slice): number {
    const { sums, surplus, scale } = this;
    const { answeredShare, abandonedShare, asaSeconds, occupancyShare } = this.targets[queue] ?? {};
    if (this.isQuiet(observed, queue, slice)) return 0;
    readQueue(this.model, observed, queue, slice, sums);
    const left = sums[Q.unserved] + sums[Q.waiting] + sums[Q.balked];
    const came = sums[Q.offered] + left;
    this.answered = sums[Q.answered];
    this.met = sums[Q.serviceMet];
    this.counted = sums[Q.serviceOf] + left;
    this.abandoned = sums[Q.abandoned];
    this.waitSeconds = sums[Q.answeredWaitSeconds] + sums[Q.abandonedWaitSeconds];
    let part = 0;
    if (answeredShare !== undefined) {
      scale[part] = sums[Q.serviceOf] + left;
      surplus[part] = sums[Q.serviceMet] - answeredShare * scale[part++];
    }
    if (abandonedShare !== undefined) {
      scale[part] = came;
      surplus[part] = abandonedShare * scale[part++] - sums[Q.abandoned] - left;
    }
    if (asaSeconds !== undefined) {
      scale[part] = sums[Q.answered] + left;
      const times = sums[Q.answeredWaitSeconds] / asaSeconds + left * LEFT_TIMES;
      surplus[part] = scale[part++] - times;
    }
    for (const crews of this.crews[queue]) {
      let busy = 0;
      let onPhone = 0;
      for (const crew of crews) {
        readCrew(observed, crew, slice, this.crewSums);
        busy += this.crewSums[T.busySeconds];
        onPhone += this.crewSums[T.busySeconds] + this.crewSums[T.idleSeconds];
      }
      scale[part] = onPhone;
      surplus[part++] = occupancyShare! * onPhone - busy;
    }
    return came;
  }

  /** Writes on how many days of the slice somebody came, and on how many of them the target held. */
  countDays(observed: Observations, queue: number, slice: Slice, into: Sums): void {
    if (this.targets[queue]?.daysShare === undefined) return;
    for (const day of this.daysIn(slice)) {
      const came = this.read(observed, queue, day);
      if (came === 0) continue;
      into[Q.days]++;
      if (this.isMet(queue)) into[Q.daysMet]++;
    }
  }

  /** Whether what was read last holds in every part; somebody came. */
  isMet(queue: number): boolean {
    if (this.targets[queue]?.asaSeconds !== undefined && this.answered === 0) return false;
    const { length } = this.surplus;
    const parts = Math.min(length, this.partsOf(queue));
    for (let part = 0; part < parts; part++) {
      if (this.surplus[part] < -ROUNDING * Math.max(1, this.scale[part])) return false;
    }
    return true;
  }

  /** The share that a part asks for, or allows; undefined of the speed of answer and of occupancy. */
  shareOf(queue: number, part: number): number | undefined {
    const { answeredShare, abandonedShare } = this.targets[queue] ?? {};
    return [answeredShare, abandonedShare].filter((one) => one !== undefined)[part];
  }

  /** Whether a part is the speed of answer. */
  isSpeed(queue: number, part: number): boolean {
    const { answeredShare, abandonedShare, asaSeconds } = this.targets[queue] ?? {};
    const before = [answeredShare, abandonedShare].filter((one) => one !== undefined).length;
    return asaSeconds !== undefined && part === before;
  }

  /** Most intervals of a night: nobody came, and nothing but occupancy could be asked. */
  private isQuiet({ intervals, queueCells }: Observations, queue: number, slice: Slice): boolean {
    if (this.crews[queue].length > 0) return false;
    const row = queue * (intervals + 1);
    for (const interval of slice.intervals) {
      if (queueCells[(row + interval) * QUEUE_FIELDS.length + Q.arrived] > 0) return false;
    }
    this.surplus.fill(0);
    this.scale.fill(0);
    return true;
  }

  private daysIn(slice: Slice): Slice[] {
    const known = this.daysOf.get(slice);
    if (known) return known;
    const { intervals } = this.model.scenario.calendar;
    const byDay = new Map<number, number[]>();
    for (const interval of slice.intervals) {
      const { day } = intervals[interval];
      const some = byDay.get(day) ?? [];
      byDay.set(day, some);
      some.push(interval);
    }
    const days = [...byDay.values()].map((some) => ({
      intervals: Int32Array.from(some),
      occurrences: 1,
      seconds: some.reduce((sum, interval) => sum + intervals[interval].lengthSeconds, 0),
    }));
    this.daysOf.set(slice, days);
    return days;
  }
}
