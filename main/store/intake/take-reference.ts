/**
 * Details of an article, as a list of references gives them, put to the article of the notebook that is meant.
 */
import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import { tagArticles } from '../codebook/tags';
import type { WritableDB } from '../core/sql';
import { fillDetails, filledWords } from './fill-details';
import { findArticle, findArticleOfPath } from './find-article';
import type { IntakeState } from './intake-state';
import { type Taken, taken } from './taken';

type ReferenceItem = Extract<ImportedItem, { readonly kind: 'reference' }>;

const noText =
  'There is no text for it in the notebook: bring in its file or page first, then these references again.';

/** Joins a reference to its article; one without an article is `refused`. */
export function takeReference(db: WritableDB, state: IntakeState, item: ReferenceItem): Taken {
  const { metadata, paths, tags, problems = [] } = item;
  const { title } = metadata;
  const byPath = findArticleOfPath(db, paths);
  const articleId = byPath ?? findArticle(db, metadata);
  // Where the article is that of the file, nothing is missing.
  const why = byPath === undefined ? problems : [];
  if (!articleId) return taken('reference', 'refused', { title, message: [...why, noText].join(' ') });
  for (const name of tags) {
    const id = state.tags.get(name);
    tagArticles(db, { articleIds: [articleId], tag: id === undefined ? { name } : { id } });
  }
  const filled = fillDetails(db, articleId, metadata);
  const message = [filledWords(filled), ...why].filter(Boolean).join(' ');
  return taken('reference', filled.length > 0 ? 'joined' : 'known', {
    articleId,
    title,
    message,
    filled: filled.length,
  });
}
