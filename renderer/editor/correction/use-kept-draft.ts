import { useEffect, useState } from 'react';
import type { Draft } from '../../../shared/contract/articles';
import type { Annotation } from '../../../shared/model/annotation';
import { queries } from '../../client/client';
import { reportError } from '../../shell/notices';

export interface KeptDraft {
  readonly draft: Draft | null;
  /** The annotations of other articles whose words were pasted into it. */
  readonly taken: readonly Annotation[];
}

/** Those that are still there. */
async function takenBy({ anchors }: Draft, annotations: readonly Annotation[]): Promise<Annotation[]> {
  const own = new Set(annotations.map(({ id }) => id));
  const ids = new Set(anchors.filter(({ range }) => range !== null).map(({ annotationId }) => annotationId));
  const asked = [...ids].filter((id) => !own.has(id)).map((id) => queries.getAnnotation({ id }));
  const answers = await Promise.allSettled(asked);
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
}

/** Asks for the draft of an article once, before its editor is made; undefined while it asks. */
export function useKeptDraft(articleId: string, annotations: readonly Annotation[]): KeptDraft | undefined {
  const [kept, setKept] = useState<KeptDraft | undefined>(undefined);
  const [known] = useState(annotations);
  useEffect(() => {
    const ask = async () => {
      const draft = await queries.getDraft({ ownerId: articleId });
      setKept({ draft, taken: draft ? await takenBy(draft, known) : [] });
    };
    ask().catch((error: unknown) => {
      reportError(error);
      setKept({ draft: null, taken: [] });
    });
  }, [articleId, known]);
  return kept;
}
