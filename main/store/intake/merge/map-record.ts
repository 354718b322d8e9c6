/** A record of another notebook with its references leading into ours; what it refers to and is left out is left out of it. */

import { all, type ReadableDB } from '../../core/sql';
import { asText } from '../../notebook/records/as-text';
import type { Field, Json, JsonObject, Part, RecordKind } from '../../notebook/records/record-types';
import { type IdMap, ours } from './compare/identities';

/** References without which the record says nothing. */
const needed: Readonly<Record<string, readonly string[]>> = { accounts: ['entityId', 'typeId'] };

const kindsOfCitations: Readonly<Record<string, string>> = {
  annotation: 'annotations',
  entity: 'entities',
  event: 'events',
  article: 'articles',
};

/** Canonical HTML: citations of a note follow what they cite. In canonical HTML only an element itself has a bare `<`. */
export function mapContent(ids: IdMap, content: string): string {
  return content.replace(
    /<cite data-kind="(\w+)" data-id="([^"]*)">/g,
    (cite: string, kind: string, id: string) =>
      cite.replace(`data-id="${id}"`, `data-id="${ours(ids, kindsOfCitations[kind] ?? '', id) ?? id}"`),
  );
}

function mapValue(ids: IdMap, { shape }: Field, value: Json | undefined): Json {
  if (typeof value !== 'string') return value ?? null;
  if (shape.is === 'ref') return ours(ids, shape.to, value);
  return shape.is === 'content' && value.includes('<cite ') ? mapContent(ids, value) : value;
}

/** An item of a part, or undefined where something that it needs is left out. */
function mapItem(ids: IdMap, part: Part, item: Json): Json | undefined {
  const [first] = part.fields;
  if (part.bare && first) return mapValue(ids, first, item) ?? undefined;
  const given = item as JsonObject;
  const mapped = Object.fromEntries(
    part.fields.map((field) => [field.name, mapValue(ids, field, given[field.name])]),
  );
  // A text of theirs that is one of ours goes by our id, so that places in it are places in ours.
  if (part.table === 'revision')
    Object.assign(mapped, { id: ours(ids, 'revisions', asText(given['id'])) ?? given['id'] });
  const lost = part.fields.some(({ name, nullable }) => !nullable && mapped[name] === null);
  const inner = (part.parts ?? []).map((each) => [each.name, mapItems(ids, each, given[each.name])]);
  return lost ? undefined : { ...mapped, ...(Object.fromEntries(inner) as JsonObject) };
}

/** The items of a part that are not left out. */
function mapItems(ids: IdMap, part: Part, items: Json | undefined): Json[] {
  return ((items ?? []) as readonly Json[]).flatMap((item) => mapItem(ids, part, item) ?? []);
}

/** Whether a record hangs on something that is left out. */
function hangsOnLeftOut(ids: IdMap, kind: RecordKind, record: JsonObject): boolean {
  const gone = ({ name, shape }: Field) =>
    shape.is === 'ref' &&
    shape.to !== 'revisions' &&
    typeof record[name] === 'string' &&
    ours(ids, shape.to, record[name]) === null;
  const must = needed[kind.name] ?? [];
  if (kind.fields.some((field) => (!field.nullable || must.includes(field.name)) && gone(field))) return true;
  const claimants = (record['claimants'] ?? []) as readonly string[];
  return kind.name === 'accounts' && claimants.some((id) => ours(ids, 'entities', id) === null);
}

/** The record as it would stand in our notebook, or null where it is left out. */
export function mapRecord(ids: IdMap, kind: RecordKind, record: JsonObject): JsonObject | null {
  const leftOut = ids.get(kind.name)?.get(asText(record['id'])) === null;
  if (leftOut || hangsOnLeftOut(ids, kind, record)) return null;
  const fields = kind.fields.map((field) => [field.name, mapValue(ids, field, record[field.name])] as const);
  const parts = kind.parts.map((part) => [part.name, mapItems(ids, part, record[part.name])] as const);
  const mapped: JsonObject = Object.fromEntries<Json>([...fields, ...parts]);
  const id = typeof record['id'] === 'string' ? ours(ids, kind.name, record['id']) : null;
  return id === null ? mapped : Object.assign(mapped, { id });
}

/** What a person knows a record by. */
export function labelOf(db: ReadableDB, kind: RecordKind, record: JsonObject): string {
  const id = record['id'];
  if (kind.name === 'annotations') return quoteOf(record);
  if (kind.name === 'accounts') {
    const select = 'SELECT title FROM event WHERE id = ?';
    const title = all<{ title: string }>(db, select, [asText(record['eventId'])])[0]?.title ?? '';
    return [title, asText(record['fact']), asText(record['key'])].filter((word) => word !== '').join(', ');
  }
  const label = record[kind.label];
  return typeof label === 'string' && label !== '' ? label : asText(id);
}

function quoteOf(record: JsonObject): string {
  const quotes = (record['quotes'] ?? []) as readonly JsonObject[];
  const words = quotes
    .map(({ exact }) => asText(exact))
    .join(' … ')
    .replace(/\s+/g, ' ');
  return `“${words.length > 80 ? `${words.slice(0, 79)}…` : words}”`;
}
