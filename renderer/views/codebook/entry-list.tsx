/** A list of the codebook beside the details of the entry that is looked at; Alt+arrow moves that entry. */
import { Plus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type SubmitEvent, useState } from 'react';
import { Button } from '../../ui/actions/button';
import { TextField } from '../../ui/fields/text-field';
import { SplitPane } from '../../ui/layout/split-pane';
import { rowsOf } from '../../ui/lists/row-source';
import { VirtualList } from '../../ui/lists/virtual-list';

/** An entry as the list shows it. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly useCount: number;
  readonly depth: number;
}

function EntryRow({ entry }: { readonly entry: Entry }) {
  const { name, description, useCount: count, depth } = entry;
  return (
    <span
      className="flex items-center gap-2 w-full min-w-0"
      style={{ paddingInlineStart: `${depth * 18}px` }}
    >
      <span className="truncate" dir="auto" title={name}>
        {name}
      </span>
      <span className="truncate text-xs text-faint flex-1 min-w-0" dir="auto">
        {description}
      </span>
      <span className="text-xs text-muted tabular-nums">{count > 0 && count.toLocaleString('en')}</span>
    </span>
  );
}

const entryItem = (entry: Entry) => <EntryRow entry={entry} />;

interface NewEntryProps {
  readonly label: string;
  /** Answers the new one's id, or undefined where it could not be made. */
  readonly onAdd: (name: string) => Promise<string | undefined>;
  readonly onMade: (id: string) => void;
}

function NewEntry({ label, onAdd, onMade }: NewEntryProps) {
  const [name, setName] = useState('');
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const id = await onAdd(name.trim());
    if (id === undefined) return;
    setName('');
    onMade(id);
  };
  return (
    <form className="flex gap-2 px-4 pt-3 pb-2" onSubmit={(event) => void add(event)}>
      <TextField label={label} labelHidden placeholder={label} value={name} onChange={setName} />
      <Button type="submit" icon={<Plus size={14} aria-hidden />}>
        Add
      </Button>
    </form>
  );
}

export interface EntryListProps {
  /** Of the list, and of its new entries. */
  readonly label: string;
  readonly newLabel: string;
  readonly name: string;
  readonly entries: readonly Entry[];
  readonly onAdd: (name: string) => Promise<string | undefined>;
  readonly onMove: (id: string, by: -1 | 1) => void;
  readonly details: (id: string) => ReactNode;
}

export function EntryList({ label, newLabel, name, entries, onAdd, onMove, details }: EntryListProps) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const current = entries.find(({ id }) => id === chosenId) ?? entries[0];
  const moveByKey = (event: KeyboardEvent) => {
    const by = event.altKey ? { ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key] : undefined;
    if (by === undefined || !current) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(current.id, by);
  };
  return (
    <SplitPane
      name={name}
      label="Width of the details"
      main={
        <div className="flex flex-col flex-1 min-h-0" onKeyDownCapture={moveByKey}>
          <NewEntry label={newLabel} onAdd={onAdd} onMade={setChosenId} />
          <VirtualList
            label={label}
            rows={rowsOf(entries)}
            rowKey={(entry) => entry.id}
            item={entryItem}
            currentKey={current?.id}
            onOpen={(entry) => setChosenId(entry.id)}
          />
        </div>
      }
      side={current && details(current.id)}
    />
  );
}
