/** The notebook's own list of event types: added to, renamed where they stand, thrown away. */
import { Plus, Trash2 } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import type { EventType } from '../../../shared/model/event';
import { commands } from '../../client/client';
import { useAnswer } from '../../client/query';
import { EditableText } from '../../parts/page/editable-text';
import { notifyUndoable, run } from '../../shell/notices';
import { Button, IconButton } from '../../ui/actions/button';
import { TextField } from '../../ui/fields/text-field';
import { Dialog } from '../../ui/overlays/dialog';

async function trash({ id, name }: EventType): Promise<void> {
  const done = await run(commands.trashEventType({ id }));
  if (done !== undefined) notifyUndoable(`Moved the type “${name}” to the trash`, 'trashEventType');
}

function TypeRow({ type }: { readonly type: EventType }) {
  const { id, name } = type;
  return (
    <li className="flex items-center gap-2 min-w-0 py-px">
      <div className="flex-1 min-w-0 ps-1">
        <EditableText
          label={`Name of the type ${name}`}
          required
          value={name}
          onSave={(next) => run(commands.updateEventType({ id, name: next }))}
        />
      </div>
      <IconButton
        label={`Move ${name} to the trash`}
        icon={<Trash2 size={14} />}
        onPress={() => void trash(type)}
      />
    </li>
  );
}

function NewType() {
  const [name, setName] = useState('');
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const made = await run(commands.createEventType({ name: name.trim() }));
    if (made) setName('');
  };
  return (
    <form onSubmit={(event) => void add(event)} className="flex gap-2 items-end mt-3 *:first:flex-1">
      <TextField label="New type" value={name} onChange={setName} autoFocus />
      <Button type="submit" icon={<Plus size={14} aria-hidden />} isDisabled={name.trim() === ''}>
        Add
      </Button>
    </form>
  );
}

export function EventTypesDialog({ onClose }: { readonly onClose: () => void }) {
  const { data: types = [] } = useAnswer('listEventTypes', {});
  const footer = (
    <Button look="primary" onPress={onClose}>
      Done
    </Button>
  );
  return (
    <Dialog title="Event types" isOpen onClose={onClose} footer={footer} size="small">
      <p className="text-muted mb-2">
        Press a name to change it. Events of a type that is thrown away stay, without a type.
      </p>
      <ul aria-label="Event types">
        {types.map((type) => (
          <TypeRow key={type.id} type={type} />
        ))}
      </ul>
      <NewType />
    </Dialog>
  );
}
