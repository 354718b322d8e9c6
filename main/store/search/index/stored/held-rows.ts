/**
 * The rows of values as they are held in memory. Listed pieces become one list of row numbers a value, those of all values
 * of a field in one piece of memory: a notebook has a hundred thousand values of a few rows, and an object for each stored
 * piece would take more than the rows.
 */
import type { RowSet } from '../../rows/row-set';
import { addContainer, type Container, countInContainer, readContainer, visitContainer } from './containers';

/** A stored piece of the rows of a value; `rows` may be in hexadecimal digits. */
export interface StoredPiece {
  readonly id: number;
  readonly chunk: number;
  readonly rows: Uint8Array | string;
}

/** The rows of a value. */
export interface HeldRows {
  /** Those of listed pieces, ascending. */
  readonly list: Uint32Array;
  /** Pieces stored as bits; each has its own chunk, none of whose rows are listed. */
  readonly dense: readonly Container[];
}

/** What a value without rows holds. */
export const noHeldRows: HeldRows = { list: new Uint32Array(0), dense: [] };

const bitmapBytes = 8192;
const isDense = ({ rows }: StoredPiece): boolean => typeof rows !== 'string' && rows.length === bitmapBytes;

/** The number that a hexadecimal digit (0–9, A–F) at a place of a text stands for. */
function digitAt(digits: string, at: number): number {
  const code = digits.charCodeAt(at);
  return code < 58 ? code - 48 : code - 55;
}

const countListed = ({ rows }: StoredPiece): number => rows.length / (typeof rows === 'string' ? 4 : 2);

function listPiece({ chunk, rows }: StoredPiece, into: Uint32Array, from: number): number {
  const base = chunk * 0x10000;
  let at = from;
  if (typeof rows === 'string') {
    for (let digit = 0; digit < rows.length; digit += 4) {
      const low = digitAt(rows, digit) * 16 + digitAt(rows, digit + 1);
      const high = digitAt(rows, digit + 2) * 16 + digitAt(rows, digit + 3);
      into[at++] = base + low + high * 256;
    }
    return at;
  }
  for (let byte = 0; byte < rows.length; byte += 2)
    into[at++] = base + (rows[byte] ?? 0) + ((rows[byte + 1] ?? 0) << 8);
  return at;
}

/** Holds the pieces of any values, those of each in the order of chunks. */
export function holdRows(pieces: readonly StoredPiece[]): Map<number, HeldRows> {
  const listed = pieces.filter((piece) => !isDense(piece));
  const rows = new Uint32Array(listed.reduce((sum, piece) => sum + countListed(piece), 0));
  const held = new Map<number, HeldRows>();
  let at = 0;
  listed.forEach((piece, index) => {
    const from = at;
    at = listPiece(piece, rows, from);
    const before = listed[index - 1]?.id === piece.id ? held.get(piece.id)?.list.byteOffset : undefined;
    const start = before === undefined ? from : before / 4;
    held.set(piece.id, { list: rows.subarray(start, at), dense: noHeldRows.dense });
  });
  for (const piece of pieces) {
    if (typeof piece.rows === 'string' || !isDense(piece)) continue;
    const { list, dense } = held.get(piece.id) ?? noHeldRows;
    held.set(piece.id, { list, dense: [...dense, readContainer(piece.chunk, piece.rows)] });
  }
  return held;
}

/** How much memory the rows of a value take, about, in bytes. */
export const sizeOfHeld = ({ list, dense }: HeldRows): number =>
  150 + list.length * 4 + dense.length * bitmapBytes;

/** Puts the rows of a value into a set. */
export function addHeld({ list, dense }: HeldRows, into: RowSet): void {
  const { words } = into;
  const end = words.length << 5;
  for (let index = 0; index < list.length; index++) {
    const row = list[index] ?? 0;
    if (row < end) words[row >>> 5] = (words[row >>> 5] ?? 0) | (1 << (row & 31));
  }
  for (const container of dense) addContainer(container, into);
}

/** How many rows of a value are in a set. */
export function countHeld({ list, dense }: HeldRows, within: RowSet): number {
  const { words } = within;
  let count = 0;
  for (let index = 0; index < list.length; index++) {
    const row = list[index] ?? 0;
    count += ((words[row >>> 5] ?? 0) >>> (row & 31)) & 1;
  }
  for (const container of dense) count += countInContainer(container, within);
  return count;
}

/** Calls `visit` with each row of a value that is in a set, lowest first. */
export function visitHeld({ list, dense }: HeldRows, within: RowSet, visit: (row: number) => void): void {
  const rows = list.filter((row) => within.has(row));
  if (dense.length === 0) return rows.forEach((row) => visit(row));
  const found = [...rows];
  for (const container of dense) visitContainer(container, within, (row) => found.push(row));
  for (const row of found.sort((a, b) => a - b)) visit(row);
}
