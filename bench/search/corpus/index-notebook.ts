/** Makes the search index of a notebook whose rows were written bare, by the program's own functions. */
import { pluck, rawDatabase, type WritableDB } from '../../../main/store/core/sql';
import { refreshItem, searchedTables } from '../../../main/store/search/search-index';
import { hitKinds } from '../../../shared/contract/search';

const itemsPerTransaction = 50_000;

export function indexNotebook(db: WritableDB): void {
  const raw = rawDatabase(db);
  for (const kind of hitKinds) {
    const ids = pluck<string>(db, `SELECT id FROM ${searchedTables[kind]} ORDER BY id`);
    raw.exec('BEGIN');
    ids.forEach((id, index) => {
      if (index % itemsPerTransaction === 0) raw.exec('COMMIT; BEGIN');
      refreshItem(db, { kind, id });
    });
    raw.exec('COMMIT');
  }
}
