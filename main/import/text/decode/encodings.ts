/**
 * The encodings an import can be read in: how likely each is before the bytes are looked at, and how bytes become text.
 * What they are called is in `shared/text/encodings.ts`; recognising which one it is happens in `guess-encoding.ts`.
 */
import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';
import { encodings } from '../../../../shared/text/encodings';

/**
 * How likely an encoding is among texts met today, 0 to 0.1. Those that are absent are never guessed by letters: they are
 * found by marks or structure, or chosen.
 */
export const priors: ReadonlyMap<string, number> = new Map([
  ['windows-1251', 0.1],
  ['koi8-u', 0.05],
  ['koi8-r', 0.06],
  ['ibm866', 0.05],
  ['iso-8859-5', 0.02],
  ['x-mac-cyrillic', 0.03],
  ['cp855', 0.01],
  ['windows-1252', 0.1],
  ['iso-8859-15', 0.03],
  ['macintosh', 0.02],
  ['cp850', 0.02],
  ['windows-1250', 0.08],
  ['iso-8859-2', 0.06],
  ['cp852', 0.02],
  ['maccenteuro', 0.02],
  ['iso-8859-16', 0.01],
  ['windows-1257', 0.06],
  ['iso-8859-13', 0.03],
  ['iso-8859-4', 0.02],
  ['iso-8859-10', 0],
  ['iso-8859-3', 0],
  ['windows-1254', 0.05],
  ['windows-1253', 0.06],
  ['iso-8859-7', 0.05],
  ['windows-1255', 0.06],
  ['iso-8859-8', 0.03],
  ['windows-1256', 0.06],
  ['iso-8859-6', 0.03],
  ['windows-874', 0.06],
  ['windows-1258', 0.03],
  ['viscii', 0.02],
]);

/** What a mark or a header may say, beyond what `TextDecoder` itself accepts. */
const synonyms: Readonly<Record<string, string>> = {
  'utf-32': 'utf-32le',
  utf32: 'utf-32le',
  tis620: 'windows-874',
  cp1251: 'windows-1251',
  'iso-8859-8-i': 'iso-8859-8',
  cp866: 'ibm866',
  'mac-cyrillic': 'x-mac-cyrillic',
};

/** The label this program uses for what a header, a mark or a person calls an encoding; null when it is unknown. */
export function canonicalLabel(said: string): string | null {
  const label = said.trim().toLowerCase();
  const known = synonyms[label] ?? label;
  if (encodings.some((candidate) => candidate.label === known)) return known;
  return whatwgLabel(known) ?? (iconv.encodingExists(known) && /^[\w.:-]+$/.test(known) ? known : null);
}

function whatwgLabel(label: string): string | null {
  try {
    return new TextDecoder(label).encoding.toLowerCase();
  } catch {
    return null;
  }
}

/** The text these bytes are in this encoding. `strict`: null where a byte has no meaning in it. */
export function decodeBytes(bytes: Uint8Array, label: string, strict: true): string | null;
export function decodeBytes(bytes: Uint8Array, label: string): string;
export function decodeBytes(bytes: Uint8Array, label: string, strict = false): string | null {
  if (label.startsWith('utf-32')) return decodeUtf32(bytes, label === 'utf-32le', strict);
  const decoder = eightBitTables.has(label) ? null : textDecoder(label, strict);
  if (decoder === null) return decodeByTable(bytes, label, strict);
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The 8-bit encodings are read by iconv-lite's tables on every runtime: which of them `TextDecoder` knows depends on the
 * ICU it was built with, and some versions of Node read the bytes 0x80 to 0x9F of windows-1252 as control characters.
 */
const eightBitTables: ReadonlySet<string> = new Set(priors.keys());

function textDecoder(label: string, fatal: boolean): TextDecoder | null {
  try {
    return new TextDecoder(label, { fatal });
  } catch {
    return null;
  }
}

/** iconv-lite's own names where it does not know the WHATWG label. */
const tableNames: Readonly<Record<string, string>> = { 'x-mac-cyrillic': 'maccyrillic' };

function decodeByTable(bytes: Uint8Array, label: string, strict: boolean): string | null {
  const text = iconv.decode(bytes, tableNames[label] ?? label);
  return strict && text.includes('\uFFFD') ? null : text;
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean, strict: boolean): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const point = view.getUint32(at, littleEndian);
    const valid = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    if (!valid && strict) return null;
    if (at > 0 || point !== 0xfeff) parts.push(valid ? String.fromCodePoint(point) : '\uFFFD');
  }
  return parts.join('');
}
