import { HANDLED_BINS, type Observations, SHIFT_FIELDS, WITHIN_BINS } from "../engine/observations.js";
import type { Model } from "../model/model.js";
import { type ControlFit, type ControlMoments, controlMoments, fitControls } from "./control-fit.js";
import { type Controls, planControls } from "./controls.js";
import {
  queueMeasures,
  SERVICE_LEVEL_MEASURES,
  TEAM_MEASURES,
  type TotalSums,
  teamMeasures,
  totalMeasures,
} from "./measures.js";
import { type Adjustment, RatioTable } from "./ratio-table.js";
import { eachInterval, type Slice, weekdayIntervals, wholePeriod } from "./slices.js";
import type { Sums } from "./sums.js";
import { SumsReader } from "./sums-reader.js";
import { WaitSamples } from "./wait-samples.js";

/** Which tables a summary holds: all where silent. They take most of the time; one left out is empty. */
export interface SummaryDetail {
  /** By each interval of the calendar. */
  readonly intervals?: boolean;
  /** By weekday and time of day. */
  readonly weekdayIntervals?: boolean;
  /** By shift of each team, and quotas. */
  readonly shifts?: boolean;
}

/** Figures by slice of time, of each queue and of each team. */
export interface SliceTables<Of extends Slice> {
  readonly slices: readonly Of[];
  /** Rows by slice, then by queue. */
  readonly queues: RatioTable<Sums>;
  /** Rows by slice, then by team. */
  readonly teams: RatioTable<Sums>;
}

/** What adjusts the figures of each island and of all together. */
export interface Adjustments {
  readonly fits: readonly (ControlFit | undefined)[];
  readonly moments: ControlMoments;
}

const NO_CONTROLS = new Float64Array(0);
const OCCUPANCY = TEAM_MEASURES.filter(({ name }) => name === "occupancy");

/** Takes in replications one by one and keeps of them what a summary needs, and nothing that it does not. */
export class SummaryTables {
  replications = 0;
  contacts = 0;
  events = 0;
  readonly controls: Controls;
  /** A row for each queue. */
  readonly queues: RatioTable<Sums>;
  readonly serviceLevels: RatioTable<Sums>;
  /** By queue, of all teams with the skill for it. */
  readonly occupancies: RatioTable<Sums>;
  readonly teams: RatioTable<Sums>;
  /** A row for each crew, where shifts are asked for. */
  readonly crews: RatioTable<Sums> | undefined;
  /** One row: all together. */
  readonly total: RatioTable<TotalSums>;
  /** A row for each island; of a scenario that is one, the total. */
  readonly islands: RatioTable<TotalSums>;
  readonly waits: readonly WaitSamples[];
  readonly intervals: SliceTables<Slice> | undefined;
  readonly weekdays: SliceTables<ReturnType<typeof weekdayIntervals>[number]> | undefined;
  /** Sums over all replications. */
  readonly shifts: Pick<Observations, "shiftCells" | "handledCounts" | "withinCounts">;
  readonly reader: SumsReader;
  private readonly whole: Slice;
  private readonly serving: readonly (readonly number[])[];
  private readonly everything: { readonly queues: readonly number[]; readonly teams: readonly number[] };
  private readonly ofOne: Float64Array;
  /** The controls of each replication, one row after the other. */
  private readonly rows: number[] = [];

  constructor(
    readonly model: Model,
    detail: SummaryDetail,
  ) {
    const { scenario, crews } = model;
    const { queues, teams, calendar } = scenario;
    this.controls = planControls(model);
    const { count, islands } = this.controls;
    this.ofOne = new Float64Array(count);
    this.reader = new SumsReader(model);
    this.whole = wholePeriod(calendar);
    this.serving = queues.map(({ name }) =>
      [...teams.keys()].filter((team) => teams[team].skills.some((skill) => skill.queue === name)),
    );
    this.everything = { queues: [...queues.keys()], teams: [...teams.keys()] };
    this.queues = new RatioTable(queueMeasures(scenario), queues.length, count);
    this.serviceLevels = new RatioTable(SERVICE_LEVEL_MEASURES, queues.length, count);
    this.occupancies = new RatioTable(OCCUPANCY, queues.length, count);
    const ofTeams = teamMeasures(scenario);
    this.teams = new RatioTable(ofTeams, teams.length, count);
    const withShifts = detail.shifts !== false;
    this.crews = withShifts ? new RatioTable(ofTeams, crews.count, count) : undefined;
    const ofTotal = totalMeasures(scenario);
    this.total = new RatioTable(ofTotal, 1, count);
    this.islands = islands.length === 1 ? this.total : new RatioTable(ofTotal, islands.length, count);
    this.waits = queues.map((_, queue) => new WaitSamples(queue));
    this.intervals = detail.intervals === false ? undefined : this.bySlice(eachInterval(calendar));
    this.weekdays = detail.weekdayIntervals === false ? undefined : this.bySlice(weekdayIntervals(calendar));
    const pooled = withShifts ? crews.count : 0;
    this.shifts = {
      shiftCells: new Float64Array(pooled * SHIFT_FIELDS.length),
      handledCounts: new Float64Array(pooled * HANDLED_BINS),
      withinCounts: new Float64Array(pooled * WITHIN_BINS),
    };
  }

  /** Adds the next replication; they must come in their order, or the last bits of sums would differ. */
  add(observed: Observations): void {
    const { reader, whole, ofOne, everything } = this;
    this.replications++;
    this.contacts += observed.contacts;
    this.events += observed.events;
    this.controls.read(observed, ofOne);
    for (const value of ofOne) this.rows.push(value);
    for (const table of [this.queues, this.serviceLevels, this.occupancies, this.teams]) table.next();
    for (const queue of everything.queues) {
      const sums = reader.queue(observed, queue, whole);
      this.queues.add(queue, sums, ofOne);
      this.serviceLevels.add(queue, sums, ofOne);
      this.occupancies.add(queue, reader.teams(observed, this.serving[queue], whole), ofOne);
      this.waits[queue].add(observed);
    }
    for (const team of everything.teams) this.teams.add(team, reader.teams(observed, [team], whole), ofOne);
    this.total.next();
    this.total.add(0, reader.total(observed, everything, whole), ofOne);
    if (this.islands !== this.total) {
      this.islands.next();
      for (const [index, island] of this.controls.islands.entries()) {
        this.islands.add(index, reader.total(observed, island, whole), ofOne);
      }
    }
    if (this.crews) this.addShifts(this.crews, observed);
    for (const tables of [this.intervals, this.weekdays]) if (tables) this.addSlices(tables, observed);
  }

  /** What the controls of the replications so far come to. */
  adjustments(): Adjustments {
    const { islands, count } = this.controls;
    const moments = controlMoments(this.rows, count);
    return { moments, fits: islands.map((island) => fitControls(island, moments, this.rows)) };
  }

  /** What adjusts figures that are of one island alone, those of a table's row. */
  static ofIsland({ fits, moments }: Adjustments, island: number, table: RatioTable<never>, row: number) {
    const fit = fits[island];
    return { moments, parts: fit ? [{ fit, table, row }] : [] } satisfies Adjustment;
  }

  /** What adjusts the figures of all together: each island's part by its own controls. */
  ofTotal({ fits, moments }: Adjustments): Adjustment {
    const parts = fits.flatMap((fit, row) => (fit ? [{ fit, table: this.islands, row }] : []));
    return { moments, parts };
  }

  private bySlice<Of extends Slice>(slices: readonly Of[]): SliceTables<Of> {
    const { scenario } = this.model;
    const { queues, teams } = scenario;
    return {
      slices,
      queues: new RatioTable(queueMeasures(scenario), slices.length * queues.length, 0),
      teams: new RatioTable(teamMeasures(scenario), slices.length * teams.length, 0),
    };
  }

  private addShifts(crews: RatioTable<Sums>, observed: Observations): void {
    crews.next();
    for (let crew = 0; crew < this.model.crews.count; crew++) {
      crews.add(crew, this.reader.crew(observed, crew, this.whole), this.ofOne);
    }
    for (const field of ["shiftCells", "handledCounts", "withinCounts"] as const) {
      const sums = this.shifts[field];
      for (let index = 0; index < sums.length; index++) sums[index] += observed[field][index];
    }
  }

  private addSlices({ slices, queues, teams }: SliceTables<Slice>, observed: Observations): void {
    const { reader, everything } = this;
    queues.next();
    teams.next();
    let queueRow = 0;
    let teamRow = 0;
    for (const slice of slices) {
      for (const queue of everything.queues) {
        queues.add(queueRow++, reader.queue(observed, queue, slice), NO_CONTROLS);
      }
      for (const team of everything.teams) {
        teams.add(teamRow++, reader.teams(observed, [team], slice), NO_CONTROLS);
      }
    }
  }
}
