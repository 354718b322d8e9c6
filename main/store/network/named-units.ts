/**
 * Where entities are named: in which passage, paragraph or article, each of these being a unit within which they count
 * as named together. Words that are gone from the text stand in no paragraph; their passage and article are still known.
 */
import type { Nearness } from '../../../shared/contract/network';
import { all, type ReadableDB } from '../core/sql';
import { paragraphAt, paragraphsOf } from './paragraphs';
import { type Months, monthParams, withinMonths } from './within-months';

/** That an annotation names an entity, in a unit; units of one article follow each other. */
export interface Naming {
  readonly entityId: string;
  readonly annotationId: string;
  readonly unit: string;
}

interface NamingRow {
  readonly entityId: string;
  readonly annotationId: string;
  readonly articleId: string;
}

interface PlacedRow extends NamingRow {
  readonly revisionId: string;
  readonly start: number;
  readonly end: number;
}

/** Narrows the namings to some entities; null: all. */
export interface Wanted extends Months {
  readonly entityIds: readonly string[] | null;
}

/** From the articles' side when all are wanted, from the entities' when only some are: by index either way. */
function namingSql({ entityIds, ...months }: Wanted, columns: string, more: string): string {
  const fromArticles = `article CROSS JOIN annotation ON annotation.article_id = article.id
    CROSS JOIN mention ON mention.annotation_id = annotation.id`;
  const fromEntities = `json_each(@entityIds) AS wanted CROSS JOIN mention ON mention.entity_id = wanted.value
    CROSS JOIN annotation ON annotation.id = mention.annotation_id CROSS JOIN article ON article.id = annotation.article_id`;
  return `SELECT mention.entity_id AS "entityId", annotation.id AS "annotationId", article.id AS "articleId" ${columns}
    FROM ${entityIds ? fromEntities : fromArticles} ${more} WHERE ${withinMonths('article.published', months)}`;
}

const placed = `CROSS JOIN anchor ON anchor.annotation_id = annotation.id AND anchor.revision_id = article.revision_id
  AND anchor.state <> 'orphan'`;
const placedColumns = `, anchor.revision_id AS "revisionId", anchor.start, anchor."end"`;

/** A passage that goes over several paragraphs is in each of them. */
function inParagraphs(db: ReadableDB, row: PlacedRow): Naming[] {
  const { entityId, annotationId, revisionId, start, end } = row;
  const starts = paragraphsOf(db, revisionId);
  const first = paragraphAt(starts, start);
  const last = paragraphAt(starts, Math.max(start, end - 1));
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    entityId,
    annotationId,
    unit: `${revisionId} ${first + index}`,
  }));
}

/** Every naming of the entities wanted. The same one may stand there twice: after a merge, or in two parts of a passage. */
export function namings(db: ReadableDB, near: Nearness, wanted: Wanted): Naming[] {
  const { entityIds } = wanted;
  const params = { ...monthParams(wanted), ...(entityIds ? { entityIds: JSON.stringify(entityIds) } : {}) };
  if (near === 'paragraph')
    return all<PlacedRow>(db, namingSql(wanted, placedColumns, placed), params).flatMap((row) =>
      inParagraphs(db, row),
    );
  return all<NamingRow>(db, namingSql(wanted, '', ''), params).map(
    ({ entityId, annotationId, articleId }) => ({
      entityId,
      annotationId,
      unit: near === 'passage' ? annotationId : articleId,
    }),
  );
}
