/** Reads articles by their ids: what is known of them, what they came as, and where their pages begin. Texts are read when asked for. */
import type { Locator, OriginalInfo } from '../../../shared/model/article';
import type { ReadableDB } from '../../store/core/sql';
import type { ExportArticle } from './export-data';
import { grouped, namesOf, ofIds } from './rows-of-ids';

type ArticleRow = Omit<ExportArticle, 'authors' | 'tags' | 'fields' | 'originals' | 'locators'> & {
  readonly authors: string;
  readonly fields: string;
};

const articles = `SELECT a.id, a.kind, a.title, a.authors, a.publisher, a.url, a.language, a.fields,
    a.published_edtf AS published, a.published_words AS publishedWords, a.published_earliest AS publishedEarliest,
    a.published_latest AS publishedLatest, a.captured_at AS capturedAt, a.revision_id AS revisionId, r.sha256,
    r.word_count AS wordCount, r.number - 1 AS earlierRevisions
  FROM json_each(?) j CROSS JOIN article a ON a.id = j.value JOIN revision r ON r.id = a.revision_id
  ORDER BY a.title, a.id`;
const tags = `SELECT DISTINCT x.article_id AS owner, t.name FROM json_each(?) j
  CROSS JOIN article_tag x ON x.article_id = j.value JOIN tag t ON t.id = x.tag_id ORDER BY t.name`;
const originals = `SELECT o.article_id AS owner, o.id, o.source, o.media_type AS mediaType, o.encoding,
    o.encoding_origin AS encodingOrigin, o.sha256, o.byte_length AS byteLength, o.captured_at AS capturedAt
  FROM json_each(?) j CROSS JOIN original o ON o.article_id = j.value ORDER BY o.captured_at, o.id`;
const locators = `SELECT a.id AS owner, l.kind, l.label, l.start FROM json_each(?) j CROSS JOIN article a ON a.id = j.value
  JOIN locator l ON l.revision_id = a.revision_id ORDER BY l.start, l.kind, l.number`;

const withoutOwner = <Row extends { readonly owner: string }>({
  owner: _,
  ...row
}: Row): Omit<Row, 'owner'> => row;

/** An address, or the name of a file: its folder tells of the researcher's computer, and nothing of the source. */
const placeOf = (source: string): string =>
  /^(?!file:)\w{2,}:/i.test(source) ? source : (source.split(/[/\\]/).at(-1) ?? '');

/** Articles by title. */
export function readArticles(db: ReadableDB, ids: readonly string[]): ExportArticle[] {
  const tagsOf = namesOf(db, ids, tags);
  const originalsOf = grouped(ofIds<OriginalInfo & { readonly owner: string }>(db, ids, originals));
  const locatorsOf = grouped(ofIds<Locator & { readonly owner: string }>(db, ids, locators));
  return ofIds<ArticleRow>(db, ids, articles).map((row) => ({
    ...row,
    authors: JSON.parse(row.authors) as string[],
    fields: JSON.parse(row.fields) as Record<string, string>,
    tags: tagsOf(row.id),
    originals: originalsOf(row.id).map(({ owner: _, source, ...rest }) => ({
      ...rest,
      source: placeOf(source),
    })),
    locators: locatorsOf(row.id).map(withoutOwner),
  }));
}
