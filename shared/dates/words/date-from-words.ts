/**
 * The date that some words give, counted from the day they were published where they need one. It claims no more than the
 * words do: what they leave open stays open in the EDTF, and words that count from something else (“a week later”) give
 * nothing. Dates within longer texts are `find-dates.ts`.
 */
import { parseEdtf } from '../edtf';
import type { Found, Line } from './atoms';
import { expressionAt } from './expressions';
import { languagesOf } from './language';
import { type DateLanguage, finderFor } from './lexicon';
import { lexicons } from './lexicons';
import { lineOf } from './line';
import { chronoReading } from './reading/chrono-reading';
import { fixed, type Reading, type Tense } from './reading/reading';
import { type DateFromWords, resolveReading } from './reading/resolve-reading';

/** What is known beside the words. */
export interface DateContext {
  /** Language tag of the words; else it is guessed from them. */
  readonly language?: string | null;
  /** Whether the words tell of what has been or is to come; left out: news, so “on Friday” is the last one. */
  readonly tense?: Tense;
}

/** A date found in a line, by tokens. */
interface FoundInLine {
  readonly found: Found;
  readonly start: number;
}

const isIdle = (letters: string): boolean => /^[i,>]*$/.test(letters);

/** The first date that is all of the line but for idle words. */
function wholeOf(line: Line): FoundInLine | null {
  for (let start = 0; start < line.letters.length; start += 1) {
    const found = expressionAt(line, start);
    if (found && isIdle(line.letters.slice(0, start)) && isIdle(line.letters.slice(found.next)))
      return { found, start };
    if (!isIdle(line.letters.slice(0, start + 1))) return null;
  }
  return null;
}

/** What is left beside it says nothing about time: else more was meant than was read. */
const standsAlone = (line: Line, start: number, next: number): boolean =>
  'oi,>'.includes(line.letters[start - 1] ?? 'o') && 'oi,'.includes(line.letters[next] ?? 'o');

/** The longest date anywhere in the line. */
function longestOf(line: Line): FoundInLine | null {
  let best: FoundInLine | null = null;
  for (let start = 0; start < line.letters.length; start += 1) {
    const found = expressionAt(line, start);
    if (!found) continue;
    const length = best ? best.found.next - best.start : 0;
    const isDate =
      !(found.needsFrame && start === 0) && !found.isOnlyWhole && standsAlone(line, start, found.next);
    if (found.next - start > length && isDate) best = { found, start };
    start = found.next - 1;
  }
  return best;
}

function readingIn(words: string, languages: readonly DateLanguage[]): Reading | null | undefined {
  const lines: Line[] = [];
  for (const language of languages) {
    const line = lineOf(words, finderFor(lexicons[language]), false);
    const whole = wholeOf(line);
    if (whole) return whole.found.reading;
    lines.push(line);
  }
  const parts = lines.map((line) => longestOf(line)).filter((part) => part !== null);
  const longest = parts.reduce<FoundInLine | null>((best, part) => {
    const length = (one: FoundInLine) => one.found.next - one.start;
    return best && length(best) >= length(part) ? best : part;
  }, null);
  return longest ? longest.found.reading : undefined;
}

const mostCharacters = 300;

/** EDTF itself may be given for words. */
function literal(words: string): Reading | null {
  const edtf = words.toUpperCase();
  return /\d/.test(edtf) && /^[[{\-\dXY./]/.test(edtf) && parseEdtf(edtf) ? fixed(edtf) : null;
}

/**
 * The date that words give, with the day they count from as `reference` (EDTF; null: not known, so what depends on it stays
 * unknown: `XXXX-07-03`). Null when the words give none. A day, month or weekday without more is the latest that has begun
 * by the reference; for the future the next.
 */
export function dateFromWords(
  words: string,
  reference: string | null,
  context: DateContext = {},
): DateFromWords | null {
  const given = words.normalize('NFC').trim();
  if (given === '' || given.length > mostCharacters) return null;
  const languages = languagesOf(given, context.language);
  const found = literal(given) ?? readingIn(given, languages);
  // Null: the words were understood, and give no date.
  const reading = found === undefined ? chronoReading(given, languages.slice(0, 2)) : found;
  return reading && resolveReading(reading, reference, context.tense);
}
