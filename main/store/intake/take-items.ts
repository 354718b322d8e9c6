/**
 * Takes several items of one file in one transaction, each standing for itself: what is wrong with one leaves the others
 * as they are. What concerns all of them (a full disk) is thrown.
 */
import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import { rawDatabase, type WritableDB } from '../core/sql';
import { isFatal, wordsOfError } from './fatal-errors';
import type { IntakeState } from './intake-state';
import { takeItem } from './take-item';
import { type Taken, taken } from './taken';

/** A key stands for nothing when what it stood for was not written. */
function forget(state: IntakeState, item: ImportedItem): void {
  if (item.kind === 'tag') state.tags.delete(item.tag.key);
  if (item.kind === 'article') state.articles.delete(item.key);
  state.ready.clear();
}

function titleOf(item: ImportedItem): string {
  if (item.kind === 'article') return item.document.metadata.title;
  if (item.kind === 'tag') return item.tag.name;
  return 'title' in item ? item.title : '';
}

function takeOne(db: WritableDB, state: IntakeState, item: ImportedItem): Taken {
  try {
    return rawDatabase(db).transaction(() => takeItem(db, state, item))();
  } catch (cause) {
    if (isFatal(cause)) throw cause;
    // A fault of the program costs one item.
    forget(state, item);
    return taken(item.kind, 'refused', { title: titleOf(item), message: wordsOfError(cause) });
  }
}

/** Takes items in their order, in the transaction of the caller. Throws what would befall every item. */
export function takeItems(db: WritableDB, state: IntakeState, items: readonly ImportedItem[]): Taken[] {
  return items.map((item) => takeOne(db, state, item));
}
