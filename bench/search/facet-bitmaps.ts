/**
 * The least that filters and facets take: the rows of each value in memory, as a bitmap where it has many and as a list where
 * it has few, against the rows that were found. Written apart from the program's own, so that it can be a limit to it.
 */
import { all, type ReadableDB } from '../../main/store/core/sql';

interface ValueRows {
  readonly bits: Uint32Array | null;
  readonly list: Uint32Array | null;
}

/** Every value of every field, in memory. */
export interface FacetBitmaps {
  readonly rowCount: number;
  readonly values: readonly ValueRows[];
}

const bitsPerWord = 32;

function rowsOfBlob(chunk: number, blob: Uint8Array, take: (row: number) => void): void {
  const base = chunk << 16;
  if (blob.length === 8192) {
    for (let index = 0; index < 65_536; index++)
      if (((blob[index >> 3] ?? 0) >> (index & 7)) & 1) take(base + index);
  } else {
    for (let index = 0; index < blob.length; index += 2)
      take(base + (blob[index] ?? 0) + ((blob[index + 1] ?? 0) << 8));
  }
}

/** Reads them from the file; memory and time of that are not the limit's. */
export function readFacetBitmaps(db: ReadableDB): FacetBitmaps {
  const [{ rowCount } = { rowCount: 0 }] = all<{ rowCount: number }>(
    db,
    'SELECT max(rowid) + 1 AS rowCount FROM search_item',
  );
  const wordCount = Math.ceil(rowCount / bitsPerWord);
  const lists = new Map<number, number[]>();
  const stored = 'SELECT value_id AS id, chunk, rows FROM search_rows ORDER BY value_id, chunk';
  for (const { id, chunk, rows } of all<{ id: number; chunk: number; rows: Uint8Array }>(db, stored)) {
    const list = lists.get(id) ?? [];
    lists.set(id, list);
    rowsOfBlob(chunk, rows, (row) => list.push(row));
  }
  const values = [...lists.values()].map((list): ValueRows => {
    if (list.length < wordCount) return { bits: null, list: Uint32Array.from(list) };
    const bits = new Uint32Array(wordCount);
    for (const row of list) bits[row >> 5] = (bits[row >> 5] ?? 0) | (1 << (row & 31));
    return { bits, list: null };
  });
  return { rowCount, values };
}

function onesIn(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function countValue({ bits, list }: ValueRows, found: Uint32Array): number {
  let count = 0;
  if (list) {
    for (let index = 0; index < list.length; index++) {
      const row = list[index] as number;
      count += ((found[row >> 5] as number) >>> (row & 31)) & 1;
    }
  } else if (bits) {
    for (let index = 0; index < bits.length; index++) {
      const word = (bits[index] as number) & (found[index] as number);
      if (word !== 0) count += onesIn(word);
    }
  }
  return count;
}

/** Milliseconds to count every value among the rows found. */
export function timeOfCounting({ values, rowCount }: FacetBitmaps, rows: readonly number[]): number {
  const found = new Uint32Array(Math.ceil(rowCount / bitsPerWord));
  for (const row of rows) found[row >> 5] = (found[row >> 5] ?? 0) | (1 << (row & 31));
  const start = performance.now();
  let sum = 0;
  for (const value of values) sum += countValue(value, found);
  const time = performance.now() - start;
  // Told, so that nothing of it can be left out.
  return sum < 0 ? 0 : time;
}
