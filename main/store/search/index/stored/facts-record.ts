/**
 * The stored record of a unit (an article with its passages, an event with its accounts, or one other thing): which values
 * its rows bear, to compare with what they bear after a change; and where sentences begin, in words. Numbers of variable
 * length, seven bits a byte, lowest first.
 */

/** The values of a unit's rows; ids of values ascend. */
export interface UnitFacts {
  /** Borne by the unit's own row only. */
  readonly own: readonly number[];
  /** Borne by the unit's own row and by every part. */
  readonly shared: readonly number[];
  /** Borne by parts (passages, accounts) by row; the unit's own row bears them as well, but for `kind`. */
  readonly parts: ReadonlyMap<number, readonly number[]>;
}

/**
 * Where sentences and paragraphs of a text begin: the number of the word, from 0. One without words begins where the next
 * does: a word is in the last one that begins at it or before.
 */
export interface SentenceStarts {
  readonly sentences: readonly number[];
  readonly paragraphs: readonly number[];
}

function push(bytes: number[], value: number): void {
  let left = value;
  while (left > 127) {
    bytes.push((left & 127) | 128);
    left = Math.floor(left / 128);
  }
  bytes.push(left);
}

function pushAscending(bytes: number[], values: readonly number[]): void {
  push(bytes, values.length);
  let last = 0;
  for (const value of values) {
    push(bytes, value - last);
    last = value;
  }
}

/** How far a record has been read. */
export interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

/** The next number of a record. */
export function take(cursor: Cursor): number {
  let value = 0;
  for (let unit = 1; ; unit *= 128) {
    const byte = cursor.bytes[cursor.at++] ?? 0;
    value += (byte & 127) * unit;
    if (byte < 128) return value;
  }
}

function takeAscending(cursor: Cursor): number[] {
  let last = 0;
  return Array.from({ length: take(cursor) }, () => (last += take(cursor)));
}

/** The facts of a unit as bytes. */
export function encodeFacts({ own, shared, parts }: UnitFacts): Buffer {
  const bytes: number[] = [];
  pushAscending(bytes, own);
  pushAscending(bytes, shared);
  let last = 0;
  for (const [row, values] of [...parts].sort(([a], [b]) => a - b)) {
    push(bytes, row - last);
    pushAscending(bytes, values);
    last = row;
  }
  return Buffer.from(bytes);
}

/** Reads what {@link encodeFacts} wrote. */
export function decodeFacts(bytes: Uint8Array): UnitFacts {
  const cursor: Cursor = { bytes, at: 0 };
  const own = takeAscending(cursor);
  const shared = takeAscending(cursor);
  const parts = new Map<number, readonly number[]>();
  for (let row = 0; cursor.at < bytes.length; ) {
    row += take(cursor);
    parts.set(row, takeAscending(cursor));
  }
  return { own, shared, parts };
}

/** Where a sentence begins, and whether a paragraph begins with it. */
export interface SentenceStart {
  readonly word: number;
  readonly opens: boolean;
}

/** Where sentences begin, as bytes: for each the words since the last, doubled, and one more where it opens a paragraph. */
export function encodeStarts(starts: readonly SentenceStart[]): Buffer {
  const bytes: number[] = [];
  let last = 0;
  for (const { word, opens } of starts) {
    push(bytes, (word - last) * 2 + (opens ? 1 : 0));
    last = word;
  }
  return Buffer.from(bytes);
}

/** Reads what {@link encodeStarts} wrote. */
export function decodeStarts(bytes: Uint8Array): SentenceStarts {
  const cursor: Cursor = { bytes, at: 0 };
  const sentences: number[] = [];
  const paragraphs: number[] = [];
  for (let start = 0; cursor.at < bytes.length; ) {
    const coded = take(cursor);
    start += Math.floor(coded / 2);
    sentences.push(start);
    if (coded % 2 === 1) paragraphs.push(start);
  }
  return { sentences, paragraphs };
}
