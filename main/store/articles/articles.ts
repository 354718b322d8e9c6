/** The library: its pages, sorted and filtered, and one article's record. Words of articles are in `revisions.ts`. */
import type { QueryArgs } from '../../../shared/contract';
import type { ArticleColumn, Page } from '../../../shared/contract/articles';
import type { ArticleDetail, ArticleSummary, OriginalInfo } from '../../../shared/model/article';
import { CasebookError } from '../../../shared/model/result';
import type { TagRef } from '../../../shared/model/tag';
import { foldForMatch } from '../../../shared/text/fold';
import { all, countOf, get, type ReadableDB, type SqlValue } from '../core/sql';
import { type ArticleRow, readMetadata } from './article-row';
import { listExclusions } from './exclusions';
import { listRevisions } from './revisions';

type ListArgs = QueryArgs<'listArticles'>;

/** What each column sorts by; what is unknown (null) stands last both ways. */
const sortKeys: Readonly<Record<ArticleColumn, { readonly key: string; readonly nulls: '' | 'NULLS LAST' }>> =
  {
    title: { key: 'a.sort_title', nulls: '' },
    publisher: { key: `nullif(a.publisher, '')`, nulls: 'NULLS LAST' },
    published: { key: 'a.published_earliest', nulls: 'NULLS LAST' },
    capturedAt: { key: 'a.captured_at', nulls: '' },
    readAt: { key: 'a.read_at', nulls: 'NULLS LAST' },
    passageCount: { key: '(SELECT count(*) FROM annotation n WHERE n.article_id = a.id)', nulls: '' },
    wordCount: {
      key: '(SELECT r.word_count FROM revision r INDEXED BY revision_by_size WHERE r.id = a.revision_id)',
      nulls: '',
    },
  };

const conditions: Readonly<Record<ListArgs['show'], string>> = {
  all: 'true',
  unread: 'a.read_at IS NULL',
  review: `a.revision_id IN (SELECT revision_id FROM anchor WHERE state IN ('changed', 'orphan'))`,
  undated: 'a.published_edtf IS NULL',
};

/** Articles that bear the tag or one below it, themselves or on a passage. */
const taggedArticles = `a.id IN (
  WITH RECURSIVE below (id) AS (SELECT @tagId UNION SELECT t.id FROM current_tag t JOIN below ON t.parent_id = below.id)
  SELECT article_id FROM article_tag WHERE tag_id IN (SELECT id FROM below)
  UNION SELECT n.article_id FROM annotation_tag x JOIN annotation n ON n.id = x.annotation_id WHERE x.tag_id IN (SELECT id FROM below))`;

interface Where {
  readonly sql: string;
  readonly params: Record<string, SqlValue>;
}

function whereOf({ filter, tagId, show }: ListArgs): Where {
  const words = filter.split(/\s+/).map(foldForMatch).filter(Boolean);
  const parts = [conditions[show], ...words.map((_, index) => `instr(a.filter_words, @word${index}) > 0`)];
  const params: Record<string, SqlValue> = Object.fromEntries(
    words.map((word, index) => [`word${index}`, word]),
  );
  if (tagId !== null) parts.push(taggedArticles);
  return { sql: parts.join(' AND '), params: tagId === null ? params : { ...params, tagId } };
}

/** The statement that finds a page's ids in order. Exported for the assertion of its plan. */
export function pageStatement(args: ListArgs): Where {
  const { sql, params } = whereOf(args);
  const direction = args.descending ? 'DESC' : 'ASC';
  const { key, nulls } = sortKeys[args.sort];
  return {
    sql: `SELECT a.id FROM article a WHERE ${sql}
      ORDER BY ${key} ${direction} ${nulls}, a.id ${direction} LIMIT @limit OFFSET @offset`,
    params: { ...params, limit: args.limit, offset: args.offset },
  };
}

/** How many passages of an article are in a state. The first condition is the partial index's own, the second the question. */
const countInState = (
  state: 'changed' | 'orphan',
): string => `(SELECT count(DISTINCT k.annotation_id) FROM anchor k
      WHERE k.revision_id = a.revision_id AND k.state IN ('changed', 'orphan') AND k.state = '${state}')`;

/** What a page shows of its articles. Exported for the assertion of its plan. */
export const summaryStatement = `
  SELECT a.id, a.kind, a.title, a.authors, a.publisher, a.url, a.language, a.published_edtf, a.published_words,
    a.published_earliest, a.published_latest, a.fields, a.captured_at, a.read_at, a.revision_id,
    (SELECT r.word_count FROM revision r INDEXED BY revision_by_size WHERE r.id = a.revision_id) AS wordCount,
    (SELECT count(*) FROM annotation n WHERE n.article_id = a.id) AS passageCount,
    ${countInState('orphan')} AS orphanCount, ${countInState('changed')} AS changedCount
  FROM json_each(@ids) AS page JOIN article a ON a.id = page.value ORDER BY page.key`;

const tagsStatement = `
  SELECT DISTINCT x.article_id AS articleId, t.id, t.name, t.colour
  FROM article_tag x JOIN tag t ON t.id = x.tag_id WHERE x.article_id IN (SELECT value FROM json_each(@ids)) ORDER BY t.folded`;

type SummaryRow = ArticleRow &
  Pick<ArticleSummary, 'wordCount' | 'passageCount' | 'orphanCount' | 'changedCount'>;

function tagsOf(db: ReadableDB, ids: string): Map<string, TagRef[]> {
  const tags = new Map<string, TagRef[]>();
  for (const { articleId, ...tag } of all<TagRef & { articleId: string }>(db, tagsStatement, { ids })) {
    tags.set(articleId, [...(tags.get(articleId) ?? []), tag]);
  }
  return tags;
}

function summaryOf(row: SummaryRow, tags: readonly TagRef[]): ArticleSummary {
  const { fields: _, ...metadata } = readMetadata(row);
  const { id, kind, wordCount, passageCount, orphanCount, changedCount } = row;
  return {
    ...metadata,
    id,
    kind,
    capturedAt: row.captured_at,
    readAt: row.read_at,
    wordCount,
    passageCount,
    orphanCount,
    changedCount,
    tags,
  };
}

/** A page of the library and the number of articles in all pages. */
export function listArticles(db: ReadableDB, args: ListArgs): Page<ArticleSummary> {
  const page = pageStatement(args);
  const ids = JSON.stringify(all<{ id: string }>(db, page.sql, page.params).map(({ id }) => id));
  const tags = tagsOf(db, ids);
  const rows = all<SummaryRow>(db, summaryStatement, { ids }).map((row) =>
    summaryOf(row, tags.get(row.id) ?? []),
  );
  return { rows, total: isAll(args, rows.length) ? rows.length : countAll(db, args) };
}

/** A first page that is not full is all there is. */
const isAll = ({ offset, limit }: ListArgs, found: number): boolean => offset === 0 && found < limit;

function countAll(db: ReadableDB, args: ListArgs): number {
  const { sql, params } = whereOf(args);
  return countOf(db, `SELECT count(*) FROM article a WHERE ${sql}`, params);
}

/** Where an article came from, or null for one of the researcher’s own. */
export function originalOf(db: ReadableDB, articleId: string): OriginalInfo | null {
  const original = get<OriginalInfo>(
    db,
    `SELECT id, source, media_type AS mediaType, encoding, encoding_origin AS encodingOrigin, sha256,
       byte_length AS byteLength, captured_at AS capturedAt
     FROM original WHERE article_id = ? ORDER BY id DESC`,
    [articleId],
  );
  return original ?? null;
}

/** An article's record. Throws `not-found`. */
export function getArticle(db: ReadableDB, { id }: QueryArgs<'getArticle'>): ArticleDetail {
  const row = get<ArticleRow>(db, 'SELECT * FROM article WHERE id = ?', [id]);
  if (!row) throw new CasebookError('not-found', 'There is no such article any more.');
  return {
    ...readMetadata(row),
    id,
    kind: row.kind,
    capturedAt: row.captured_at,
    readAt: row.read_at,
    tags: tagsOf(db, JSON.stringify([id])).get(id) ?? [],
    original: originalOf(db, id),
    revisions: listRevisions(db, id),
    currentRevisionId: row.revision_id,
    exclusions: listExclusions(db, row.revision_id),
  };
}
