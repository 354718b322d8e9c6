/** All notes, newest first, with a filter. */
import { NotebookPen, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { NoteSummary } from '../../../shared/model/note';
import { commands } from '../../client/client';
import { useAnswer } from '../../client/query';
import { useRows } from '../../client/use-rows';
import { go } from '../../shell/navigation';
import { notifyUndoable, run } from '../../shell/notices';
import type { ScreenProps } from '../../shell/screen-props';
import { dayWords } from '../../shell/time-words';
import { useCommand } from '../../shell/use-command';
import { Button } from '../../ui/actions/button';
import { SearchField } from '../../ui/fields/text-field';
import { EmptyState } from '../../ui/layout/empty-state';
import { PageHeader } from '../../ui/layout/page-header';
import { VirtualList } from '../../ui/lists/virtual-list';

async function createNote(): Promise<void> {
  const made = await run(commands.createNote({ title: '' }));
  if (!made) return;
  go({ kind: 'note', id: made.id });
  notifyUndoable('Made a note', 'createNote');
}

/** Notes with words that a session left unsaved: they are back when the note is opened. */
function useUnsaved(): ReadonlySet<string> {
  const { data } = useAnswer('listDrafts', {});
  return useMemo(() => new Set(data?.map(({ ownerId }) => ownerId)), [data]);
}

function NoteRow({ note, isUnsaved }: { readonly note: NoteSummary; readonly isUnsaved: boolean }) {
  return (
    <div className="flex items-baseline gap-3 w-full min-w-0">
      <span className="font-medium truncate max-w-[40%] shrink-0" dir="auto" title={note.title}>
        {note.title || <span className="text-muted">Untitled note</span>}
      </span>
      <span className="text-muted truncate flex-1" dir="auto">
        {note.opening}
      </span>
      {isUnsaved && <span className="text-warning text-xs whitespace-nowrap">unsaved changes</span>}
      {note.citationCount > 0 && (
        <span className="text-faint text-xs whitespace-nowrap">
          {note.citationCount === 1 ? '1 citation' : `${note.citationCount} citations`}
        </span>
      )}
      <time className="text-faint text-xs whitespace-nowrap tabular-nums" dateTime={note.modifiedAt}>
        {dayWords(note.modifiedAt)}
      </time>
    </div>
  );
}

export function NotesView(_: ScreenProps<'notes'>) {
  const [filter, setFilter] = useState('');
  const notes = useRows('listNotes', { filter });
  const unsaved = useUnsaved();
  useCommand('new-note', () => void createNote());
  const row = (note: NoteSummary) => <NoteRow note={note} isUnsaved={unsaved.has(note.id)} />;
  const isEmpty = notes.total === 0 && !notes.isLoading;
  return (
    <section aria-label="Notes" className="flex flex-col flex-1 min-h-0">
      <PageHeader title="Notes" detail={notes.total > 0 ? String(notes.total) : undefined}>
        <SearchField label="Filter notes" placeholder="Filter" value={filter} onChange={setFilter} />
        <Button look="primary" icon={<Plus size={14} />} onPress={() => void createNote()}>
          New note
        </Button>
      </PageHeader>
      {isEmpty ? (
        <EmptyState
          icon={<NotebookPen size={28} />}
          title={filter ? 'No note has these words' : 'No notes yet'}
        >
          {filter
            ? 'Try other words, or clear the filter.'
            : 'A note is your own text. Type @ in it to cite a passage, an actor, a place or an event.'}
        </EmptyState>
      ) : (
        <VirtualList
          label="Notes"
          rows={notes}
          rowKey={({ id }) => id}
          rowHeight={34}
          onOpen={({ id }) => go({ kind: 'note', id })}
          item={row}
        />
      )}
    </section>
  );
}
