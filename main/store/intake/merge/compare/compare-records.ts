/**
 * What two records that are the same thing say differently, by groups of fields that only make sense together; and what
 * theirs has more of: links and names are joined, since neither list contradicts the other.
 */

import { foldForMatch } from '../../../../../shared/text/fold';
import { asText } from '../../../notebook/records/as-text';
import type { Json, JsonObject, RecordKind } from '../../../notebook/records/record-types';

/** Fields, and parts that count as one, that are chosen together. */
export interface Group {
  /** In words. */
  readonly name: string;
  readonly fields: readonly string[];
}

const group = (name: string, ...fields: readonly string[]): Group => ({ name, fields });

const published = group('published', 'publishedEdtf', 'publishedWords');
const dated = group('date', 'dateEdtf', 'dateWords');
/** By kind, where fields belong together or have other words than their names. */
const groups: Readonly<Record<string, readonly Group[]>> = {
  tags: [group('stands under', 'parentId'), group('merged into', 'mergedInto')],
  eventTypes: [group('stands under', 'parentId')],
  entities: [
    group('kind of actor', 'actorKind'),
    group('part of', 'parentId'),
    group('merged into', 'mergedInto'),
    group('coordinates', 'precision', 'latitude', 'longitude', 'radiusKm', 'geoSource'),
  ],
  articles: [
    published,
    group('address', 'url'),
    group('further fields', 'fields'),
    group('page chrome', 'pageChrome'),
  ],
  annotations: [group('words', 'articleId', 'quotes', 'formerQuotes', 'places'), group('made by', 'coder')],
  accounts: [
    group(
      'value',
      'eventId',
      'fact',
      'key',
      'holds',
      'dateEdtf',
      'dateWords',
      'referenceArticleId',
      'entityId',
      'precision',
      'typeId',
      'comparison',
      'low',
      'high',
      'text',
      'instead',
    ),
    group('who says so', 'claimantKind', 'claimantWords', 'claimants'),
    group('reason without words', 'inferredReason'),
    group('preferred because', 'preferredReason'),
  ],
  eventRelations: [group('relation', 'fromId', 'toId', 'type')],
  entityRelations: [group('relation', 'fromId', 'toId', 'type'), dated],
};

/** When a thing was made and read, and its place in a list, are each notebook's own. */
const ignored: ReadonlySet<string> = new Set([
  'id',
  'createdAt',
  'modifiedAt',
  'position',
  'readAt',
  'capturedAt',
  'revisionId',
]);

/** The groups of a kind: those of the table, then every other field by itself. */
export function groupsOf(kind: RecordKind): readonly Group[] {
  const together = groups[kind.name] ?? [];
  const grouped = new Set(together.flatMap(({ fields }) => fields));
  const alone = kind.fields.filter(({ name }) => !ignored.has(name) && !grouped.has(name));
  return [...alone.map(({ name }) => group(name, name)), ...together];
}

/** A value as text that is the same for the same value. */
export function comparable(value: Json | undefined): string {
  return JSON.stringify(value ?? null, (_, inner: Json) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

const isSame = (one: JsonObject, other: JsonObject, name: string): boolean => {
  const [a, b] = [one[name], other[name]];
  if (name === 'claimants')
    return comparable([...(a as string[])].sort()) === comparable([...(b as string[])].sort());
  return comparable(a) === comparable(b);
};

/** The groups in which two records differ; both in ids of our notebook. */
export function differingGroups(kind: RecordKind, our: JsonObject, their: JsonObject): Group[] {
  return groupsOf(kind).filter(({ fields }) => fields.some((name) => !isSame(our, their, name)));
}

/** Parts that are joined: their items, by what makes two the same. */
const joined: Readonly<Record<string, (item: Json) => string>> = {
  names: (item) => foldForMatch(asText((item as JsonObject)['name'])),
  identifiers: (item) => `${asText((item as JsonObject)['scheme'])} ${asText((item as JsonObject)['value'])}`,
  originals: (item) => asText((item as JsonObject)['sha256']),
  tags: String,
  mentions: String,
  events: String,
  evidence: String,
  cues: String,
};

/** Items of theirs that ours lacks, by part. */
export interface Joining {
  readonly part: string;
  readonly items: readonly Json[];
}

/** What theirs has more of. An entity's own name is none of its further names. */
export function joinings(kind: RecordKind, our: JsonObject, their: JsonObject): Joining[] {
  return kind.parts.flatMap(({ name: part }) => {
    const keyOf = joined[part];
    if (!keyOf) return [];
    const known = new Set(((our[part] ?? []) as readonly Json[]).map(keyOf));
    if (part === 'names') known.add(foldForMatch(asText(our['name'])));
    const items = ((their[part] ?? []) as readonly Json[]).filter((item) => {
      const key = keyOf(item);
      return !known.has(key) && known.add(key);
    });
    return items.length === 0 ? [] : [{ part, items }];
  });
}

/** Names of one spelling whose kinds differ: `[our item, their item]`. */
export function differingNames(our: JsonObject, their: JsonObject): (readonly [JsonObject, JsonObject])[] {
  const theirs = new Map(
    ((their['names'] ?? []) as readonly JsonObject[]).map((item) => [item['name'], item] as const),
  );
  return ((our['names'] ?? []) as readonly JsonObject[]).flatMap((item) => {
    const other = theirs.get(item['name']);
    return other && other['kind'] !== item['kind'] ? [[item, other] as const] : [];
  });
}
