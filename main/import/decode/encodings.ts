/**
 * The encodings an import can be read in: what each is called, how likely it is before the bytes are looked at, and how
 * bytes become text. Recognising which one it is happens in `guess-encoding.ts`.
 */
import { TextDecoder } from 'node:util';
import iconv from 'iconv-lite';

export interface EncodingRow {
  /** WHATWG label where there is one, else the label iconv-lite knows. Lower case. */
  readonly label: string;
  /** For people: what the encoding was used for. */
  readonly name: string;
  /** How likely among texts met today, 0 to 0.1; null: never guessed by letters (found by marks or structure, or chosen). */
  readonly prior: number | null;
}

const row = (label: string, name: string, prior: number | null): EncodingRow => ({ label, name, prior });

/** In the order in which a person is offered them. */
export const encodingRows: readonly EncodingRow[] = [
  row('utf-8', 'Unicode (UTF-8)', null),
  row('utf-16le', 'Unicode (UTF-16, little endian)', null),
  row('utf-16be', 'Unicode (UTF-16, big endian)', null),
  row('utf-32le', 'Unicode (UTF-32, little endian)', null),
  row('utf-32be', 'Unicode (UTF-32, big endian)', null),
  row('windows-1251', 'Cyrillic (Windows-1251)', 0.1),
  row('koi8-u', 'Ukrainian (KOI8-U)', 0.05),
  row('koi8-r', 'Russian (KOI8-R)', 0.06),
  row('ibm866', 'Cyrillic (DOS, CP866)', 0.05),
  row('iso-8859-5', 'Cyrillic (ISO-8859-5)', 0.02),
  row('x-mac-cyrillic', 'Cyrillic (Macintosh)', 0.03),
  row('cp855', 'Cyrillic (DOS, CP855)', 0.01),
  row('windows-1252', 'Western European (Windows-1252, Latin-1)', 0.1),
  row('iso-8859-15', 'Western European (Latin-9)', 0.03),
  row('macintosh', 'Western European (Macintosh)', 0.02),
  row('cp850', 'Western European (DOS, CP850)', 0.02),
  row('windows-1250', 'Central European (Windows-1250)', 0.08),
  row('iso-8859-2', 'Central European (Latin-2)', 0.06),
  row('cp852', 'Central European (DOS, CP852)', 0.02),
  row('maccenteuro', 'Central European (Macintosh)', 0.02),
  row('iso-8859-16', 'Romanian and neighbours (Latin-10)', 0.01),
  row('windows-1257', 'Baltic (Windows-1257)', 0.06),
  row('iso-8859-13', 'Baltic (Latin-7)', 0.03),
  row('iso-8859-4', 'Baltic (Latin-4)', 0.02),
  row('iso-8859-10', 'Nordic (Latin-6)', 0),
  row('iso-8859-3', 'South European (Latin-3)', 0),
  row('windows-1254', 'Turkish (Windows-1254)', 0.05),
  row('windows-1253', 'Greek (Windows-1253)', 0.06),
  row('iso-8859-7', 'Greek (ISO-8859-7)', 0.05),
  row('windows-1255', 'Hebrew (Windows-1255)', 0.06),
  row('iso-8859-8', 'Hebrew (ISO-8859-8)', 0.03),
  row('windows-1256', 'Arabic (Windows-1256)', 0.06),
  row('iso-8859-6', 'Arabic (ISO-8859-6)', 0.03),
  row('windows-874', 'Thai (Windows-874, TIS-620)', 0.06),
  row('windows-1258', 'Vietnamese (Windows-1258)', 0.03),
  row('viscii', 'Vietnamese (VISCII)', 0.02),
  row('gb18030', 'Chinese, simplified (GB18030)', null),
  row('big5', 'Chinese, traditional (Big5)', null),
  row('shift_jis', 'Japanese (Shift JIS)', null),
  row('euc-jp', 'Japanese (EUC)', null),
  row('iso-2022-jp', 'Japanese (ISO-2022)', null),
  row('euc-kr', 'Korean (EUC)', null),
];

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
  if (encodingRows.some((candidate) => candidate.label === known)) return known;
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
const eightBitTables = new Set(
  encodingRows.filter((known) => known.prior !== null).map((known) => known.label),
);

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
