/**
 * Sets of rows as they are stored: for each 65,536 rows a blob that is either the rows in order (16 bits each, little
 * endian, fewer than 4,096) or a bitmap of 8,192 bytes; and what is asked of them as they are held in memory.
 */
import type { RowSet } from '../../rows/row-set';

const mostListed = 4095;
const bitmapWords = 2048;

/** The rows of one chunk: listed, or as bits. */
export interface Container {
  readonly chunk: number;
  /** The low 16 bits of the rows, ascending; null: `bits` has them. */
  readonly rows: Uint16Array | null;
  readonly bits: Uint32Array | null;
}

/** Reads a stored blob. The buffer is copied, so that nothing else is kept alive by it. */
export function readContainer(chunk: number, blob: Uint8Array): Container {
  const copy = new Uint8Array(blob).buffer;
  return blob.length === bitmapWords * 4
    ? { chunk, rows: null, bits: new Uint32Array(copy) }
    : { chunk, rows: new Uint16Array(copy), bits: null };
}

/** Whether a row, by its low 16 bits, is in a container. */
export function hasRow({ rows, bits }: Container, low: number): boolean {
  if (bits) return (((bits[low >>> 5] ?? 0) >>> (low & 31)) & 1) === 1;
  let from = 0;
  let to = rows?.length ?? 0;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows?.[middle] ?? 0) < low) from = middle + 1;
    else to = middle;
  }
  return rows?.[from] === low;
}

/** Puts the rows of a container into a set. */
export function addContainer({ chunk, rows, bits }: Container, into: RowSet): void {
  const base = chunk * bitmapWords;
  const { words } = into;
  if (bits) {
    const end = Math.min(bitmapWords, words.length - base);
    for (let at = 0; at < end; at++) words[base + at] = (words[base + at] ?? 0) | (bits[at] ?? 0);
    return;
  }
  for (const low of rows ?? []) {
    const at = base + (low >>> 5);
    if (at < words.length) words[at] = (words[at] ?? 0) | (1 << (low & 31));
  }
}

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many rows of a container are in a set. */
export function countInContainer({ chunk, rows, bits }: Container, within: RowSet): number {
  const base = chunk * bitmapWords;
  const { words } = within;
  let count = 0;
  if (bits) {
    const end = Math.min(bitmapWords, words.length - base);
    for (let at = 0; at < end; at++) count += bitsIn((words[base + at] ?? 0) & (bits[at] ?? 0));
    return count;
  }
  if (!rows || base >= words.length) return 0;
  for (let index = 0; index < rows.length; index++) {
    const low = rows[index] ?? 0;
    count += ((words[base + (low >>> 5)] ?? 0) >>> (low & 31)) & 1;
  }
  return count;
}

/** Calls `visit` with each row of a container that is in a set, lowest first. */
export function visitContainer(
  { chunk, rows, bits }: Container,
  within: RowSet,
  visit: (row: number) => void,
): void {
  const base = chunk * bitmapWords;
  const { words } = within;
  for (const low of rows ?? [])
    if ((((words[base + (low >>> 5)] ?? 0) >>> (low & 31)) & 1) === 1) visit((base << 5) + low);
  bits?.forEach((word, at) => {
    for (let left = word & (words[base + at] ?? 0); left !== 0; left &= left - 1)
      visit(((base + at) << 5) + 31 - Math.clz32(left & -left));
  });
}

/** The low halves of the rows of a stored blob, ascending. */
export function listRows(blob: Uint8Array): number[] {
  const { rows, bits } = readContainer(0, blob);
  if (rows) return [...rows];
  const listed: number[] = [];
  bits?.forEach((word, at) => {
    for (let left = word; left !== 0; left &= left - 1)
      listed.push((at << 5) + 31 - Math.clz32(left & -left));
  });
  return listed;
}

/** The blob of rows given by their low halves, ascending and each once; null for none. */
export function writeRows(rows: readonly number[]): Buffer | null {
  if (rows.length === 0) return null;
  if (rows.length <= mostListed) return Buffer.from(Uint16Array.from(rows).buffer);
  const bits = new Uint32Array(bitmapWords);
  for (const low of rows) bits[low >>> 5] = (bits[low >>> 5] ?? 0) | (1 << (low & 31));
  return Buffer.from(bits.buffer);
}

function changedBits(blob: Uint8Array, changes: ReadonlyMap<number, boolean>): Buffer {
  const bits = Buffer.from(blob);
  for (const [low, isIn] of changes) {
    const at = low >>> 3;
    const bit = 1 << (low & 7);
    bits[at] = isIn ? (bits[at] ?? 0) | bit : (bits[at] ?? 0) & ~bit;
  }
  return bits;
}

/** New rows mostly come last: they are put at the end without reading the rest. */
function appended(blob: Uint8Array, changes: ReadonlyMap<number, boolean>): Buffer | null {
  const last = (blob.at(-2) ?? 0) | ((blob.at(-1) ?? 0) << 8);
  const added = [...changes.keys()].sort((a, b) => a - b);
  if (blob.length / 2 + added.length > mostListed || (added[0] ?? 0) <= last) return null;
  for (const isIn of changes.values()) if (!isIn) return null;
  return Buffer.concat([blob, Buffer.from(Uint16Array.from(added).buffer)]);
}

/** The blob after some rows, by their low halves, were put in (true) or taken out; null when none is left. */
export function changeRows(
  blob: Uint8Array | undefined,
  changes: ReadonlyMap<number, boolean>,
): Buffer | null {
  if (blob?.length === bitmapWords * 4) {
    const bits = changedBits(blob, changes);
    const left = listRows(bits);
    return left.length <= mostListed ? writeRows(left) : bits;
  }
  const atEnd = blob && appended(blob, changes);
  if (atEnd) return atEnd;
  const rows = new Set(blob ? listRows(blob) : []);
  for (const [low, isIn] of changes) {
    if (isIn) rows.add(low);
    else rows.delete(low);
  }
  return writeRows([...rows].sort((a, b) => a - b));
}
