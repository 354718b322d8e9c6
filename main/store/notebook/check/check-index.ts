/**
 * The search index against the rows: every thing is in it and nothing else is; and its words are those of the rows. The
 * index keeps no words to read back, so a second one is made beside it and compared: each thing by how many words it
 * has in each column, the whole by how often each word occurs and in how many things.
 */
import type { HitKind } from '../../../../shared/contract/search';
import { all, countOf, get, pluck, type ReadableDB, rawDatabase } from '../../core/sql';
import { indexedWords, searchedTables } from '../../search/search-index';
import { type CheckPart, finding, type Tick } from './finding';

interface Item {
  readonly rowid: number;
  readonly kind: HitKind;
  readonly id: string;
}

const repair = 'index' as const;

function* checkItems(db: ReadableDB): Generator<Tick> {
  for (const [kind, table] of Object.entries(searchedTables)) {
    const unindexed = `SELECT id FROM ${table} EXCEPT SELECT item_id FROM search_item WHERE kind = @kind`;
    const leftOver = `SELECT item_id FROM search_item WHERE kind = @kind EXCEPT SELECT id FROM ${table}`;
    for (const id of pluck<string>(db, unindexed, { kind }))
      yield finding({ kind: 'index', id, message: `A ${kind} cannot be found by search.`, repair });
    for (const id of pluck<string>(db, leftOver, { kind }))
      yield finding({ kind: 'index', id, message: `Search knows a ${kind} that is gone.`, repair });
  }
  const words = pluck(db, 'SELECT rowid FROM search_index EXCEPT SELECT rowid FROM search_item').length;
  const bare = pluck(db, 'SELECT rowid FROM search_item EXCEPT SELECT rowid FROM search_index').length;
  const message = 'The search index and its list of things do not agree.';
  if (words + bare > 0) yield finding({ kind: 'index', id: '', message, repair });
}

/** The second index, on this connection only. */
const second = `
  CREATE VIRTUAL TABLE temp.check_index USING fts5 (title, body, comment, content = '', tokenize = 'unicode61 remove_diacritics 2');
  CREATE VIRTUAL TABLE temp.check_words USING fts5vocab ('temp', 'check_index', 'col');
  CREATE VIRTUAL TABLE temp.kept_words USING fts5vocab ('main', 'search_index', 'col');`;
const noSecond = `DROP TABLE IF EXISTS temp.check_words; DROP TABLE IF EXISTS temp.kept_words; DROP TABLE IF EXISTS temp.check_index;`;

function fill(db: ReadableDB, { rowid, kind, id }: Item): boolean {
  const words = indexedWords(db, { kind, id });
  if (!words) return false;
  rawDatabase(db)
    .prepare('INSERT INTO temp.check_index (rowid, title, body, comment) VALUES (?, ?, ?, ?)')
    .run(rowid, words.title, words.body, words.comment);
  return true;
}

/** How many words FTS5 counted in each column of a row. */
const sizes = (schema: 'main.search' | 'temp.check') =>
  `SELECT hex(sz) AS size FROM ${schema}_index_docsize WHERE id = ?`;

function hasSameSize(db: ReadableDB, rowid: number): boolean {
  const [kept, right] = (['main.search', 'temp.check'] as const).map(
    (schema) => get<{ size: string }>(db, sizes(schema), [rowid])?.size,
  );
  return kept === right;
}

const differingWords = `SELECT count(*) FROM (
  SELECT term, col, doc, cnt FROM temp.kept_words EXCEPT SELECT term, col, doc, cnt FROM temp.check_words)`;

function* compareWords(db: ReadableDB): Generator<Tick> {
  const items = all<Item>(db, 'SELECT rowid, kind, item_id AS id FROM search_item ORDER BY rowid');
  let isSame = true;
  for (const item of items) {
    if (fill(db, item) && !hasSameSize(db, item.rowid)) {
      isSame = false;
      const message = `The search index does not have the words of a ${item.kind}.`;
      yield finding({ kind: 'index', id: item.id, message, repair });
    }
    yield null;
  }
  if (isSame && countOf(db, differingWords) > 0) {
    const message = 'The search index does not have the words of the notebook.';
    yield finding({ kind: 'index', id: '', message, repair });
  }
}

function* check(db: ReadableDB): Generator<Tick> {
  let isWhole = true;
  for (const tick of checkItems(db)) {
    isWhole &&= tick === null;
    yield tick;
  }
  // An index that lacks things is made anew anyhow.
  if (!isWhole) return;
  rawDatabase(db).exec(noSecond + second);
  try {
    yield* compareWords(db);
  } finally {
    rawDatabase(db).exec(noSecond);
  }
}

export const indexPart: CheckPart = {
  count: (db) => countOf(db, 'SELECT count(*) FROM search_item'),
  check,
};
