/** Shows which citations stand for something that is no longer in the notebook: deleted, or merged while they were away. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useQueries } from '@tanstack/react-query';
import { $nodesOfType, type LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import type { QueryName } from '../../../shared/contract';
import type { CitationTarget } from '../../../shared/document/blocks';
import { CasebookError } from '../../../shared/model/result';
import { query } from '../../client/query';
import { CitationNode } from '../nodes/citation-node';

const lookUps = {
  annotation: 'getAnnotation',
  article: 'getArticle',
  entity: 'getEntity',
  event: 'getEvent',
} as const satisfies Readonly<Record<CitationTarget, QueryName>>;

interface Placed {
  readonly key: string;
  readonly target: CitationTarget;
  readonly targetId: string;
}

function citationsIn(editor: LexicalEditor): readonly Placed[] {
  return editor
    .getEditorState()
    .read(() => $nodesOfType(CitationNode).map((node) => ({ key: node.getKey(), ...node.getCited() })));
}

/** The citations in the text, as they come and go. */
function useCitations(): readonly Placed[] {
  const [editor] = useLexicalComposerContext();
  const [placed, setPlaced] = useState<readonly Placed[]>([]);
  useEffect(
    () => editor.registerMutationListener(CitationNode, () => setPlaced(citationsIn(editor))),
    [editor],
  );
  return placed;
}

const isGone = (error: unknown) => error instanceof CasebookError && error.code === 'not-found';

export function GoneCitations() {
  const [editor] = useLexicalComposerContext();
  const placed = useCitations();
  const ids = [...new Map(placed.map((one) => [`${one.target} ${one.targetId}`, one])).entries()];
  const gone = useQueries({
    queries: ids.map(([, { target, targetId }]) => query(lookUps[target], { id: targetId })),
    combine: (results) =>
      ids
        .filter((_, index) => isGone(results[index]?.error))
        .map(([id]) => id)
        .join(','),
  });
  useEffect(() => {
    const goneIds = new Set(gone.split(','));
    for (const { key, target, targetId } of placed) {
      const element = editor.getElementByKey(key);
      const isLost = goneIds.has(`${target} ${targetId}`);
      element?.toggleAttribute('data-gone', isLost);
      if (element) element.title = isLost ? 'This is not in the notebook any more.' : '';
    }
  }, [editor, placed, gone]);
  return null;
}
