/** Every key there is, and keys of one's own for every command: press Change, then the keys. */
import { RotateCcw } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type CommandId, type CommandRow, commandRows, menus } from '../../shared/commands/command-list';
import { commandWithKeys, rowsWithKeys, whyNotKeys } from '../../shared/commands/shortcuts';
import { readingKeys } from '../reading/reading-keys';
import { changeKeys, keysOfPress } from '../shell/keys/shortcuts';
import { changeSettings, useSettings } from '../shell/settings';
import { Button, IconButton } from '../ui/actions/button';
import { Keys } from '../ui/actions/keys';
import { SearchField } from '../ui/fields/text-field';
import { Dialog } from '../ui/overlays/dialog';
import type { DialogOf } from './dialog-props';

interface KeyRow {
  readonly label: string;
  readonly keys: string;
}
type OwnedRow = CommandRow & { readonly id: CommandId };

/** Keys that belong to a list or a text and are no commands. */
const listKeys: readonly KeyRow[] = [
  { label: 'Move through a list', keys: 'ArrowDown' },
  { label: 'Choose several', keys: 'Shift+ArrowDown' },
  { label: 'Open', keys: 'Enter' },
  { label: 'Mark as read or unread', keys: 'Space' },
  { label: 'Move to the trash', keys: 'Delete' },
  { label: 'Import what was copied', keys: '$mod+V' },
];

interface AskedKeys {
  readonly keys: string;
  /** The command that has them. */
  readonly heldBy: OwnedRow | undefined;
  readonly refusal: string | null;
}

/** Takes the next keys that are pressed; Escape lets it be, Backspace takes the keys off. */
function KeyCatcher({ row, onDone }: { readonly row: OwnedRow; readonly onDone: () => void }) {
  const chosen = useSettings(({ shortcuts }) => shortcuts);
  const [asked, setAsked] = useState<AskedKeys | null>(null);
  const catcher = useRef<HTMLDivElement>(null);
  useEffect(() => catcher.current?.focus(), []);
  const settle = (keys: string) => {
    changeKeys(row.id, keys);
    onDone();
  };
  const hear = (event: KeyboardEvent) => {
    if (event.target !== catcher.current || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return onDone();
    if (event.key === 'Backspace') return settle('');
    if (event.key === 'Enter' && asked?.heldBy) return settle(asked.keys);
    const keys = keysOfPress(event.nativeEvent);
    if (keys === null) return;
    const refusal = whyNotKeys(keys, row);
    const heldBy = refusal ? undefined : commandWithKeys(keys, chosen, row.id);
    if (refusal === null && !heldBy) return settle(keys);
    setAsked({ keys, heldBy, refusal });
  };
  return (
    <div className="flex flex-col items-end gap-1 min-w-0">
      <div
        ref={catcher}
        role="button"
        tabIndex={0}
        onKeyDown={hear}
        onBlur={(event) => !event.relatedTarget && onDone()}
        className="h-6 min-w-36 px-2 rounded-md border border-accent ring-1 ring-accent text-xs flex items-center justify-center outline-none"
      >
        {asked ? <Keys keys={asked.keys} /> : <span className="text-muted">Press the keys…</span>}
        <span className="sr-only"> for {row.label}</span>
      </div>
      <p role="status" className="text-xs text-muted text-end">
        {asked?.refusal}
        {asked?.heldBy && (
          <>
            These are the keys of “{asked.heldBy.label}”.{' '}
            <Button look="accent" onPress={() => settle(asked.keys)}>
              Take them
            </Button>
          </>
        )}
        {!asked && 'Esc: leave as it is · Backspace: no keys'}
      </p>
    </div>
  );
}

function CommandKeys({ row }: { readonly row: OwnedRow }) {
  const own = commandRows.find(({ id }) => id === row.id)?.keys ?? '';
  const [isCatching, setCatching] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const done = () => {
    setCatching(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <li className="flex items-start justify-between gap-3 min-h-7 group">
      <span className="py-0.5 min-w-0">{row.label}</span>
      {isCatching ? (
        <KeyCatcher row={row} onDone={done} />
      ) : (
        <span className="flex items-center shrink-0">
          {row.keys !== own && (
            <IconButton
              label={`Back to ${own === '' ? 'no keys' : 'the first keys'} for ${row.label}`}
              icon={<RotateCcw size={13} />}
              onPress={() => changeKeys(row.id, own)}
            />
          )}
          <Button ref={button} look="quiet" onPress={() => setCatching(true)}>
            <span className="sr-only">{row.label}: change the keys, </span>
            {row.keys === '' ? <span className="text-xs text-faint">none</span> : <Keys keys={row.keys} />}
          </Button>
        </span>
      )}
    </li>
  );
}

function FixedKeys({ title, rows }: { readonly title: string; readonly rows: readonly KeyRow[] }) {
  if (rows.length === 0) return null;
  return (
    <section className="break-inside-avoid mb-4">
      <h3 className="text-xs text-muted border-b border-rule pb-1 mb-1">{title}</h3>
      <ul>
        {rows.map(({ label, keys }) => (
          <li key={label} className="flex justify-between gap-4 py-0.5 pe-2.5">
            <span>{label}</span>
            <Keys keys={keys} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function AllKeys({ filter }: { readonly filter: string }) {
  const chosen = useSettings(({ shortcuts }) => shortcuts);
  const wanted = filter.trim().toLowerCase();
  const fits = ({ label }: { readonly label: string }) => label.toLowerCase().includes(wanted);
  const rows = rowsWithKeys(chosen).filter(fits);
  const fixed = [
    { title: 'Lists', rows: listKeys.filter(fits) },
    { title: 'Text of an article', rows: readingKeys.filter(fits) },
  ];
  if (rows.length === 0 && fixed.every((group) => group.rows.length === 0)) {
    return <p className="text-muted py-4">No command is named so.</p>;
  }
  return (
    <div className="columns-2 max-[760px]:columns-1 gap-8">
      {menus.map((menu) => {
        const own = rows.filter((row) => row.menu === menu);
        return own.length === 0 ? null : (
          <section key={menu} className="break-inside-avoid-column mb-4">
            <h3 className="text-xs text-muted border-b border-rule pb-1 mb-1">{menu}</h3>
            <ul>
              {own.map((row) => (
                <CommandKeys key={row.id} row={row} />
              ))}
            </ul>
          </section>
        );
      })}
      {fixed.map((group) => (
        <FixedKeys key={group.title} {...group} />
      ))}
    </div>
  );
}

export function ShortcutsDialog({ onClose }: DialogOf<'shortcuts'>) {
  const [filter, setFilter] = useState('');
  const isChanged = useSettings(({ shortcuts }) => Object.keys(shortcuts).length > 0);
  return (
    <Dialog
      title="Keyboard shortcuts"
      isOpen
      onClose={onClose}
      footer={
        <>
          {isChanged && (
            <Button look="quiet" onPress={() => changeSettings({ shortcuts: {} })}>
              All as they were at first
            </Button>
          )}
          <Button onPress={onClose}>Close</Button>
        </>
      }
      size="large"
    >
      <div className="sticky top-0 bg-paper pb-3 z-10">
        <SearchField
          label="Find a command"
          placeholder="Find a command"
          value={filter}
          onChange={setFilter}
        />
      </div>
      <p className="text-xs text-muted mb-3">
        Press a command’s keys here to give it others. Keys of lists and texts are fixed.
      </p>
      <AllKeys filter={filter} />
    </Dialog>
  );
}
