import { commandRows, menus } from '../../shared/commands/command-list';
import { readingKeys } from '../reading/reading-keys';
import { Button } from '../ui/actions/button';
import { Keys } from '../ui/actions/keys';
import { Dialog } from '../ui/overlays/dialog';
import type { DialogOf } from './dialog-props';

interface KeyRow {
  readonly label: string;
  readonly keys: string;
}

/** Keys that belong to a list or a text and are no commands. */
const listKeys: readonly KeyRow[] = [
  { label: 'Move through a list', keys: 'ArrowDown' },
  { label: 'Choose several', keys: 'Shift+ArrowDown' },
  { label: 'Open', keys: 'Enter' },
  { label: 'Mark as read or unread', keys: 'Space' },
  { label: 'Move to the trash', keys: 'Delete' },
  { label: 'Import what was copied', keys: '$mod+V' },
];

function KeyGroup({ title, rows }: { readonly title: string; readonly rows: readonly KeyRow[] }) {
  return (
    <section className="break-inside-avoid mb-4">
      <h3 className="text-xs text-muted border-b border-rule pb-1 mb-1">{title}</h3>
      <dl>
        {rows.map(({ label, keys }) => (
          <div key={label} className="flex justify-between gap-4 py-0.5">
            <dt>{label}</dt>
            <dd>
              <Keys keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Every key, from the same table that the keys are made from. */
export function ShortcutsDialog({ onClose }: DialogOf<'shortcuts'>) {
  return (
    <Dialog
      title="Keyboard shortcuts"
      isOpen
      onClose={onClose}
      footer={<Button onPress={onClose}>Close</Button>}
      size="large"
    >
      <div className="columns-2 gap-8">
        {menus.map((menu) => (
          <KeyGroup
            key={menu}
            title={menu}
            rows={commandRows.filter((row) => row.menu === menu && row.keys !== '')}
          />
        ))}
        <KeyGroup title="Library" rows={listKeys} />
        <KeyGroup title="Text of an article" rows={readingKeys} />
      </div>
    </Dialog>
  );
}
