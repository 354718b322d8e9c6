/**
 * Compares what the index keeps of facts with what follows from the rows, a unit at a time: every record, every cell, every
 * row of every value, and nothing beside these.
 */
import type { HitKind } from '../../../../shared/contract/search';
import { all, countOf, get, pluck, type ReadableDB } from '../../core/sql';
import { type ColumnName, columnNames, emptyCell } from './fact-types';
import { articleFacts } from './facts/article-facts';
import { noPlace, type PassagePlace, placesOf } from './facts/passage-places';
import { articleUnit, eventUnit, type KindAlone, passageNumbers, unitAlone } from './facts/unit-facts';
import { indexedWords } from './items/item-words';
import { rowOfItem } from './items/refresh-items';
import { column, dataVersion } from './read-facts';
import { type Container, hasRow, listRows, readContainer } from './stored/containers';
import { encodeFacts, encodeStarts, type UnitFacts } from './stored/facts-record';
import { type NumberOf, numbersIn } from './stored/value-ids';

/** Something that has a record. */
export interface UnitKey {
  readonly row: number;
  readonly kind: Exclude<HitKind, 'passage' | 'account'>;
  readonly id: string;
}

interface Comparison {
  readonly db: ReadableDB;
  readonly numberOf: NumberOf;
  readonly containers: Map<number, ReadonlyMap<number, Container>>;
  /** How many rows the values of all units so far have in all, and how many cells are not empty. */
  rows: number;
  cells: number;
}

/** What a unit should be. */
interface DueUnit {
  readonly facts: UnitFacts;
  readonly starts: Buffer | null;
  /** Cells by row; those not given are empty. */
  readonly cells: ReadonlyMap<number, Partial<Record<ColumnName, number>>>;
}

/** Every unit, in the order of rows. */
export const unitKeys = (db: ReadableDB): UnitKey[] =>
  all(
    db,
    `SELECT rowid AS row, kind, item_id AS id FROM search_item WHERE kind NOT IN ('passage', 'account') ORDER BY rowid`,
  );

function placeCells(article: number, { sentences, paragraphs }: PassagePlace): Record<string, number> {
  return {
    article,
    sentence_first: sentences[0],
    sentence_last: sentences[1],
    paragraph_first: paragraphs[0],
    paragraph_last: paragraphs[1],
  };
}

function dueArticle({ db, numberOf }: Comparison, { row, id }: UnitKey): DueUnit | null {
  const facts = articleFacts(db, id);
  if (!facts) return null;
  const ids = pluck<string>(db, 'SELECT id FROM annotation WHERE article_id = ?', [id]);
  const places = placesOf(db, facts.revisionId, ids);
  const parts = new Map<number, readonly number[]>();
  const cells = new Map<number, Partial<Record<ColumnName, number>>>();
  for (const [passage, values] of passageNumbers(db, numberOf, facts.revisionId, ids)) {
    const part = rowOfItem(db, 'passage', passage) ?? 0;
    parts.set(part, values);
    cells.set(part, placeCells(row, places.get(passage) ?? noPlace));
  }
  const starts = encodeStarts(indexedWords(db, { kind: 'article', id })?.starts ?? []);
  return { facts: articleUnit(numberOf, facts, parts), starts, cells };
}

function dueEvent({ db, numberOf }: Comparison, { row, id }: UnitKey): DueUnit | null {
  const facts = eventUnit(db, numberOf, id);
  if (!facts) return null;
  return {
    facts,
    starts: null,
    cells: new Map([...facts.parts.keys()].map((part) => [part, { event: row }])),
  };
}

function dueUnit(comparison: Comparison, key: UnitKey): DueUnit | null {
  const { db, numberOf } = comparison;
  if (key.kind === 'article') return dueArticle(comparison, key);
  if (key.kind === 'event') return dueEvent(comparison, key);
  const facts = unitAlone(db, numberOf, key.kind satisfies KindAlone, key.id);
  return facts && { facts, starts: null, cells: new Map() };
}

function containersOf({ db, containers }: Comparison, value: number): ReadonlyMap<number, Container> {
  let chunks = containers.get(value);
  if (!chunks) {
    const select = 'SELECT chunk, rows FROM search_rows WHERE value_id = ?';
    const stored = all<{ chunk: number; rows: Uint8Array }>(db, select, [value]);
    chunks = new Map(stored.map(({ chunk, rows }) => [chunk, readContainer(chunk, rows)]));
    containers.set(value, chunks);
  }
  return chunks;
}

/** Whether a row is under every value it bears, counting these. */
function isUnderValues(comparison: Comparison, row: number, values: ReadonlySet<number>): boolean {
  comparison.rows += values.size;
  for (const value of values) {
    const container = containersOf(comparison, value).get(row >>> 16);
    if (!container || !hasRow(container, row & 0xffff)) return false;
  }
  return true;
}

function areValuesRight(comparison: Comparison, row: number, { own, shared, parts }: UnitFacts): boolean {
  const rows = [...parts].map(([part, values]) => [part, new Set([...values, ...shared])] as const);
  return [[row, new Set([...own, ...shared])] as const, ...rows].every(([each, values]) =>
    isUnderValues(comparison, each, values),
  );
}

function areCellsRight(comparison: Comparison, { cells }: DueUnit): boolean {
  for (const [part, due] of cells) {
    for (const name of columnNames) {
      const cell = due[name] ?? emptyCell(name);
      if (cell !== emptyCell(name)) comparison.cells++;
      if ((column(comparison.db, name)[part] ?? emptyCell(name)) !== cell) return false;
    }
  }
  return true;
}

function isRecordRight({ db }: Comparison, row: number, { facts, starts }: DueUnit): boolean {
  const stored = get<{ facts: Uint8Array; starts: Uint8Array | null }>(
    db,
    'SELECT facts, starts FROM search_fact WHERE row = ?',
    [row],
  );
  if (!stored || !encodeFacts(facts).equals(stored.facts)) return false;
  return starts === null || stored.starts === null ? starts === stored.starts : starts.equals(stored.starts);
}

/** Whether a value without a number is borne: none is in the index then. */
const hasUnknown = ({ own, shared, parts }: UnitFacts): boolean =>
  [own, shared, ...parts.values()].some((values) => (values[0] ?? 0) < 0);

function isUnitRight(comparison: Comparison, key: UnitKey): boolean {
  const due = dueUnit(comparison, key);
  if (!due || hasUnknown(due.facts)) return false;
  return (
    isRecordRight(comparison, key.row, due) &&
    areValuesRight(comparison, key.row, due.facts) &&
    areCellsRight(comparison, due)
  );
}

function storedRows(db: ReadableDB): number {
  let count = 0;
  for (const chunk of pluck<number>(db, 'SELECT DISTINCT chunk FROM search_rows'))
    for (const rows of pluck<Uint8Array>(db, 'SELECT rows FROM search_rows WHERE chunk = ?', [chunk]))
      count += listRows(rows).length;
  return count;
}

function storedCells(db: ReadableDB): number {
  let count = 0;
  for (const name of columnNames) {
    const empty = emptyCell(name);
    for (const cell of column(db, name)) if (cell !== empty) count++;
  }
  return count;
}

/**
 * Yields each unit with whether it is as it should be. The last, without a key, says whether there is nothing but what the
 * units have; it says nothing where one was wrong.
 */
export function* compareFacts(
  db: ReadableDB,
): Generator<{ readonly key: UnitKey | null; readonly isRight: boolean }> {
  dataVersion(db);
  const comparison: Comparison = { db, numberOf: numbersIn(db), containers: new Map(), rows: 0, cells: 0 };
  const keys = unitKeys(db);
  let areAllRight = true;
  for (const key of keys) {
    const isRight = isUnitRight(comparison, key);
    areAllRight &&= isRight;
    yield { key, isRight };
  }
  if (!areAllRight) return;
  const records = countOf(db, 'SELECT count(*) FROM search_fact');
  const isAll =
    records === keys.length && storedRows(db) === comparison.rows && storedCells(db) === comparison.cells;
  yield { key: null, isRight: isAll };
}
