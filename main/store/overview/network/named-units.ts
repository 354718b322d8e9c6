/**
 * Where entities are named: in which passage, paragraph or article, each of these being a unit within which they count
 * as named together. Words that are gone from the text stand in no paragraph; their passage and article are still known.
 * Of all entities at once only who is named together is told; of a few, by which passages.
 */
import type { Nearness } from '../../../../shared/contract/views/network';
import { all, type ReadableDB } from '../../core/sql';
import { paragraphAt, paragraphsOf } from './paragraphs';
import { type Months, monthParams, withinMonths } from './within-months';

/** The entities of a network by number, from 0; also those merged into one of them have its number. */
export interface EntityIndex {
  readonly size: number;
  readonly of: ReadonlyMap<string, number>;
}

/** Entities named together, each once. */
export type Group = ReadonlySet<number>;

/** The paragraphs, from the first to the last, that a stretch of a revision's text is in. */
function paragraphsBetween(starts: Uint32Array, start: number, end: number): number[] {
  const first = paragraphAt(starts, start);
  const last = paragraphAt(starts, Math.max(start, end - 1));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function groupOf(named: string, { of }: EntityIndex): Group {
  const group = new Set<number>();
  for (const id of named.split(' ')) {
    const member = of.get(id);
    if (member !== undefined) group.add(member);
  }
  return group;
}

const fromArticles = `article CROSS JOIN annotation ON annotation.article_id = article.id
  CROSS JOIN stored_mention AS naming ON naming.annotation_id = annotation.id`;

/** Rows are gathered in SQL, an article each: to hand over every naming as a row of its own takes several times longer. */
const groupsSql: Readonly<Record<'passage' | 'article', (where: string) => string>> = {
  passage: (where) =>
    where === 'TRUE'
      ? `SELECT group_concat(entity_id, ' ') AS named FROM stored_mention GROUP BY annotation_id HAVING count(*) > 1`
      : `SELECT group_concat(naming.entity_id, ' ') AS named FROM ${fromArticles} WHERE ${where}
         GROUP BY article.rowid, annotation.rowid HAVING count(*) > 1`,
  article: (where) =>
    `SELECT group_concat(naming.entity_id, ' ') AS named FROM ${fromArticles} WHERE ${where} GROUP BY article.rowid`,
};

/** Each naming as its entity and its place: `ID START END`. */
const placedSql = (
  where: string,
) => `SELECT article.revision_id AS "revisionId", group_concat(naming.entity_id || ' ' || anchor.start || ' ' || anchor."end", ';') AS placed
  FROM article CROSS JOIN anchor ON anchor.revision_id = article.revision_id AND anchor.state <> 'orphan'
  CROSS JOIN stored_mention AS naming ON naming.annotation_id = anchor.annotation_id WHERE ${where} GROUP BY article.rowid`;

interface PlacedRow {
  readonly revisionId: string;
  readonly placed: string;
}

function paragraphGroups(db: ReadableDB, index: EntityIndex, { revisionId, placed }: PlacedRow): Group[] {
  const groups = new Map<number, Set<number>>();
  const starts = paragraphsOf(db, revisionId);
  for (const naming of placed.split(';')) {
    const [id = '', start, end] = naming.split(' ');
    const member = index.of.get(id);
    if (member === undefined) continue;
    for (const paragraph of paragraphsBetween(starts, Number(start), Number(end))) {
      const group = groups.get(paragraph);
      if (group) group.add(member);
      else groups.set(paragraph, new Set([member]));
    }
  }
  return [...groups.values()];
}

/** The entities named in each passage, paragraph or article of the months. */
export function namedGroups(db: ReadableDB, index: EntityIndex, near: Nearness, months: Months): Group[] {
  const where = withinMonths('article.published', months);
  const params = monthParams(months);
  if (near === 'paragraph')
    return all<PlacedRow>(db, placedSql(where), params).flatMap((row) => paragraphGroups(db, index, row));
  return all<{ named: string }>(db, groupsSql[near](where), params).map(({ named }) => groupOf(named, index));
}

/** That an annotation names an entity, in a unit. */
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

interface PlacedNaming extends NamingRow {
  readonly revisionId: string;
  readonly start: number;
  readonly end: number;
}

const namingSql = (
  months: Months,
  columns: string,
  more: string,
) => `SELECT mention.entity_id AS "entityId", annotation.id AS "annotationId", article.id AS "articleId" ${columns}
  FROM json_each(@entityIds) AS wanted CROSS JOIN mention ON mention.entity_id = wanted.value
  CROSS JOIN annotation ON annotation.id = mention.annotation_id CROSS JOIN article ON article.id = annotation.article_id
  ${more} WHERE ${withinMonths('article.published', months)}`;

const anchors = `CROSS JOIN anchor ON anchor.annotation_id = annotation.id AND anchor.revision_id = article.revision_id
  AND anchor.state <> 'orphan'`;
const anchorColumns = `, anchor.revision_id AS "revisionId", anchor.start, anchor."end"`;

function inParagraphs(db: ReadableDB, naming: PlacedNaming): Naming[] {
  const { entityId, annotationId, revisionId, start, end } = naming;
  return paragraphsBetween(paragraphsOf(db, revisionId), start, end).map((paragraph) => ({
    entityId,
    annotationId,
    unit: `${revisionId} ${paragraph}`,
  }));
}

/** Every naming of a few entities. The same one may stand there twice: after a merge, or in two parts of a passage. */
export function namingsOf(
  db: ReadableDB,
  entityIds: readonly string[],
  near: Nearness,
  months: Months,
): Naming[] {
  const params = { ...monthParams(months), entityIds: JSON.stringify(entityIds) };
  if (near === 'paragraph')
    return all<PlacedNaming>(db, namingSql(months, anchorColumns, anchors), params).flatMap((row) =>
      inParagraphs(db, row),
    );
  return all<NamingRow>(db, namingSql(months, '', ''), params).map(
    ({ entityId, annotationId, articleId }) => ({
      entityId,
      annotationId,
      unit: near === 'passage' ? annotationId : articleId,
    }),
  );
}
