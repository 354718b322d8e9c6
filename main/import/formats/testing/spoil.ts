/**
 * Files spoiled by chance, repeatably by a seed: cut, spliced, with bytes turned and pieces put in that mean something to
 * readers. Of archives mostly the files within are spoiled and packed anew: their checksums would give the rest away.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import { isArchive, openArchive } from '../../archive/open-archive';
import { zipOf } from '../../archive/zip-samples';

/** From 0 to below 1. */
export type Chance = () => number;

/** Mulberry32, by Tommy Ettinger: small, and good enough to spoil files. */
export function chanceOf(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const upTo = (chance: Chance, most: number): number => Math.floor(chance() * most);
const oneOf = <T>(chance: Chance, from: readonly T[]): T | undefined => from[upTo(chance, from.length)];

const meaningful =
  '\0|\n|"|\'|<|>|</|&|&#0;|&#x110000;|]]>|<!--|{|}|[|]|\\|-1|0|1e308|4294967296|999999999999999999|NaN|null|true|{}|[]|""|0001-02-30T25:61:00Z|__proto__|constructor|\\ud800|\ud800|\u{1f6a2}\u0301|\u202e|%00|../../x|javascript:1|\\u0 |\\bin99999 ';
const deep = ['<div>', '[', '{\\b ', '> ', '(<<'].map((piece) => piece.repeat(2500));

/** What is put in. */
const pieces: readonly string[] = meaningful.split('|').concat(deep, '', '\r\n\r\n', 'x'.repeat(70_000));

type Way = (bytes: Buffer, chance: Chance, other: Buffer) => Buffer;

const around = (bytes: Buffer, chance: Chance): { readonly at: number; readonly end: number } => {
  const at = upTo(chance, bytes.length + 1);
  return { at, end: Math.min(bytes.length, at + upTo(chance, chance() < 0.5 ? 8 : 400)) };
};

const put = (bytes: Buffer, at: number, end: number, ...inside: readonly Uint8Array[]): Buffer =>
  Buffer.concat([bytes.subarray(0, at), ...inside, bytes.subarray(end)]);

/** Puts something in the place of one of what `pattern` finds. */
const another =
  (pattern: RegExp): Way =>
  (bytes, chance) => {
    const found = oneOf(chance, [...bytes.toString('latin1').matchAll(pattern)]);
    if (found === undefined) return bytes;
    return put(bytes, found.index, found.index + found[0].length, Buffer.from(oneOf(chance, pieces) ?? ''));
  };

const ways: readonly Way[] = [
  (bytes, chance) => bytes.subarray(0, upTo(chance, bytes.length)),
  (bytes, chance) => {
    const { at, end } = around(bytes, chance);
    return put(bytes, at, end);
  },
  (bytes, chance) => {
    const { at, end } = around(bytes, chance);
    const piece = bytes.subarray(at, end);
    return put(bytes, at, end, ...Array.from({ length: 1 + upTo(chance, 40) }, () => piece));
  },
  (bytes, chance) => {
    const turned = Buffer.from(bytes);
    for (let left = 1 + upTo(chance, 8); left > 0; left -= 1)
      turned[upTo(chance, bytes.length)] = upTo(chance, 256);
    return turned;
  },
  (bytes, chance) => {
    const { at } = around(bytes, chance);
    return put(bytes, at, at, Buffer.from(oneOf(chance, pieces) ?? ''));
  },
  (bytes, chance, other) => {
    const { at, end } = around(bytes, chance);
    const from = around(other, chance);
    return put(bytes, at, end, other.subarray(from.at, from.end));
  },
  another(/\d+/g),
  another(/"[^"\n]{0,80}"/g),
  another(/<[^<>]{1,200}>/g),
  another(/\\[a-z]+-?\d*/g),
  another(/^[^\n]*\n/gm),
];

function spoiledPlain(bytes: Buffer, chance: Chance, other: Buffer): Buffer {
  const json = chance() < 0.7 ? spoiledJson(bytes, chance) : null;
  if (json !== null) return json;
  let spoiled = bytes;
  for (let left = 1 + upTo(chance, 3); left > 0; left -= 1)
    spoiled = oneOf(chance, ways)?.(spoiled, chance, other) ?? spoiled;
  return spoiled;
}

const values: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  '\ud800',
  [],
  {},
  [[null]],
  { a: { a: [1] } },
  'x'.repeat(70_000),
];

/** One of the values in it is another. */
function spoiledValue(json: unknown, chance: Chance): unknown {
  if (typeof json !== 'object' || json === null || chance() < 0.15) return oneOf(chance, values);
  const chosen = oneOf(chance, Object.keys(json));
  if (chosen === undefined) return oneOf(chance, values);
  const inside: unknown = Reflect.get(json, chosen);
  const changed = Array.isArray(json) ? [...(json as unknown[])] : Object.assign({}, json);
  Reflect.set(changed, chosen, spoiledValue(inside, chance));
  return changed;
}

/** Null for what is no JSON. */
function spoiledJson(bytes: Buffer, chance: Chance): Buffer | null {
  try {
    return Buffer.from(JSON.stringify(spoiledValue(JSON.parse(bytes.toString()), chance)));
  } catch {
    return null;
  }
}

async function spoiledArchive(bytes: Uint8Array, chance: Chance, other: Buffer): Promise<Buffer> {
  const archive = await openArchive(bytes);
  const spoilt = oneOf(chance, archive.entries)?.name;
  const files: Record<string, Uint8Array> = {};
  for (const { name } of archive.entries) {
    const content = await archive.read(name);
    files[name] = name === spoilt ? await spoil(content, chance, other) : content;
  }
  return Buffer.from(zipOf(files));
}

/** The file, spoiled by chance; pieces of `other` may be spliced in. */
export async function spoil(
  file: Uint8Array,
  chance: Chance,
  other: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Buffer.from(file);
  const isWithin = chance() < 0.8;
  if (isWithin && isArchive(bytes))
    return new Uint8Array(await spoiledArchive(bytes, chance, Buffer.from(other)));
  if (isWithin && bytes[0] === 0x1f && bytes[1] === 0x8b)
    return new Uint8Array(gzipSync(spoiledPlain(gunzipSync(bytes), chance, Buffer.from(other))));
  return new Uint8Array(spoiledPlain(bytes, chance, Buffer.from(other)));
}
