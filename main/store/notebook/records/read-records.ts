/** Reads records out of a notebook, one at a time, in the order of their ids: memory does not grow with the notebook. */
import { all, get, pluck, quoted, type ReadableDB, type SqlValue } from '../../core/sql';
import type { Field, Json, JsonObject, Part, RecordKind } from './record-types';

type Row = Readonly<Record<string, SqlValue>>;

/** How much of a notebook is read. */
export interface ReadOptions {
  /** With the bytes of captured files, in base 64. */
  readonly bytes: boolean;
}

const isJson: ReadonlySet<string> = new Set(['strings', 'words by name', 'metadata', 'draft anchors']);

function valueOf({ shape }: Field, cell: SqlValue): Json {
  if (cell === null) return null;
  if (shape.is === 'flag') return cell === 1;
  if (isJson.has(shape.is)) return JSON.parse(String(cell)) as Json;
  return cell as string | number;
}

function fieldsOf(fields: readonly Field[], row: Row): JsonObject {
  return Object.fromEntries(fields.map((field) => [field.name, valueOf(field, row[field.column] ?? null)]));
}

const columnsOf = (fields: readonly Field[]): string => fields.map(({ column }) => quoted(column)).join(', ');

function bytesOf(db: ReadableDB, sha256: SqlValue): string | null {
  const select = 'SELECT bytes FROM original_bytes WHERE sha256 = ?';
  const row = get<{ bytes: Uint8Array }>(db, select, [sha256]);
  return row ? Buffer.from(row.bytes).toString('base64') : null;
}

function itemOf(db: ReadableDB, part: Part, row: Row, options: ReadOptions): Json {
  const [first] = part.fields;
  if (part.bare && first) return valueOf(first, row[first.column] ?? null);
  const item = { ...fieldsOf(part.fields, row), ...partsOf(db, part.parts, row['id'] ?? null, options) };
  return part.table === 'original' && options.bytes
    ? Object.assign(item, { bytes: bytesOf(db, row['sha256'] ?? null) })
    : item;
}

const selects = new WeakMap<Part | RecordKind, string>();

/** Statements are asked for by their words, so that these are made once. */
function madeOnce<Of extends Part | RecordKind>(of: Of, make: (of: Of) => string): string {
  let select = selects.get(of);
  if (select === undefined) selects.set(of, (select = make(of)));
  return select;
}

/** The statement that reads a part of the record whose key is its first parameter. */
function selectPart({ table, parent, fields, order, only }: Part): string {
  const where = only ? ` AND ${quoted(only.column)} = '${only.value}'` : '';
  return `SELECT ${columnsOf(fields)} FROM ${table} WHERE ${parent} = ?${where} ORDER BY ${order.map(quoted).join(', ')}`;
}

/** The items of one part of a record, in their order. */
export function readPart(db: ReadableDB, part: Part, key: SqlValue, options: ReadOptions): Json[] {
  return all<Row>(db, madeOnce(part, selectPart), [key]).map((row) => itemOf(db, part, row, options));
}

function partsOf(
  db: ReadableDB,
  parts: readonly Part[] = [],
  key: SqlValue,
  options: ReadOptions,
): JsonObject {
  return Object.fromEntries(parts.map((part) => [part.name, readPart(db, part, key, options)]));
}

/** Keys of every record of a kind, in order. */
export function keysOf(db: ReadableDB, { table, key }: RecordKind): string[] {
  return pluck<string>(db, `SELECT ${key} FROM ${table} ORDER BY ${key}`);
}

const selectFields = ({ fields, table, key }: RecordKind): string =>
  `SELECT ${columnsOf(fields)} FROM ${table} WHERE ${key} = ?`;

/** The fields of one record without its parts, or undefined. */
export function readFields(db: ReadableDB, kind: RecordKind, key: string): JsonObject | undefined {
  const row = get<Row>(db, madeOnce(kind, selectFields), [key]);
  return row && fieldsOf(kind.fields, row);
}

/** One whole record, or undefined. */
export function readRecord(
  db: ReadableDB,
  kind: RecordKind,
  key: string,
  options: ReadOptions = { bytes: false },
): JsonObject | undefined {
  const fields = readFields(db, kind, key);
  return fields && { ...fields, ...partsOf(db, kind.parts, key, options) };
}

/** Every record of a kind. */
export function* readRecords(db: ReadableDB, kind: RecordKind, options: ReadOptions): Generator<JsonObject> {
  for (const key of keysOf(db, kind)) {
    const record = readRecord(db, kind, key, options);
    if (record) yield record;
  }
}
