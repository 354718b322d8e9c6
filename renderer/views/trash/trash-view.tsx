/** What was deleted: brought back, or deleted for good after a question. */

import { RotateCcw, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { TrashItem } from '../../../shared/contract/notes';
import { commands } from '../../client/client';
import { useAnswer } from '../../client/query';
import { ErrorMessage } from '../../shell/error-message';
import { notify, notifyUndoable, run } from '../../shell/notices';
import type { ScreenProps } from '../../shell/screen-props';
import { timeWords } from '../../shell/time-words';
import { Button } from '../../ui/actions/button';
import { Spinner } from '../../ui/feedback/progress';
import { EmptyState } from '../../ui/layout/empty-state';
import { PageHeader } from '../../ui/layout/page-header';
import { rowsOf } from '../../ui/lists/row-source';
import { type Column, VirtualTable } from '../../ui/lists/virtual-table';
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog';

const kindWords: Readonly<Record<TrashItem['kind'], string>> = {
  article: 'Article',
  annotation: 'Passage',
  entity: 'Actor or place',
  event: 'Event',
  note: 'Note',
  tag: 'Tag',
  'event type': 'Event type',
};

const columns: readonly Column<TrashItem>[] = [
  {
    id: 'label',
    label: 'What',
    track: 'minmax(14rem, 1fr)',
    cell: ({ label }) => (
      <span dir="auto" title={label}>
        {label || 'Untitled'}
      </span>
    ),
  },
  {
    id: 'kind',
    label: 'Kind',
    track: '9rem',
    cell: ({ kind }) => <span className="text-muted">{kindWords[kind]}</span>,
  },
  {
    id: 'trashedAt',
    label: 'Deleted',
    track: '11rem',
    cell: ({ trashedAt }) => <span className="text-muted tabular-nums">{timeWords(trashedAt)}</span>,
  },
];

const thingsWord = (count: number) => (count === 1 ? '1 thing' : `${count.toLocaleString('en')} things`);

async function restore(ids: readonly string[]): Promise<void> {
  const done = await run(commands.restoreTrash({ ids: [...ids] }));
  if (done !== undefined) notifyUndoable(`${thingsWord(ids.length)} restored`, 'restoreTrash');
}

async function deleteForGood(ids: readonly string[]): Promise<void> {
  const done = await run(commands.emptyTrash({ ids: [...ids] }));
  if (done !== undefined) notify({ text: `${thingsWord(ids.length)} deleted for good` });
}

interface DeletionProps {
  readonly ids: readonly string[] | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function Deletion({ ids, onClose, onDone }: DeletionProps) {
  return (
    <ConfirmDialog
      title={`Delete ${thingsWord(ids?.length ?? 0)} for good?`}
      isOpen={ids !== null}
      action="Delete for good"
      danger
      onClose={onClose}
      onConfirm={() => void deleteForGood(ids ?? []).then(onDone)}
    >
      This cannot be undone. Articles go with their original bytes and passages.
    </ConfirmDialog>
  );
}

interface TrashActionsProps {
  readonly items: readonly TrashItem[];
  readonly chosen: readonly string[];
  readonly onRestore: (ids: readonly string[]) => void;
  readonly onDelete: (ids: readonly string[]) => void;
}

function TrashActions({ items, chosen, onRestore, onDelete }: TrashActionsProps) {
  const none = chosen.length === 0;
  return (
    <>
      <Button icon={<RotateCcw size={14} aria-hidden />} isDisabled={none} onPress={() => onRestore(chosen)}>
        Restore
      </Button>
      <Button look="danger" onPress={() => onDelete(none ? items.map(({ id }) => id) : chosen)}>
        {none ? 'Delete all for good…' : 'Delete for good…'}
      </Button>
    </>
  );
}

function FullTrash({ items }: { readonly items: readonly TrashItem[] }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [deleting, setDeleting] = useState<readonly string[] | null>(null);
  const chosen = items.map(({ id }) => id).filter((id) => selected.has(id));
  const clear = () => setSelected(new Set());
  const restoreAll = (ids: readonly string[]) => void restore(ids).then(clear);
  const onKey = (event: KeyboardEvent, item: TrashItem) => {
    if (event.key !== 'Delete') return;
    event.preventDefault();
    setDeleting(chosen.length > 0 ? chosen : [item.id]);
  };
  return (
    <>
      <PageHeader title="Trash" detail={thingsWord(items.length)}>
        <TrashActions items={items} chosen={chosen} onRestore={restoreAll} onDelete={setDeleting} />
      </PageHeader>
      <VirtualTable
        label="Deleted things"
        columns={columns}
        rows={rowsOf(items)}
        rowKey={(item) => item.id}
        onOpen={(item) => restoreAll([item.id])}
        selected={selected}
        onSelectedChange={setSelected}
        onKey={onKey}
        autoFocus
      />
      <Deletion ids={deleting} onClose={() => setDeleting(null)} onDone={clear} />
    </>
  );
}

function EmptyTrash() {
  return (
    <>
      <PageHeader title="Trash" />
      <EmptyState title="The trash is empty" icon={<Trash2 size={28} aria-hidden />}>
        What you delete comes here first and can be brought back, with all that hung on it.
      </EmptyState>
    </>
  );
}

export function TrashView(_: ScreenProps<'trash'>) {
  const { data: items, error } = useAnswer('listTrash', {});
  if (error) return <ErrorMessage error={error} />;
  if (!items) return <Spinner />;
  return items.length > 0 ? <FullTrash items={items} /> : <EmptyTrash />;
}
