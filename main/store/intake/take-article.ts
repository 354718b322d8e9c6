/** An article of a file, with what its makers marked in it and the tags that the file gives it. */
import type { ImportedAnnotation } from '../../../shared/model/imported/imported-annotation';
import type { ImportedItem } from '../../../shared/model/imported/imported-item';
import { importArticle } from '../articles/capture/import-article';
import { hashOfText } from '../articles/revisions';
import { tagArticles } from '../codebook/tags';
import type { WritableDB } from '../core/sql';
import { fillDetails, filledWords } from './fill-details';
import type { IntakeState } from './intake-state';
import { freeId } from './passages/find-or-make';
import { passagesMessage } from './passages/passages-message';
import { type AnnotatedArticle, readAnnotatedArticle } from './passages/resolve-targets';
import { takeAnnotation } from './passages/take-annotation';
import { type Taken, taken } from './taken';

type ArticleItem = Extract<ImportedItem, { readonly kind: 'article' }>;

/** So many articles are kept ready for annotations. */
const mostReady = 2;

const refOf = (state: IntakeState) => (name: string) => {
  const id = state.tags.get(name);
  return id === undefined ? { name } : { id };
};

/** An article as annotations are made on it; the same one is asked for many times in a row. */
export function readyArticle(
  db: WritableDB,
  state: IntakeState,
  articleId: string,
  textHash = '',
): AnnotatedArticle | null {
  const there = state.ready.get(articleId);
  if (there) return there;
  const article = readAnnotatedArticle(db, articleId, { texts: state.texts, textHash });
  const oldest = state.ready.keys().next();
  if (state.ready.size >= mostReady && !oldest.done) state.ready.delete(oldest.value);
  if (article) state.ready.set(articleId, article);
  return article;
}

/** What became of several annotations, to be put into a row of the report. */
export interface TakenAnnotations {
  readonly passages: number;
  readonly known: number;
  readonly changed: number;
  /** Why some were not taken. */
  readonly lost: readonly string[];
  /** What is to be said of those that were, once each. */
  readonly said: readonly string[];
}

/** Sentences about passages in one row of the report. */
const mostSaid = 5;

/** Puts annotations on an article. */
export function takeAnnotations(
  db: WritableDB,
  state: IntakeState,
  article: AnnotatedArticle | null,
  annotations: readonly ImportedAnnotation[],
): TakenAnnotations {
  const reports = article
    ? annotations.map((each) => takeAnnotation(db, article, each, refOf(state), state.things))
    : [];
  const count = (wanted: string) => reports.filter(({ state: is }) => is === wanted).length;
  return {
    passages: reports.length - count('known') - count('refused'),
    known: count('known'),
    changed: count('changed'),
    lost: reports.flatMap(({ state: is, message }) => (is === 'refused' ? [message] : [])),
    said: [
      ...new Set(
        reports.flatMap(({ state: is, message }) => (is === 'refused' || !message ? [] : [message])),
      ),
    ].slice(0, mostSaid),
  };
}

/** Takes an article in. Throws `bad-arguments` for content that is not canonical. */
export function takeArticle(db: WritableDB, state: IntakeState, item: ArticleItem): Taken {
  const { document, bytes, key, tags, details } = item;
  const done = importArticle(db, { ...document, bytes }, freeId(db, 'article', key));
  const { articleId, outcome } = done;
  const textHash = hashOfText(document.text);
  state.articles.set(key, { articleId, textHash });
  for (const tag of tags) tagArticles(db, { articleIds: [articleId], tag: refOf(state)(tag) });
  const annotations = document.annotations ?? [];
  const article = annotations.length === 0 ? null : readyArticle(db, state, articleId, textHash);
  const { passages, changed, lost, said } = takeAnnotations(db, state, article, annotations);
  const filled = details && outcome !== 'imported' ? fillDetails(db, articleId, details) : [];
  const words = [filledWords(filled), passagesMessage(done), ...document.warnings, ...said];
  const became = outcome === 'known' && filled.length > 0 ? 'joined' : outcome;
  return taken('article', became, {
    articleId,
    title: document.metadata.title,
    message: words.filter(Boolean).join(' '),
    passages,
    changed,
    lost,
    filled: filled.length,
  });
}
