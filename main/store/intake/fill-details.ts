/**
 * Details that a list of references gives of an article, put where the article has none. What the researcher or the
 * article's own page says stays.
 */
import type { ArticleMetadata } from '../../../shared/model/article';
import { type ArticleRow, readMetadata } from '../articles/article-row';
import { updateArticle } from '../articles/change-article';
import { get, type WritableDB } from '../core/sql';

type Details = { -readonly [Name in keyof ArticleMetadata]?: ArticleMetadata[Name] };

/** In words, in this order. */
const detailWords: Readonly<Record<Exclude<keyof ArticleMetadata, 'fields'>, string>> = {
  title: 'title',
  authors: 'authors',
  publisher: 'publisher',
  url: 'address',
  language: 'language',
  published: 'date',
};

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Puts what is missing to an article; answers with what was put there, in words, and `[]` where nothing was. */
export function fillDetails(db: WritableDB, articleId: string, given: ArticleMetadata): string[] {
  const row = get<ArticleRow>(db, 'SELECT * FROM article WHERE id = ?', [articleId]);
  if (!row) return [];
  const now = readMetadata(row);
  const names = (Object.keys(detailWords) as (keyof typeof detailWords)[]).filter(
    (name) => isEmpty(now[name]) && !isEmpty(given[name]),
  );
  const fields = Object.keys(given.fields).filter((name) => !(name in now.fields));
  if (names.length + fields.length === 0) return [];
  const set: Details = Object.fromEntries(names.map((name) => [name, given[name]]));
  if (fields.length > 0) set.fields = { ...given.fields, ...now.fields };
  updateArticle(db, { id: articleId, set: set as Parameters<typeof updateArticle>[1]['set'] });
  return [...names.map((name) => detailWords[name]), ...fields];
}

/** What was filled in, as a sentence of the report; '' for nothing. */
export const filledWords = (filled: readonly string[]): string =>
  filled.length === 0 ? '' : `Details added: ${filled.join(', ')}.`;
