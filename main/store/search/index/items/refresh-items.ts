/** Keeps the full-text index and the list of words equal to the rows that a command changed. */
import type { HitKind } from '../../../../../shared/contract/search';
import type { RowChange } from '../../../core/recorder';
import { insertedRow, pluck, type ReadableDB, run, type SqlValue, type WritableDB } from '../../../core/sql';
import { accountWordColumns } from '../../event-texts';
import { encodeStarts } from '../stored/facts-record';
import { type IndexedWords, type ItemKey, indexedWords } from './item-words';
import { noteWords, noWordNotes, type WordNotes, writeWordNotes } from './word-list';

type Row = Readonly<Record<string, SqlValue>>;

const item = (kind: HitKind, id: SqlValue | undefined): ItemKey[] =>
  id === null || id === undefined ? [] : [{ kind, id: String(id) }];
/** A merged thing's words are those of the one it was merged into. */
const itemAndRoot = (kind: HitKind, row: Row): ItemKey[] => [
  ...item(kind, row['id']),
  ...item(kind, row['root_id']),
];

/** Which things' words a row of a table belongs to. */
const itemsOfRow: Readonly<Record<string, (row: Row, db: ReadableDB) => ItemKey[]>> = {
  article: (row) => item('article', row['id']),
  revision: (row) => item('article', row['article_id']),
  exclusion: (row, db) => {
    const select = 'SELECT article_id FROM revision WHERE id = ?';
    return item('article', pluck<string>(db, select, [String(row['revision_id'])])[0]);
  },
  annotation: (row) => item('passage', row['id']),
  selector: (row) => item('passage', row['annotation_id']),
  note: (row) => item('note', row['id']),
  entity: (row) => itemAndRoot('entity', row),
  entity_name: (row, db) => {
    const id = String(row['entity_id']);
    return item(
      'entity',
      pluck<string>(db, 'SELECT coalesce(root_id, id) FROM entity WHERE id = ?', [id])[0] ?? id,
    );
  },
  event: (row) => item('event', row['id']),
  account: (row) => [...item('event', row['event_id']), ...item('account', row['id'])],
  tag: (row) => itemAndRoot('tag', row),
};

/** The columns of a row that words come from; another change does not touch the index. */
const wordColumns: Readonly<Record<string, readonly string[]>> = {
  article: ['title', 'revision_id'],
  annotation: ['comment'],
  note: ['title', 'text'],
  entity: ['name', 'description', 'root_id'],
  event: ['title', 'description', 'date_words'],
  account: accountWordColumns,
  tag: ['name', 'description', 'root_id'],
};

function touchesWords({ table, before, after }: RowChange): boolean {
  const columns = wordColumns[table];
  return !before || !after || !columns || columns.some((column) => before[column] !== after[column]);
}

function itemsOf(db: ReadableDB, changes: readonly RowChange[]): ItemKey[] {
  const items = new Map<string, ItemKey>();
  for (const change of changes) {
    const find = itemsOfRow[change.table];
    if (!find || !touchesWords(change)) continue;
    for (const row of [change.before, change.after])
      for (const key of row ? find(row, db) : []) items.set(`${key.kind} ${key.id}`, key);
  }
  return [...items.values()];
}

/** The row of a thing in the index, or undefined where it has none. */
export function rowOfItem(db: ReadableDB, kind: HitKind, id: string): number | undefined {
  return pluck<number>(db, 'SELECT rowid FROM search_item WHERE kind = ? AND item_id = ?', [kind, id])[0];
}

function removeItem(db: WritableDB, rowid: number): void {
  run(db, 'DELETE FROM search_index WHERE rowid = ?', [rowid]);
  run(db, 'DELETE FROM search_item WHERE rowid = ?', [rowid]);
}

/** The row that a thing has, emptied, or a new one: rows stay few and in the order things were made. */
function takeRow(db: WritableDB, { kind, id }: ItemKey, row: number | undefined): number {
  if (row === undefined) {
    return insertedRow(db, 'INSERT INTO search_item (kind, item_id) VALUES (?, ?)', [kind, id]);
  }
  run(db, 'DELETE FROM search_index WHERE rowid = ?', [row]);
  return row;
}

/** Writes a thing's words under a row that has none; for the list of words they are noted only. */
export function writeWords(
  db: WritableDB,
  row: number,
  { title, body, comment }: IndexedWords,
  notes: WordNotes,
): void {
  run(db, 'INSERT INTO search_index (rowid, title, body, comment) VALUES (?, ?, ?, ?)', [
    row,
    title,
    body,
    comment,
  ]);
  noteWords(notes, row, [title, body, comment]);
}

/** What became of the things whose words changed. */
export interface RefreshedItems {
  /** The rows that things had which are gone, by kind and id as `itemName` joins them. */
  readonly removed: Map<string, number>;
  /** Where the sentences of articles begin whose words were read, by article id. */
  readonly starts: Map<string, Buffer>;
  /** The rows that articles were given which had none: nothing is stored of them yet, and their passages are new too. */
  readonly made: Map<string, number>;
}

export const noRefreshedItems = (): RefreshedItems => ({
  removed: new Map(),
  starts: new Map(),
  made: new Map(),
});

/** Kind and id as one key. */
export const itemName = (kind: HitKind, id: string): string => `${kind} ${id}`;

function refreshItem(db: WritableDB, key: ItemKey, refreshed: RefreshedItems, notes: WordNotes): void {
  const row = rowOfItem(db, key.kind, key.id);
  const words = indexedWords(db, key);
  if (words) {
    const taken = takeRow(db, key, row);
    writeWords(db, taken, words, notes);
    if (words.starts) refreshed.starts.set(key.id, encodeStarts(words.starts));
    if (row === undefined && key.kind === 'article') refreshed.made.set(key.id, taken);
  } else if (row !== undefined) {
    removeItem(db, row);
    refreshed.removed.set(itemName(key.kind, key.id), row);
  }
}

/** Brings the words of the index up to the rows that a command changed. `each`: called with how much is done, from 0 to 1. */
export function refreshItems(
  db: WritableDB,
  changes: readonly RowChange[],
  each: (share: number) => void = () => {},
): RefreshedItems {
  const refreshed = noRefreshedItems();
  const items = itemsOf(db, changes);
  const notes = noWordNotes(db);
  items.forEach((key, index) => {
    refreshItem(db, key, refreshed, notes);
    each((index + 1) / items.length);
  });
  writeWordNotes(db, notes);
  return refreshed;
}
