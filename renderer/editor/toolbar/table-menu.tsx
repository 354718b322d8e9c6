/** The control for tables: what it offers depends on where the caret is. */
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $findTableNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  INSERT_TABLE_COMMAND,
} from '@lexical/table';
import { $getSelection, type LexicalEditor } from 'lexical';
import { Table } from 'lucide-react';
import { IconButton } from '../../ui/actions/button';
import { MenuButton } from '../../ui/actions/menu-button';

function $deleteTable(): void {
  const node = $getSelection()?.getNodes()[0];
  if (node) $findTableNode(node)?.remove();
}

const inTableItems: readonly { readonly id: string; readonly label: string; readonly run: () => void }[] = [
  { id: 'row-below', label: 'Row below', run: () => $insertTableRowAtSelection(true) },
  { id: 'row-above', label: 'Row above', run: () => $insertTableRowAtSelection(false) },
  { id: 'column-after', label: 'Column after', run: () => $insertTableColumnAtSelection(true) },
  { id: 'column-before', label: 'Column before', run: () => $insertTableColumnAtSelection(false) },
  { id: 'delete-row', label: 'Delete row', run: () => $deleteTableRowAtSelection() },
  { id: 'delete-column', label: 'Delete column', run: () => $deleteTableColumnAtSelection() },
  { id: 'delete-table', label: 'Delete table', run: $deleteTable },
];

function insertTable(editor: LexicalEditor): void {
  editor.dispatchCommand(INSERT_TABLE_COMMAND, {
    rows: '3',
    columns: '3',
    includeHeaders: { rows: true, columns: false },
  });
}

/** Inserts a table, or changes the one the caret is in. */
export function TableMenu({ inTable }: { readonly inTable: boolean }) {
  const [editor] = useLexicalComposerContext();
  const rows = inTable ? inTableItems : [{ id: 'insert', label: 'Insert table' }];
  const choose = (id: string) => {
    const item = inTableItems.find((row) => row.id === id);
    if (item) editor.update(item.run);
    else insertTable(editor);
    // After the menu has given the focus back to its button.
    setTimeout(() => editor.focus());
  };
  return (
    <MenuButton label="Table" rows={rows} onAction={choose}>
      <IconButton label="Table" icon={<Table size={15} />} active={inTable} />
    </MenuButton>
  );
}
