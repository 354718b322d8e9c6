/** Dates as a person types them, and the first that a stretch of text speaks of. Their meaning is `shared/dates`. */
import { parse as findEnglish } from 'chrono-node/en';
import { parse as findRussian } from 'chrono-node/ru';
import { parse as findUkrainian } from 'chrono-node/uk';
import { parseEdtf } from '../../shared/dates/edtf';
import { eventDateFromWords } from '../../shared/dates/event-date-from-words';

/** A date as it is given to the notebook. */
export interface GivenDate {
  /** EDTF. */
  readonly edtf: string;
  /** The words it came from, or ''. */
  readonly words: string;
}

/** Reads what a person typed: EDTF as it is, else words, counted from a day (EDTF) when it is known. */
export function readDate(text: string, reference: string | null): GivenDate | null {
  const typed = text.trim();
  if (typed === '') return null;
  if (parseEdtf(typed)) return { edtf: typed, words: '' };
  const date = eventDateFromWords(typed, reference);
  return date && { edtf: date.edtf, words: typed };
}

/** Words of time that chrono finds, in the order of the text. */
function timeWords(text: string): string[] {
  const finders = /\p{Script=Cyrillic}/u.test(text) ? [findUkrainian, findRussian] : [findEnglish];
  const found = finders.flatMap((find) => find(text));
  return found.sort((a, b) => a.index - b.index).map((one) => one.text);
}

/** The first date that a stretch of text speaks of, with the very words. */
export function readDateWithin(text: string, reference: string | null): GivenDate | null {
  for (const words of timeWords(text)) {
    const date = eventDateFromWords(words, reference);
    if (date) return { edtf: date.edtf, words };
  }
  return null;
}
