/** What the selection in the editor is now: its block, its character styles, whether it is in a link or a table. */
import { $isLinkNode } from '@lexical/link';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $isTableNode } from '@lexical/table';
import { $findMatchingParent, mergeRegister } from '@lexical/utils';
import {
  $getSelection,
  $isRangeSelection,
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_LOW,
  type TextFormatType,
} from 'lexical';
import { useEffect, useState } from 'react';
import { $blockKindOf, type BlockKind } from './block-kinds';

export interface SelectionFormat {
  readonly block: BlockKind;
  readonly formats: ReadonlySet<TextFormatType>;
  /** Null: not in a link. */
  readonly href: string | null;
  readonly inTable: boolean;
}

const offered: readonly TextFormatType[] = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'code',
  'subscript',
  'superscript',
];
const none: SelectionFormat = { block: 'paragraph', formats: new Set(), href: null, inTable: false };

function $readFormat(): SelectionFormat {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return none;
  const node = selection.anchor.getNode();
  const link = $findMatchingParent(node, $isLinkNode);
  return {
    block: $blockKindOf(node),
    formats: new Set(offered.filter((format) => selection.hasFormat(format))),
    href: $isLinkNode(link) ? link.getURL() : null,
    inTable: $findMatchingParent(node, $isTableNode) !== null,
  };
}

const isSame = (a: SelectionFormat, b: SelectionFormat) =>
  a.block === b.block &&
  a.href === b.href &&
  a.inTable === b.inTable &&
  a.formats.size === b.formats.size &&
  [...a.formats].every((format) => b.formats.has(format));

export function useSelectionFormat(): SelectionFormat {
  const [editor] = useLexicalComposerContext();
  const [format, setFormat] = useState(none);
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($readFormat);
        setFormat((current) => (isSame(current, next) ? current : next));
      }),
    [editor],
  );
  return format;
}

export function useCanUndo(): { readonly canUndo: boolean; readonly canRedo: boolean } {
  const [editor] = useLexicalComposerContext();
  const [can, setCan] = useState({ canUndo: false, canRedo: false });
  useEffect(() => {
    const hear = (key: 'canUndo' | 'canRedo') => (value: boolean) => {
      setCan((current) => ({ ...current, [key]: value }));
      return false;
    };
    return mergeRegister(
      editor.registerCommand(CAN_UNDO_COMMAND, hear('canUndo'), COMMAND_PRIORITY_LOW),
      editor.registerCommand(CAN_REDO_COMMAND, hear('canRedo'), COMMAND_PRIORITY_LOW),
    );
  }, [editor]);
  return can;
}
