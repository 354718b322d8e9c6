/**
 * The rich-text editor of articles and notes: Lexical over the content model, nothing in it that the model cannot hold.
 * Saving, passages' meaning and citations belong to its callers.
 */
import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin';
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin';
import { ListPlugin } from '@lexical/react/LexicalListPlugin';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import { TablePlugin } from '@lexical/react/LexicalTablePlugin';
import { mergeRegister } from '@lexical/utils';
import { type EditorThemeClasses, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { type ReactNode, useEffect, useState } from 'react';
import type { Block } from '../../shared/document/blocks';
import { isSafeHref } from '../../shared/document/normalise-blocks';
import { reportError } from '../shell/notices';
import { useCommand } from '../shell/use-command';
import { registerEdgeTyping } from './behaviour/edge-typing';
import { registerPassageClipboard } from './behaviour/passage-clipboard';
import { type ColourOf, registerPassagePainting } from './behaviour/passage-painting';
import { $loadContent, type KeyedRange } from './content-to-editor';
import { editorNodes } from './nodes/editor-nodes';
import { FormatToolbar } from './toolbar/format-toolbar';
import './editor.css';

export interface EditorSurfaceProps {
  readonly label: string;
  readonly blocks: readonly Block[];
  readonly passages?: readonly KeyedRange[];
  readonly colourOf?: ColourOf;
  /** Called with every change a person makes. */
  readonly onChange: () => void;
  /** At the end of the toolbar. */
  readonly actions?: ReactNode;
  /** Above the text, scrolling with it. */
  readonly heading?: ReactNode;
  /** Plugins, inside the editor's context. */
  readonly children?: ReactNode;
  readonly placeholder?: string;
}

const theme: EditorThemeClasses = {
  text: {
    underline: 'format-underline',
    strikethrough: 'format-struck',
    underlineStrikethrough: 'format-underline format-struck',
    bold: 'font-semibold',
    italic: 'italic',
  },
};

const noPassages: readonly KeyedRange[] = [];
const noColour: ColourOf = () => null;

function Behaviour({
  passages,
  colourOf,
  onChange,
}: {
  readonly passages: readonly KeyedRange[];
  readonly colourOf: ColourOf;
  readonly onChange: () => void;
}) {
  const [editor] = useLexicalComposerContext();
  useEffect(
    () =>
      mergeRegister(
        registerEdgeTyping(editor),
        registerPassageClipboard(editor, new Set(passages.map(({ key }) => key))),
        registerPassagePainting(editor, colourOf),
        editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
          if (!tags.has('historic-load') && (dirtyElements.size > 0 || dirtyLeaves.size > 0)) onChange();
        }),
      ),
    [editor, passages, colourOf, onChange],
  );
  return null;
}

/** While the caret is in the text, undo and redo are the text's own. */
function UndoHere() {
  const [editor] = useLexicalComposerContext();
  const [focused, setFocused] = useState(false);
  useEffect(() => {
    const root = editor.getRootElement();
    const into = () => setFocused(true);
    const out = () => setFocused(false);
    root?.addEventListener('focus', into);
    root?.addEventListener('blur', out);
    return () => {
      root?.removeEventListener('focus', into);
      root?.removeEventListener('blur', out);
    };
  }, [editor]);
  useCommand('undo', () => editor.dispatchCommand(UNDO_COMMAND, undefined), focused);
  useCommand('redo', () => editor.dispatchCommand(REDO_COMMAND, undefined), focused);
  return null;
}

export function EditorSurface(props: EditorSurfaceProps) {
  const {
    label,
    blocks,
    passages = noPassages,
    colourOf = noColour,
    onChange,
    actions,
    heading,
    children,
    placeholder = '',
  } = props;
  const [config] = useState(() => ({
    namespace: 'casebook',
    nodes: editorNodes,
    theme,
    onError: reportError,
    editorState: () => $loadContent(blocks, passages),
  }));
  return (
    <LexicalComposer initialConfig={config}>
      <div className="flex flex-col flex-1 min-h-0">
        <FormatToolbar>{actions}</FormatToolbar>
        <div className="flex-1 min-h-0 overflow-auto relative">
          {heading}
          <RichTextPlugin
            contentEditable={
              <ContentEditable
                className="editor-text"
                aria-label={label}
                aria-placeholder={placeholder}
                placeholder={<p className="sr-only">{placeholder}</p>}
                spellCheck={false}
                dir="auto"
              />
            }
            ErrorBoundary={LexicalErrorBoundary}
          />
        </div>
      </div>
      <HistoryPlugin />
      <ListPlugin />
      <LinkPlugin validateUrl={isSafeHref} />
      <TablePlugin hasCellMerge={false} hasCellBackgroundColor={false} />
      <Behaviour passages={passages} colourOf={colourOf} onChange={onChange} />
      <UndoHere />
      {children}
    </LexicalComposer>
  );
}
