/**
 * Which record of another notebook is which of ours: by id; the same file or words of an article, the same identifier of an
 * entity, the same name of a tag or of an entry of a list. A name alone makes no two entities or events the same.
 */
import { all, countOf, pluck, type ReadableDB } from '../../../core/sql';
import { keysOf } from '../../../notebook/records/read-records';
import { kindNamed, recordKinds } from '../../../notebook/records/record-kinds';

/** What becomes of their ids: an id of ours, or null where the record is left out. Ids that are not in it stay what they are. */
export type IdMap = ReadonlyMap<string, ReadonlyMap<string, string | null>>;

/** Which records of theirs are which, and which are left out. */
export interface Identities {
  /** By kind, and by `revisions` and `originals`. */
  readonly ids: ReadonlyMap<string, Map<string, string | null>>;
  /** Of `ids`, the texts: those that are taken along stand for themselves from then on. */
  readonly revisions: Map<string, string | null>;
  /** Two of theirs are one of ours, by id and by name: when ours takes the name of the one, the other is new. */
  readonly isDoubtful: boolean;
  /** Our notebook has nothing in it: its first lists give way to theirs. */
  readonly adopt: boolean;
}

/** Where a reference of theirs leads in our notebook; null: to what is left out. */
export function ours(ids: IdMap, kind: string, id: string): string | null {
  const found = ids.get(kind)?.get(id);
  return found === undefined ? id : found;
}

interface Pair {
  readonly ourId: string;
  readonly theirId: string;
}

/** By a key that is unique in each notebook; `select` reads id and key. */
function byKey(ourDb: ReadableDB, theirDb: ReadableDB, select: string): Pair[] {
  const read = (db: ReadableDB) => all<{ id: string; key: string }>(db, select);
  const known = new Map(read(ourDb).map(({ id, key }) => [key, id]));
  return read(theirDb).flatMap(({ id, key }) => {
    const ourId = known.get(key);
    return ourId === undefined ? [] : [{ ourId, theirId: id }];
  });
}

/** How records are known but by id; the first pair that names one counts. */
const otherKeys: Readonly<Record<string, readonly string[]>> = {
  tags: ['SELECT id, folded AS key FROM tag'],
  eventTypes: ['SELECT id, name AS key FROM event_type'],
  roles: ['SELECT id, name AS key FROM role'],
  savedSearches: ['SELECT id, name AS key FROM saved_search'],
  entities: [
    `SELECT e.id, e.kind || ' ' || i.scheme || ' ' || i.value AS key FROM identifier i JOIN entity e ON e.id = i.entity_id
     ORDER BY e.root_id IS NULL, e.id`,
  ],
  articles: [
    'SELECT article_id AS id, sha256 AS key FROM original ORDER BY id DESC',
    `SELECT article_id AS id, sha256 AS key FROM revision WHERE trim(text) <> '' AND kind <> 'written' ORDER BY id DESC`,
  ],
};

/** Names that no two records may have: they are the same whatever else is. */
const uniqueNames: ReadonlySet<string> = new Set(['tags', 'eventTypes', 'roles', 'savedSearches']);

function matchKind(ourDb: ReadableDB, theirDb: ReadableDB, name: string): Map<string, string | null> {
  const kind = kindNamed(name);
  const [ourIds, theirIds] = [new Set(keysOf(ourDb, kind)), new Set(keysOf(theirDb, kind))];
  const matched = new Map<string, string | null>();
  const taken = new Set<string>();
  for (const { ourId, theirId } of (otherKeys[name] ?? []).flatMap((select) =>
    byKey(ourDb, theirDb, select),
  )) {
    if (ourIds.has(theirId) || matched.has(theirId)) continue;
    if (!uniqueNames.has(name) && (theirIds.has(ourId) || taken.has(ourId))) continue;
    matched.set(theirId, ourId);
    taken.add(ourId);
  }
  return matched;
}

const kindsInTrash: Readonly<Record<string, string>> = {
  article: 'articles',
  annotation: 'annotations',
  entity: 'entities',
  event: 'events',
  tag: 'tags',
  note: 'notes',
  'event type': 'eventTypes',
};

/** What was deleted here is left out, unless it is the same as something that is here. */
function leaveOutTrash(ids: Map<string, Map<string, string | null>>, ourDb: ReadableDB): void {
  for (const { kind, id } of all<{ kind: string; id: string }>(
    ourDb,
    'SELECT kind, item_id AS id FROM trash',
  )) {
    const matched = ids.get(kindsInTrash[kind] ?? '');
    if (!matched || matched.has(id)) continue;
    const { table } = kindNamed(kindsInTrash[kind] ?? '');
    if (countOf(ourDb, `SELECT count(*) FROM ${table} WHERE id = ?`, [id]) === 0) matched.set(id, null);
  }
}

interface RevisionRow {
  readonly id: string;
  readonly articleId: string;
  readonly sha256: string;
}
const revisionRows = 'SELECT id, article_id AS articleId, sha256 FROM revision ORDER BY article_id, number';

/** Revisions with the same text stand for each other: places in them are the same. Those of other words are left out. */
function matchRevisions(
  ourDb: ReadableDB,
  theirDb: ReadableDB,
  articles: ReadonlyMap<string, string | null>,
) {
  const newest = new Map<string, string>();
  const known = new Set<string>();
  const articleIds = new Set(pluck<string>(ourDb, 'SELECT id FROM article'));
  for (const { id, articleId, sha256 } of all<RevisionRow>(ourDb, revisionRows)) {
    known.add(id);
    newest.set(`${articleId} ${sha256}`, id);
  }
  const matched = new Map<string, string | null>();
  for (const { id, articleId, sha256 } of all<RevisionRow>(theirDb, revisionRows)) {
    const ourArticle = articles.get(articleId) === undefined ? articleId : articles.get(articleId);
    if (known.has(id) || ourArticle == null || !articleIds.has(ourArticle)) continue;
    matched.set(id, newest.get(`${ourArticle} ${sha256}`) ?? null);
  }
  return matched;
}

const researched = ['article', 'annotation', 'entity', 'event', 'note', 'tag', 'saved_search'];

/** Matches the records of two notebooks. `deleted`: whether what is in our trash is left out. */
export function matchRecords(ourDb: ReadableDB, theirDb: ReadableDB, deleted: 'leave' | 'bring'): Identities {
  const adopt = researched.every((table) => countOf(ourDb, `SELECT count(*) FROM ${table}`) === 0);
  const ids = new Map(recordKinds.map(({ name }) => [name, new Map<string, string | null>()]));
  if (!adopt) for (const name of Object.keys(otherKeys)) ids.set(name, matchKind(ourDb, theirDb, name));
  if (deleted === 'leave') leaveOutTrash(ids, ourDb);
  const revisions = matchRevisions(ourDb, theirDb, ids.get('articles') ?? new Map<string, string | null>());
  ids.set('revisions', revisions);
  const known = (name: string) => new Set(keysOf(theirDb, kindNamed(name)));
  const isDoubtful = [...uniqueNames].some((name) => {
    const theirIds = known(name);
    return [...(ids.get(name)?.values() ?? [])].some((id) => id !== null && theirIds.has(id));
  });
  return { ids, revisions, adopt, isDoubtful };
}
