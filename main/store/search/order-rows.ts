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
  if (meaning.filtersOnly) return orderByKind(db, rows, found, { offset, limit });
  const { relevance } = meaning;
  return found
    .sort((a, b) => (relevance[b] ?? 0) - (relevance[a] ?? 0) || a - b)
    .slice(offset, offset + limit);
}

const kindOrder: readonly HitKind[] = ['passage', 'event', 'note', 'article', 'entity'];

/** After every day there is. */
const undated = '~';

/** What rows are ordered by but for their place in a text. */
interface Key {
  readonly row: number;
  readonly kind: number;
  readonly day: string;
  /** Of a passage, so that those of two articles of one day do not mix. */
  readonly article: number;
}

function keyOf({ kinds, links, days }: SearchRows, row: number): Key {
  const article = links.articleOf[row] ?? 0;
  const kind = kindOrder.indexOf(hitKinds[kinds[row] ?? 0] ?? 'article');
  return { row, kind, day: days.get(article || row) || undated, article };
}

function compareKeys(a: Key, b: Key): number {
  if (a.kind !== b.kind) return a.kind - b.kind;
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return a.article - b.article || a.row - b.row;
}

function orderByKind(
  db: ReadableDB,
  rows: SearchRows,
  found: readonly number[],
  { offset, limit }: Slice,
): number[] {
  const keys = found.map((row) => keyOf(rows, row)).sort(compareKeys);
  const isSame = (a?: Key, b?: Key) =>
    a !== undefined && b !== undefined && a.article > 0 && a.article === b.article;
  let from = Math.min(offset, keys.length);
  let to = Math.min(offset + limit, keys.length);
  // Only the articles that the page touches are put in the order of their text.
  while (isSame(keys[from - 1], keys[from])) from--;
  while (isSame(keys[to - 1], keys[to])) to++;
  return orderByPlace(db, rows, keys.slice(from, to)).slice(offset - from, offset - from + limit);
}

/** Where passages begin in the current text of their article. */
export const placeSql = `
  SELECT t.id, n.start AS place FROM json_each(?) j CROSS JOIN annotation t ON t.id = j.value
  JOIN article a ON a.id = t.article_id
  JOIN anchor n ON n.annotation_id = t.id AND n.part = 0 AND n.revision_id = a.revision_id`;

function orderByPlace(db: ReadableDB, { ids }: SearchRows, keys: readonly Key[]): number[] {
  const wanted = JSON.stringify(keys.map(({ row }) => ids[row]));
  const places = new Map(
    all<{ id: string; place: number }>(db, placeSql, [wanted]).map(({ id, place }) => [id, place]),
  );
  const placeOf = ({ row }: Key) => places.get(ids[row] ?? '') ?? 0;
  const order = (a: Key, b: Key) =>
    a.article > 0 && a.article === b.article ? placeOf(a) - placeOf(b) || a.row - b.row : compareKeys(a, b);
  return [...keys].sort(order).map(({ row }) => row);
}
