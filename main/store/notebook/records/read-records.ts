/** Reads records out of a notebook, a few at a time, in the order of their ids: memory does not grow with the notebook. */
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

/** What a row of a part is in its record; `parts`: those of its own. */
function itemOf(db: ReadableDB, part: Part, row: Row, parts: JsonObject, options: ReadOptions): Json {
  const [first] = part.fields;
  if (part.bare && first) return valueOf(first, row[first.column] ?? null);
  const item = { ...fieldsOf(part.fields, row), ...parts };
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

/** Names the record that a row belongs to; no column is called so. */
const ofKey = 'of record';

/** The statement that reads a part of several records, their keys a JSON array. */
function selectPart({ table, parent, fields, order, only }: Part): string {
  const where = only ? ` AND ${quoted(only.column)} = '${only.value}'` : '';
  return `SELECT ${parent} AS ${quoted(ofKey)}, ${columnsOf(fields)} FROM ${table}
    WHERE ${parent} IN (SELECT value FROM json_each(?))${where} ORDER BY ${order.map(quoted).join(', ')}`;
}

type ItemsByKey = ReadonlyMap<SqlValue, readonly Json[]>;

/** The items of one part of several records, each record's in their order. */
function readPart(db: ReadableDB, part: Part, keys: readonly SqlValue[], options: ReadOptions): ItemsByKey {
  const rows = all<Row>(db, madeOnce(part, selectPart), [JSON.stringify(keys)]);
  const ids = rows.map((row) => row['id'] ?? null);
  const partsOfItem = partsOf(db, part.parts, ids, options);
  const items = new Map<SqlValue, Json[]>();
  rows.forEach((row, index) => {
    const item = itemOf(db, part, row, partsOfItem(ids[index] ?? null), options);
    const key = row[ofKey] ?? null;
    const others = items.get(key);
    if (others) others.push(item);
    else items.set(key, [item]);
  });
  return items;
}

/** Reads parts of several records or items at once; answers those of one of them. */
function partsOf(
  db: ReadableDB,
  parts: readonly Part[] | undefined,
  keys: readonly SqlValue[],
  options: ReadOptions,
): (key: SqlValue) => JsonObject {
  const read = parts?.map((part) => [part.name, readPart(db, part, keys, options)] as const) ?? [];
  return (key) => Object.fromEntries(read.map(([name, items]) => [name, items.get(key) ?? []]));
}

/** Keys of every record of a kind, in order. */
export function keysOf(db: ReadableDB, { table, key }: RecordKind): string[] {
  return pluck<string>(db, `SELECT ${key} FROM ${table} ORDER BY ${key}`);
}

const selectFields = ({ fields, table, key }: RecordKind): string =>
  `SELECT ${key} AS ${quoted(ofKey)}, ${columnsOf(fields)} FROM ${table} WHERE ${key} IN (SELECT value FROM json_each(?))`;

/** Some whole records by their keys; those that are not there are left out. */
function readTogether(
  db: ReadableDB,
  kind: RecordKind,
  keys: readonly string[],
  options: ReadOptions,
): Map<string, JsonObject> {
  const rows = all<Row>(db, madeOnce(kind, selectFields), [JSON.stringify(keys)]);
  const parts = partsOf(db, kind.parts, keys, options);
  const recordOf = (row: Row, key: string) => ({ ...fieldsOf(kind.fields, row), ...parts(key) });
  return new Map(rows.map((row) => [String(row[ofKey]), recordOf(row, String(row[ofKey]))]));
}

/** One whole record, or undefined. */
export function readRecord(
  db: ReadableDB,
  kind: RecordKind,
  key: string,
  options: ReadOptions = { bytes: false },
): JsonObject | undefined {
  return readTogether(db, kind, [key], options).get(key);
}

/** A statement for each part of each record takes longer than what it reads; long texts are read one at a time. */
const mostTogether = 200;

const isLong = ({ fields, parts = [] }: Pick<Part, 'fields' | 'parts'>): boolean =>
  fields.some(({ shape }) => shape.is === 'content') || parts.some(isLong);

/** Every record of a kind. */
export function* readRecords(db: ReadableDB, kind: RecordKind, options: ReadOptions): Generator<JsonObject> {
  const keys = keysOf(db, kind);
  const together = isLong(kind) ? 1 : mostTogether;
  for (let from = 0; from < keys.length; from += together) {
    const some = keys.slice(from, from + together);
    const records = readTogether(db, kind, some, options);
    for (const key of some) {
      const record = records.get(key);
      if (record) yield record;
    }
  }
}
