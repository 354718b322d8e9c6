/**
 * The order of results. Words: the most relevant first. Filters alone: passages by the day their article was published
 * and their place in it, then events by date, notes and articles. Ties are broken by row, so that pages never overlap.
 */
import { type HitKind, hitKinds } from '../../../shared/contract/search';
import { all, type ReadableDB } from '../core/sql';
import type { Meaning } from './evaluate-query';
import type { SearchRows } from './search-rows';

interface Slice {
  readonly offset: number;
  readonly limit: number;
}

/** The rows of one page of results, in order. */
export function orderRows(
  db: ReadableDB,
  rows: SearchRows,
  meaning: Meaning,
  { offset, limit }: Slice,
): number[] {
  const found: number[] = [];
  meaning.mask.forEach((byte, row) => {
    if (byte === 1) found.push(row);
  });
  if (meaning.filtersOnly) return orderByKind(db, rows, found).slice(offset, offset + limit);
  const { relevance } = meaning;
  return found
    .sort((a, b) => (relevance[b] ?? 0) - (relevance[a] ?? 0) || a - b)
    .slice(offset, offset + limit);
}

const kindOrder: readonly HitKind[] = ['passage', 'event', 'note', 'article', 'entity'];

/** What a row is ordered by, after its kind: a day (undated last), then a number. */
interface Key {
  readonly day: string;
  readonly place: number;
}

function orderByKind(db: ReadableDB, rows: SearchRows, found: readonly number[]): number[] {
  const keys = keysOf(db, rows, found);
  const rank = (row: number) => kindOrder.indexOf(hitKinds[rows.kinds[row] ?? 0] ?? 'article');
  const keyOf = (row: number): Key => keys.get(row) ?? { day: '~', place: row };
  return [...found].sort((a, b) => rank(a) - rank(b) || compareKeys(keyOf(a), keyOf(b)) || a - b);
}

function compareKeys(a: Key, b: Key): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return a.place - b.place;
}

/** After every day there is. */
const undated = '~';

function keysOf(db: ReadableDB, rows: SearchRows, found: readonly number[]): Map<number, Key> {
  const wanted = new Map(found.map((row) => [rows.ids[row] ?? '', row]));
  const ids = JSON.stringify([...wanted.keys()]);
  const dated = all<{ id: string; day: string | null; place: number | null }>(db, keySql, [ids, ids, ids]);
  return new Map(
    dated.map(({ id, day, place }) => [wanted.get(id) ?? 0, { day: day ?? undated, place: place ?? 0 }]),
  );
}

/** Articles are kept apart by their own row, so that the passages of two of one day do not mix. */
export const keySql = `
  SELECT j.value AS id, coalesce(a.published_earliest, '${undated}') || ' ' || a.id AS day, n.start AS place
  FROM json_each(?) j CROSS JOIN annotation t ON t.id = j.value JOIN article a ON a.id = t.article_id
  LEFT JOIN anchor n ON n.annotation_id = t.id AND n.part = 0 AND n.revision_id = a.revision_id
  UNION ALL
  SELECT e.id, e.date_earliest, 0 FROM json_each(?) j CROSS JOIN event e ON e.id = j.value
  UNION ALL
  SELECT a.id, a.published_earliest, 0 FROM json_each(?) j CROSS JOIN article a ON a.id = j.value`;
