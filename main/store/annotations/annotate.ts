/** The one way to say something about words: an annotation on a selection, with links, tags, a colour and a comment. */

import type { Selector } from '../../../shared/anchoring/describe';
import type { CommandArgs } from '../../../shared/contract';
import type { Annotated } from '../../../shared/contract/annotations';
import type { Quote } from '../../../shared/model/annotation';
import { newId } from '../../../shared/model/id';
import { CasebookError } from '../../../shared/model/result';
import { mustBeCurrent } from '../articles/revisions';
import { resolveTag } from '../codebook/tags';
import { countOf, insert, type ReadableDB, run, update, type WritableDB } from '../core/sql';
import { createEntity } from '../entities/change-entity';
import { createEvent } from '../events/change-event';
import { annotationOnParts, describeParts, insertOrphan, insertPart } from './anchors';
import { findAnnotation, placeOfAnnotation } from './annotations';
import { coderOf } from './coder';

type Args = CommandArgs<'annotate'>;
type Selection = Extract<Args['on'], { parts: unknown }>;
type EntityRef = NonNullable<Args['entities']>[number];
type EventRef = NonNullable<Args['events']>[number];

/** Who made an annotation that comes from elsewhere, and when (ISO 8601 UTC). */
export interface Origin {
  readonly coder: string;
  /** '' where that is not known: then it is made now. */
  readonly createdAt: string;
  /** A UUID that nothing in the notebook has; absent: a new one. */
  readonly id?: string | undefined;
}

/** Words that are gone from the text. */
interface GoneWords {
  readonly gone: Quote;
}

/** Writes an annotation with its parts in a revision, of which nothing is said yet. Answers its id. */
export function insertAnnotation(
  db: WritableDB,
  { articleId, revisionId }: Pick<Selection, 'articleId' | 'revisionId'>,
  parts: readonly (Selector | GoneWords)[],
  { coder, createdAt, id = newId() }: Origin,
): string {
  const now = createdAt || new Date().toISOString();
  insert(db, 'annotation', { id, article_id: articleId, coder, created_at: now, modified_at: now });
  parts.forEach((each, part) => {
    const key = { annotationId: id, part };
    if ('gone' in each) insertOrphan(db, key, revisionId, each.gone);
    else insertPart(db, key, revisionId, each);
  });
  return id;
}

/**
 * The annotation that the words are said about: a given one, the one on exactly these words, or a new one. One that comes
 * from elsewhere is always new: whether it is one with another is known where it comes in.
 */
function findOrMake(db: WritableDB, on: Args['on'], origin: Origin | undefined): string {
  if ('annotationId' in on) {
    placeOfAnnotation(db, on.annotationId);
    return on.annotationId;
  }
  const revisionId = mustBeCurrent(db, on.articleId, on.revisionId);
  const parts = describeParts(db, revisionId, on.parts);
  const there = origin ? undefined : annotationOnParts(db, revisionId, parts);
  return (
    there ??
    insertAnnotation(db, { ...on, revisionId }, parts, origin ?? { coder: coderOf(db), createdAt: '' })
  );
}

function mustExist(db: ReadableDB, table: 'entity' | 'event', id: string): string {
  if (countOf(db, `SELECT count(*) FROM ${table} WHERE id = ?`, [id]) > 0) return id;
  throw new CasebookError('not-found', `There is no such ${table} any more.`);
}

/** Rows that tie an annotation to something, by the table they are in. */
const ties = {
  stored_mention: 'entity_id',
  evidence: 'event_id',
  stored_annotation_tag: 'tag_id',
} as const;

/** Ties an annotation to things; answers how many were not tied to it before. */
function tie(db: WritableDB, table: keyof typeof ties, annotationId: string, ids: readonly string[]): number {
  const sql = `INSERT INTO ${table} (annotation_id, ${ties[table]}) VALUES (?, ?) ON CONFLICT DO NOTHING`;
  return ids.reduce((count, id) => count + run(db, sql, [annotationId, id]), 0);
}

const entityOf = (db: WritableDB, ref: EntityRef): string =>
  'id' in ref ? mustExist(db, 'entity', ref.id) : createEntity(db, ref).id;
const eventOf = (db: WritableDB, ref: EventRef): string =>
  'id' in ref ? mustExist(db, 'event', ref.id) : createEvent(db, ref).id;

/**
 * As {@link annotate}, for whoever makes many and shows none: reading an annotation again takes longer than writing it.
 * Answers its id.
 */
export function writeAnnotation(db: WritableDB, args: Args, origin?: Origin): string {
  return writeSaid(db, args, origin).annotationId;
}

/**
 * Annotates words, making entities, events and tags in place; a tag of the same name is taken as it is. Throws
 * `bad-arguments` for parts that are not in the text, `conflict` when the revision is not the article's current one,
 * `not-found` when the annotation or something linked is gone. `origin`: of an annotation that is not made here and now.
 */
export function annotate(db: WritableDB, args: Args, origin?: Origin): Annotated {
  const written = writeSaid(db, args, origin);
  return { ...written, annotation: findAnnotation(db, written.annotationId) };
}

function writeSaid(db: WritableDB, args: Args, origin: Origin | undefined): Omit<Annotated, 'annotation'> {
  const annotationId = findOrMake(db, args.on, origin);
  const { colour, comment } = args;
  const entityIds = (args.entities ?? []).map((ref) => entityOf(db, ref));
  const eventIds = (args.events ?? []).map((ref) => eventOf(db, ref));
  const tagIds = (args.tags ?? []).map((ref) => resolveTag(db, ref));
  const added =
    tie(db, 'stored_mention', annotationId, entityIds) +
    tie(db, 'evidence', annotationId, eventIds) +
    tie(db, 'stored_annotation_tag', annotationId, tagIds);
  // What was said already does not modify it.
  if (added > 0 || colour !== undefined || comment !== undefined)
    update(db, 'annotation', annotationId, { colour, comment, modified_at: new Date().toISOString() });
  return { annotationId, entityIds, eventIds, tagIds };
}
