import { queries } from '../../client/client';
import { go } from '../../shell/navigation';
import { notify, run } from '../../shell/notices';

/** Searches for passages like this one; a step of its own, so that "back" leads to where one was. */
export async function showMoreLike(annotationId: string): Promise<void> {
  const found = await run(queries.moreLike({ annotationId }));
  if (!found) return;
  if (found.query === '') notify({ text: 'Nothing in this passage to look for' });
  else go({ kind: 'search', query: found.query });
}
