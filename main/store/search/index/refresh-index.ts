/**
 * Keeps the index equal to the rows, from the record of row changes, in the same transaction: the words of things first,
 * then the facts of the units that were touched, computed from the rows and compared with what was stored of them.
 */
import type { HitKind } from '../../../../shared/contract/search';
import { forgetWrittenTexts } from '../../articles/revision-words';
import type { RowChange } from '../../core/recorder';
import { all, pluck, run, type WritableDB } from '../../core/sql';
import { type DirtyArticle, type DirtyUnits, dirtyUnits } from './dirty-units';
import { type ColumnName, columnNames } from './fact-types';
import { articleFacts } from './facts/article-facts';
import { noPlace, type PassagePlace, placesOf } from './facts/passage-places';
import {
  articleUnit,
  eventUnit,
  type KindAlone,
  noFacts,
  passageNumbers,
  unitAlone,
} from './facts/unit-facts';
import { itemName, type RefreshedItems, refreshItems, rowOfItem } from './items/refresh-items';
import { forgetWords } from './items/word-list';
import {
  emptyCellOf,
  type FactChanges,
  noChanges,
  putCell,
  putRow,
  takeRow,
  writeChanges,
} from './stored/fact-changes';
import { decodeFacts, encodeFacts, type UnitFacts } from './stored/facts-record';
import { forgetValues, type NumberOf, numbersFor } from './stored/value-ids';

/** What a refresh works with. */
interface Refresh {
  readonly db: WritableDB;
  readonly numberOf: NumberOf;
  readonly items: RefreshedItems;
  readonly changes: FactChanges;
}

const passageColumns = columnNames.filter((name) => name !== 'event');
interface StoredFacts {
  readonly facts: UnitFacts;
  /** As it is stored; null where noFacts is. */
  readonly bytes: Uint8Array | null;
}

const nothingStored: StoredFacts = { facts: noFacts, bytes: null };

/** The facts of the unit with parts that was written last, as they were stored: one after another is added to a long text. */
const writtenLast = new WeakMap<WritableDB, { readonly bytes: Buffer; readonly facts: UnitFacts }>();

function storedFacts({ db }: Refresh, row: number): StoredFacts {
  const bytes = pluck<Uint8Array>(db, 'SELECT facts FROM search_fact WHERE row = ?', [row])[0] ?? null;
  const last = writtenLast.get(db);
  if (bytes && last?.bytes.equals(bytes)) return { bytes, facts: last.facts };
  return { bytes, facts: bytes ? decodeFacts(bytes) : noFacts };
}

function changeRow(
  { changes }: Refresh,
  row: number,
  before: Iterable<number>,
  after: Iterable<number>,
): void {
  const old = new Set(before);
  const now = new Set(after);
  for (const value of old) if (!now.has(value)) takeRow(changes, value, row);
  for (const value of now) if (!old.has(value)) putRow(changes, value, row);
}

/** Writes what differs between the facts of a unit before and after. */
function changeUnit(refresh: Refresh, row: number, before: UnitFacts, after: UnitFacts): void {
  changeRow(refresh, row, [...before.own, ...before.shared], [...after.own, ...after.shared]);
  const sameShared = before.shared.join() === after.shared.join();
  for (const part of new Set([...before.parts.keys(), ...after.parts.keys()])) {
    const old = before.parts.get(part);
    const now = after.parts.get(part);
    if (sameShared && old === now) continue;
    changeRow(refresh, part, old ? [...old, ...before.shared] : [], now ? [...now, ...after.shared] : []);
  }
}

const insertUnit = 'INSERT INTO search_fact (row, facts, starts) VALUES (?, ?, ?)';

/** `starts`: written with a unit of which nothing is stored yet. */
function storeUnit(
  { db }: Refresh,
  row: number,
  before: StoredFacts,
  after: UnitFacts,
  starts: Buffer | null = null,
): void {
  const bytes = encodeFacts(after);
  if (after.parts.size > 0) writtenLast.set(db, { bytes, facts: after });
  if (!before.bytes) run(db, insertUnit, [row, bytes, starts]);
  else if (!bytes.equals(before.bytes))
    run(db, 'UPDATE search_fact SET facts = ? WHERE row = ?', [bytes, row]);
}

/** A unit that is gone: its rows bear noFacts more. */
function removeUnit(refresh: Refresh, kind: HitKind, id: string, columns: readonly ColumnName[]): void {
  const row = refresh.items.removed.get(itemName(kind, id));
  if (row === undefined) return;
  const { facts } = storedFacts(refresh, row);
  changeUnit(refresh, row, facts, noFacts);
  for (const part of facts.parts.keys()) for (const name of columns) emptyCellOf(refresh.changes, name, part);
  run(refresh.db, 'DELETE FROM search_fact WHERE row = ?', [row]);
}

function refreshAlone(refresh: Refresh, kind: KindAlone, id: string): void {
  const row = rowOfItem(refresh.db, kind, id);
  const after = unitAlone(refresh.db, refresh.numberOf, kind, id);
  if (!after || row === undefined) return removeUnit(refresh, kind, id, []);
  const before = storedFacts(refresh, row);
  changeUnit(refresh, row, before.facts, after);
  storeUnit(refresh, row, before, after);
}

function refreshEvent(refresh: Refresh, id: string): void {
  const { db, numberOf, changes } = refresh;
  const row = rowOfItem(db, 'event', id);
  const after = eventUnit(db, numberOf, id);
  if (!after || row === undefined) return removeUnit(refresh, 'event', id, ['event']);
  const before = storedFacts(refresh, row);
  for (const part of before.facts.parts.keys())
    if (!after.parts.has(part)) emptyCellOf(changes, 'event', part);
  for (const part of after.parts.keys())
    if (!before.facts.parts.has(part)) putCell(changes, 'event', part, row);
  changeUnit(refresh, row, before.facts, after);
  storeUnit(refresh, row, before, after);
}

function putPlace({ changes }: Refresh, part: number, articleRow: number, place: PassagePlace): void {
  putCell(changes, 'article', part, articleRow);
  putCell(changes, 'sentence_first', part, place.sentences[0]);
  putCell(changes, 'sentence_last', part, place.sentences[1]);
  putCell(changes, 'paragraph_first', part, place.paragraphs[0]);
  putCell(changes, 'paragraph_last', part, place.paragraphs[1]);
}

const rowsOfPassages = `CROSS JOIN search_item i ON i.kind = 'passage' AND i.item_id = n.id`;
const allPassages = `SELECT n.id, i.rowid AS row FROM annotation n ${rowsOfPassages} WHERE n.article_id = @articleId`;
const somePassages = `SELECT n.id, i.rowid AS row FROM json_each(@ids) j CROSS JOIN annotation n
  ON n.id = j.value AND n.article_id = @articleId ${rowsOfPassages}`;

/** The passages to compute again, with their rows: those asked for that are still the article's, or all. */
function passagesOf(
  { db, items }: Refresh,
  articleId: string,
  dirty: DirtyArticle,
): ReadonlyMap<string, number> {
  const every = (dirty.all || dirty.moved) && !items.made.has(articleId);
  if (!every && dirty.passages.size === 0) return new Map();
  const select = every ? allPassages : somePassages;
  const params: Record<string, string> = every
    ? { articleId }
    : { articleId, ids: JSON.stringify([...dirty.passages]) };
  return new Map(all<{ id: string; row: number }>(db, select, params).map(({ id, row }) => [id, row]));
}

/** What the passages of an article bear by row: computed for those given, as before for the others that are still there. */
function partsAfter(
  refresh: Refresh,
  dirty: DirtyArticle,
  before: UnitFacts,
  computed: ReadonlyMap<number, readonly number[]>,
): Map<number, readonly number[]> {
  const { db, items } = refresh;
  const parts = new Map(before.parts);
  for (const id of dirty.passages) {
    const row = items.removed.get(itemName('passage', id)) ?? rowOfItem(db, 'passage', id);
    if (row !== undefined && !computed.has(row) && parts.delete(row))
      for (const name of passageColumns) emptyCellOf(refresh.changes, name, row);
  }
  for (const [row, values] of computed) {
    if (parts.get(row)?.join() !== values.join()) parts.set(row, values);
  }
  return parts;
}

function refreshArticle(refresh: Refresh, id: string, dirty: DirtyArticle): void {
  const { db, numberOf, items } = refresh;
  const made = items.made.get(id);
  const row = made ?? rowOfItem(db, 'article', id);
  const facts = articleFacts(db, id);
  if (!facts || row === undefined) return removeUnit(refresh, 'article', id, passageColumns);
  const before = made === undefined ? storedFacts(refresh, row) : nothingStored;
  const passages = passagesOf(refresh, id, dirty);
  const ids = [...passages.keys()];
  const computed = new Map<number, readonly number[]>();
  for (const [passage, values] of passageNumbers(db, numberOf, facts.revisionId, ids))
    computed.set(passages.get(passage) ?? 0, values);
  const after = articleUnit(numberOf, facts, partsAfter(refresh, dirty, before.facts, computed));
  changeUnit(refresh, row, before.facts, after);
  const starts = items.starts.get(id);
  storeUnit(refresh, row, before, after, starts);
  if (starts && before.bytes) storeStarts(db, row, starts);
  const places = placesOf(db, facts.revisionId, ids);
  for (const [passage, part] of passages) putPlace(refresh, part, row, places.get(passage) ?? noPlace);
}

/** Writes where the sentences of an article begin, whether its facts are there yet or not. */
export function storeStarts(db: WritableDB, row: number, starts: Buffer): void {
  run(db, `${insertUnit} ON CONFLICT DO UPDATE SET starts = excluded.starts`, [
    row,
    encodeFacts(noFacts),
    starts,
  ]);
}

/** Computes units again and collects what changes; `writeChanges` of its result writes it. */
export function refreshUnits(
  db: WritableDB,
  units: DirtyUnits,
  items: RefreshedItems,
  each: (share: number) => void = () => {},
): FactChanges {
  const refresh: Refresh = { db, numberOf: numbersFor(db), items, changes: noChanges() };
  let done = 0;
  for (const [id, dirty] of units.articles) {
    refreshArticle(refresh, id, dirty);
    each(++done / units.articles.size);
  }
  for (const id of units.events) refreshEvent(refresh, id);
  for (const id of units.notes) refreshAlone(refresh, 'note', id);
  for (const id of units.entities) refreshAlone(refresh, 'entity', id);
  for (const id of units.tags) refreshAlone(refresh, 'tag', id);
  return refresh.changes;
}

/**
 * Brings the index up to the rows that a command changed. `each`: called between things, with how much is done, from 0 to 1; what
 * it throws ends the work.
 */
export function refreshSearchIndex(
  db: WritableDB,
  changes: readonly RowChange[],
  each: (share: number) => void = () => {},
): void {
  const units = dirtyUnits(db, changes);
  // The words take about as long as the facts.
  const items = refreshItems(db, changes, (share) => each(share / 2));
  writeChanges(
    db,
    refreshUnits(db, units, items, (share) => each((1 + share) / 2)),
  );
  forgetWrittenTexts(db);
}

/** What is remembered of the index for writing is to be read again: a transaction has failed. */
export function forgetIndex(db: WritableDB): void {
  forgetWords(db);
  forgetValues(db);
  forgetWrittenTexts(db);
}
