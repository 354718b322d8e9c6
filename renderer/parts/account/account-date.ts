import { parseEdtf } from '../../../shared/dates/edtf';
import type { AccountDate } from '../../../shared/model/account';
import { countsFromPublication, type GivenDate } from '../read-date';

/** The article that dates in words count from. */
export interface DateReference {
  readonly articleId: string;
  /** EDTF; null while its publication is not known. */
  readonly published: string | null;
}

/** A date as an account keeps it: words that count from the article's publication are read again when that is corrected. */
export function accountDate(date: GivenDate, reference: DateReference | null): AccountDate {
  const { earliest = null, latest = null } = parseEdtf(date.edtf) ?? {};
  const { edtf, words } = date;
  const counts = reference !== null && countsFromPublication(words);
  return { edtf, words, earliest, latest, referenceArticleId: counts ? reference.articleId : null };
}

/** An account's date as the field for dates takes it. */
export const fieldDate = (date: AccountDate | null): GivenDate | null =>
  date && { edtf: date.edtf, words: date.words };
