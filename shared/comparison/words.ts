/**
 * A text as words for comparing: numbers are one word however they are grouped, scripts without spaces give a word a
 * character. Words have keys, which are equal when only their typesetting differs.
 */
import { foldQuote } from '../anchoring/comparison/comparison-text';

const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const invisible = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff';

/** In this order: character of an unspaced script, number, word, run of spaces, dots, anything else. */
const word = new RegExp(
  [
    `[${unspaced}]\\p{M}*`,
    `\\p{N}+(?:[.,:/٫٬’'\\-]\\p{N}+)*`,
    `(?![${unspaced}])[\\p{L}\\p{M}](?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}${invisible}])*(?:['’ʼ]\\p{L}+)*`,
    '[^\\S\\t]+',
    '\\.+',
    '[^\\p{M}]\\p{M}*',
  ].join('|'),
  'gsu',
);

const sentence = /[^.!?。！？\n]*[.!?。！？\n]+[^\S\n]*|[^.!?。！？\n]+/g;

/** The words of a text, spaces and signs among them: joined, they are the text. */
export const wordsOf = (text: string): string[] => text.match(word) ?? [];

/** The sentences of a text, roughly: joined, they are the text. */
export const sentencesOf = (text: string): string[] => text.match(sentence) ?? [];

/** True when there is more than spaces and signs. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** A text as it is compared: typesetting folded, every run of spaces and line ends one space, none at the ends. */
export const foldWords = (text: string): string =>
  /^[\x21-\x7e]*$/.test(text) ? text : foldQuote(text).replace(/\s+/g, ' ').trim();

/** The key of one of {@link wordsOf}: a run of spaces is one space, the TAB between two cells stays what it is. */
export function keyOf(piece: string): string {
  if (piece === '\t') return piece;
  return foldWords(piece) || (/\s/.test(piece) ? ' ' : '');
}
