/** What a record says in some of its fields, as a person reads it beside what another says. */

import { parseContent } from '../../../../../shared/document/content-html';
import { plainText } from '../../../../../shared/document/plain-text';
import { get, pluck, type ReadableDB } from '../../../core/sql';
import { asText } from '../../../notebook/records/as-text';
import { kindNamed } from '../../../notebook/records/record-kinds';
import type { Field, Json, JsonObject, RecordKind } from '../../../notebook/records/record-types';

interface Said {
  /** Where names of what is referred to are looked up. */
  readonly db: ReadableDB;
  readonly kind: RecordKind;
  readonly record: JsonObject;
  readonly fields: readonly string[];
}

const labels: Readonly<Record<string, string>> = {
  tags: 'name',
  eventTypes: 'name',
  entities: 'name',
  articles: 'title',
  events: 'title',
};

function nameOf(db: ReadableDB, kind: string, id: string): string {
  const column = labels[kind];
  if (!column) return id;
  return pluck<string>(db, `SELECT ${column} FROM ${kindNamed(kind).table} WHERE id = ?`, [id])[0] ?? id;
}

function fieldInWords(db: ReadableDB, field: Field, value: Json): string {
  if (value === null) return '';
  if (field.shape.is === 'ref' && typeof value === 'string') return nameOf(db, field.shape.to, value);
  if (field.shape.is === 'content' && typeof value === 'string') return plainText(parseContent(value));
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, words]) => `${name}: ${asText(words)}`)
      .join(', ');
  return asText(value);
}

function textInWords(db: ReadableDB, revisionId: string): string {
  const row = get<{ number: number; reason: string; count: number }>(
    db,
    'SELECT number, reason, word_count AS count FROM revision WHERE id = ?',
    [revisionId],
  );
  return row ? `revision ${row.number}: ${row.reason}, ${row.count} words` : 'another text';
}

function wordsOfPart({ db, record }: Said, name: string): string | null {
  const items = (record[name] ?? []) as readonly JsonObject[];
  if (name === 'quotes') return items.map(({ exact }) => asText(exact)).join(' … ');
  if (name === 'formerQuotes')
    return items.length === 0 ? '' : `(before: ${items.map(({ exact }) => asText(exact)).join(', ')})`;
  if (name === 'places')
    return items
      .map(({ start, end, state }) => `${asText(start)}–${asText(end)} ${asText(state)}`)
      .join(', ');
  if (name === 'claimants')
    return (items as unknown as readonly string[]).map((id) => nameOf(db, 'entities', id)).join(', ');
  if (name === 'names')
    return items.map((item) => `${asText(item['name'])} (${asText(item['kind'])})`).join(', ');
  if (name === 'pageChrome') return `${items.length} stretches of page chrome`;
  return null;
}

/** The values, apart by commas; '' where nothing is said. */
export function valueInWords(said: Said): string {
  const { db, kind, record, fields } = said;
  const words = fields.map((name) => {
    const part = wordsOfPart(said, name);
    if (part !== null) return part;
    if (name === 'revisionId') return textInWords(db, asText(record[name]));
    const field = kind.fields.find((each) => each.name === name);
    return field ? fieldInWords(db, field, record[name] ?? null) : '';
  });
  const said_ = words.filter((word) => word !== '').join(', ');
  return said_.length > 300 ? `${said_.slice(0, 299)}…` : said_;
}
