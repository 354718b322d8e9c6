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
  Italic,
  Redo2,
  Strikethrough,
  Subscript,
  Superscript,
  Underline,
  Undo2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../../ui/actions/button';
import { Toolbar, ToolbarLine } from '../../ui/actions/toolbar';
import { Select } from '../../ui/fields/select';
import { blockKinds, blockLabels, setBlockKind } from './block-kinds';
import { LinkButton } from './link-button';
import { TableMenu } from './table-menu';
import { useCanUndo, useSelectionFormat } from './use-selection-format';

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

export function FormatToolbar({ children }: { readonly children?: ReactNode }) {
  const [editor] = useLexicalComposerContext();
  const { block, formats: on, href, inTable } = useSelectionFormat();
  const { canUndo, canRedo } = useCanUndo();
  const inList = block === 'bullet' || block === 'number';
  return (
    <div className="flex flex-wrap items-center gap-2 px-3 py-1 border-b border-rule bg-paper shrink-0">
      <Toolbar label="Formatting">
        <IconButton
          label="Undo typing"
          keys="$mod+Z"
          icon={<Undo2 size={size} />}
          isDisabled={!canUndo}
          onPress={() => editor.dispatchCommand(UNDO_COMMAND, undefined)}
        />
        <IconButton
          label="Redo typing"
          keys="$mod+Shift+Z"
          icon={<Redo2 size={size} />}
          isDisabled={!canRedo}
          onPress={() => editor.dispatchCommand(REDO_COMMAND, undefined)}
        />
        <ToolbarLine />
        <Select
          label="Kind of block"
          labelHidden
          value={block}
          choices={choices}
          onChange={(kind) => setBlockKind(editor, kind)}
        />
        <ToolbarLine />
        {formats.map(({ format, label, keys, icon }) => (
          <IconButton
            key={format}
            label={label}
            icon={icon}
            active={on.has(format)}
            onPress={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, format)}
            {...(keys ? { keys } : {})}
          />
        ))}
        <ToolbarLine />
        <LinkButton href={href} />
        <TableMenu inTable={inTable} />
        {inList && (
          <>
            <Button look="quiet" onPress={() => editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined)}>
              Outdent
            </Button>
            <Button look="quiet" onPress={() => editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined)}>
              Indent
            </Button>
          </>
        )}
      </Toolbar>
      <div className="ms-auto flex items-center gap-2">{children}</div>
    </div>
  );
}
