import * as z from 'zod/mini';
import type { Annotation } from '../model/annotation';
import type { ReviewCase, ReviewRow } from '../model/review';
import { colours, type Tag } from '../model/tag';
import type { Page } from './articles';
import { count, dateGiven, id, line, newEntity, nothing, operation, pageSize } from './define';

/** A stretch of a revision's text, in code points. */
export const part = z.strictObject({ start: count, end: count });
/** Parts in code points of the revision's text, in reading order, not overlapping. */
const parts = z.array(part).check(z.minLength(1), z.maxLength(100));

/** An entity, event or tag that exists, or one to make in place. */
const entityRef = z.union([z.strictObject({ id }), z.strictObject(newEntity)]);
/** An event that exists, or one to make in place. */
export const eventRef = z.union([
  z.strictObject({ id }),
  z.strictObject({
    title: line,
    typeId: z.nullable(id),
    date: z.nullable(dateGiven),
    placeId: z.nullable(id),
  }),
]);
/** Words of an article: a passage that is there, or a selection. */
export const onWords = z.union([
  z.strictObject({ annotationId: id }),
  z.strictObject({ articleId: id, revisionId: id, parts }),
]);
/** A tag that exists, or one to make in place. */
export const tagRef = z.union([z.strictObject({ id }), z.strictObject({ name: line })]);

/** What {@link annotationCommands.annotate} did: ids in the order the references were given. */
export interface Annotated {
  readonly annotationId: string;
  readonly entityIds: readonly string[];
  readonly eventIds: readonly string[];
  readonly tagIds: readonly string[];
  /** As it stands in the file now; null when it has no place in the current text. */
  readonly annotation: Annotation | null;
}

export const annotationQueries = {
  /** The annotations of an article as they stand in one revision, in reading order; orphans last. */
  listAnnotations: operation<readonly Annotation[]>()(z.strictObject({ articleId: id, revisionId: id })),
  /** Some of them, as {@link listAnnotations} gives them; those that are gone or elsewhere are left out. */
  getAnnotations: operation<readonly Annotation[]>()(
    z.strictObject({ articleId: id, revisionId: id, ids: z.array(id).check(z.maxLength(10_000)) }),
  ),
  getAnnotation: operation<Annotation>()(z.strictObject({ id })),
  /** Passages that wait for a decision: on words that only resemble theirs, or on none. */
  listReview: operation<Page<ReviewRow>>()(z.strictObject({ offset: count, limit: pageSize })),
  /** One of them: its words then and now, and places that may be its own. */
  getReview: operation<ReviewCase>()(z.strictObject({ annotationId: id })),
  listTags: operation<readonly Tag[]>()(nothing),
};

export const annotationCommands = {
  /**
   * The one way to say something about words: makes an annotation on a selection (or takes the one that is on exactly
   * these words, or a given one) and adds links, tags, a colour, a comment, making entities, events and tags in place.
   */
  annotate: operation<Annotated>()(
    z.strictObject({
      on: onWords,
      entities: z.optional(z.array(entityRef)),
      events: z.optional(z.array(eventRef)),
      tags: z.optional(z.array(tagRef)),
      colour: z.optional(z.nullable(z.enum(colours))),
      comment: z.optional(line),
    }),
  ),
  /** Takes links or tags off an annotation. */
  unlink: operation<null>()(
    z.strictObject({
      annotationId: id,
      entityIds: z.optional(z.array(id)),
      eventIds: z.optional(z.array(id)),
      tagIds: z.optional(z.array(id)),
    }),
  ),
  /**
   * New ends for a passage, more or fewer parts on words of the current text: quotes are described from there; those they
   * replace are kept as former ones, and earlier revisions keep their places. A part that stays is left as it is, and so
   * are parts whose words are gone.
   */
  setParts: operation<null>()(z.strictObject({ annotationId: id, revisionId: id, parts })),
  /** Accepts a `changed` passage as it stands: its present words become its quote, the one it had is kept as a former one. */
  confirmAnchor: operation<null>()(z.strictObject({ annotationId: id })),
  /** Puts one part of a passage on words of the current text; the other parts stay. */
  attachPart: operation<null>()(
    z.strictObject({ annotationId: id, part: count, revisionId: id, range: part }),
  ),
  /** Takes one part off a passage that has others. */
  removePart: operation<null>()(z.strictObject({ annotationId: id, part: count, revisionId: id })),
  /** Takes a passage off the words where its `changed` parts stand: these become orphans. */
  detachAnchor: operation<null>()(z.strictObject({ annotationId: id })),
  trashAnnotations: operation<null>()(z.strictObject({ ids: z.array(id) })),
  createTag: operation<{ readonly id: string }>()(z.strictObject({ name: line, parentId: z.nullable(id) })),
  updateTag: operation<null>()(
    z.strictObject({
      id,
      name: z.optional(line),
      parentId: z.optional(z.nullable(id)),
      colour: z.optional(z.nullable(z.enum(colours))),
      description: z.optional(line),
    }),
  ),
  trashTag: operation<null>()(z.strictObject({ id })),
  /** `mergeId` is read as `keepId` from now on; nothing that bears it is rewritten. */
  mergeTags: operation<null>()(z.strictObject({ keepId: id, mergeId: id })),
  /** Takes a tag out of the one it was merged into, with all that bears it. */
  splitTag: operation<null>()(z.strictObject({ id })),
  tagArticles: operation<null>()(z.strictObject({ articleIds: z.array(id), tag: tagRef })),
  untagArticles: operation<null>()(z.strictObject({ articleIds: z.array(id), tagId: id })),
};
