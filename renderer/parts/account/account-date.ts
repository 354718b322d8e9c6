import { parseEdtf } from '../../../shared/dates/edtf';
import type { AccountDate } from '../../../shared/model/account';
import { type GivenDate, readDate } from '../read-date';

/** The article that dates in words count from. */
export interface DateReference {
  readonly articleId: string;
  /** EDTF; null while its publication is not known. */
  readonly published: string | null;
}

/**
 * A date as an account keeps it. Words that mean another day without the article's publication date count from that
 * article: they are read again when its date becomes known or is corrected.
 */
export function accountDate(date: GivenDate, reference: DateReference | null): AccountDate {
  const { earliest = null, latest = null } = parseEdtf(date.edtf) ?? {};
  const { edtf, words } = date;
  const counts = reference !== null && words !== '' && needsPublication(words, edtf);
  return { edtf, words, earliest, latest, referenceArticleId: counts ? reference.articleId : null };
}

/** Whether words leave something open that a publication date would tell. */
function needsPublication(words: string, edtf: string): boolean {
  const alone = readDate(words, null);
  return alone === null || alone.edtf !== edtf || alone.edtf.startsWith('XXXX');
}
