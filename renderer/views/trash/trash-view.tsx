/** What was deleted: brought back, or deleted for good after a question. */
import { RotateCcw, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { TrashItem } from '../../../shared/contract/notes';
import { commands } from '../../client/client';
import { useAnswer } from '../../client/query';
import { ErrorMessage } from '../../shell/error-message';
import { notify, notifyUndoable, run } from '../../shell/notices';
import type { ScreenProps } from '../../shell/screens';
import { Button } from '../../ui/actions/button';
import { EmptyState } from '../../ui/layout/empty-state';
import { PageHeader } from '../../ui/layout/page-header';
import { rowsOf } from '../../ui/lists/row-source';
import { type Column, VirtualTable } from '../../ui/lists/virtual-table';
import { ConfirmDialog } from '../../ui/overlays/confirm-dialog';

const timeFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

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
    cell: ({ trashedAt }) => (
      <span className="text-muted tabular-nums">{timeFormat.format(new Date(trashedAt))}</span>
    ),
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

export function TrashView(_: ScreenProps<'trash'>) {
  const { data: items, error } = useAnswer('listTrash', {});
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [deleting, setDeleting] = useState<readonly string[] | null>(null);
  const chosen = [...selected].filter((id) => items?.some((item) => item.id === id));
  const none = chosen.length === 0;
  const restoreChosen = (ids: readonly string[]) => void restore(ids).then(() => setSelected(new Set()));
  const onKey = (event: KeyboardEvent, item: TrashItem) => {
    if (event.key === 'Delete') setDeleting(none ? [item.id] : chosen);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <PageHeader title="Trash" detail={items && items.length > 0 ? thingsWord(items.length) : undefined}>
        {items && items.length > 0 && (
          <>
            <Button
              icon={<RotateCcw size={14} aria-hidden />}
              isDisabled={none}
              onPress={() => restoreChosen(chosen)}
            >
              Restore
            </Button>
            <Button look="danger" onPress={() => setDeleting(none ? items.map(({ id }) => id) : chosen)}>
              {none ? 'Delete all for good…' : 'Delete for good…'}
            </Button>
          </>
        )}
      </PageHeader>
      {error && <ErrorMessage error={error} />}
      {items?.length === 0 && (
        <EmptyState title="The trash is empty" icon={<Trash2 size={28} aria-hidden />}>
          What you delete comes here first and can be brought back, with all that hung on it.
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <VirtualTable
          label="Deleted things"
          columns={columns}
          rows={rowsOf(items)}
          rowKey={(item) => item.id}
          onOpen={(item) => restoreChosen([item.id])}
          selected={selected}
          onSelectedChange={setSelected}
          onKey={onKey}
          autoFocus
        />
      )}
      <Deletion ids={deleting} onClose={() => setDeleting(null)} onDone={() => setSelected(new Set())} />
    </>
  );
}
