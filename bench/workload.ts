/** What something else takes for the same, in the unit of the workload. */
export interface Peer {
  readonly name: string;
  readonly value: number;
  /** The greatest ratio of the workload's value to the peer's that is good enough; without it the ratio is only told. */
  readonly goal?: number;
}

/** What a run of a workload measured, in its unit; less is better. */
export interface Measured {
  readonly value: number;
  /** What the same takes at the least: the bare operation that it cannot do without. */
  readonly limit: number;
  /** Others that do the same, beside the limit. */
  readonly peers?: readonly Peer[];
  /** Lines printed below the row as they are: a table of what the value is made of. */
  readonly details?: readonly string[];
}

/** Something the program must do fast, beside its limit: a row of the table in `workloads.ts`. */
export interface Workload {
  /** `area/what`; the areas are start, reader, anchor, compare, event, network, timeline, search, import, export. */
  readonly name: string;
  readonly unit: string;
  /** The greatest ratio of value to limit that is good enough. */
  readonly goal: number;
  readonly run: () => Promise<Measured> | Measured;
}

/** A peer with the ratio of the workload's value to its own. */
export interface PeerResult extends Peer {
  readonly ratio: number;
}

/** A workload with what came of it; `ok`: every ratio is within its goal. */
export interface Result {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly limit: number;
  readonly ratio: number;
  readonly peers: readonly PeerResult[];
  readonly details: readonly string[];
  readonly goal: number;
  readonly ok: boolean;
}
