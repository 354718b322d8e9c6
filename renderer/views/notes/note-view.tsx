/** One note, open for writing. */
import { ArrowLeft, Trash2 } from 'lucide-react';
import { commands } from '../../client/client';
import { useAnswer } from '../../client/query';
import { NoteEditor } from '../../editor/note-editor';
import { ErrorMessage } from '../../shell/error-message';
import { go } from '../../shell/navigation';
import { notifyUndoable, run } from '../../shell/notices';
import type { ScreenProps } from '../../shell/screen-props';
import { Button, IconButton } from '../../ui/actions/button';

async function trash(id: string): Promise<void> {
  go({ kind: 'notes' });
  const done = await run(commands.trashNotes({ ids: [id] }));
  if (done !== undefined) notifyUndoable('Moved the note to the trash', 'trashNotes');
}

export function NoteView({ place }: ScreenProps<'note'>) {
  const note = useAnswer('getNote', { id: place.id });
  if (note.error) return <ErrorMessage error={note.error} />;
  if (!note.data) return null;
  return (
    <section aria-label="Note" className="flex flex-col flex-1 min-h-0">
      <header className="flex items-center gap-2 px-3 h-9 border-b border-rule shrink-0">
        <Button look="quiet" icon={<ArrowLeft size={14} />} onPress={() => go({ kind: 'notes' })}>
          Notes
        </Button>
        <div className="ms-auto">
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
