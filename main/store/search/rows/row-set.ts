/**
 * A set of searchable rows as one bit for each row number: what words, filters and facets of a search are, so that they
 * meet by a few operations on whole machine words. A set has a fixed size; rows beyond it are never in it.
 */

/** Number of bits that are set in a 32-bit word. */
function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The rows from one up to, but not with, another. */
export interface RowSpan {
  readonly from: number;
  readonly to: number;
}

/** Rows numbered from 0 to `size - 1`, each in the set or not. */
export class RowSet {
  readonly size: number;
  /** Row r is bit r & 31 of word r >> 5; bits beyond `size` are 0. */
  readonly words: Uint32Array;

  constructor(size: number, words = new Uint32Array((size + 31) >>> 5)) {
    this.size = size;
    this.words = words;
  }

  /** Whether a row is in the set. */
  has(row: number): boolean {
    return (((this.words[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
  }

  /** Puts a row in; one beyond the size is left out. */
  add(row: number): void {
    const at = row >>> 5;
    if (row < this.size) this.words[at] = (this.words[at] ?? 0) | (1 << (row & 31));
  }

  /** Takes a row out. */
  remove(row: number): void {
    const at = row >>> 5;
    if (row < this.size) this.words[at] = (this.words[at] ?? 0) & ~(1 << (row & 31));
  }

  /** Puts every one of some rows in. */
  addAll(rows: ArrayLike<number>): this {
    for (let index = 0; index < rows.length; index++) this.add(rows[index] ?? this.size);
    return this;
  }

  /** How many rows are in the set. */
  count(): number {
    const { words } = this;
    let count = 0;
    for (let at = 0; at < words.length; at++) count += bitsIn(words[at] ?? 0);
    return count;
  }

  isEmpty(): boolean {
    const { words } = this;
    for (let at = 0; at < words.length; at++) if (words[at] !== 0) return false;
    return true;
  }

  /** A copy that can be changed without changing this one. */
  clone(): RowSet {
    return new RowSet(this.size, this.words.slice());
  }

  /** Keeps only what is in the other set too. Answers this set. */
  and(other: RowSet): this {
    const { words } = this;
    for (let at = 0; at < words.length; at++) words[at] = (words[at] ?? 0) & (other.words[at] ?? 0);
    return this;
  }

  /** Puts in what is in the other set. Answers this set. */
  or(other: RowSet): this {
    const { words } = this;
    const shared = Math.min(words.length, other.words.length);
    for (let at = 0; at < shared; at++) words[at] = (words[at] ?? 0) | (other.words[at] ?? 0);
    return this;
  }

  /** Takes out what is in the other set. Answers this set. */
  andNot(other: RowSet): this {
    const { words } = this;
    for (let at = 0; at < words.length; at++) words[at] = (words[at] ?? 0) & ~(other.words[at] ?? 0);
    return this;
  }

  /** Keeps only what is in a span. Answers this set. */
  keepSpan({ from, to }: RowSpan): this {
    const { words } = this;
    words.fill(0, 0, from >>> 5);
    words.fill(0, (to + 31) >>> 5);
    for (let row = from & ~31; row < from; row++) this.remove(row);
    for (let row = to; row < ((to + 31) & ~31); row++) this.remove(row);
    return this;
  }

  /** Answers how many rows of the set are lower than a row: a number from 0 for each that is in it. Counts no later changes. */
  numbering(): (row: number) => number {
    const { words } = this;
    const before = new Uint32Array(words.length + 1);
    for (let at = 0; at < words.length; at++) before[at + 1] = (before[at] ?? 0) + bitsIn(words[at] ?? 0);
    return (row) => (before[row >>> 5] ?? 0) + bitsIn((words[row >>> 5] ?? 0) & ((1 << (row & 31)) - 1));
  }

  /** How many rows are in both sets. */
  countWith(other: RowSet): number {
    const { words } = this;
    let count = 0;
    for (let at = 0; at < words.length; at++) count += bitsIn((words[at] ?? 0) & (other.words[at] ?? 0));
    return count;
  }

  /** Calls `visit` with each row, lowest first; stops when it answers false. */
  forEach(visit: (row: number) => unknown): void {
    const { words } = this;
    for (let at = 0; at < words.length; at++) {
      let word = words[at] ?? 0;
      while (word !== 0) {
        const lowest = word & -word;
        if (visit((at << 5) + 31 - Math.clz32(lowest)) === false) return;
        word ^= lowest;
      }
    }
  }

  /** The rows, lowest first. */
  toArray(): number[] {
    const rows: number[] = [];
    this.forEach((row) => {
      rows.push(row);
    });
    return rows;
  }

  /** The highest rows, highest first; at most `limit`, of those below `before`. */
  highest(limit: number, before = this.size): number[] {
    const rows: number[] = [];
    for (let at = Math.min(this.words.length - 1, before >>> 5); at >= 0; at--) {
      let word = this.words[at] ?? 0;
      while (word !== 0) {
        if (rows.length >= limit) return rows;
        const bit = 31 - Math.clz32(word);
        word &= ~(1 << bit);
        if ((at << 5) + bit < before) rows.push((at << 5) + bit);
      }
    }
    return rows;
  }
}
