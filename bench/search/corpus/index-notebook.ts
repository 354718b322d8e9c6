/** Makes the search index of a notebook whose rows were written bare, by the program's own functions. */
import { rawDatabase, type WritableDB } from '../../../main/store/core/sql';
import { rebuildIndex } from '../../../main/store/search/index/rebuild-index';

export function indexNotebook(db: WritableDB): void {
  const raw = rawDatabase(db);
  raw.exec('BEGIN');
  rebuildIndex(db, () => raw.exec('COMMIT; BEGIN'));
  raw.exec('COMMIT');
}
