/** Puts stretches that overlap into different rows: each into the uppermost one that is free, in order of their beginnings. */

export interface Stretch {
  readonly left: number;
  readonly right: number;
}

/** The uppermost row whose end is not after a point, in logarithmic time: a tree of the smallest ends. */
class RowEnds {
  readonly #size: number;
  readonly #smallest: Float64Array;

  constructor(rows: number) {
    this.#size = 2 ** Math.ceil(Math.log2(Math.max(rows, 1)));
    this.#smallest = new Float64Array(2 * this.#size).fill(Number.NEGATIVE_INFINITY);
  }

  firstFree(left: number): number {
    let node = 1;
    while (node < this.#size) node = (this.#smallest[2 * node] ?? 0) <= left ? 2 * node : 2 * node + 1;
    return node - this.#size;
  }

  take(row: number, right: number): void {
    let node = row + this.#size;
    this.#smallest[node] = right;
    for (node >>= 1; node >= 1; node >>= 1) {
      const [a = 0, b = 0] = [this.#smallest[2 * node], this.#smallest[2 * node + 1]];
      this.#smallest[node] = Math.min(a, b);
    }
  }
}

/** The row of each stretch, in their order; they have to be sorted by `left`. No two in a row overlap. */
export function packRows(stretches: readonly Stretch[]): readonly number[] {
  const ends = new RowEnds(stretches.length);
  return stretches.map(({ left, right }) => {
    const row = ends.firstFree(left);
    ends.take(row, right);
    return row;
  });
}
