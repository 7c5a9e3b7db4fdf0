import { Programme, type ProgrammeData, type Term } from "../solver/programme.js";
import { worksOn } from "./days-off.js";
import type { AgentWeek, ShiftKind, Tour, WeekCover, WeekPlan } from "./week-cover.js";

/** A week as an integer programme, and how an answer to it is read. */
export interface WeekProgramme {
  readonly data: ProgrammeData;
  /** Part of the cost that no answer changes; the answer's cost is without it. */
  readonly fixedCost: number;
  read(values: Float64Array): WeekPlan;
  /** Whole columns of an answer that is known, to begin at. */
  startFrom(agents: readonly AgentWeek[]): { readonly columns: Int32Array; readonly values: Float64Array };
}

/** Needs nearer to a whole number than this are whole. */
const NEARLY = 1e-9;

/**
 * The integer programme of a week: tours (days of work and the band of starts) by number of agents; breaks
 * by number that begin in each slot, tied to the shifts by running sums (Bechtold and Jacobs 1990: as
 * windows lie at the same distance from every start, first come first served is always possible); each slot
 * covered, or an agent missing at a price, which is convex through the whole numbers of agents.
 */
export function weekProgramme(cover: WeekCover): WeekProgramme {
  const programme = new Programme();
  const onShift: Term[][] = Array.from({ length: cover.slots }, () => []);
  const kinds = cover.kinds.map((kind) => new KindColumns(programme, kind, cover, onShift));
  const fixedCost = coverRows(programme, cover, onShift);
  headRows(programme, cover, kinds);
  return {
    data: programme.data(),
    fixedCost,
    read: (values) => ({
      tours: kinds.flatMap((kind, index) => kind.tours(values, index)),
      starts: kinds.map((kind) => kind.startsOf(values)),
      breaks: kinds.map((kind) => kind.breaksOf(values)),
    }),
    startFrom(agents) {
      const values = new Map<number, number>();
      for (const [index, kind] of kinds.entries())
        kind.fill(
          agents.filter((one) => one.kind === index),
          values,
        );
      return { columns: Int32Array.from(values.keys()), values: Float64Array.from(values.values()) };
    },
  };
}

function coverRows(programme: Programme, cover: WeekCover, onShift: readonly Term[][]): number {
  const { need, given, underCosts, overCost } = cover;
  let fixed = 0;
  for (let slot = 0; slot < cover.slots; slot++) {
    const wanted = need[slot] - given[slot];
    const underCost = underCosts[slot];
    if (wanted <= NEARLY && overCost === 0) continue;
    // An agent more than the part of one that is needed costs nothing; the last one missing only that part.
    const whole = Math.ceil(wanted - NEARLY);
    const part = whole > wanted + NEARLY ? 1 - (whole - wanted) : 1;
    const terms: Term[] = [...onShift[slot]];
    if (whole > 0) {
      terms.push([programme.column(underCost * part - overCost * (1 - part), { upper: 1 }), 1]);
      if (whole > 1) terms.push([programme.column(underCost, { upper: whole - 1 }), 1]);
      fixed += overCost * (whole - wanted);
    } else {
      fixed += overCost * -wanted;
    }
    if (overCost > 0) terms.push([programme.column(overCost), -1]);
    const bound = Math.max(0, whole);
    programme.row(terms, overCost > 0 ? { lower: bound, upper: bound } : { lower: bound });
  }
  return fixed;
}

function headRows(programme: Programme, cover: WeekCover, kinds: readonly KindColumns[]): void {
  const { most, shares, weekend } = cover;
  const all = kinds.flatMap((kind) => kind.heads);
  const times = (terms: readonly Term[], factor: number) => terms.map(([column]): Term => [column, factor]);
  if (Number.isFinite(most)) programme.row(all, { upper: most });
  for (const { kinds: some, most: mostShare, least } of shares) {
    const heads = some.flatMap((kind) => kinds[kind].heads);
    if (mostShare < 1) programme.row([...heads, ...times(all, -mostShare)], { upper: 0 });
    if (least > 0) programme.row([...heads, ...times(all, -least)], { lower: 0 });
  }
  if (!weekend) return;
  const working = kinds.flatMap((kind) => kind.headsOn(weekend.days));
  programme.row([...working, ...times(all, -weekend.mostShare)], { upper: 0 });
}

/** The columns of one kind of shift. */
class KindColumns {
  /** Every tour's column. */
  readonly heads: Term[] = [];
  /** By band and pattern. */
  private readonly tourColumns: number[][];
  /** By band, day and start of the band; undefined on days without work. */
  private readonly startColumns: number[][][];
  /** By break and day: the first slot and the columns of how many breaks have begun by then. */
  private readonly breakColumns: { readonly first: number; readonly begun: number[] }[][];

  constructor(
    private readonly programme: Programme,
    private readonly kind: ShiftKind,
    private readonly cover: WeekCover,
    private readonly onShift: Term[][],
  ) {
    this.tourColumns = kind.bands.map(() => kind.patterns.map(() => programme.column(0, { whole: true })));
    for (const column of this.tourColumns.flat()) this.heads.push([column, 1]);
    this.startColumns = kind.bands.map((_, band) =>
      Array.from({ length: cover.days }, (_unused, day) => this.startsOnDay(band, day)),
    );
    const byDay = Array.from({ length: cover.days }, (_, day) => this.begunOnDay(day));
    this.breakColumns = kind.breaks.map((_, rest) =>
      byDay.map((begun, day) => this.breaksOnDay(rest, day, begun)),
    );
  }

  /** Columns of tours that work on any of the days, given as bits. */
  headsOn(days: number): Term[] {
    return this.tourColumns.flatMap((columns) =>
      columns.flatMap((column, index): Term[] =>
        (this.kind.patterns[index] & days) === 0 ? [] : [[column, 1]],
      ),
    );
  }

  tours(values: Float64Array, kind: number): Tour[] {
    return this.tourColumns.flatMap((columns, band) =>
      columns.flatMap((column, index) => {
        const agents = Math.round(values[column]);
        return agents > 0 ? [{ kind, band, pattern: this.kind.patterns[index], agents }] : [];
      }),
    );
  }

  startsOf(values: Float64Array): number[][][] {
    return this.startColumns.map((days) => days.map((some) => some.map((one) => Math.round(values[one]))));
  }

  breaksOf(values: Float64Array): number[][][] {
    return this.breakColumns.map((days) =>
      days.map(({ first, begun }) =>
        begun.flatMap((column, index) => {
          const before = index === 0 ? 0 : Math.round(values[begun[index - 1]]);
          return new Array<number>(Math.round(values[column]) - before).fill(first + index);
        }),
      ),
    );
  }

  /** The whole columns as these agents have them. */
  fill(agents: readonly AgentWeek[], values: Map<number, number>): void {
    const add = (column: number, some: number) => values.set(column, (values.get(column) ?? 0) + some);
    for (const column of [
      ...this.tourColumns.flat(),
      ...this.startColumns.flat(2),
      ...this.breakColumns.flatMap((days) => days.flatMap(({ begun }) => begun)),
    ]) {
      add(column, 0);
    }
    for (const { band, pattern, days } of agents) {
      add(this.tourColumns[band][this.kind.patterns.indexOf(pattern)], 1);
      for (const [day, work] of days.entries()) {
        if (!work) continue;
        add(this.startColumns[band][day][work.start - this.kind.bands[band].first], 1);
        for (const [rest, after] of work.breaks.entries()) {
          const { first, begun } = this.breakColumns[rest][day];
          for (const column of begun.slice(work.slot + after - first)) add(column, 1);
        }
      }
    }
  }

  /** Agents of a band who start at each time of a day: in all as many as have it in their pattern. */
  private startsOnDay(band: number, day: number): number[] {
    const { first, last } = this.kind.bands[band];
    const costs = this.kind.costs[day];
    if (!costs) return [];
    const single = first === last;
    const columns = Array.from({ length: last - first + 1 }, (_, index) =>
      this.programme.column(costs[first + index], { whole: !single }),
    );
    const working = this.tourColumns[band].flatMap((column, index): Term[] =>
      worksOn(this.kind.patterns[index], day) ? [[column, -1]] : [],
    );
    this.programme.row([...columns.map((column): Term => [column, 1]), ...working], { lower: 0, upper: 0 });
    return columns;
  }

  /** How many have started by each start of a day; books them as on shift. */
  private begunOnDay(day: number): number[] {
    const starts = this.kind.starts[day];
    if (!starts) return [];
    let before: number | undefined;
    const begun = starts.map((_, start) => {
      const column = this.programme.column(0);
      const starting = this.kind.bands.flatMap(({ first, last }, band): Term[] =>
        start >= first && start <= last ? [[this.startColumns[band][day][start - first], -1]] : [],
      );
      const sum: Term[] = before === undefined ? [] : [[before, -1]];
      this.programme.row([[column, 1], ...sum, ...starting], { lower: 0, upper: 0 });
      before = column;
      return column;
    });
    const end = starts.at(-1)! + this.kind.slots;
    for (let slot = starts[0]; slot < end; slot++) {
      this.book(slot, begun[latest(starts, slot)], 1);
      const gone = latest(starts, slot - this.kind.slots);
      if (gone >= 0) this.book(slot, begun[gone], -1);
    }
    return begun;
  }

  /** How many have begun a break by each slot; booked as off the phone. */
  private breaksOnDay(
    rest: number,
    day: number,
    begun: readonly number[],
  ): { first: number; begun: number[] } {
    const starts = this.kind.starts[day];
    if (!starts) return { first: 0, begun: [] };
    const { from, to, slots } = this.kind.breaks[rest];
    const first = starts[0] + from;
    const last = starts.at(-1)! + to - slots;
    const columns: number[] = [];
    for (let slot = first; slot <= last; slot++) {
      const column = this.programme.column(0, { whole: true });
      const before = columns.at(-1);
      if (before !== undefined)
        this.programme.row(
          [
            [column, 1],
            [before, -1],
          ],
          { lower: 0 },
        );
      // Nobody before the window has opened, everybody before it closes.
      this.programme.row(
        [
          [column, 1],
          [begun[latest(starts, slot - from)], -1],
        ],
        { upper: 0 },
      );
      const due = latest(starts, slot - (to - slots));
      if (due >= 0)
        this.programme.row(
          [
            [column, 1],
            [begun[due], -1],
          ],
          { lower: 0 },
        );
      columns.push(column);
    }
    for (let slot = first; slot < last + slots; slot++) {
      this.book(slot, columns[Math.min(slot - first, columns.length - 1)], -1);
      const over = slot - first - slots;
      if (over >= 0) this.book(slot, columns[over], 1);
    }
    return { first, begun: columns };
  }

  private book(slot: number, column: number, times: 1 | -1): void {
    const { slots, wraps } = this.cover;
    const at = wraps ? ((slot % slots) + slots) % slots : slot;
    if (at >= 0 && at < slots) this.onShift[at].push([column, times]);
  }
}

/** Index of the last start at or before a slot; -1 where there is none. */
function latest(starts: readonly number[], slot: number): number {
  let found = -1;
  while (found + 1 < starts.length && starts[found + 1] <= slot) found++;
  return found;
}
