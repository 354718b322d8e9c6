/** Reads what is about to be looked at, so that opening it is only drawing it. */
import { blocksOf } from './article-content';
import { query, queryClient } from './query';

/** Asks for an article and its words at once, so that they are under way while its screen is being made. */
export async function readArticleAhead(id: string, revision?: string): Promise<void> {
  try {
    const article = await queryClient.ensureQueryData(query('getArticle', { id }));
    const revisionId = revision ?? article.currentRevisionId;
    void queryClient.prefetchQuery(query('listAnnotations', { articleId: id, revisionId }));
    const words = await queryClient.ensureQueryData(query('getRevision', { id: revisionId }));
    requestIdleCallback(() => blocksOf(words), { timeout: idleMs });
  } catch {
    // The screen asks the same, and says what went wrong.
  }
}

/** Who rests on an article for so long may mean it; who walks past it does not. */
const restMs = 50;
/** The window is seldom busy for longer. */
const idleMs = 200;

let resting: ReturnType<typeof setTimeout> | undefined;

/** Reads an article that may be opened next, unless another is meant before the keys or the mouse rest. */
export function readArticleSoon(id: string): void {
  clearTimeout(resting);
  resting = setTimeout(() => void readArticleAhead(id), restMs);
}
