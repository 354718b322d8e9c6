import * as z from 'zod/mini';
import type { Annotation } from '../model/annotation';
import { actorKinds, entityKinds } from '../model/entity';
import { colours, type Tag } from '../model/tag';
import { count, id, line, nothing, operation } from './define';

const part = z.strictObject({ start: count, end: count });
/** Parts in code points of the revision's text, in reading order, not overlapping. */
const parts = z.array(part).check(z.minLength(1), z.maxLength(100));

/** An entity, event or tag that exists, or one to make in place. */
const entityRef = z.union([
  z.strictObject({ id }),
  z.strictObject({ kind: z.enum(entityKinds), actorKind: z.enum(actorKinds), name: line }),
]);
const eventRef = z.union([
  z.strictObject({ id }),
  z.strictObject({
    title: line,
    typeId: z.nullable(id),
    date: z.nullable(z.strictObject({ edtf: line, words: line })),
    placeId: z.nullable(id),
  }),
]);
const tagRef = z.union([z.strictObject({ id }), z.strictObject({ name: line })]);

/** What {@link annotationCommands.annotate} did: ids in the order the references were given. */
export interface Annotated {
  readonly annotationId: string;
  readonly entityIds: readonly string[];
  readonly eventIds: readonly string[];
  readonly tagIds: readonly string[];
}

export const annotationQueries = {
  /** The annotations of an article as they stand in one revision, in reading order; orphans last. */
  listAnnotations: operation<readonly Annotation[]>()(z.strictObject({ articleId: id, revisionId: id })),
  getAnnotation: operation<Annotation>()(z.strictObject({ id })),
  listTags: operation<readonly Tag[]>()(nothing),
};

export const annotationCommands = {
  /**
   * The one way to say something about words: makes an annotation on a selection (or takes the one that is on exactly
   * these words, or a given one) and adds links, tags, a colour, a comment, making entities, events and tags in place.
   */
  annotate: operation<Annotated>()(
    z.strictObject({
      on: z.union([
        z.strictObject({ annotationId: id }),
        z.strictObject({ articleId: id, revisionId: id, parts }),
      ]),
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
  /** New ends for a passage, or a new place for an orphan: the quote is described again from the current text. */
  setParts: operation<null>()(z.strictObject({ annotationId: id, revisionId: id, parts })),
  /** Accepts a `changed` passage as it stands: its present words become its quote. */
  confirmAnchor: operation<null>()(z.strictObject({ annotationId: id })),
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
  tagArticles: operation<null>()(z.strictObject({ articleIds: z.array(id), tag: tagRef })),
  untagArticles: operation<null>()(z.strictObject({ articleIds: z.array(id), tagId: id })),
};
