/** Writes records into a notebook as rows, with the columns that are computed from others. Checks nothing but what the file itself holds. */
import { parseContent } from '../../../../shared/document/content-html';
import { plainText } from '../../../../shared/document/plain-text';
import { countWords } from '../../../../shared/text/count-words';
import { foldForMatch } from '../../../../shared/text/fold';
import { type ArticleRow, metadataColumns, readMetadata } from '../../articles/article-row';
import { get, insert, pluck, run, type SqlValue, update, type WritableDB } from '../../core/sql';
import { dateColumns } from '../../events/stored-date';
import { writeCitations } from '../../notes/change-note';
import { readContent } from '../../notes/citations';
import { derivedTables, differing } from '../check/derived-columns';
import type { Field, Json, JsonObject, Part, RecordKind } from './record-types';

type Row = Readonly<Record<string, SqlValue>>;

const pick = (row: Row, names: readonly string[]): Row =>
  Object.fromEntries(names.map((name) => [name, row[name] ?? null]));

const folded = (column: string) => (row: Row) => ({ folded: foldForMatch(String(row[column])) });

function dates(row: Row): Row {
  const edtf = row['date_edtf'];
  const date = edtf == null ? null : { edtf: String(edtf), words: String(row['date_words']) };
  return pick({ ...dateColumns(date) }, ['date_earliest', 'date_latest']);
}

function articleColumns(row: Row): Row {
  const derived = metadataColumns(readMetadata(row as unknown as ArticleRow)); // the columns are those of its row
  return pick(derived, ['sort_title', 'filter_words', 'published_earliest', 'published_latest']);
}

/** What a row needs besides its record; where merging ends and what events come to is computed when all rows are there. */
const computed: Readonly<Record<string, (row: Row) => Row>> = {
  article: articleColumns,
  revision: (row) => ({ word_count: countWords(String(row['text'])) }),
  entity: folded('name'),
  entity_name: folded('name'),
  tag: folded('name'),
  event: folded('title'),
  account: dates,
  entity_relation: dates,
  note: (row) => ({ text: plainText(parseContent(String(row['content']))) }),
};

const isJson: ReadonlySet<string> = new Set(['strings', 'words by name', 'metadata', 'draft anchors']);

function cellOf({ shape }: Field, value: Json | undefined): SqlValue {
  if (value === null || value === undefined) return null;
  if (shape.is === 'flag') return value === true ? 1 : 0;
  if (isJson.has(shape.is)) return JSON.stringify(value);
  return value as string | number;
}

function rowOf(fields: readonly Field[], item: JsonObject): Row {
  return Object.fromEntries(fields.map((field) => [field.column, cellOf(field, item[field.name])]));
}

/** The columns of changed fields, with what is computed from the row as it then is. */
export function columnsFor(kind: RecordKind, record: JsonObject, names: readonly string[]): Row {
  const row = rowOf(kind.fields, record);
  const changed = kind.fields.filter(({ name }) => names.includes(name)).map(({ column }) => column);
  return { ...pick(row, changed), ...computed[kind.table]?.(row) };
}

/** Writes one item of a part of the record with this key. */
export function writeItem(db: WritableDB, part: Part, key: SqlValue, item: Json): void {
  const [first] = part.fields;
  const named: JsonObject = part.bare && first ? { [first.name]: item } : (item as JsonObject);
  const row = rowOf(part.fields, named);
  const only = part.only ? { [part.only.column]: part.only.value } : {};
  insert(db, part.table, { ...row, ...only, [part.parent]: key, ...computed[part.table]?.(row) });
  for (const inner of part.parts ?? []) writePart(db, inner, row['id'] ?? null, named[inner.name]);
}

/** Writes the items of a part, none of which are there. */
export function writePart(db: WritableDB, part: Part, key: SqlValue, items: Json | undefined): void {
  for (const item of (items ?? []) as readonly Json[]) writeItem(db, part, key, item);
}

/** Writes the fields of a record that is not there, without its parts. Throws `bad-arguments` for a date that is none. */
export function writeFields(db: WritableDB, kind: RecordKind, record: JsonObject): void {
  const row = rowOf(kind.fields, record);
  insert(db, kind.table, { ...row, ...computed[kind.table]?.(row) });
  if (kind.table === 'note') writeCitations(db, String(row['id']), readContent(String(row['content'])));
}

/** The id by which a record is known. */
export function keyOf({ key, fields }: RecordKind, record: JsonObject): string {
  const value = record[fields.find(({ column }) => column === key)?.name ?? key];
  return typeof value === 'string' ? value : '';
}

/** Writes a whole record that is not there. References may lead to records that are written later in the transaction. */
export function writeRecord(db: WritableDB, kind: RecordKind, record: JsonObject): void {
  writeFields(db, kind, record);
  const key = keyOf(kind, record);
  for (const part of kind.parts) writePart(db, part, key, record[part.name]);
}

/** Computes again where merging ends, for every merged entity and tag; to be called when all are written. */
export function deriveRoots(db: WritableDB): void {
  for (const table of derivedTables.filter((each) => each.table === 'entity' || each.table === 'tag')) {
    const merged = `SELECT id FROM ${table.table} WHERE merged_into IS NOT NULL OR root_id IS NOT NULL`;
    for (const id of pluck<string>(db, merged)) {
      const row = get<Row>(db, `SELECT ${table.columns} FROM ${table.table} WHERE id = ?`, [id]);
      const right = row && differing(table, row, db);
      if (right && typeof right !== 'string') update(db, table.table, id, right);
    }
  }
}

/** Keeps bytes under their hash, which the caller has checked. */
export function writeBytes(db: WritableDB, sha256: string, bytes: Uint8Array): void {
  run(db, 'INSERT INTO original_bytes (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING', [sha256, bytes]);
}
