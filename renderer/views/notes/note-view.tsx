/** One note, open for writing. */
import { ArrowLeft, FileQuestion, Share, Trash2 } from 'lucide-react';
import { CasebookError } from '../../../shared/model/result';
import { commands } from '../../client/client';
import { useAnswer } from '../../client/query';
import { NoteEditor } from '../../editor/note/note-editor';
import { ErrorMessage } from '../../shell/error-message';
import { go } from '../../shell/navigation';
import { notifyUndoable, run } from '../../shell/notices';
import { openDialog } from '../../shell/open-dialog';
import type { ScreenProps } from '../../shell/screen-props';
import { useCommand } from '../../shell/use-command';
import { Button, IconButton } from '../../ui/actions/button';
import { EmptyState } from '../../ui/layout/empty-state';

async function trash(id: string): Promise<void> {
  go({ kind: 'notes' });
  const done = await run(commands.trashNotes({ ids: [id] }));
  if (done !== undefined) notifyUndoable('Moved the note to the trash', 'trashNotes');
}

function Gone() {
  return (
    <EmptyState
      title="This note is no longer there"
      icon={<FileQuestion size={28} aria-hidden />}
      actions={
        <>
          <Button onPress={() => go({ kind: 'trash' })}>Look in the trash</Button>
          <Button look="primary" onPress={() => go({ kind: 'notes' })}>
            To the notes
          </Button>
        </>
      }
    >
      It was deleted, or making it was undone.
    </EmptyState>
  );
}

function Problem({ error }: { readonly error: unknown }) {
  return error instanceof CasebookError && error.code === 'not-found' ? (
    <Gone />
  ) : (
    <ErrorMessage error={error} />
  );
}

export function NoteView({ place }: ScreenProps<'note'>) {
  const note = useAnswer('getNote', { id: place.id });
  const exportNote = () => openDialog({ kind: 'export', scope: { kind: 'note', id: place.id } });
  useCommand('export', exportNote);
  if (note.error) return <Problem error={note.error} />;
  if (!note.data) return null;
  return (
    <section aria-label="Note" className="flex flex-col flex-1 min-h-0">
      <header className="flex items-center gap-1 px-3 h-10 border-b border-rule shrink-0">
        <IconButton
          label="To the notes"
          icon={<ArrowLeft size={16} />}
          onPress={() => go({ kind: 'notes' })}
        />
        <div className="ms-auto flex items-center gap-1">
          <Button look="quiet" icon={<Share size={14} aria-hidden />} onPress={exportNote}>
            Export
          </Button>
          <IconButton
            label="Move to the trash"
            icon={<Trash2 size={15} />}
            onPress={() => void trash(place.id)}
          />
        </div>
      </header>
      <NoteEditor note={note.data} />
    </section>
  );
}
