import * as z from 'zod/mini';
import type { RevisionComparison } from '../comparison/revision-comparison';
import type { ArticleDetail, ArticleSummary, RevisionText } from '../model/article';
import { count, id, line, longText, nothing, operation, pageSize } from './define';

export const articleColumns = [
  'title',
  'publisher',
  'published',
  'capturedAt',
  'readAt',
  'passageCount',
  'wordCount',
] as const;
export type ArticleColumn = (typeof articleColumns)[number];

/** A page of the library, and how many rows there are in all. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** A date that counts from an article's day of publication, and what it became when that day changed. */
export interface RecountedDate {
  readonly accountId: string;
  readonly eventId: string;
  /** Title of the event. */
  readonly title: string;
  /** EDTF, before and after. */
  readonly from: string;
  readonly to: string;
}

/** Unsaved words of an article or a note, kept so that nothing is lost when the program dies. */
export interface Draft {
  readonly ownerId: string;
  readonly content: string;
  /** The revision the edit began from; '' for a note. */
  readonly baseRevisionId: string;
  readonly anchors: readonly EditedAnchor[];
  readonly savedAt: string;
}

/** Where a passage's part stands in an edited text, as the editor followed it; null range: its words are gone. The annotation may be of another article, whose words were pasted here. */
export type EditedAnchor = z.infer<typeof editedAnchor>;

const range = z.strictObject({ start: count, end: count });
const editedAnchor = z.strictObject({ annotationId: id, part: count, range: z.nullable(range) });
const eventDate = z.nullable(z.strictObject({ edtf: line, words: line }));

const metadata = z.strictObject({
  title: line,
  authors: z.array(line).check(z.maxLength(1000)),
  publisher: line,
  url: line,
  language: line,
  published: eventDate,
  fields: z.record(line, line),
});

/** Bytes of an original that are asked for at once: a message of the bridge stays small. */
export const greatestPartLength = 512 * 1024;

export const articleQueries = {
  /** The library: filtered by words in title, author or publisher, by tag, and by state. */
  listArticles: operation<Page<ArticleSummary>>()(
    z.strictObject({
      filter: line,
      tagId: z.nullable(id),
      show: z.enum(['all', 'unread', 'review', 'undated']),
      sort: z.enum(articleColumns),
      descending: z.boolean(),
      offset: count,
      limit: pageSize,
    }),
  ),
  getArticle: operation<ArticleDetail>()(z.strictObject({ id })),
  getRevision: operation<RevisionText>()(z.strictObject({ id })),
  /** A stretch of the bytes that the newest capture was made from, and how many there are in all. */
  getOriginalPart: operation<{ readonly base64: string; readonly byteLength: number }>()(
    z.strictObject({
      articleId: id,
      offset: count,
      length: z.int().check(z.minimum(1), z.maximum(greatestPartLength)),
    }),
  ),
  /** Two revisions of an article side by side, and what changed in meaning from the one to the other. */
  compareRevisions: operation<RevisionComparison>()(
    z.strictObject({ articleId: id, fromRevisionId: id, toRevisionId: id }),
  ),
  getDraft: operation<Draft | null>()(z.strictObject({ ownerId: id })),
  /** Every draft there is: what a killed session left. */
  listDrafts:
    operation<readonly { readonly ownerId: string; readonly title: string; readonly savedAt: string }[]>()(
      nothing,
    ),
};

export const articleCommands = {
  /** An empty article of the researcher's own, edited freely. */
  createArticle: operation<{ readonly id: string }>()(z.strictObject({ title: line })),
  /** `recounted`: the dates that count from its day of publication and are others now. */
  updateArticle: operation<{ readonly recounted: readonly RecountedDate[] }>()(
    z.strictObject({ id, set: z.partial(metadata) }),
  ),
  setRead: operation<null>()(z.strictObject({ ids: z.array(id), read: z.boolean() })),
  trashArticles: operation<null>()(z.strictObject({ ids: z.array(id) })),
  /** Marks a stretch of the current revision as page chrome, or brings it back. */
  setExclusion: operation<{ readonly id: string }>()(
    z.strictObject({ articleId: id, range, state: z.enum(['excluded', 'kept']) }),
  ),
  /** A new revision with its anchors in one transaction; anchors the editor did not follow are followed by text. */
  saveRevision: operation<{
    readonly revisionId: string;
    readonly orphaned: number;
    readonly changed: number;
  }>()(
    z.strictObject({
      articleId: id,
      baseRevisionId: id,
      content: longText,
      reason: line,
      anchors: z.array(editedAnchor),
    }),
  ),
  saveDraft: operation<null>()(
    z.strictObject({
      ownerId: id,
      content: longText,
      baseRevisionId: z.string(),
      anchors: z.array(editedAnchor),
    }),
  ),
  discardDraft: operation<null>()(z.strictObject({ ownerId: id })),
};
