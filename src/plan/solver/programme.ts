/** A column of a programme. */
interface Column {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  readonly whole: boolean;
}

/** A row: so many times each column, in all between `lower` and `upper`. */
interface Row {
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/** An integer programme as flat arrays, ready for a thread: least cost, rows within their bounds. */
export interface ProgrammeData {
  readonly costs: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1 where a column takes whole numbers only. */
  readonly whole: Int32Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** The matrix by rows: where each begins, its columns, their values. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** Builds an integer programme column by column and row by row. */
export class Programme {
  private readonly columns: Column[] = [];
  private readonly rows: Row[] = [];

  /** A new column's number; from 0 without end unless told otherwise. */
  column(cost: number, { lower = 0, upper = Number.POSITIVE_INFINITY, whole = false } = {}): number {
    return this.columns.push({ cost, lower, upper, whole }) - 1;
  }

  /** A new row; what is said twice of a column adds up. */
  row(terms: readonly Term[], { lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY }): void {
    const sums = new Map<number, number>();
    for (const [column, value] of terms) sums.set(column, (sums.get(column) ?? 0) + value);
    const kept = [...sums].filter(([, value]) => value !== 0);
    const columns = kept.map(([column]) => column);
    this.rows.push({ lower, upper, columns, values: kept.map(([, value]) => value) });
  }

  /** The whole programme. */
  data(): ProgrammeData {
    const starts = new Int32Array(this.rows.length + 1);
    for (const [index, { columns }] of this.rows.entries())
      starts[index + 1] = starts[index] + columns.length;
    return {
      costs: Float64Array.from(this.columns, (one) => one.cost),
      lower: Float64Array.from(this.columns, (one) => one.lower),
      upper: Float64Array.from(this.columns, (one) => one.upper),
      whole: Int32Array.from(this.columns, (one) => (one.whole ? 1 : 0)),
      rowLower: Float64Array.from(this.rows, (one) => one.lower),
      rowUpper: Float64Array.from(this.rows, (one) => one.upper),
      starts,
      columns: Int32Array.from(this.rows.flatMap((one) => one.columns)),
      values: Float64Array.from(this.rows.flatMap((one) => one.values)),
    };
  }
}

/** A column and how many times it counts. */
export type Term = readonly [column: number, value: number];
