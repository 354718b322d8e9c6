/** When, where and what sort of event: each changed where it stands. */
import { type SubmitEvent, useState } from 'react';
import { describeEdtf } from '../../../shared/dates/describe-edtf';
import type { EventDetail } from '../../../shared/model/event';
import type { EventDate } from '../../../shared/model/event-date';
import { commands } from '../../client/client';
import { useAnswer } from '../../client/query';
import { type EntityChoice, EntityPicker } from '../../parts/entity-picker';
import { EventDateField, type GivenDate } from '../../parts/event-date-field';
import { EditableText } from '../../parts/page/editable-text';
import { SideSection } from '../../parts/page/side-section';
import { go } from '../../shell/navigation';
import { run } from '../../shell/notices';
import { Button } from '../../ui/actions/button';
import { Chip } from '../../ui/actions/chip';
import { Select } from '../../ui/fields/select';
import { PopoverButton } from '../../ui/overlays/popover';
import { EventTypesDialog } from './event-types-dialog';

const noType = 'none';

type Change = Omit<Parameters<typeof commands.updateEvent>[0], 'id'>;

interface FactProps {
  readonly event: EventDetail;
  /** Answers undefined when it failed. */
  readonly change: (set: Change) => Promise<unknown>;
}

/** How the date was understood, in which words it was given, and as what it is kept. */
function DateWords({ date }: { readonly date: EventDate }) {
  const understood = describeEdtf(date.edtf);
  return (
    <>
      <p>{understood}</p>
      <p className="text-xs text-muted [overflow-wrap:anywhere]">
        {date.words && (
          <>
            from “<bdi>{date.words}</bdi>”{' · '}
          </>
        )}
        <span className="tabular-nums">{date.edtf}</span>
      </p>
    </>
  );
}

/** The day that “yesterday” counts from: that of the article of the first passage of evidence. */
function useReference(eventId: string): string | null {
  const { data } = useAnswer('listEvidence', { eventId, offset: 0, limit: 1 });
  return data?.rows[0]?.published ?? null;
}

function DateForm({ event, change, onDone }: FactProps & { readonly onDone: () => void }) {
  const [date, setDate] = useState<GivenDate | null | 'unreadable'>(event.date);
  const reference = useReference(event.id);
  const save = async (submitted: SubmitEvent) => {
    submitted.preventDefault();
    if (date === 'unreadable') return;
    const done = await change({ date: date && { edtf: date.edtf, words: date.words } });
    if (done !== undefined) onDone();
  };
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(submitted) => void save(submitted)}
      onKeyDown={(pressed) => pressed.key === 'Escape' && onDone()}
    >
      <EventDateField initial={event.date} reference={reference} onChange={setDate} autoFocus />
      <div className="flex gap-2 justify-end">
        <Button onPress={onDone}>Cancel</Button>
        <Button look="primary" type="submit" isDisabled={date === 'unreadable'}>
          Save
        </Button>
      </div>
    </form>
  );
}

const changeButton = (label: string, onPress?: () => void) => (
  <Button look="quiet" aria-label={label} {...(onPress ? { onPress } : {})}>
    Change
  </Button>
);

function DateFact(props: FactProps) {
  const [editing, setEditing] = useState(false);
  const { date } = props.event;
  const edit = changeButton('Change the date', () => setEditing(true));
  return (
    <SideSection title="When" action={editing ? undefined : edit}>
      {editing && <DateForm {...props} onDone={() => setEditing(false)} />}
      {!editing && (date ? <DateWords date={date} /> : <p className="text-muted">Not known.</p>)}
    </SideSection>
  );
}

function PlacePicker({ change, onDone }: Pick<FactProps, 'change'> & { readonly onDone: () => void }) {
  const pick = async (choice: EntityChoice) => {
    const place = 'id' in choice ? choice : await run(commands.createEntity(choice));
    onDone();
    if (place) await change({ placeId: place.id });
  };
  return (
    <EntityPicker
      label="Place"
      kinds={['place']}
      newKind="place"
      initialText=""
      onPick={(choice) => void pick(choice)}
    />
  );
}

function PlaceFact({ event, change }: FactProps) {
  const { placeId, placeName } = event;
  const edit = (
    <PopoverButton label="Place" trigger={changeButton('Change the place')}>
      {(close) => <PlacePicker change={change} onDone={close} />}
    </PopoverButton>
  );
  return (
    <SideSection title="Where" action={edit}>
      {placeId ? (
        <Chip
          onPress={() => go({ kind: 'entity', id: placeId })}
          onRemove={() => void change({ placeId: null })}
        >
          {placeName}
        </Chip>
      ) : (
        <p className="text-muted">Not known.</p>
      )}
    </SideSection>
  );
}

function TypeFact({ event, change }: FactProps) {
  const { data: types = [] } = useAnswer('listEventTypes', {});
  const [editing, setEditing] = useState(false);
  const choices = [
    { value: noType, label: 'No type' },
    ...types.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const edit = (
    <Button look="quiet" onPress={() => setEditing(true)}>
      Edit types…
    </Button>
  );
  return (
    <SideSection title="Type" action={edit}>
      <Select
        label="Type"
        labelHidden
        value={event.typeId ?? noType}
        choices={choices}
        onChange={(id) => void change({ typeId: id === noType ? null : id })}
      />
      {editing && <EventTypesDialog onClose={() => setEditing(false)} />}
    </SideSection>
  );
}

export function EventFacts({ event }: { readonly event: EventDetail }) {
  const change = (set: Change) => run(commands.updateEvent({ id: event.id, ...set }));
  return (
    <>
      <DateFact event={event} change={change} />
      <PlaceFact event={event} change={change} />
      <TypeFact event={event} change={change} />
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
