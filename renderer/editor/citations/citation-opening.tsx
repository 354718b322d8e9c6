/** A click on a citation, or Control and Enter beside it, opens what it stands for. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { mergeRegister } from '@lexical/utils';
import {
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  KEY_ENTER_COMMAND,
  type LexicalNode,
} from 'lexical';
import { useEffect } from 'react';
import { $isCitationNode, type CitationNode } from '../nodes/citation-node';
import { openCitation } from './open-citation';

/** The citation that the caret is in or beside. */
function $citationAtCaret(): CitationNode | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const { anchor } = selection;
  const node: LexicalNode = anchor.getNode();
  const beside = $isTextNode(node)
    ? [node, anchor.offset === 0 ? node.getPreviousSibling() : node.getNextSibling()]
    : [];
  return beside.find($isCitationNode) ?? null;
}

function open(citation: CitationNode | null): boolean {
  if (!citation) return false;
  const { target, targetId } = citation.getCited();
  openCitation(target, targetId);
  return true;
}

export function CitationOpening() {
  const [editor] = useLexicalComposerContext();
  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          CLICK_COMMAND,
          ({ target }) => {
            const node = target instanceof Node ? $getNearestNodeFromDOMNode(target) : null;
            return open($isCitationNode(node) ? node : null);
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          KEY_ENTER_COMMAND,
          (event) => {
            if (!event?.ctrlKey && !event?.metaKey) return false;
            event.preventDefault();
            return open($citationAtCaret());
          },
          COMMAND_PRIORITY_HIGH,
        ),
      ),
    [editor],
  );
  return null;
}
