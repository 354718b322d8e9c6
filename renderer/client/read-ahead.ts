import { query, queryClient } from './query';

/** Asks for an article and its words at once, so that they are under way while its screen is being made. */
export async function readArticleAhead(id: string, revision?: string): Promise<void> {
  try {
    const article = await queryClient.ensureQueryData(query('getArticle', { id }));
    const revisionId = revision ?? article.currentRevisionId;
    void queryClient.prefetchQuery(query('getRevision', { id: revisionId }));
    void queryClient.prefetchQuery(query('listAnnotations', { articleId: id, revisionId }));
  } catch {
    // The screen asks the same, and says what went wrong.
  }
}
