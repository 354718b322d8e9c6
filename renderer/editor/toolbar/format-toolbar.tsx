/** The row of controls above an editor's text; each has a name, a key where there is one, and shows its state. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  OUTDENT_CONTENT_COMMAND,
  REDO_COMMAND,
  type TextFormatType,
  UNDO_COMMAND,
} from 'lexical';
import {
  Bold,
  Code,
  IndentDecrease,
  IndentIncrease,
  Italic,
  Redo2,
  Strikethrough,
  Subscript,
  Superscript,
  Underline,
  Undo2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../ui/actions/button';
import { Toolbar, ToolbarLine } from '../../ui/actions/toolbar';
import { Select } from '../../ui/fields/select';
import { blockKinds, blockLabels, setBlockKind } from './block-kinds';
import { LinkButton } from './link-button';
import { TableMenu } from './table-menu';
import { type SelectionFormat, useCanUndo, useSelectionFormat } from './use-selection-format';

interface FormatRow {
  readonly format: TextFormatType;
  readonly label: string;
  readonly keys?: string;
  readonly icon: ReactNode;
}

const size = 15;
const formats: readonly FormatRow[] = [
  { format: 'bold', label: 'Bold', keys: '$mod+B', icon: <Bold size={size} /> },
  { format: 'italic', label: 'Italic', keys: '$mod+I', icon: <Italic size={size} /> },
  { format: 'underline', label: 'Underline', keys: '$mod+U', icon: <Underline size={size} /> },
  { format: 'strikethrough', label: 'Struck through', icon: <Strikethrough size={size} /> },
  { format: 'code', label: 'Code', icon: <Code size={size} /> },
  { format: 'subscript', label: 'Subscript', icon: <Subscript size={size} /> },
  { format: 'superscript', label: 'Superscript', icon: <Superscript size={size} /> },
];

const choices = blockKinds.map((value) => ({ value, label: blockLabels[value] }));

/** The text keeps the caret when a control is clicked. */
function FormatButtons({ on }: { readonly on: SelectionFormat['formats'] }) {
  const [editor] = useLexicalComposerContext();
  return formats.map(({ format, label, keys, icon }) => (
    <IconButton
      key={format}
      label={label}
      icon={icon}
      active={on.has(format)}
      preventFocusOnPress
      onPress={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, format)}
      {...(keys ? { keys } : {})}
    />
  ));
}

function HistoryButtons() {
  const [editor] = useLexicalComposerContext();
  const { canUndo, canRedo } = useCanUndo();
  return (
    <>
      <IconButton
        label="Undo typing"
        keys="$mod+Z"
        icon={<Undo2 size={size} />}
        isDisabled={!canUndo}
        preventFocusOnPress
        onPress={() => editor.dispatchCommand(UNDO_COMMAND, undefined)}
      />
      <IconButton
        label="Redo typing"
        keys="$mod+Shift+Z"
        icon={<Redo2 size={size} />}
        isDisabled={!canRedo}
        preventFocusOnPress
        onPress={() => editor.dispatchCommand(REDO_COMMAND, undefined)}
      />
    </>
  );
}

function IndentButtons() {
  const [editor] = useLexicalComposerContext();
  return (
    <>
      <IconButton
        label="Outdent the item"
        icon={<IndentDecrease size={size} />}
        preventFocusOnPress
        onPress={() => editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined)}
      />
      <IconButton
        label="Indent the item"
        icon={<IndentIncrease size={size} />}
        preventFocusOnPress
        onPress={() => editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined)}
      />
    </>
  );
}

export function FormatToolbar() {
  const [editor] = useLexicalComposerContext();
  const { block, formats: on, href, inTable } = useSelectionFormat();
  return (
    <div className="px-3 py-1 border-b border-rule bg-paper shrink-0 *:flex-wrap">
      <Toolbar label="Formatting">
        <HistoryButtons />
        <ToolbarLine />
        <div className="shrink-0 w-32">
          <Select
            label="Kind of block"
            labelHidden
            value={block}
            choices={choices}
            isDisabled={inTable}
            onChange={(kind) => setBlockKind(editor, kind)}
          />
        </div>
        <ToolbarLine />
        <FormatButtons on={on} />
        <ToolbarLine />
        <LinkButton href={href} />
        <TableMenu inTable={inTable} />
        {(block === 'bullet' || block === 'number') && <IndentButtons />}
      </Toolbar>
    </div>
  );
}
