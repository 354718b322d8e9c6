/** Rows that are read as they come into view. */
export interface RowSource<Row> {
  readonly total: number;
  /** Undefined while it is being read. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Told which rows are in view, ends included. */
  readonly show?: (first: number, last: number) => void;
}

/** Rows that are all there. */
export function rowsOf<Row>(rows: readonly Row[]): RowSource<Row> {
  return { total: rows.length, rowAt: (index) => rows[index] };
}
