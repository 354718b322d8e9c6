/** What a run of a workload measured, in its unit; less is better. */
export interface Measured {
  readonly value: number;
  /** What the same takes at the least: the bare operation that it cannot do without. */
  readonly limit: number;
}

/** Something the program must do fast, beside its limit: a row of the table in `workloads.ts`. */
export interface Workload {
  /** `area/what`; the areas are start, reader, anchor, event, search, import, export. */
  readonly name: string;
  readonly unit: string;
  /** The greatest ratio of value to limit that is good enough. */
  readonly goal: number;
  readonly run: () => Promise<Measured> | Measured;
}

/** A workload with what came of it; `ok`: the ratio is within the goal. */
export interface Result extends Measured {
  readonly name: string;
  readonly unit: string;
  readonly ratio: number;
  readonly goal: number;
  readonly ok: boolean;
}
