/**
 * Apple's binary property lists (`bplist00`), as far as saved pages need them: words, bytes, numbers, lists and
 * dictionaries. A list that leads to itself, or too far, is refused.
 */
import { refuse } from '../../formats/refuse';

export type PlistValue =
  | string
  | number
  | boolean
  | null
  | Uint8Array
  | readonly PlistValue[]
  | ReadonlyMap<string, PlistValue>;

const mostObjects = 100_000;
const deepest = 64;
const trailerLength = 32;

interface Plist {
  readonly bytes: Buffer;
  readonly offsets: readonly number[];
  readonly referenceSize: number;
  /** Objects read so far: a small file can name one list over and over. */
  count: number;
}

export const isBinaryPlist = (head: Uint8Array): boolean =>
  Buffer.from(head.subarray(0, 8)).toString('latin1') === 'bplist00';

/** Throws `import-refused` for what is damaged or leads in circles. */
export function readBinaryPlist(input: Uint8Array): PlistValue {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  try {
    const trailer = bytes.subarray(bytes.length - trailerLength);
    const [offsetSize = 0, referenceSize = 0] = [trailer[6], trailer[7]];
    const [objects, top, table] = [8, 16, 24].map((at) => Number(trailer.readBigUInt64BE(at)));
    if (objects === undefined || top === undefined || table === undefined || objects > mostObjects)
      throw damaged();
    const offsets = Array.from({ length: objects }, (_, at) =>
      bytes.readUIntBE(table + at * offsetSize, offsetSize),
    );
    return valueOf({ bytes, offsets, referenceSize, count: 0 }, top, 0);
  } catch (cause) {
    if (cause instanceof RangeError || cause instanceof TypeError) throw damaged();
    throw cause;
  }
}

const damaged = () => refuse('This web archive is damaged.');

function valueOf(plist: Plist, index: number, depth: number): PlistValue {
  plist.count += 1;
  const at = plist.offsets[index];
  if (at === undefined || depth > deepest || plist.count > mostObjects) throw damaged();
  const marker = plist.bytes.readUInt8(at);
  const [kind, low] = [marker >> 4, marker & 15];
  if (kind === 0) return low === 9 ? true : low === 8 ? false : null;
  if (kind === 1)
    return low > 2
      ? Number(plist.bytes.readBigInt64BE(at + 1 + 2 ** low - 8))
      : plist.bytes.readUIntBE(at + 1, 2 ** low);
  if (kind === 2 || kind === 3)
    return low === 2 ? plist.bytes.readFloatBE(at + 1) : plist.bytes.readDoubleBE(at + 1);
  const { length, start } = lengthOf(plist, at, low);
  if (kind === 4) return new Uint8Array(slice(plist, start, length));
  if (kind === 5) return slice(plist, start, length).toString('latin1');
  if (kind === 6)
    return Buffer.from(slice(plist, start, 2 * length))
      .swap16()
      .toString('utf16le');
  if (kind === 10) return references(plist, start, length).map((one) => valueOf(plist, one, depth + 1));
  if (kind === 13) return dictionaryOf(plist, start, length, depth);
  return null;
}

/** A length above 14 stands after the marker as a number of its own. */
function lengthOf(
  { bytes }: Plist,
  at: number,
  low: number,
): { readonly length: number; readonly start: number } {
  if (low < 15) return { length: low, start: at + 1 };
  const size = 2 ** (bytes.readUInt8(at + 1) & 15);
  if (size > 4) throw damaged();
  return { length: bytes.readUIntBE(at + 2, size), start: at + 2 + size };
}

function slice({ bytes }: Plist, start: number, length: number): Buffer {
  if (start + length > bytes.length) throw damaged();
  return bytes.subarray(start, start + length);
}

function references({ bytes, referenceSize }: Plist, start: number, length: number): number[] {
  if (length > mostObjects) throw damaged();
  return Array.from({ length }, (_, at) => bytes.readUIntBE(start + at * referenceSize, referenceSize));
}

function dictionaryOf(
  plist: Plist,
  start: number,
  length: number,
  depth: number,
): ReadonlyMap<string, PlistValue> {
  const all = references(plist, start, 2 * length);
  return new Map(
    all.slice(0, length).map((key, at) => {
      const name = valueOf(plist, key, depth + 1);
      if (typeof name !== 'string') throw damaged();
      return [name, valueOf(plist, all[at + length] ?? -1, depth + 1)];
    }),
  );
}
