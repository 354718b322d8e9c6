/**
 * Every date that a text speaks of, with the very words: for suggestions. It gives what the rules are sure of; words that
 * count from something else are passed over.
 */
import type { Utf16Offset } from '../../text/offset-types';
import type { Found, Line } from './atoms';
import type { DateContext } from './date-from-words';
import { expressionAt } from './expressions';
import { languagesOf } from './language';
import { finderFor } from './lexicon';
import { lexicons } from './lexicons';
import { lineOf } from './line';
import { type DateFromWords, resolveReading } from './reading/resolve-reading';

/** A date in a text. */
export interface FoundDate extends DateFromWords {
  /** UTF-16 offsets in the text. */
  readonly start: Utf16Offset;
  readonly end: Utf16Offset;
  /** The words between them. */
  readonly words: string;
}

const frames = 'isugbavrt>~PR';

/** A number that may be no year is one where a word for time is before it, or a sign after it. */
function isFramed(line: Line, start: number, found: Found): boolean {
  if (!found.needsFrame) return true;
  if (line.letters[start] === 'i') return true;
  // “(1954)”
  const isOpened = [start, start - 1].some((index) => line.tokens[index]?.text === '(');
  if (isOpened && line.tokens[found.next]?.text === ')') return true;
  const before = line.letters[start - 1] ?? '';
  return before !== '' && frames.includes(before);
}

const opensIdly = 'i,';

/** No date begins with these. */
const idle = 'o,&|/-';

function foundAt(
  line: Line,
  text: string,
  start: number,
  found: Found,
): Omit<FoundDate, keyof DateFromWords> | null {
  let first = start;
  while (opensIdly.includes(line.letters[first] ?? ' ')) first += 1;
  const [from, to] = [line.tokens[first], line.tokens[found.next - 1]];
  if (!from || !to) return null;
  // Offsets of the very text given: UTF-16 by construction.
  const [begin, end] = [from.start as Utf16Offset, to.end as Utf16Offset];
  return { start: begin, end, words: text.slice(begin, end) };
}

/**
 * The dates in a text in their order, none overlapping; `reference` is the day (EDTF) that “yesterday” counts from, null when
 * it is not known. The language is guessed from the text when it is not given.
 */
export function findDates(text: string, reference: string | null, context: DateContext = {}): FoundDate[] {
  const [language = 'en'] = languagesOf(text, context.language);
  const line = lineOf(text, finderFor(lexicons[language]), true);
  const dates: FoundDate[] = [];
  for (let start = 0; start < line.letters.length; start += 1) {
    if (idle.includes(line.letters[start] ?? '')) continue;
    const found = expressionAt(line, start);
    if (!found) continue;
    if (found.reading && !found.isOnlyWhole && isFramed(line, start, found)) {
      const place = foundAt(line, text, start, found);
      const date = resolveReading(found.reading, reference, context.tense);
      if (place && date) dates.push({ ...place, ...date });
    }
    start = found.next - 1;
  }
  return dates;
}
