/** Who took part in an event, and how. */
import { Plus, Quote, X } from 'lucide-react';
import { useId, useState } from 'react';
import type { EventDetail, Participation } from '../../../shared/model/event';
import { commands, queries } from '../../client/client';
import { useAnswer } from '../../client/query';
import { EditableText } from '../../parts/editable-text';
import { type EntityChoice, EntityPicker } from '../../parts/entity-picker';
import { SideSection } from '../../parts/side-section';
import { go } from '../../shell/navigation';
import { run } from '../../shell/notices';
import { Button, IconButton, LinkButton } from '../../ui/actions/button';
import { inputLook, labelLook } from '../../ui/fields/text-field';

async function showWords(annotationId: string): Promise<void> {
  const annotation = await run(queries.getAnnotation({ id: annotationId }));
  if (annotation) go({ kind: 'article', id: annotation.articleId, annotationId });
}

function ParticipantRow({ participation }: { readonly participation: Participation }) {
  const { id, actorId, actorName, role, annotationId } = participation;
  return (
    <li className="flex items-center gap-2 min-w-0">
      <LinkButton title={actorName} onPress={() => go({ kind: 'entity', id: actorId })}>
        {actorName}
      </LinkButton>
      <span className="ms-auto w-28 shrink-0">
        <EditableText
          label={`Role of ${actorName}`}
          required
          value={role}
          onSave={(next) => void run(commands.updateParticipation({ id, role: next }))}
          className="text-muted"
        />
      </span>
      {annotationId && (
        <IconButton
          label="Show the words"
          icon={<Quote size={13} />}
          onPress={() => void showWords(annotationId)}
        />
      )}
      <IconButton
        label={`Take ${actorName} off`}
        icon={<X size={13} />}
        onPress={() => void run(commands.removeParticipation({ id }))}
      />
    </li>
  );
}

function AddParticipant({ event, onDone }: { readonly event: EventDetail; readonly onDone: () => void }) {
  const { data: roles = [] } = useAnswer('listRoles', {});
  const [role, setRole] = useState('participant');
  const listId = useId();
  const pick = async (choice: EntityChoice) => {
    const actor = 'id' in choice ? choice : await run(commands.createEntity(choice));
    if (!actor) return;
    await run(
      commands.addParticipation({
        eventId: event.id,
        actorId: actor.id,
        role: role.trim() || 'participant',
        annotationId: null,
      }),
    );
    onDone();
  };
  return (
    <div className="flex flex-col gap-2 mt-2">
      <label className={labelLook}>
        Role
        <input
          value={role}
          onChange={({ target }) => setRole(target.value)}
          list={listId}
          className={`${inputLook} h-7 text-[13px]`}
        />
      </label>
      <datalist id={listId}>
        {roles.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      <EntityPicker
        label="Actor"
        kinds={['actor']}
        newKind="actor"
        initialText=""
        onPick={(choice) => void pick(choice)}
      />
      <div className="flex justify-end">
        <Button onPress={onDone}>Cancel</Button>
      </div>
    </div>
  );
}

export function Participants({ event }: { readonly event: EventDetail }) {
  const [adding, setAdding] = useState(false);
  return (
    <SideSection title="Who took part">
      <ul className="flex flex-col gap-0.5">
        {event.participations.map((participation) => (
          <ParticipantRow key={participation.id} participation={participation} />
        ))}
      </ul>
      {adding ? (
        <AddParticipant event={event} onDone={() => setAdding(false)} />
      ) : (
        <Button look="quiet" icon={<Plus size={14} aria-hidden />} onPress={() => setAdding(true)}>
          Add a participant
        </Button>
      )}
    </SideSection>
  );
}
