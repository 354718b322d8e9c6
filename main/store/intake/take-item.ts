/**
 * Takes what a file brings into the notebook, item by item, each in the transaction of its caller. Safe to repeat: what
 * is there already is known and not made twice.
 */
import { assertNever } from '../../../shared/model/assert-never';
import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import type { WritableDB } from '../core/sql';
import { findArticleOfSource } from './find-article';
import type { IntakeState } from './intake-state';
import { findOrMakeEntity, findOrMakeEvent } from './passages/find-or-make';
import { readyArticle, takeAnnotations, takeArticle } from './take-article';
import { takeHighlights } from './take-highlights';
import { takeNote } from './take-note';
import { takeReference } from './take-reference';
import { takeTag } from './take-tag';
import { type Taken, taken } from './taken';

type AnnotationItem = Extract<ImportedItem, { readonly kind: 'annotation' }>;

const nowhere = 'The text that it is about is not in the notebook.';

function takeAnnotationItem(db: WritableDB, state: IntakeState, item: AnnotationItem): Taken {
  const { articleKey, annotation } = item;
  const own = state.articles.get(articleKey);
  const sources = annotation.targets.map(({ source }) => source);
  const named = sources.map((source) => findArticleOfSource(db, source)).find((id) => id !== undefined);
  const articleId = own?.articleId ?? (articleKey === '' ? named : undefined);
  const article = articleId === undefined ? null : readyArticle(db, state, articleId, own?.textHash);
  if (!article) {
    const words = annotation.targets[0]?.quote?.exact ?? sources[0] ?? '';
    return taken('annotation', 'refused', { title: words.slice(0, 80), message: nowhere });
  }
  const { passages, known, changed, lost, said } = takeAnnotations(db, state, article, [annotation]);
  const outcome = passages > 0 ? 'imported' : known > 0 ? 'known' : 'refused';
  const message = [...lost, ...said].join(' ');
  return taken('annotation', outcome, { articleId: article.id, message, passages, changed, lost });
}

/**
 * Takes one item. What is wrong with the item itself is `refused`, in words. Throws `bad-arguments` for content that is
 * not canonical, and what the store throws (`disk-full` …).
 */
export function takeItem(db: WritableDB, state: IntakeState, item: ImportedItem): Taken {
  switch (item.kind) {
    case 'article':
      return takeArticle(db, state, item);
    case 'tag':
      return takeTag(db, state, item.tag);
    case 'annotation':
      return takeAnnotationItem(db, state, item);
    case 'highlights':
      return takeHighlights(db, state, item.highlights);
    case 'note':
      return takeNote(db, item);
    case 'entity':
      findOrMakeEntity(db, state.things, item.entity);
      return taken('entity', 'imported', { title: item.entity.name });
    case 'event':
      findOrMakeEvent(db, state.things, item.event);
      return taken('event', 'imported', { title: item.event.title });
    case 'reference':
      return takeReference(db, state, item);
    case 'refused':
      return taken('refused', 'refused', { title: item.source, message: item.message });
    default:
      return assertNever(item);
  }
}
