/** The fields of a new event, filled in with what the words around it say; Enter makes it. */
import { type FormEvent, useState } from 'react';
import { useAnswer } from '../client/query';
import { Button } from '../ui/actions/button';
import { Select } from '../ui/fields/select';
import { TextField } from '../ui/fields/text-field';
import { EntityField } from './account/entity-field';
import { EventDateField, type GivenDate } from './event-date-field';

export interface EventPrefill {
  readonly date: GivenDate | null;
  /** Day that "yesterday" counts from: EDTF, or null when it is not known. */
  readonly reference: string | null;
  readonly place: { readonly id: string; readonly name: string } | null;
}

export interface NewEvent {
  readonly title: string;
  readonly typeId: string | null;
  readonly date: GivenDate | null;
  readonly placeId: string | null;
}

export interface EventFormProps {
  readonly title: string;
  readonly prefill: EventPrefill;
  readonly onCreate: (event: NewEvent) => void;
}

const noType = 'none';

function TypeField({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const { data: types = [] } = useAnswer('listEventTypes', {});
  const choices = [
    { value: noType, label: 'No type' },
    ...types.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return <Select label="Type" value={value} choices={choices} onChange={onChange} />;
}

export function EventForm({ title: initialTitle, prefill, onCreate }: EventFormProps) {
  const [title, setTitle] = useState(initialTitle);
  const [typeId, setTypeId] = useState(noType);
  const [date, setDate] = useState<GivenDate | null | 'unreadable'>(prefill.date);
  const [place, setPlace] = useState(prefill.place);
  const isReady = title.trim() !== '' && date !== 'unreadable';
  const create = (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    onCreate({
      title: title.trim(),
      typeId: typeId === noType ? null : typeId,
      date,
      placeId: place?.id ?? null,
    });
  };
  return (
    <form onSubmit={create} className="w-80 max-w-full flex flex-col gap-2.5">
      <TextField label="New event" value={title} onChange={setTitle} autoFocus />
      <EventDateField
        initial={prefill.date}
        reference={prefill.reference}
        countsFromArticle={prefill.reference !== null}
        onChange={setDate}
      />
      <TypeField value={typeId} onChange={setTypeId} />
      <EntityField
        label="Place"
        placeholder="A place of the notebook"
        kind="place"
        canCreate={false}
        chosen={place}
        onChange={setPlace}
      />
      <div className="flex justify-end">
        <Button type="submit" look="primary" isDisabled={!isReady}>
          Create event
        </Button>
      </div>
    </form>
  );
}
