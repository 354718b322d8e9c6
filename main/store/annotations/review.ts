/** Passages that wait for a decision: those on words that only resemble theirs, and those whose words are gone. */
import { similarPlaces } from '../../../shared/anchoring/similar-places';
import type { CommandArgs, QueryArgs } from '../../../shared/contract';
import type { Page } from '../../../shared/contract/articles';
import type { Annotation, Part } from '../../../shared/model/annotation';
import type {
  Candidate,
  DatedExcerpt,
  Excerpt,
  ReviewCase,
  ReviewPart,
  ReviewRow,
} from '../../../shared/model/review';
import { createOffsetMap, type OffsetMap, sliceByCodePoints } from '../../../shared/text/offsets';
import { all, countOf, get, pluck, type ReadableDB, run, update, type WritableDB } from '../core/sql';
import { textOfRevision } from './anchors';
import { getAnnotation, placeOfAnnotation } from './annotations';

/** Current parts that wait. */
const waiting = `FROM anchor k JOIN article a ON a.revision_id = k.revision_id WHERE k.state IN ('changed', 'orphan')`;

/** Passages that wait for a decision, by article title, then place. */
export function listReview(db: ReadableDB, { offset, limit }: QueryArgs<'listReview'>): Page<ReviewRow> {
  const rows = all<ReviewRow>(
    db,
    `SELECT k.annotation_id AS annotationId, a.id AS articleId, a.title AS articleTitle,
       max(k.state) AS state, -- 'orphan' comes after 'changed'
       (SELECT group_concat(exact, ' … ') FROM (SELECT exact FROM selector
          WHERE annotation_id = k.annotation_id ORDER BY part)) AS words
     ${waiting} GROUP BY k.annotation_id
     ORDER BY a.sort_title, a.id, min(k.start), k.annotation_id LIMIT ? OFFSET ?`,
    [limit, offset],
  );
  return { rows, total: countOf(db, `SELECT count(DISTINCT k.annotation_id) ${waiting}`) };
}

/** Characters of context on each side. */
const contextLength = 240;

/** Cut from a text, in code points; context reaches to the nearest space beyond which it would be too long. */
function excerptAt(text: string, map: OffsetMap, start: number, end: number): Excerpt {
  const from = Math.max(0, start - contextLength);
  const to = Math.min(map.codePointLength, end + contextLength);
  const before = sliceByCodePoints(text, from, start, map);
  const after = sliceByCodePoints(text, end, to, map);
  return {
    before: from === 0 ? before : `…${before.replace(/^\S*/, '')}`,
    words: sliceByCodePoints(text, start, end, map),
    after: to === map.codePointLength ? after : `${after.replace(/\S*$/, '')}…`,
  };
}

interface StoodRow {
  readonly revisionId: string;
  readonly number: number;
  readonly createdAt: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The last revision that has the words of a part's quote, with what was around them. */
function lastStood(db: ReadableDB, annotationId: string, part: number): DatedExcerpt | undefined {
  const row = get<StoodRow>(
    db,
    `SELECT r.id AS revisionId, r.number, r.created_at AS createdAt, r.text, k.start, k."end"
     FROM anchor k JOIN revision r ON r.id = k.revision_id
     WHERE k.annotation_id = ? AND k.part = ? AND k.state IN ('exact', 'moved') AND k.former IS NULL
     ORDER BY r.number DESC LIMIT 1`,
    [annotationId, part],
  );
  if (!row) return undefined;
  const { revisionId, number, createdAt, text, start, end } = row;
  return { revisionId, number, createdAt, ...excerptAt(text, createOffsetMap(text), start, end) };
}

function quoteAlone({ quote }: Part): Excerpt {
  return { before: quote.prefix, words: quote.exact, after: quote.suffix };
}

function reviewPart(
  db: ReadableDB,
  { id, parts }: Annotation,
  index: number,
  { text, map }: { readonly text: string; readonly map: OffsetMap },
): ReviewPart[] {
  const part = parts[index];
  if (!part) return [];
  const isOrphan = part.state === 'orphan';
  const candidates = isOrphan
    ? similarPlaces(text, part.quote).map(
        (place): Candidate => ({ ...place, excerpt: excerptAt(text, map, place.start, place.end) }),
      )
    : [];
  return [
    {
      part: index,
      state: part.state,
      once: lastStood(db, id, index) ?? quoteAlone(part),
      now: isOrphan ? null : excerptAt(text, map, part.start, part.end),
      candidates,
    },
  ];
}

/** A passage with its words then and now, and places that may be its own. Throws `not-found`. */
export function getReview(db: ReadableDB, { annotationId }: QueryArgs<'getReview'>): ReviewCase {
  const annotation = getAnnotation(db, { id: annotationId });
  const text = textOfRevision(db, annotation.revisionId);
  const now = { text, map: createOffsetMap(text) };
  const [articleTitle = ''] = pluck<string>(db, 'SELECT title FROM article WHERE id = ?', [
    annotation.articleId,
  ]);
  const parts = annotation.parts.flatMap((_, index) => reviewPart(db, annotation, index, now));
  return { annotation, articleTitle, parts };
}

/**
 * Takes a passage off words that only resemble its own: its `changed` parts become orphans, with the quote they had.
 * Throws `not-found`.
 */
export function detachAnchor(db: WritableDB, { annotationId }: CommandArgs<'detachAnchor'>): null {
  const { revisionId } = placeOfAnnotation(db, annotationId);
  run(
    db,
    `UPDATE anchor SET state = 'orphan' WHERE annotation_id = ? AND revision_id = ? AND state = 'changed'`,
    [annotationId, revisionId],
  );
  update(db, 'annotation', annotationId, { modified_at: new Date().toISOString() });
  return null;
}
