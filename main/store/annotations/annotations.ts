/** Annotations as they are read: with their parts in one revision and all that is said about them. */
import type { QueryArgs } from '../../../shared/contract';
import type { Annotation, EntityLink, EventLink, Part } from '../../../shared/model/annotation';
import { CasebookError } from '../../../shared/model/result';
import type { TagRef } from '../../../shared/model/tag';
import { codePoints } from '../../../shared/text/offsets';
import { all, get, type ReadableDB } from '../core/sql';
import { anchorsOfAnnotation, anchorsOfAnnotations, anchorsOfRevision, type StoredAnchor } from './anchors';
import { noQuotes, type ReplacedQuote, replacedQuotes, toFormerQuote } from './former-quotes';

type AnnotationRow = Pick<
  Annotation,
  'id' | 'articleId' | 'colour' | 'comment' | 'coder' | 'createdAt' | 'modifiedAt'
>;
type Linked<Link> = Link & { readonly annotationId: string };

const annotationColumns = `n.id, n.article_id AS articleId, n.colour, n.comment, n.coder, n.created_at AS createdAt,
  n.modified_at AS modifiedAt FROM annotation n`;

const entityLinks = `SELECT DISTINCT m.annotation_id AS annotationId, e.id AS entityId, e.kind, e.name
  FROM annotation n CROSS JOIN mention m ON m.annotation_id = n.id JOIN entity e ON e.id = m.entity_id`;
const eventLinks = `SELECT v.annotation_id AS annotationId, e.id AS eventId, e.title
  FROM annotation n CROSS JOIN evidence v ON v.annotation_id = n.id JOIN event e ON e.id = v.event_id`;
const tagLinks = `SELECT DISTINCT x.annotation_id AS annotationId, t.id, t.name, t.colour
  FROM annotation n CROSS JOIN annotation_tag x ON x.annotation_id = n.id JOIN tag t ON t.id = x.tag_id`;

/** Which annotations to read: `id` is an article's, an annotation's, or a JSON array of annotations'. */
interface Which {
  readonly where: 'n.article_id = @id' | 'n.id = @id' | 'n.id IN (SELECT value FROM json_each(@id))';
  readonly id: string;
}

function grouped<Row>(rows: readonly Linked<Row>[]): Map<string, Omit<Linked<Row>, 'annotationId'>[]> {
  const groups = new Map<string, Omit<Linked<Row>, 'annotationId'>[]>();
  for (const { annotationId, ...row } of rows) {
    const group = groups.get(annotationId);
    if (group) group.push(row);
    else groups.set(annotationId, [row]);
  }
  return groups;
}

/** A part with the quotes it had before the one that its state is about. */
function partOf(anchor: Omit<StoredAnchor, 'annotationId'>, replaced: readonly ReplacedQuote[]): Part {
  const { start, end, state, exact, prefix, suffix, part, former } = anchor;
  const isBefore = (one: ReplacedQuote) => one.part === part && (former === null || one.number < former);
  const formerQuotes = replaced.length === 0 ? noQuotes : replaced.filter(isBefore).map(toFormerQuote);
  const quote = { exact, prefix, suffix };
  return { start: codePoints(start), end: codePoints(end), state, quote, formerQuotes };
}

/** Where quotes were replaced, parts may have been added since: their numbers are then not the order of the text. */
function partsOf(
  anchors: readonly Omit<StoredAnchor, 'annotationId'>[],
  replaced: readonly ReplacedQuote[],
): Part[] {
  const parts = anchors.map((anchor) => partOf(anchor, replaced));
  return anchors.some(({ former }) => former !== null) ? parts.sort((a, b) => a.start - b.start) : parts;
}

function readAnnotations(
  db: ReadableDB,
  which: Which,
  revisionId: string,
  anchors: readonly StoredAnchor[],
): Annotation[] {
  const { where, id } = which;
  const rows = all<AnnotationRow>(db, `SELECT ${annotationColumns} WHERE ${where}`, { id });
  const parts = grouped<Omit<StoredAnchor, 'annotationId'>>(anchors);
  const entities = grouped(
    all<Linked<EntityLink>>(db, `${entityLinks} WHERE ${where} ORDER BY e.folded`, { id }),
  );
  const events = grouped(all<Linked<EventLink>>(db, `${eventLinks} WHERE ${where} ORDER BY e.id`, { id }));
  const tags = grouped(all<Linked<TagRef>>(db, `${tagLinks} WHERE ${where} ORDER BY t.folded`, { id }));
  const former = replacedQuotes(db, which);
  return rows
    .filter((row) => parts.has(row.id))
    .map((row) => ({
      ...row,
      revisionId,
      parts: partsOf(parts.get(row.id) ?? [], former.get(row.id) ?? []),
      tags: tags.get(row.id) ?? [],
      entities: entities.get(row.id) ?? [],
      events: events.get(row.id) ?? [],
    }));
}

/** Where an annotation begins in the text; one without any words left stands after all others. */
function firstPlace({ parts }: Annotation): number {
  return Math.min(
    ...parts.map(({ start, state }) => (state === 'orphan' ? Number.POSITIVE_INFINITY : start)),
  );
}

/** By place; of those that begin together the longer first. */
function inReadingOrder(annotations: readonly Annotation[]): Annotation[] {
  const keyed = annotations.map((annotation) => ({ annotation, place: firstPlace(annotation) }));
  keyed.sort(
    (a, b) =>
      (a.place === b.place ? 0 : a.place - b.place) ||
      (b.annotation.parts[0]?.end ?? 0) - (a.annotation.parts[0]?.end ?? 0) ||
      (a.annotation.id < b.annotation.id ? -1 : 1),
  );
  return keyed.map(({ annotation }) => annotation);
}

/** The annotations of an article that stand in one of its revisions, in reading order; orphans last. */
export function listAnnotations(
  db: ReadableDB,
  { articleId, revisionId }: QueryArgs<'listAnnotations'>,
): Annotation[] {
  const anchors = anchorsOfRevision(db, revisionId);
  return inReadingOrder(
    readAnnotations(db, { where: 'n.article_id = @id', id: articleId }, revisionId, anchors),
  );
}

/** Some annotations of an article as {@link listAnnotations} gives them: to read again only what has changed. */
export function getAnnotations(
  db: ReadableDB,
  { articleId, revisionId, ids }: QueryArgs<'getAnnotations'>,
): Annotation[] {
  const which = { where: 'n.id IN (SELECT value FROM json_each(@id))', id: JSON.stringify(ids) } as const;
  const annotations = readAnnotations(db, which, revisionId, anchorsOfAnnotations(db, ids, revisionId));
  return inReadingOrder(annotations.filter((annotation) => annotation.articleId === articleId));
}

/** An annotation as it stands in its article's current revision, or null where it has no place. Throws `not-found`. */
export function findAnnotation(db: ReadableDB, id: string): Annotation | null {
  const { revisionId } = placeOfAnnotation(db, id);
  const anchors = anchorsOfAnnotation(db, id, revisionId);
  return readAnnotations(db, { where: 'n.id = @id', id }, revisionId, anchors)[0] ?? null;
}

/** An annotation as it stands in its article's current revision. Throws `not-found`. */
export function getAnnotation(db: ReadableDB, { id }: QueryArgs<'getAnnotation'>): Annotation {
  const annotation = findAnnotation(db, id);
  if (!annotation) throw new CasebookError('not-found', 'The annotation has no place in the current text.');
  return annotation;
}

/** The article of an annotation and that article's current revision. Throws `not-found`. */
export function placeOfAnnotation(db: ReadableDB, id: string): { articleId: string; revisionId: string } {
  const place = get<{ articleId: string; revisionId: string }>(
    db,
    `SELECT a.id AS articleId, a.revision_id AS revisionId
     FROM annotation n JOIN article a ON a.id = n.article_id WHERE n.id = ?`,
    [id],
  );
  if (!place) throw new CasebookError('not-found', 'There is no such annotation any more.');
  return place;
}
