/** Where in their sources hits stand, for a whole page of hits at once. */
import type { SearchHit } from '../../../../shared/contract/search';
import { all, type ReadableDB } from '../../core/sql';

/** A hit's article, and where in its text the hit's words begin (code points). */
interface Place {
  readonly articleId: string;
  readonly start: number;
}

interface PlaceRow {
  readonly page: string | null;
  readonly chapter: string | null;
}

const labelOf = (kind: 'page' | 'chapter'): string => `(SELECT l.label FROM locator AS l
  WHERE l.revision_id = a.revision_id AND l.kind = '${kind}' AND l.start <= json_extract(j.value, '$.start')
  ORDER BY l.start DESC, l.number DESC LIMIT 1)`;

const placesSql = `SELECT ${labelOf('page')} AS page, ${labelOf('chapter')} AS chapter
  FROM json_each(?) AS j LEFT JOIN article AS a ON a.id = json_extract(j.value, '$.articleId') ORDER BY j.key`;

const placeOf = ({ article, passage }: SearchHit): Place | null =>
  article && passage && passage.state !== 'orphan' ? { articleId: article.id, start: passage.start } : null;

/** The hits with their places in words: "p. 12", a chapter, or both; '' where the source has no pages and no chapters. */
export function withPlaces(db: ReadableDB, hits: readonly SearchHit[]): SearchHit[] {
  const places = hits.map(placeOf);
  if (places.every((place) => place === null)) return [...hits];
  const rows = all<PlaceRow>(db, placesSql, [JSON.stringify(places)]);
  return hits.map((hit, at) => {
    if (!hit.passage) return hit;
    const { page, chapter } = rows[at] ?? { page: null, chapter: null };
    const place = [page && `p. ${page}`, chapter].filter(Boolean).join(', ');
    return { ...hit, passage: { ...hit.passage, place } };
  });
}
