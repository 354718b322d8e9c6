/**
 * Dates that count from an article's day of publication, read anew from their words when that day changes. What a person
 * wrote by hand stays: only a date that its words gave from the day before is counted again.
 */
import type { RecountedDate } from '../../../shared/contract/articles';
import { dateFromWords } from '../../../shared/dates/words/date-from-words';
import { all, update, type WritableDB } from '../core/sql';
import { dateColumns } from '../events/stored-date';

/** When an article was published, before and after a change: EDTF, null where it is not known. */
interface PublishedChange {
  readonly articleId: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Language tag of the article, or ''. */
  readonly language: string;
}

interface CountedRow {
  readonly id: string;
  readonly event_id: string;
  readonly title: string;
  readonly mode: string;
  readonly date_edtf: string | null;
  readonly date_words: string;
}

const countedDates = `SELECT account.id, account.event_id, event.title, account.mode, account.date_edtf, account.date_words
  FROM account JOIN event ON event.id = account.event_id
  WHERE account.reference_article_id = ? AND account.fact = 'date' AND account.date_words <> ''
  ORDER BY event.title, account.id`;

/** What the words come to now; null: they did not give this date, or give the same. */
function recounted({ mode, date_edtf, date_words }: CountedRow, change: PublishedChange): string | null {
  const { before, after } = change;
  const tenses = mode === 'plans' ? (['future', 'past'] as const) : (['past', 'future'] as const);
  for (const language of [change.language, '']) {
    for (const tense of tenses) {
      const was = dateFromWords(date_words, before, { language, tense });
      if (was?.countsFromReference !== true || was.edtf !== date_edtf) continue;
      const edtf = dateFromWords(date_words, after, { language, tense })?.edtf ?? null;
      return edtf === date_edtf ? null : edtf;
    }
  }
  return null;
}

/** Counts anew every date that counts from an article; answers those that are another now, by the title of their event. */
export function recountDates(db: WritableDB, change: PublishedChange): readonly RecountedDate[] {
  if (change.before === change.after) return [];
  return all<CountedRow>(db, countedDates, [change.articleId]).flatMap((row) => {
    const to = recounted(row, change);
    if (to === null) return [];
    const modified = { modified_at: new Date().toISOString() };
    update(db, 'account', row.id, { ...dateColumns({ edtf: to, words: row.date_words }), ...modified });
    return [{ accountId: row.id, eventId: row.event_id, title: row.title, from: row.date_edtf ?? '', to }];
  });
}
