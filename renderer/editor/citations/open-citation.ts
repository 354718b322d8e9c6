import type { CitationTarget } from '../../../shared/document/blocks';
import { queries } from '../../client/client';
import { go } from '../../shell/navigation';
import { run } from '../../shell/notices';

async function openPassage(annotationId: string): Promise<void> {
  const annotation = await run(queries.getAnnotation({ id: annotationId }));
  if (annotation) go({ kind: 'article', id: annotation.articleId, annotationId });
}

const openers: Readonly<Record<CitationTarget, (id: string) => void>> = {
  annotation: (id) => void openPassage(id),
  article: (id) => go({ kind: 'article', id }),
  entity: (id) => go({ kind: 'entity', id }),
  event: (id) => go({ kind: 'event', id }),
};

/** Goes to what a citation stands for: a passage opens its article on the words. */
export function openCitation(target: CitationTarget, targetId: string): void {
  openers[target](targetId);
}
