import type { Quote } from '../../../shared/model/annotation';
import { run, type WritableDB } from '../core/sql';

/**
 * Marks parts of an annotation that was just made whose present words only resemble those that were meant: their quote
 * is the words that were meant, and they await the researcher's confirmation. `parts`: in order; those in another state
 * are left as they are. Not for an annotation that was there before: its quote is the researcher's.
 */
export function markChanged(
  db: WritableDB,
  annotationId: string,
  revisionId: string,
  parts: readonly { readonly state: string; readonly quote: Quote | null }[],
): void {
  parts.forEach(({ state, quote }, part) => {
    if (state !== 'changed' || !quote) return;
    run(db, `UPDATE anchor SET state = 'changed' WHERE annotation_id = ? AND part = ? AND revision_id = ?`, [
      annotationId,
      part,
      revisionId,
    ]);
    run(db, 'UPDATE selector SET exact = ?, prefix = ?, suffix = ? WHERE annotation_id = ? AND part = ?', [
      quote.exact,
      quote.prefix,
      quote.suffix,
      annotationId,
      part,
    ]);
  });
}
