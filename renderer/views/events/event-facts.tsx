/** When, where and what sort of event: each changed where it stands. */
import { useState } from 'react';
import type { EventDetail } from '../../../shared/model/event';
import { commands } from '../../client/client';
import { useAnswer } from '../../client/query';
import { EditableText } from '../../parts/editable-text';
import { type EntityChoice, EntityPicker } from '../../parts/entity-picker';
import { EventDateField, type GivenDate } from '../../parts/event-date-field';
import { SideSection } from '../../parts/side-section';
import { go } from '../../shell/navigation';
import { run } from '../../shell/notices';
import { Button } from '../../ui/actions/button';
import { Chip } from '../../ui/actions/chip';
import { Select } from '../../ui/fields/select';

const noType = 'none';

type Change = Omit<Parameters<typeof commands.updateEvent>[0], 'id'>;

function DateFact({
  event,
  change,
}: {
  readonly event: EventDetail;
  readonly change: (set: Change) => void;
}) {
  const [editing, setEditing] = useState(false);
  const [date, setDate] = useState<GivenDate | null | 'unreadable'>(event.date);
  const save = () => {
    if (date === 'unreadable') return;
    setEditing(false);
    change({ date: date && { edtf: date.edtf, words: date.words } });
  };
  if (!editing) {
    return (
      <div className="flex items-baseline gap-2">
        <span className={event.date ? 'tabular-nums' : 'text-muted'}>{event.date?.edtf ?? 'Unknown'}</span>
        {event.date?.words && (
          <span className="text-muted truncate" dir="auto">
            “{event.date.words}”
          </span>
        )}
        <span className="ms-auto" />
        <Button look="quiet" onPress={() => setEditing(true)}>
          Change
        </Button>
      </div>
    );
  }
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(submit) => {
        submit.preventDefault();
        save();
      }}
    >
      <EventDateField initial={event.date} reference={null} onChange={setDate} autoFocus />
      <div className="flex gap-2 justify-end">
        <Button onPress={() => setEditing(false)}>Cancel</Button>
        <Button look="primary" type="submit" isDisabled={date === 'unreadable'}>
          Save
        </Button>
      </div>
    </form>
  );
}

function PlaceFact({
  event,
  change,
}: {
  readonly event: EventDetail;
  readonly change: (set: Change) => void;
}) {
  const [picking, setPicking] = useState(false);
  const { placeId } = event;
  const pick = async (choice: EntityChoice) => {
    setPicking(false);
    const made = 'id' in choice ? choice : await run(commands.createEntity(choice));
    if (made) change({ placeId: made.id });
  };
  if (picking)
    return (
      <EntityPicker
        label="Place"
        kinds={['place']}
        newKind="place"
        initialText=""
        onPick={(choice) => void pick(choice)}
      />
    );
  return (
    <div className="flex items-center gap-2">
      {placeId ? (
        <Chip onPress={() => go({ kind: 'entity', id: placeId })} onRemove={() => change({ placeId: null })}>
          {event.placeName}
        </Chip>
      ) : (
        <span className="text-muted">Unknown</span>
      )}
      <span className="ms-auto" />
      <Button look="quiet" onPress={() => setPicking(true)}>
        Change
      </Button>
    </div>
  );
}

export function EventFacts({ event }: { readonly event: EventDetail }) {
  const { data: types = [] } = useAnswer('listEventTypes', {});
  const change = (set: Change) => void run(commands.updateEvent({ id: event.id, ...set }));
  const choices = [
    { value: noType, label: 'No type' },
    ...types.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <SideSection title="When">
        <DateFact key={event.date?.edtf ?? ''} event={event} change={change} />
      </SideSection>
      <SideSection title="Where">
        <PlaceFact event={event} change={change} />
      </SideSection>
      <SideSection title="Type">
        <Select
          label="Type"
          labelHidden
          value={event.typeId ?? noType}
          choices={choices}
          onChange={(id) => change({ typeId: id === noType ? null : id })}
        />
      </SideSection>
      <SideSection title="Description">
        <EditableText
          label="Description"
          multiline
          placeholder="What is said to have happened"
          value={event.description}
          onSave={(description) => change({ description })}
        />
      </SideSection>
    </>
  );
}
