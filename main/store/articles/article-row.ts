/** How an article's metadata stands in its row, both ways, with the folded columns that lists sort and filter by. */
import type { ArticleKind, ArticleMetadata } from '../../../shared/model/article';
import type { EventDate } from '../../../shared/model/event-date';
import { foldForMatch } from '../../../shared/text/fold';
import type { SqlValue } from '../core/sql';
import { dateColumns, dateOf } from '../events/stored-date';

/** The columns of a row of table `article` that hold metadata and state. */
export interface ArticleRow {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly title: string;
  readonly authors: string;
  readonly publisher: string;
  readonly url: string;
  readonly language: string;
  readonly published_edtf: string | null;
  readonly published_words: string;
  readonly published_earliest: string | null;
  readonly published_latest: string | null;
  readonly fields: string;
  readonly captured_at: string;
  readonly read_at: string | null;
  readonly revision_id: string;
}

/** Metadata as commands give it: the bounds of the date are derived here. */
export type GivenMetadata = Omit<ArticleMetadata, 'published'> & {
  readonly published: Pick<EventDate, 'edtf' | 'words'> | null;
};

function readDate(row: ArticleRow): EventDate | null {
  if (row.published_edtf === null) return null;
  const { published_edtf: edtf, published_words: words } = row;
  return { edtf, words, earliest: row.published_earliest, latest: row.published_latest };
}

/** The metadata of a row. */
export function readMetadata(row: ArticleRow): ArticleMetadata {
  return {
    title: row.title,
    authors: JSON.parse(row.authors) as string[],
    publisher: row.publisher,
    url: row.url,
    language: row.language,
    published: readDate(row),
    fields: JSON.parse(row.fields) as Record<string, string>,
  };
}

function publishedColumns(date: GivenMetadata['published']): Record<string, SqlValue> {
  const { date_edtf, date_words, date_earliest, date_latest } = dateColumns(date);
  return {
    published_edtf: date_edtf,
    published_words: date_words,
    published_earliest: date_earliest,
    published_latest: date_latest,
  };
}

/** Metadata as a revision keeps it: JSON, without what is derived from it. */
export function metadataJson({ published, ...metadata }: GivenMetadata): string {
  const date = published && { edtf: published.edtf, words: published.words };
  const { title, authors, publisher, url, language, fields } = metadata;
  return JSON.stringify({ title, authors, publisher, url, language, published: date, fields });
}

/** The metadata that a revision keeps, with the bounds of its date. */
export function parseMetadata(json: string): ArticleMetadata {
  const { published, ...metadata } = JSON.parse(json) as GivenMetadata;
  return { ...metadata, published: published && dateOf(dateColumns(published)) };
}

/** Every metadata column. Throws `bad-arguments` when the date of publication is not EDTF. */
export function metadataColumns(metadata: GivenMetadata): Record<string, SqlValue> {
  const { title, authors, publisher, url, language, fields } = metadata;
  return {
    title,
    sort_title: foldForMatch(title),
    filter_words: foldForMatch([title, ...authors, publisher, url].join(' ')),
    authors: JSON.stringify(authors),
    publisher,
    url,
    language,
    fields: JSON.stringify(fields),
    ...publishedColumns(metadata.published),
  };
}

/** Metadata as a revision keeps it, of the columns that {@link metadataColumns} made. */
export function metadataOfColumns(columns: Readonly<Record<string, SqlValue>>): string {
  // The columns are those of a row, less what no revision keeps.
  return metadataJson(readMetadata(columns as Readonly<Record<string, SqlValue>> & ArticleRow));
}
