/**
 * Recognises the Unicode encodings: by byte order mark, by strict UTF-8, and by the shape UTF-16 and UTF-32 leave in the
 * bytes when they carry no mark. Single-byte encodings are in `guess-encoding.ts`.
 */
import { decodeBytes } from './encodings';

const marks: readonly { readonly label: string; readonly bytes: readonly number[] }[] = [
  { label: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { label: 'utf-32le', bytes: [0xff, 0xfe, 0, 0] },
  { label: 'utf-32be', bytes: [0, 0, 0xfe, 0xff] },
  { label: 'utf-16le', bytes: [0xff, 0xfe] },
  { label: 'utf-16be', bytes: [0xfe, 0xff] },
  { label: 'gb18030', bytes: [0x84, 0x31, 0x95, 0x33] },
];

/** The encoding a byte order mark names, or null. */
export function encodingOfMark(bytes: Uint8Array): string | null {
  const found = marks.find((mark) => mark.bytes.every((byte, at) => bytes[at] === byte));
  return found?.label ?? null;
}

/** True when no byte is above 127: the text is the same in almost every encoding. */
export function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 0x7f) return false;
  return true;
}

/**
 * UTF-16 or UTF-32 without a mark, or null. A text of 200 bytes in UTF-32 has a zero in every group of four; in UTF-16 the
 * spaces and line ends alone put zeros on one side of the pairs, in every script.
 */
export function wideEncodingOf(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 4096 * 4);
  if (sample.length < 4 || sample.length % 2 !== 0) return null;
  return utf32Of(sample) ?? utf16Of(sample);
}

function utf32Of(sample: Uint8Array): string | null {
  if (sample.length % 4 !== 0) return null;
  return ['utf-32le', 'utf-32be'].find((label) => isPlainText(decodeBytes(sample, label, true))) ?? null;
}

function utf16Of(sample: Uint8Array): string | null {
  const little = commonShare(sample, 'utf-16le');
  const big = commonShare(sample, 'utf-16be');
  const best = Math.max(little, big);
  if (best < 0.02 || best < 4 * Math.min(little, big)) return null;
  return little > big ? 'utf-16le' : 'utf-16be';
}

/** How often what every text has (spaces, line ends, ASCII, CJK punctuation, kana) occurs in this reading; 0 for what no text holds. */
function commonShare(sample: Uint8Array, label: string): number {
  const text = decodeBytes(sample, label, true) ?? decodeBytes(sample.subarray(0, -2), label, true);
  if (text === null || !isPlainText(text)) return 0;
  return (text.match(/[\t\n\r\x20-\x7e\u3000-\u30ff]/g)?.length ?? 0) / text.length;
}

function isPlainText(text: string | null): boolean {
  if (text === null || text === '') return false;
  const strange = text.match(/(?![\t\n\f\r\u0085])[\p{Cc}\p{Cn}\p{Co}]/gu)?.length ?? 0;
  return strange <= text.length / 200;
}
