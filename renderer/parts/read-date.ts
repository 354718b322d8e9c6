/** Dates as a person types them, and the first that a stretch of text speaks of. Their meaning is `shared/dates`. */
import { parseEdtf } from '../../shared/dates/edtf';
import { dateFromWords } from '../../shared/dates/words/date-from-words';
import { findDates } from '../../shared/dates/words/find-dates';

/** A date as it is given to the notebook. */
export interface GivenDate {
  /** EDTF. */
  readonly edtf: string;
  /** The words it came from, or ''. */
  readonly words: string;
  /** Whether it counts from the day of publication: known or not, another day would make it another date. */
  readonly countsFromReference?: boolean;
}

/** Reads what a person typed: EDTF as it is, else words, counted from a day (EDTF) when it is known. */
export function readDate(text: string, reference: string | null): GivenDate | null {
  const typed = text.trim();
  if (typed === '') return null;
  if (parseEdtf(typed)) return { edtf: typed, words: '' };
  const date = dateFromWords(typed, reference);
  return date && { ...date, words: typed };
}

/** The first date that a stretch of text speaks of, with the very words. */
export function readDateWithin(text: string, reference: string | null): GivenDate | null {
  const [found] = findDates(text, reference);
  if (!found) return null;
  const { edtf, words, countsFromReference } = found;
  return { edtf, words, countsFromReference };
}
