/** Who took part in an event, and how; each leads to the actor and, where they are known, to the very words. */
import { Pencil, Plus, Quote, X } from 'lucide-react';
import { useState } from 'react';
import type { EventDetail, Participation } from '../../../shared/model/event';
import { commands, queries } from '../../client/client';
import { SideSection } from '../../parts/page/side-section';
import { go } from '../../shell/navigation';
import { notifyUndoable, run } from '../../shell/notices';
import { Button, IconButton, LinkButton } from '../../ui/actions/button';
import { AddParticipant } from './add-participant';
import { ParticipationForm } from './participation-form';

async function showWords(annotationId: string): Promise<void> {
  const annotation = await run(queries.getAnnotation({ id: annotationId }));
  if (annotation) go({ kind: 'article', id: annotation.articleId, annotationId });
}

async function remove({ id, actorName }: Participation): Promise<void> {
  const done = await run(commands.removeParticipation({ id }));
  if (done !== undefined) notifyUndoable(`Took ${actorName} off`, 'removeParticipation');
}

interface RowProps {
  readonly participation: Participation;
  readonly onEdit: () => void;
}

function ParticipantRow({ participation, onEdit }: RowProps) {
  const { actorId, actorName, role, annotationId } = participation;
  return (
    <li className="flex items-start gap-1 min-w-0 py-0.5">
      <div className="flex-1 min-w-0">
        <LinkButton title={actorName} onPress={() => go({ kind: 'entity', id: actorId })}>
          {actorName}
        </LinkButton>
        <span className="block text-xs text-muted truncate" dir="auto" title={role}>
          {role}
        </span>
      </div>
      {annotationId && (
        <IconButton
          label={`Show the words about ${actorName}`}
          icon={<Quote size={13} />}
          onPress={() => void showWords(annotationId)}
        />
      )}
      <IconButton label={`Change the role of ${actorName}`} icon={<Pencil size={13} />} onPress={onEdit} />
      <IconButton
        label={`Take ${actorName} off`}
        icon={<X size={13} />}
        onPress={() => void remove(participation)}
      />
    </li>
  );
}

interface EditProps {
  readonly event: EventDetail;
  readonly participation: Participation;
  readonly onDone: () => void;
}

function EditParticipant({ event, participation, onDone }: EditProps) {
  const { id, actorName, role, annotationId } = participation;
  const save = async (changed: { readonly role: string; readonly annotationId: string | null }) => {
    const done = await run(commands.updateParticipation({ id, ...changed }));
    if (done !== undefined) onDone();
  };
  return (
    <li>
      <ParticipationForm
        eventId={event.id}
        actorName={actorName}
        initial={{ role, annotationId }}
        action="Save"
        onSave={(changed) => void save(changed)}
        onCancel={onDone}
      />
    </li>
  );
}

export function Participants({ event }: { readonly event: EventDetail }) {
  /** Id of a participation, or `new`. */
  const [editing, setEditing] = useState<string | null>(null);
  const done = () => setEditing(null);
  const add = (
    <Button look="quiet" icon={<Plus size={14} aria-hidden />} onPress={() => setEditing('new')}>
      Add
    </Button>
  );
  return (
    <SideSection title="Who took part" action={editing === 'new' ? undefined : add}>
      {event.participations.length === 0 && editing !== 'new' && <p className="text-muted">Not said yet.</p>}
      <ul className="flex flex-col gap-0.5">
        {event.participations.map((one) =>
          editing === one.id ? (
            <EditParticipant key={one.id} event={event} participation={one} onDone={done} />
          ) : (
            <ParticipantRow key={one.id} participation={one} onEdit={() => setEditing(one.id)} />
          ),
        )}
      </ul>
      {editing === 'new' && <AddParticipant event={event} onDone={done} />}
    </SideSection>
  );
}
