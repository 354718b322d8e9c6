/** Where the pages or chapters of an article's source begin in its revisions: told by importers, followed over edits. */
import { followPlaces } from '../../../../shared/anchoring/comparison/follow-places';
import type { Locator } from '../../../../shared/model/article';
import { codePoints } from '../../../../shared/text/offsets';
import type { AnchoredText } from '../../annotations/carry-anchors';
import { all, insert, type ReadableDB, run, type WritableDB } from '../../core/sql';

const kinds = ['page', 'chapter'] as const;

/** A revision's pages and chapters, each in the order of the source; those without words begin where the next one does. */
export function listLocators(db: ReadableDB, revisionId: string): Locator[] {
  const select = `SELECT kind, label, start FROM locator WHERE revision_id = ? ORDER BY kind, number`;
  return all(db, select, [revisionId]);
}

/** Writes a revision's locators, which it has none of yet; of each kind in the order of the source. */
export function insertLocators(db: WritableDB, revisionId: string, locators: readonly Locator[]): void {
  for (const kind of kinds) {
    locators
      .filter((locator) => locator.kind === kind)
      .forEach(({ label, start }, number) =>
        insert(db, 'locator', { revision_id: revisionId, kind, start, number, label }),
      );
  }
}

/** Puts what an importer says in place of what was carried over, where it says anything. */
export function replaceLocators(
  db: WritableDB,
  revisionId: string,
  locators: readonly Locator[] | undefined,
): void {
  if (locators === undefined) return;
  run(db, 'DELETE FROM locator WHERE revision_id = ?', [revisionId]);
  insertLocators(db, revisionId, locators);
}

/** Follows the locators of one revision to the next. */
export function carryLocators(db: WritableDB, from: AnchoredText, to: AnchoredText): void {
  const locators = listLocators(db, from.revisionId);
  if (locators.length === 0) return;
  for (const kind of kinds) {
    const ofKind = locators.filter((locator) => locator.kind === kind);
    const starts = followPlaces(
      from.text,
      to.text,
      ofKind.map(({ start }) => codePoints(start)),
    );
    insertLocators(
      db,
      to.revisionId,
      ofKind.map((locator, index) => ({ ...locator, start: starts[index] ?? locator.start })),
    );
  }
}

/** Copies the locators of one revision to another with the same words. */
export function copyLocators(db: WritableDB, from: string, to: string): void {
  run(
    db,
    `INSERT INTO locator (revision_id, kind, start, number, label)
     SELECT @to, kind, start, number, label FROM locator WHERE revision_id = @from`,
    { from, to },
  );
}
