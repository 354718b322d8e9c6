/** Relates the event to another: how, to which, on which words. */
import { type SubmitEvent, useState } from 'react';
import type { PassageRef } from '../../../../shared/model/annotation';
import { commands } from '../../../client/client';
import { type EventChoice, EventPicker } from '../../../parts/event-picker';
import { run } from '../../../shell/notices';
import { Button } from '../../../ui/actions/button';
import { Chip } from '../../../ui/actions/chip';
import { Select } from '../../../ui/fields/select';
import { TextField } from '../../../ui/fields/text-field';
import { PassageChoice } from '../account-form/passage-choice';
import { type Reading, readings } from './relation-words';

interface RelationFormProps {
  readonly eventId: string;
  readonly onDone: () => void;
}

interface Other {
  readonly id: string;
  readonly title: string;
}

const nothingSaid = { date: null, reference: null, place: null };
const choices = readings.map(({ id, label }) => ({ value: id, label }));

async function made(choice: EventChoice): Promise<string | undefined> {
  return 'id' in choice ? choice.id : (await run(commands.createEvent(choice)))?.id;
}

interface DetailsProps extends RelationFormProps {
  readonly reading: Reading;
  readonly other: Other;
  readonly onLetGo: () => void;
}

/** The other event is known: comment and words, and it can be kept. */
function Details({ eventId, onDone, reading, other, onLetGo }: DetailsProps) {
  const [comment, setComment] = useState('');
  const [evidence, setEvidence] = useState<readonly PassageRef[]>([]);
  const save = async (submitted: SubmitEvent) => {
    submitted.preventDefault();
    const [fromId, toId] = reading.isReversed ? [other.id, eventId] : [eventId, other.id];
    const ids = evidence.map(({ annotationId }) => annotationId);
    const done = await run(
      commands.addEventRelation({ fromId, toId, type: reading.type, comment, evidence: ids }),
    );
    if (done) onDone();
  };
  return (
    <form
      aria-label="Related event"
      onSubmit={(submitted) => void save(submitted)}
      className="flex flex-col gap-2"
    >
      <div className="flex min-w-0">
        <Chip onRemove={onLetGo}>{other.title || 'Untitled'}</Chip>
      </div>
      <TextField label="Comment" value={comment} onChange={setComment} autoFocus />
      <PassageChoice label="Words" eventId={eventId} chosen={evidence} onChange={setEvidence} />
      <div className="flex justify-end gap-2">
        <Button onPress={onDone}>Cancel</Button>
        <Button type="submit" look="primary">
          Add
        </Button>
      </div>
    </form>
  );
}

export function RelationForm({ eventId, onDone }: RelationFormProps) {
  const [reading, setReading] = useState(readings[0]);
  const [other, setOther] = useState<Other | null>(null);
  const pick = async (choice: EventChoice, title: string) => {
    const id = await made(choice);
    if (id !== undefined) setOther({ id, title });
  };
  if (!reading) return null;
  return (
    <div
      onKeyDown={(pressed) => pressed.key === 'Escape' && onDone()}
      className="flex flex-col gap-2 my-1 p-2.5 rounded-md border border-rule bg-sunken min-w-0"
    >
      <Select
        label="This event is, or does"
        value={reading.id}
        choices={choices}
        onChange={(id) => setReading(readings.find((one) => one.id === id) ?? reading)}
      />
      {other ? (
        <Details {...{ eventId, onDone, reading, other }} onLetGo={() => setOther(null)} />
      ) : (
        <>
          <EventPicker
            label="The other event"
            initialText=""
            prefill={nothingSaid}
            onPick={(choice, title) => void pick(choice, title)}
          />
          <div className="flex justify-end">
            <Button onPress={onDone}>Cancel</Button>
          </div>
        </>
      )}
    </div>
  );
}
