/**
 * The search index against the rows: every thing is in it and nothing else is; what things bear; and the words. The
 * index keeps no words to read back, so a second one is made beside it and compared: each thing by how many words it
 * has in each column, the whole by how often each word occurs and in how many things.
 */
import type { HitKind } from '../../../../shared/contract/search';
import { toCasebookError } from '../../core/errors';
import { all, countOf, get, pluck, type ReadableDB, rawDatabase } from '../../core/sql';
import { compareFacts } from '../../search/index/compare-facts';
import { indexedWords, searchedTables } from '../../search/index/items/item-words';
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

interface WordCount {
  readonly term: string;
  readonly col: string;
  readonly doc: number;
  readonly cnt: number;
}

const wordsAtOnce = 2000;

/** The next words of an index from a word on, with their counts; those of the last word may be cut off: it comes again. */
function nextWords(db: ReadableDB, vocabulary: 'kept_words' | 'check_words', from: string): WordCount[] {
  const select = `SELECT term, col, doc, cnt FROM temp.${vocabulary} WHERE term >= ? LIMIT ${wordsAtOnce}`;
  const words = all<WordCount>(db, select, [from]);
  if (words.length < wordsAtOnce) return words;
  const last = words.at(-1)?.term;
  return words.filter(({ term }) => term !== last);
}

/** Whether both indexes have the same words as often, told after the last; a tick for each stretch of the words. */
function* haveSameWords(db: ReadableDB): Generator<null, boolean> {
  for (let from = ''; ; ) {
    const kept = nextWords(db, 'kept_words', from);
    const right = nextWords(db, 'check_words', from);
    if (JSON.stringify(kept) !== JSON.stringify(right)) return false;
    const last = kept.at(-1)?.term;
    if (last === undefined || last < from) return true;
    // The smallest word after the last one.
    from = `${last}\0`;
    yield null;
  }
}

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
  if (isSame && !(yield* haveSameWords(db))) {
    const message = 'The search index does not have the words of the notebook.';
    yield finding({ kind: 'index', id: '', message, repair });
  }
}

function* checkWords(db: ReadableDB): Generator<Tick> {
  rawDatabase(db).exec(noSecond + second);
  try {
    yield* compareWords(db);
    yield* checkWordList(db);
  } finally {
    rawDatabase(db).exec(noSecond);
  }
}

/** Every word of the index that the list of words lacks, told by stretches. */
function* checkWordList(db: ReadableDB): Generator<Tick> {
  const missing =
    'SELECT j.value FROM json_each(?) j WHERE NOT EXISTS (SELECT 1 FROM search_word w WHERE w.term = j.value)';
  for (let from = ''; ; ) {
    const words = nextWords(db, 'kept_words', from).map(({ term }) => term);
    const last = words.at(-1);
    if (last === undefined || last < from) return;
    if (pluck(db, `${missing} LIMIT 1`, [JSON.stringify([...new Set(words)])]).length > 0) {
      yield finding({
        kind: 'index',
        id: '',
        message: 'The list of words lacks words of the notebook.',
        repair,
      });
      return;
    }
    from = `${last}\0`;
    yield null;
  }
}

function* checkFacts(db: ReadableDB): Generator<Tick> {
  for (const { key, isRight } of compareFacts(db)) {
    if (isRight) yield null;
    else {
      const message = key
        ? `Search filters do not have what a ${key.kind} bears.`
        : 'Search filters have more than there is.';
      yield finding({ kind: 'index', id: key?.id ?? '', message, repair });
    }
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
  yield* checkWords(db);
  yield* checkFacts(db);
}

/** An index that cannot be read is as good as none: it is made anew from the rows. */
function* checkReadable(db: ReadableDB): Generator<Tick> {
  try {
    yield* check(db);
  } catch (error) {
    if (toCasebookError(error).code !== 'notebook-damaged') throw error;
    yield finding({ kind: 'index', id: '', message: 'The search index is damaged.', repair });
  }
}

export const indexPart: CheckPart = {
  count: (db) =>
    countOf(db, 'SELECT count(*) FROM search_item') + countOf(db, 'SELECT count(*) FROM search_fact'),
  check: checkReadable,
};
