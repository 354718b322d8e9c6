/**
 * Keeps the full-text index equal to the rows, from the record of row changes, in the same transaction. What is indexed
 * is folded words; excluded stretches of an article (page chrome) are left out. Searching itself is in `search.ts`.
 */
import type { HitKind } from '../../../shared/contract/search';
import { foldForSearch } from '../../../shared/text/fold';
import type { CodePointOffset } from '../../../shared/text/offset-types';
import { createOffsetMap } from '../../../shared/text/offsets';
import type { RowChange } from '../core/recorder';
import { all, get, pluck, type ReadableDB, run, type SqlValue, type WritableDB } from '../core/sql';
import { accountWordColumns, eventTexts } from './event-texts';

interface Words {
  readonly title: string;
  readonly body: string;
  readonly comment: string;
}

interface ItemKey {
  readonly kind: HitKind;
  readonly id: string;
}

type KeyOfRow = (row: Readonly<Record<string, SqlValue>>, db: ReadableDB) => string | readonly string[];

/** Which items' words a row of a table belongs to: a merged entity's are those of the one it was merged into. */
const itemOfTable: Readonly<Record<string, readonly [kind: HitKind, key: KeyOfRow]>> = {
  article: ['article', (row) => String(row['id'])],
  revision: ['article', (row) => String(row['article_id'])],
  exclusion: [
    'article',
    (row, db) =>
      pluck<string>(db, 'SELECT article_id FROM revision WHERE id = ?', [String(row['revision_id'])])[0] ??
      '',
  ],
  annotation: ['passage', (row) => String(row['id'])],
  selector: ['passage', (row) => String(row['annotation_id'])],
  note: ['note', (row) => String(row['id'])],
  entity: [
    'entity',
    (row) => [row['id'], row['root_id']].filter((id) => id !== null && id !== undefined).map(String),
  ],
  entity_name: [
    'entity',
    (row, db) => {
      const id = String(row['entity_id']);
      return pluck<string>(db, 'SELECT coalesce(root_id, id) FROM entity WHERE id = ?', [id])[0] ?? id;
    },
  ],
  event: ['event', (row) => String(row['id'])],
  account: ['event', (row) => String(row['event_id'])],
};

/** The columns of a row that its item's words come from; another change does not touch the index. */
const wordColumns: Readonly<Record<string, readonly string[]>> = {
  article: ['title', 'revision_id', 'authors', 'publisher'],
  annotation: ['comment'],
  note: ['title', 'text'],
  entity: ['name', 'description', 'root_id'],
  event: ['title', 'description', 'date_words'],
  account: accountWordColumns,
};

const readWords: Readonly<Record<HitKind, (db: ReadableDB, id: string) => Words | null>> = {
  article: articleWords,
  passage: passageWords,
  note: (db, id) =>
    get<Words>(db, `SELECT title, text AS body, '' AS comment FROM note WHERE id = ?`, [id]) ?? null,
  entity: entityWords,
  event: eventWords,
};

/** The stretches of a revision that are greyed: neither evidence nor searched. Code points. */
export function greyedRanges(
  db: ReadableDB,
  revisionId: string,
): { start: CodePointOffset; end: CodePointOffset }[] {
  return all(
    db,
    `SELECT start, "end" FROM exclusion WHERE revision_id = ? AND state <> 'kept' ORDER BY start`,
    [revisionId],
  );
}

/** A text with the given stretches blanked, so that every other word keeps its place. */
export function blankRanges(
  text: string,
  ranges: readonly { start: CodePointOffset; end: CodePointOffset }[],
): string {
  if (ranges.length === 0) return text;
  const offsets = createOffsetMap(text);
  let blanked = '';
  let from = 0;
  for (const range of ranges) {
    const start = Math.max(from, offsets.toUtf16(range.start));
    const end = Math.max(start, offsets.toUtf16(range.end));
    blanked += text.slice(from, start) + text.slice(start, end).replace(/\S/g, ' ');
    from = end;
  }
  return blanked + text.slice(from);
}

function articleWords(db: ReadableDB, id: string): Words | null {
  const row = get<{ title: string; text: string; revision_id: string; authors: string; publisher: string }>(
    db,
    'SELECT a.title, r.text, a.revision_id, a.authors, a.publisher FROM article a JOIN revision r ON r.id = a.revision_id WHERE a.id = ?',
    [id],
  );
  if (!row) return null;
  return { title: row.title, body: blankRanges(row.text, greyedRanges(db, row.revision_id)), comment: '' };
}

/**
 * Stands between the parts of a passage, so that no phrase reaches from one into the next: a word of private-use
 * characters, which no keyboard writes.
 */
const betweenParts = ' \uE0B5\uE0A7\uE0B5 ';

function passageWords(db: ReadableDB, id: string): Words | null {
  const row = get<{ comment: string }>(db, 'SELECT comment FROM annotation WHERE id = ?', [id]);
  if (!row) return null;
  const quotes = pluck<string>(db, 'SELECT exact FROM selector WHERE annotation_id = ? ORDER BY part', [id]);
  return { title: '', body: quotes.join(betweenParts), comment: row.comment };
}

function entityWords(db: ReadableDB, id: string): Words | null {
  const row = get<{ name: string; description: string }>(
    db,
    'SELECT name, description FROM entity WHERE id = ? AND root_id IS NULL',
    [id],
  );
  if (!row) return null;
  const names = pluck<string>(db, 'SELECT DISTINCT name FROM known_name WHERE entity_id = ? ORDER BY id', [
    id,
  ]);
  const merged = 'SELECT description FROM entity WHERE root_id = ? ORDER BY id';
  const descriptions = [row.description, ...pluck<string>(db, merged, [id])];
  return { title: [row.name, ...names].join('\n'), body: descriptions.join('\n').trim(), comment: '' };
}

function eventWords(db: ReadableDB, id: string): Words | null {
  const texts = eventTexts(db, id);
  return texts && { title: texts.title, body: texts.told.join('\n'), comment: texts.about.join('\n') };
}

function touchesWords({ table, before, after }: RowChange): boolean {
  const columns = wordColumns[table];
  return !before || !after || !columns || columns.some((column) => before[column] !== after[column]);
}

function itemsOf(db: ReadableDB, changes: readonly RowChange[]): ItemKey[] {
  const items = new Map<string, ItemKey>();
  for (const change of changes) {
    const item = itemOfTable[change.table];
    if (!item || !touchesWords(change)) continue;
    for (const row of [change.before, change.after]) {
      for (const id of row ? [item[1](row, db)].flat() : [])
        items.set(`${item[0]} ${id}`, { kind: item[0], id });
    }
  }
  return [...items.values()];
}

function removeItem(db: WritableDB, rowid: number): void {
  run(db, 'DELETE FROM search_index WHERE rowid = ?', [rowid]);
  run(db, 'DELETE FROM search_item WHERE rowid = ?', [rowid]);
}

/** The row of an item in the index: the one it has, so that rows stay few and in the order things were made. */
function takeRow(db: WritableDB, { kind, id }: ItemKey, rowid: number | undefined): number {
  if (rowid === undefined) {
    run(db, 'INSERT INTO search_item (kind, item_id) VALUES (?, ?)', [kind, id]);
    return pluck<number>(db, 'SELECT last_insert_rowid()')[0] ?? 0;
  }
  run(db, 'DELETE FROM search_index WHERE rowid = ?', [rowid]);
  return rowid;
}

/** The rows of each kind of thing that is searched, as they stand after `FROM`. */
export const searchedTables: Readonly<Record<HitKind, string>> = {
  article: 'article',
  passage: 'annotation',
  note: 'note',
  entity: '(SELECT id FROM entity WHERE root_id IS NULL)',
  event: 'event',
};

/** The words of an item as the index has them, or null when the item is gone. */
export function indexedWords(db: ReadableDB, { kind, id }: ItemKey): Words | null {
  const words = readWords[kind](db, id);
  if (!words) return null;
  const { title, body, comment } = words;
  return { title: foldForSearch(title), body: foldForSearch(body), comment: foldForSearch(comment) };
}

/** Writes one item's words into the index again, or takes them out when the item is gone. */
export function refreshItem(db: WritableDB, key: ItemKey): void {
  const rowid = pluck<number>(db, 'SELECT rowid FROM search_item WHERE kind = ? AND item_id = ?', [
    key.kind,
    key.id,
  ])[0];
  const words = indexedWords(db, key);
  if (!words) {
    if (rowid !== undefined) removeItem(db, rowid);
    return;
  }
  run(db, 'INSERT INTO search_index (rowid, title, body, comment) VALUES (?, ?, ?, ?)', [
    takeRow(db, key, rowid),
    words.title,
    words.body,
    words.comment,
  ]);
}

/** Brings the index up to the rows that a command changed. */
export function refreshSearchIndex(db: WritableDB, changes: readonly RowChange[]): void {
  for (const key of itemsOf(db, changes)) refreshItem(db, key);
}

/** Indexes the passages again that stand in several parts: format 1 joined their words, so that phrases ran across the gap. */
export function refreshPassagesInParts(db: WritableDB): void {
  const ids = pluck<string>(db, 'SELECT annotation_id FROM selector WHERE part = 1');
  for (const id of ids) refreshItem(db, { kind: 'passage', id });
}
