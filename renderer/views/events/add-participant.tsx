/** Adds an actor to an event in two steps: who, then the role and the words, of which one that names the actor is taken. */
import { useState } from 'react';
import type { EventDetail } from '../../../shared/model/event';
import { commands, queries } from '../../client/client';
import { type EntityChoice, EntityPicker } from '../../parts/entity-picker';
import { run } from '../../shell/notices';
import { Button } from '../../ui/actions/button';
import { type GivenRole, ParticipationForm } from './participation-form';

interface AddParticipantProps {
  readonly event: EventDetail;
  readonly onDone: () => void;
}

interface Chosen {
  readonly id: string;
  readonly name: string;
  /** A passage of the event's evidence that mentions the actor. */
  readonly annotationId: string | null;
}

const looked = 500;

async function wordsAbout(eventId: string, entityId: string): Promise<string | null> {
  const page = { offset: 0, limit: looked };
  const [evidence, mentions] = await Promise.all([
    queries.listEvidence({ eventId, ...page }),
    queries.listMentions({ entityId, ...page }),
  ]);
  const mentioning = new Set(mentions.rows.map(({ annotationId }) => annotationId));
  return evidence.rows.find(({ annotationId }) => mentioning.has(annotationId))?.annotationId ?? null;
}

export function AddParticipant({ event, onDone }: AddParticipantProps) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const pick = async (choice: EntityChoice, name: string) => {
    const actor = 'id' in choice ? choice : await run(commands.createEntity(choice));
    if (!actor) return;
    const annotationId = (await run(wordsAbout(event.id, actor.id))) ?? null;
    setChosen({ id: actor.id, name, annotationId });
  };
  const add = async (given: GivenRole) => {
    if (!chosen) return;
    const added = await run(commands.addParticipation({ eventId: event.id, actorId: chosen.id, ...given }));
    if (added) onDone();
  };
  if (chosen)
    return (
      <ParticipationForm
        eventId={event.id}
        actorName={chosen.name}
        initial={{ role: '', annotationId: chosen.annotationId }}
        action="Add"
        onSave={(given) => void add(given)}
        onCancel={onDone}
      />
    );
  return (
    <div
      className="flex flex-col gap-2 my-1 p-2.5 rounded-md border border-rule bg-sunken"
      onKeyDown={(pressed) => pressed.key === 'Escape' && onDone()}
    >
      <EntityPicker
        label="Who took part"
        kinds={['actor']}
        newKind="actor"
        initialText=""
        onPick={(choice, name) => void pick(choice, name)}
      />
      <div className="flex justify-end">
        <Button onPress={onDone}>Cancel</Button>
      </div>
    </div>
  );
}
