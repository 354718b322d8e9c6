/**
 * Everything searchable as numbered rows with what each is linked to, read from the notebook once and read again when
 * the notebook has changed: filters are unions of row lists and facet counts are intersections with them, so that both
 * follow one rule. The words are not here: they are in the full-text index, under the same row numbers.
 */
import { type HitKind, hitKinds } from '../../../shared/contract/search';
import { foldForMatch } from '../../../shared/text/fold';
import { all, get, type ReadableDB, rawDatabase } from '../core/sql';
import { collectHolders, type Links, linkedTo, readLinks } from './search-links';

/** The fields whose values have rows here. */
export const linkedFields = ['actor', 'event', 'place', 'tag', 'publisher'] as const;
export type LinkedField = (typeof linkedFields)[number];

/** One value that a field can have, and the rows that have it. */
export interface FilterValue {
  readonly label: string;
  /** Name and aliases as they are compared. */
  readonly names: readonly string[];
  /** Rows that have it themselves, and notes that cite one of these; each once. */
  readonly own: readonly number[];
  /** Articles that have it only through a passage, and the entity itself. */
  readonly derived: readonly number[];
}

/** An article's publisher and days of publication, by row. */
export interface ArticleFacts {
  readonly row: number;
  readonly publisher: string;
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** The searchable rows of one state of a notebook. */
export interface SearchRows {
  /** Index in `hitKinds` by row; 255 where there is no row of this number. */
  readonly kinds: Uint8Array;
  /** Id of the article, annotation, note, entity or event by row. */
  readonly ids: readonly string[];
  readonly links: Links;
  readonly articles: readonly ArticleFacts[];
  /** The first day that an article was published or an event happened on, by row; '' or nothing where it is not known. */
  readonly days: ReadonlyMap<number, string>;
  readonly values: Readonly<Record<LinkedField, readonly FilterValue[]>>;
  readonly years: readonly FilterValue[];
}

interface Cached {
  readonly version: string;
  readonly rows: SearchRows;
}

const cache = new WeakMap<object, Cached>();

/** Changes with every commit, by this connection or another. */
function versionOf(db: ReadableDB): string {
  const row = get<{ version: number; own: number }>(
    db,
    'SELECT data_version AS version, total_changes() AS own FROM pragma_data_version()',
  );
  return `${row?.version} ${row?.own}`;
}

/** The rows as they are now. */
export function searchRows(db: ReadableDB): SearchRows {
  const version = versionOf(db);
  const cached = cache.get(db);
  if (cached?.version === version) return cached.rows;
  const rows = readSearchRows(db);
  cache.set(db, { version, rows });
  return rows;
}

interface Items {
  readonly kinds: Uint8Array;
  readonly ids: string[];
  readonly rowOf: ReadonlyMap<string, number>;
}

/** Read as arrays, which takes half the time of objects. */
function readItems(db: ReadableDB): Items {
  const sql = 'SELECT rowid, kind, item_id FROM search_item ORDER BY rowid';
  const items = rawDatabase(db).prepare<[], [number, HitKind, string]>(sql).raw().all();
  const kinds = new Uint8Array((items.at(-1)?.[0] ?? 0) + 1).fill(255);
  const ids = new Array<string>(kinds.length).fill('');
  const rowOf = new Map<string, number>();
  for (const [row, kind, id] of items) {
    kinds[row] = hitKinds.indexOf(kind);
    ids[row] = id;
    rowOf.set(id, row);
  }
  return { kinds, ids, rowOf };
}

/** The first day of articles and events by row; '' where none is known. */
function readDays(
  db: ReadableDB,
  rowOf: ReadonlyMap<string, number>,
  articles: readonly ArticleFacts[],
): Map<number, string> {
  const days = new Map(articles.map(({ row, earliest }) => [row, earliest ?? '']));
  for (const { id, day } of all<{ id: string; day: string | null }>(
    db,
    'SELECT id, date_earliest AS day FROM event',
  )) {
    days.set(rowOf.get(id) ?? 0, day ?? '');
  }
  return days;
}

function readSearchRows(db: ReadableDB): SearchRows {
  const { kinds, ids, rowOf } = readItems(db);
  const links = readLinks(db, rowOf, kinds.length);
  const articles = readArticles(db, rowOf);
  return {
    kinds,
    ids,
    links,
    articles,
    days: readDays(db, rowOf, articles),
    values: {
      actor: entityValues(db, links, rowOf, 'actor'),
      place: entityValues(db, links, rowOf, 'place'),
      event: eventValues(db, links, rowOf),
      tag: tagValues(db, links, rowOf),
      publisher: publisherValues(links, articles),
    },
    years: yearValues(links, articles),
  };
}

function readArticles(db: ReadableDB, rowOf: ReadonlyMap<string, number>): ArticleFacts[] {
  return all<{ id: string; publisher: string; earliest: string | null; latest: string | null }>(
    db,
    'SELECT id, publisher, published_earliest AS earliest, published_latest AS latest FROM article',
  ).flatMap(({ id, ...facts }) => {
    const row = rowOf.get(id);
    return row === undefined ? [] : [{ row, ...facts }];
  });
}

/** Names as they are compared; a name of signs alone is compared as it is. */
export function comparableName(name: string): string {
  return foldForMatch(name) || name.trim().toLowerCase();
}

/** Values whose label is the same when compared are one: a filter by that label finds both. */
function mergeByLabel(values: readonly FilterValue[]): FilterValue[] {
  const merged = new Map<string, FilterValue>();
  for (const value of values) {
    const key = comparableName(value.label);
    const same = merged.get(key);
    merged.set(key, same ? joinValues(same, value) : value);
  }
  return [...merged.values()];
}

function joinValues(first: FilterValue, second: FilterValue): FilterValue {
  const own = new Set([...first.own, ...second.own]);
  const derived = [...first.derived, ...second.derived].filter((row) => !own.has(row));
  return {
    label: first.label,
    names: [...new Set([...first.names, ...second.names])],
    own: [...own],
    derived: [...new Set(derived)],
  };
}

/** What lies directly in each place, both as they stand after merging. */
function readParts(db: ReadableDB): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>();
  const select = `SELECT part.id, coalesce(around.root_id, around.id) AS parent FROM entity AS part
    JOIN entity AS around ON around.id = part.parent_id WHERE part.root_id IS NULL AND part.kind = 'place'`;
  for (const { id, parent } of all<{ id: string; parent: string }>(db, select))
    parts.set(parent, [...(parts.get(parent) ?? []), id]);
  return parts;
}

/** A place and all that lie in it, as `core/within` has it. */
function withParts(parts: ReadonlyMap<string, readonly string[]>, id: string): ReadonlySet<string> {
  const found = new Set([id]);
  // What is added on the way is walked as well.
  for (const one of found) for (const part of parts.get(one) ?? []) found.add(part);
  return found;
}

function entityValues(
  db: ReadableDB,
  links: Links,
  rowOf: ReadonlyMap<string, number>,
  kind: 'actor' | 'place',
): FilterValue[] {
  const aliases = new Map<string, string[]>();
  for (const alias of all<{ id: string; name: string }>(db, 'SELECT entity_id AS id, name FROM known_name')) {
    aliases.set(alias.id, [...(aliases.get(alias.id) ?? []), alias.name]);
  }
  const entities = all<{ id: string; name: string }>(
    db,
    'SELECT id, name FROM entity WHERE root_id IS NULL AND kind = ?',
    [kind],
  );
  const parts = kind === 'place' ? readParts(db) : new Map<string, string[]>();
  const values = entities.map(({ id, name }) => {
    const row = rowOf.get(id) ?? 0;
    const names = [name, ...(aliases.get(id) ?? [])].map(comparableName);
    const linked = [...withParts(parts, id)].flatMap((one) => {
      const at = rowOf.get(one) ?? 0;
      return [...(links.ofEntity[at] ?? []), ...(links.eventsOfEntity[at] ?? [])];
    });
    return { label: name, names, ...collectHolders(links, linked, row) };
  });
  return mergeByLabel(values);
}

function eventValues(db: ReadableDB, links: Links, rowOf: ReadonlyMap<string, number>): FilterValue[] {
  const events = all<{ id: string; title: string }>(db, 'SELECT id, title FROM event');
  const values = events.map(({ id, title }) => {
    const row = rowOf.get(id) ?? 0;
    const linked = [row, ...(links.evidenceOf[row] ?? [])];
    return { label: title, names: [comparableName(title)], ...collectHolders(links, linked) };
  });
  return mergeByLabel(values);
}

interface TagRow {
  readonly id: string;
  readonly name: string;
  readonly parent: string | null;
}

/** A tag and all those below it; a tag met twice (a circle) is taken once. */
function withDescendants(tags: readonly TagRow[], id: string): Set<string> {
  const found = new Set([id]);
  for (const each of found) {
    for (const tag of tags) if (tag.parent === each) found.add(tag.id);
  }
  return found;
}

function tagValues(db: ReadableDB, links: Links, rowOf: ReadonlyMap<string, number>): FilterValue[] {
  const tags = all<TagRow>(db, 'SELECT id, name, parent_id AS parent FROM current_tag');
  const borne = new Map<string, number[]>();
  const uses = all<{ tag: string; id: string }>(
    db,
    `SELECT tag_id AS tag, annotation_id AS id FROM annotation_tag
     UNION ALL SELECT tag_id, article_id FROM article_tag`,
  );
  for (const { tag, id } of uses) {
    const rows = borne.get(tag);
    if (rows) rows.push(rowOf.get(id) ?? 0);
    else borne.set(tag, [rowOf.get(id) ?? 0]);
  }
  return tags.map(({ id, name }) => {
    const bearers = [...withDescendants(tags, id)].flatMap((tag) => borne.get(tag) ?? []);
    const events = linkedTo(links.eventsOfPassage, bearers);
    return { label: name, names: [comparableName(name)], ...collectHolders(links, [...bearers, ...events]) };
  });
}

/** The rows that go with articles: their passages, and the events that these are evidence for. */
export function rowsOfArticles(links: Links, articles: readonly number[]): number[] {
  const passages = linkedTo(links.passagesOf, articles);
  const events = linkedTo(links.eventsOfPassage, passages);
  return collectHolders(links, [...articles, ...passages, ...events]).own;
}

function groupArticles(
  links: Links,
  articles: readonly ArticleFacts[],
  labelsOf: (article: ArticleFacts) => readonly string[],
): FilterValue[] {
  const groups = new Map<string, number[]>();
  const labels = new Map<string, string>();
  for (const article of articles) {
    for (const label of labelsOf(article)) {
      const key = comparableName(label);
      if (!labels.has(key)) labels.set(key, label);
      const group = groups.get(key);
      if (group) group.push(article.row);
      else groups.set(key, [article.row]);
    }
  }
  return [...groups].map(([key, rows]) => ({
    label: labels.get(key) ?? key,
    names: [key],
    own: rowsOfArticles(links, rows),
    derived: [],
  }));
}

function publisherValues(links: Links, articles: readonly ArticleFacts[]): FilterValue[] {
  return groupArticles(links, articles, ({ publisher }) => (publisher.trim() === '' ? [] : [publisher]));
}

/** A date that spans more years than this is not counted under any. */
const widestSpanYears = 20;

function yearsOf({ earliest, latest }: ArticleFacts): string[] {
  const first = Number((earliest ?? '').match(/^-?\d+/)?.[0] ?? Number.NaN);
  const last = Number((latest ?? '').match(/^-?\d+/)?.[0] ?? Number.NaN);
  if (!(last - first < widestSpanYears)) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index).padStart(4, '0'));
}

function yearValues(links: Links, articles: readonly ArticleFacts[]): FilterValue[] {
  return groupArticles(links, articles, yearsOf);
}
