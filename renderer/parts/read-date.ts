/** Dates as a person types them. Their meaning is `shared/dates`. */
import { parseEdtf } from '../../shared/dates/edtf';
import { dateFromWords } from '../../shared/dates/words/date-from-words';

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
  const date = dateFromWords(typed, reference);
  return date && { edtf: date.edtf, words: typed };
}

/** Whether words count from the day of publication: known or not, another day would make them another date. */
export function countsFromPublication(words: string): boolean {
  return words !== '' && dateFromWords(words, null)?.countsFromReference === true;
}
