/** Articles and passages as tables: which columns there are, and what stands in them. */
import type { ExportArticle, ExportPart, ExportPassage } from '../../gather/export-data';
import { type Columns, list, type Table, tableOf } from './table';

const articleColumns: Columns<ExportArticle> = {
  article_id: ({ id }) => id,
  title: ({ title }) => title,
  authors: ({ authors }) => list(authors),
  publisher: ({ publisher }) => publisher,
  published: ({ published }) => published,
  published_words: ({ publishedWords }) => publishedWords,
  url: ({ url }) => url,
  language: ({ language }) => language,
  tags: ({ tags }) => list(tags),
  fields: ({ fields }) => list(Object.entries(fields).map(([name, value]) => `${name}: ${value}`)),
  captured: ({ capturedAt }) => capturedAt,
  sources: ({ originals }) => list(originals.map(({ source }) => source)),
  source_sha256: ({ originals }) => list(originals.map(({ sha256 }) => sha256)),
  revision_id: ({ revisionId }) => revisionId,
  text_sha256: ({ sha256 }) => sha256,
  words: ({ wordCount }) => wordCount,
};

export const articleTable: Table = tableOf('articles', articleColumns, ({ articles }) => articles);

interface PartRow {
  readonly passage: ExportPassage;
  readonly part: ExportPart;
  readonly index: number;
  readonly article: ExportArticle | undefined;
}

const ofKind = ({ passage }: PartRow, kind: string): string =>
  list(passage.entities.flatMap((entity) => (entity.kind === kind ? entity.name : [])));

const passageColumns: Columns<PartRow> = {
  passage_id: ({ passage }) => passage.id,
  part: ({ index }) => index + 1,
  article_id: ({ passage }) => passage.articleId,
  article_title: ({ article }) => article?.title ?? '',
  publisher: ({ article }) => article?.publisher ?? '',
  published: ({ article }) => article?.published ?? '',
  url: ({ article }) => article?.url ?? '',
  quote: ({ part }) => part.words,
  before: ({ part }) => part.before,
  after: ({ part }) => part.after,
  start: ({ part }) => (part.state === 'orphan' ? '' : part.start),
  end: ({ part }) => (part.state === 'orphan' ? '' : part.end),
  state: ({ part }) => part.state,
  kept_quote: ({ part }) => (part.state === 'changed' ? part.quote.exact : ''),
  page: ({ part }) => part.locator,
  comment: ({ passage }) => passage.comment,
  colour: ({ passage }) => passage.colour,
  tags: ({ passage }) => list(passage.tags),
  actors: (row) => ofKind(row, 'actor'),
  places: (row) => ofKind(row, 'place'),
  objects: (row) => ofKind(row, 'object'),
  events: ({ passage }) => list(passage.events.map(({ name }) => name)),
  coder: ({ passage }) => passage.coder,
  created: ({ passage }) => passage.createdAt,
  modified: ({ passage }) => passage.modifiedAt,
};

/** A row for each part of each passage; offsets are code points of the article's current text. */
export const passageTable: Table = {
  name: 'passages',
  columns: Object.keys(passageColumns),
  *rows({ articles, passages }, { each }) {
    const byId = new Map(articles.map((article) => [article.id, article]));
    const cells = Object.values(passageColumns);
    for (const passage of each(passages, 'passages')) {
      const article = byId.get(passage.articleId);
      for (const [index, part] of passage.parts.entries())
        yield cells.map((cell) => cell({ passage, part, index, article }) ?? '');
    }
  },
};
