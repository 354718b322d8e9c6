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
import { type CSSProperties, type ReactNode, useEffect, useState } from 'react';
import type { Block } from '../../shared/document/blocks';
import { isSafeHref } from '../../shared/document/normalise-blocks';
import { reportError } from '../shell/notices';
import { useCommand } from '../shell/use-command';
import { registerBlockKeys } from './behaviour/block-keys';
import { registerCitationLimits } from './behaviour/citation-limits';
import { registerDropping } from './behaviour/dropping';
import { registerPasteInCell } from './behaviour/paste-in-cell';
import { registerRemoving } from './behaviour/removing';
import { registerRemovingFirst } from './behaviour/removing-first';
import { registerRichPaste } from './behaviour/rich-paste';
import { registerSoundNodes } from './behaviour/sound-nodes';
import { $loadContent, type KeyedRange } from './content/content-to-editor';
import { EditorFind } from './find/editor-find';
import { blockLines, registerNearCaret } from './long-text/long-text';
import { registerMarkdownShortcuts } from './markdown/markdown-shortcuts';
import { editorNodes } from './nodes/editor-nodes';
import { registerPassageClipboard } from './passages/passage-clipboard';
import { type ColourOf, registerPassagePainting } from './passages/passage-painting';
import { registerPassageTyping } from './passages/passage-typing';
import { registerWholeGraphemes } from './passages/whole-graphemes';
import { FormatToolbar } from './toolbar/format-toolbar';
import { useCanUndo } from './toolbar/use-selection-format';
import './editor.css';

export interface EditorSurfaceProps {
  readonly label: string;
  readonly blocks: readonly Block[];
  readonly passages?: readonly KeyedRange[];
  readonly colourOf?: ColourOf;
  /** Called with every change a person makes. */
  readonly onChange: () => void;
  /** Above the text, scrolling with it. */
  readonly heading?: ReactNode;
  /** Plugins, inside the editor's context. */
  readonly children?: ReactNode;
  readonly placeholder?: string;
  /** Articles hold no citations: what is pasted becomes words. */
  readonly mayCite?: boolean;
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
  colourOf,
  onChange,
  mayCite,
}: {
  readonly colourOf: ColourOf;
  readonly onChange: () => void;
  readonly mayCite: boolean;
}) {
  const [editor] = useLexicalComposerContext();
  useEffect(
    () =>
      mergeRegister(
        registerPassageTyping(editor),
        registerPassageClipboard(editor, !mayCite),
        registerRemovingFirst(editor),
        registerPasteInCell(editor),
        registerSoundNodes(editor),
        registerRemoving(editor),
        registerDropping(editor),
        registerWholeGraphemes(editor),
        registerRichPaste(editor),
        registerBlockKeys(editor),
        registerMarkdownShortcuts(editor),
        registerNearCaret(editor),
        registerCitationLimits(editor, mayCite),
        editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
          if (dirtyElements.size > 0 || dirtyLeaves.size > 0) onChange();
        }),
      ),
    [editor, onChange, mayCite],
  );
  useEffect(() => registerPassagePainting(editor, colourOf), [editor, colourOf]);
  return null;
}

/** While the caret is in the text, or there is typing to undo, undo and redo are the text's own. */
function UndoHere() {
  const [editor] = useLexicalComposerContext();
  const [focused, setFocused] = useState(false);
  const { canUndo, canRedo } = useCanUndo();
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
  useCommand('undo', () => editor.dispatchCommand(UNDO_COMMAND, undefined), focused || canUndo);
  useCommand('redo', () => editor.dispatchCommand(REDO_COMMAND, undefined), focused || canRedo);
  return null;
}

export function EditorSurface(props: EditorSurfaceProps) {
  const {
    label,
    blocks,
    passages = noPassages,
    colourOf = noColour,
    onChange,
    heading,
    children,
    placeholder = '',
    mayCite = false,
  } = props;
  const [config] = useState(() => ({
    namespace: 'casebook',
    nodes: editorNodes,
    theme,
    onError: reportError,
    editorState: () => $loadContent(blocks, passages),
  }));
  const [lines] = useState(() => blockLines(blocks));
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  return (
    <LexicalComposer initialConfig={config}>
      <div className="flex flex-col flex-1 min-h-0">
        <FormatToolbar />
        <EditorFind scroller={scroller} />
        <div ref={setScroller} className="flex-1 min-h-0 overflow-auto relative">
          {heading}
          <div className="relative">
            <RichTextPlugin
              contentEditable={
                <ContentEditable
                  className="editor-text editor-column"
                  data-long={lines === null ? undefined : ''}
                  style={{ '--block-lines': lines } as CSSProperties}
                  aria-label={label}
                  aria-placeholder={placeholder}
                  placeholder={<p className="editor-placeholder editor-column">{placeholder}</p>}
                  spellCheck={false}
                  tabIndex={0}
                  dir="auto"
                />
              }
              ErrorBoundary={LexicalErrorBoundary}
            />
          </div>
        </div>
      </div>
      <HistoryPlugin />
      <ListPlugin />
      <LinkPlugin validateUrl={isSafeHref} />
      <TablePlugin hasCellMerge={false} hasCellBackgroundColor={false} />
      <Behaviour colourOf={colourOf} onChange={onChange} mayCite={mayCite} />
      <UndoHere />
      {children}
    </LexicalComposer>
  );
}
