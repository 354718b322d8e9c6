/**
 * Details of an article, as a list of references gives them: put to the article that has them, where it has no such
 * details yet. What the researcher or the article's own page says stays.
 */
import type { ArticleMetadata } from '../../../shared/model/article';
import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import { type ArticleRow, readMetadata } from '../articles/article-row';
import { updateArticle } from '../articles/change-article';
import { tagArticles } from '../codebook/tags';
import { get, type WritableDB } from '../core/sql';
import { findArticle, findArticleOfPath } from './find-article';
import type { IntakeState } from './intake-state';
import { type Taken, taken } from './taken';

type ReferenceItem = Extract<ImportedItem, { readonly kind: 'reference' }>;
type Details = Partial<ArticleMetadata>;

/** What the article does not say yet. */
function missing(now: ArticleMetadata, given: ArticleMetadata): Details {
  const fields = { ...given.fields, ...now.fields };
  return {
    ...(now.title === '' && given.title !== '' && { title: given.title }),
    ...(now.authors.length === 0 && given.authors.length > 0 && { authors: given.authors }),
    ...(now.publisher === '' && given.publisher !== '' && { publisher: given.publisher }),
    ...(now.url === '' && given.url !== '' && { url: given.url }),
    ...(now.language === '' && given.language !== '' && { language: given.language }),
    ...(now.published === null && given.published !== null && { published: given.published }),
    ...(Object.keys(fields).length > Object.keys(now.fields).length && { fields }),
  };
}

const noText =
  'There is no text for it in the notebook: bring in its file or page first, then these references again.';

/** Joins a reference to its article; one without an article is `refused`. */
export function takeReference(db: WritableDB, state: IntakeState, item: ReferenceItem): Taken {
  const { metadata, paths, tags } = item;
  const { title } = metadata;
  const articleId = findArticleOfPath(db, paths) ?? findArticle(db, metadata);
  const row = articleId && get<ArticleRow>(db, 'SELECT * FROM article WHERE id = ?', [articleId]);
  if (!articleId || !row) return taken('reference', 'refused', { title, message: noText });
  const set = missing(readMetadata(row), metadata);
  for (const name of tags) {
    const id = state.tags.get(name);
    tagArticles(db, { articleIds: [articleId], tag: id === undefined ? { name } : { id } });
  }
  if (Object.keys(set).length === 0) return taken('reference', 'known', { articleId, title });
  updateArticle(db, { id: articleId, set: { ...set } as Parameters<typeof updateArticle>[1]['set'] });
  return taken('reference', 'joined', { articleId, title });
}
