/** An event's date between its columns and the model: checked and given its bounds on the way in, read as it is on the way out. */
import { parseEdtf } from '../../../shared/dates/edtf';
import type { EventDate } from '../../../shared/model/event-date';
import { CasebookError } from '../../../shared/model/result';

/** The date columns of an event's row. */
export interface DateColumns {
  readonly date_edtf: string | null;
  readonly date_words: string;
  readonly date_earliest: string | null;
  readonly date_latest: string | null;
}

/** The columns for a date; null: unknown. Throws `bad-arguments` when it is not EDTF. */
export function dateColumns(date: Pick<EventDate, 'edtf' | 'words'> | null): DateColumns {
  if (!date) return { date_edtf: null, date_words: '', date_earliest: null, date_latest: null };
  const parsed = parseEdtf(date.edtf);
  if (!parsed)
    throw new CasebookError(
      'bad-arguments',
      `“${date.edtf}” is not a date in EDTF, such as 2025-07-03 or 2025-07~.`,
    );
  const { edtf, earliest, latest } = parsed;
  return { date_edtf: edtf, date_words: date.words.trim(), date_earliest: earliest, date_latest: latest };
}

/** The date that a row's columns hold. */
export function dateOf({ date_edtf, date_words, date_earliest, date_latest }: DateColumns): EventDate | null {
  if (date_edtf === null) return null;
  return { edtf: date_edtf, words: date_words, earliest: date_earliest, latest: date_latest };
}
