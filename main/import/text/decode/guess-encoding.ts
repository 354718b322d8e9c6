/**
 * Ranks the 8-bit readings of bytes that are no Unicode: each candidate decodes a sample, and the reading that looks most
 * like words of some language wins. Multi-byte East Asian encodings are recognised by chardet, which does that well;
 * its own ranking of 8-bit encodings is not used, because it knows neither KOI8-U nor the DOS and Macintosh tables.
 */
import chardet from 'chardet';
import { detectAll } from 'tinyld';
import { knowsAlphabet, letterWeight } from './alphabets';
import { decodeBytes, priors } from './encodings';

export interface EncodingGuess {
  readonly encoding: string;
  /** From 0 to 1. */
  readonly confidence: number;
}

/** The likeliest first; never empty. `bytes` hold something above 127. */
export function guessEncoding(bytes: Uint8Array): readonly EncodingGuess[] {
  const wide = guessMultiByte(bytes);
  const sample = tellingSample(bytes);
  const readings = plausibleReadings(sample).map((reading) => ({
    encoding: reading.label,
    score: scoreReading(reading.text) + reading.prior,
  }));
  const ranked = readings.sort((a, b) => b.score - a.score);
  const evidence = Math.min(1, sample.filter((byte) => byte > 0x7f).length / enoughBytes);
  const single = ranked.map((reading, at) => ({
    encoding: reading.encoding,
    confidence: evidence * confidenceOf(reading.score, at === 0 ? ranked[1]?.score : undefined),
  }));
  const all = [...wide, ...single];
  return all.length > 0 ? all : [{ encoding: 'windows-1252', confidence: 0 }];
}

/** With fewer bytes above 127 than this, a good score may be luck. */
const enoughBytes = 6;

function confidenceOf(score: number, next: number | undefined): number {
  const lead = next === undefined ? 0 : Math.max(0, score - next);
  const level = Math.max(0, Math.min(1, score / 1.4));
  return Math.round(Math.min(0.99, level * 0.8 + lead) * 100) / 100;
}

const multiByteLabels: ReadonlyMap<string, string> = new Map([
  ['GB18030', 'gb18030'],
  ['Big5', 'big5'],
  ['Shift_JIS', 'shift_jis'],
  ['EUC-JP', 'euc-jp'],
  ['EUC-KR', 'euc-kr'],
  ['ISO-2022-JP', 'iso-2022-jp'],
]);

/** Under this, chardet's East Asian answers are noise: it gives 10 to any bytes it could not rule out. */
const leastMultiByteConfidence = 60;
const multiByteSampleLength = 64 * 1024;

/** East Asian encodings these bytes are surely in, the likeliest first. */
export function guessMultiByte(bytes: Uint8Array): readonly EncodingGuess[] {
  const sample = bytes.subarray(0, multiByteSampleLength);
  return chardet.analyse(sample).flatMap((match) => {
    const label = multiByteLabels.get(match.name);
    const sure = label !== undefined && match.confidence >= leastMultiByteConfidence;
    return sure ? [{ encoding: label, confidence: match.confidence / 100 }] : [];
  });
}

const sampleLength = 6000;
const sampleLineLength = 1000;

/** The lines that hold bytes above 127, up to a length: ASCII lines read the same in every candidate. */
function tellingSample(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let total = 0;
  let from = 0;
  while (from < bytes.length && total < sampleLength) {
    const high = bytes.subarray(from).findIndex((byte) => byte > 0x7f);
    if (high < 0) break;
    const part = lineAround(bytes, from, from + high);
    parts.push(part);
    total += part.length;
    from = part.byteOffset - bytes.byteOffset + part.length;
  }
  return Buffer.concat(parts);
}

function lineAround(bytes: Uint8Array, from: number, at: number): Uint8Array {
  const before = bytes.lastIndexOf(0x0a, at);
  const after = bytes.indexOf(0x0a, at);
  const start = Math.max(from, before + 1, at - sampleLineLength / 2);
  const end = Math.min(after < 0 ? bytes.length : after + 1, at + sampleLineLength);
  return bytes.subarray(start, end);
}

interface Reading {
  readonly label: string;
  readonly text: string;
  readonly prior: number;
}

/** Candidates that give every byte a meaning, each different text once (under the label that is likelier). */
function plausibleReadings(sample: Uint8Array): Reading[] {
  const byText = new Map<string, Reading>();
  for (const [label, prior] of priors) {
    const text = decodeBytes(sample, label);
    const known = byText.get(text);
    if (known === undefined || known.prior < prior) byText.set(text, { label, text, prior });
  }
  return [...byText.values()];
}

/** How much a reading looks like words: above 1 for real prose, well below for the wrong table. */
function scoreReading(decoded: string): number {
  const text = decoded.replace(/<[^<>]*>/g, ' ');
  const foreign = text.match(/[^\0-\x7f]/gu) ?? [];
  if (foreign.length === 0) return 0;
  const crowded = foreignShare(text) > greatestShare ? foreign.length : 0;
  const common = 1.5 * countBreaks(text) + crowded;
  const scores = languagesOf(text).map(({ lang, accuracy }) => {
    const sum = foreign.reduce((total, character) => total + scoreCharacter(character, lang), 0);
    return (sum - common) / foreign.length + 0.3 * accuracy;
  });
  return Math.max(...scores);
}

interface LanguageGuess {
  readonly lang: string;
  readonly accuracy: number;
}

/**
 * The languages the text may be in. In Latin script the words without a foreign letter say it best, because they are the
 * same in every reading: one wrong letter is enough to make tinyld sure of the wrong language.
 */
function languagesOf(text: string): readonly LanguageGuess[] {
  const [own = { lang: '', accuracy: 0 }] = detectAll(text.slice(0, 2000));
  if (/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}]/u.test(text))
    return [own];
  const plain = text.match(/(?<![^\s('"])[a-z]+(?![^\s.,;:!?)'"])/gi) ?? [];
  const base = plain.length < 8 ? [] : detectAll(plain.join(' ').slice(0, 2000)).slice(0, 2);
  const all = [...base, { lang: own.lang, accuracy: own.accuracy * 0.6 }];
  return foreignShare(text) < leastVietnameseShare ? all.filter(({ lang }) => lang !== 'vi') : all;
}

function scoreCharacter(character: string, language: string): number {
  if (/[\p{L}\p{M}]/u.test(character)) return scoreLetter(character, language);
  if (/[\u00a0«»“”„‘’‚‹›–—…•·§№°€£©®™¿¡\u200e\u200f×½¼²³]/u.test(character)) return 0.9;
  return /[\p{Cc}\p{Cn}\p{Co}\uFFFD]/u.test(character) ? -4 : -1.5;
}

function scoreLetter(character: string, language: string): number {
  if (!knowsAlphabet(language)) return 0.6;
  return letterWeight(language, character) ?? -0.6;
}

/** About a quarter of the letters of Vietnamese carry a sign; no other language in Latin script comes near. */
const leastVietnameseShare = 0.18;
const greatestShare = 0.4;

function foreignShare(text: string): number {
  const foreign = text.match(/[^\P{Script=Latin}a-zA-Z]/gu)?.length ?? 0;
  const plain = text.match(/[a-zA-Z]/g)?.length ?? 0;
  return foreign / Math.max(1, foreign + plain);
}

/** Places no writer makes: a capital after a small letter, two scripts in one word, a symbol between two letters. */
const breaks: readonly RegExp[] = [
  /\p{Ll}(?=\p{Lu})(?!\p{Lu}\p{Lu}?\b)/gu,
  /\p{Script=Latin}(?=[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}])/gu,
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}](?=\p{Script=Latin})/gu,
  /\p{L}(?=[«»“”„‚‹›•§°€£©®¿¡×±¤¦¨¬¯¶·¸¢¥])[^\p{L}](?=\p{L})/gu,
];

function countBreaks(text: string): number {
  return breaks.reduce((total, pattern) => total + (text.match(pattern)?.length ?? 0), 0);
}
