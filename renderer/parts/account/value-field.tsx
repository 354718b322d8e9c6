/** The value of an account, in the field that its fact asks for. It knows nothing of who says so. */
import { useState } from 'react';
import { numberWords, precisionWords } from '../../../shared/accounts/account-words';
import { readNumber } from '../../../shared/accounts/read-number';
import { type AccountValue, type FactKind } from '../../../shared/model/account';
import { type Precision, precisions } from '../../../shared/model/entity';
import { useAnswer } from '../../client/query';
import { Segmented } from '../../ui/fields/segmented';
import { Select } from '../../ui/fields/select';
import { TextField } from '../../ui/fields/text-field';
import { EventDateField } from '../event-date-field';
import { accountDate, type DateReference, fieldDate } from './account-date';
import { EntityField } from './entity-field';

type ValueOf<Kind extends AccountValue['kind']> = Extract<AccountValue, { kind: Kind }>;

export interface ValueFieldProps {
  readonly fact: FactKind;
  readonly value: AccountValue | null;
  /** Null: there is none, or what was typed is not understood. */
  readonly onChange: (value: AccountValue | null) => void;
  /** The article that “last month” counts from; null where there is none, or it is undated. */
  readonly reference: DateReference | null;
  readonly autoFocus?: boolean;
}

type FieldProps<Kind extends AccountValue['kind']> = Omit<ValueFieldProps, 'fact' | 'value'> & {
  readonly value: ValueOf<Kind> | null;
};

const answers = [
  { value: 'yes', label: 'It happened' },
  { value: 'no', label: 'It did not' },
] as const;

function HappenedField({ value, onChange }: FieldProps<'boolean'>) {
  return (
    <Segmented
      label="Value"
      value={value?.holds === false ? 'no' : 'yes'}
      choices={answers}
      onChange={(answer) => onChange({ kind: 'boolean', holds: answer === 'yes' })}
    />
  );
}

function DateField({ value, onChange, reference, autoFocus }: FieldProps<'date'>) {
  return (
    <EventDateField
      initial={fieldDate(value?.date ?? null)}
      reference={reference?.published ?? null}
      countsFromArticle={reference !== null}
      onChange={(date) => {
        if (date === null || date === 'unreadable') onChange(null);
        else onChange({ kind: 'date', date: accountDate(date, reference) });
      }}
      autoFocus={autoFocus}
    />
  );
}

const unsaid = 'unsaid';
const exactness = precisions.map((one) => ({ value: one || unsaid, label: precisionWords[one] }));

function PlaceField({ value, onChange, autoFocus }: FieldProps<'place'>) {
  const [precision, setPrecision] = useState<Precision>(value?.precision ?? '');
  const makePrecise = (chosen: string) => {
    const next = precisions.find((one) => one === chosen) ?? '';
    setPrecision(next);
    if (value) onChange({ ...value, precision: next });
  };
  return (
    <div className="grid grid-cols-[1fr_8rem] gap-2 items-end">
      <EntityField
        label="Place"
        placeholder="Name of a place"
        kind="place"
        chosen={value && { id: value.placeId, name: value.name }}
        onChange={(place) =>
          onChange(place && { kind: 'place', placeId: place.id, name: place.name, precision, within: [] })
        }
        autoFocus={autoFocus}
      />
      <Select label="How exactly" value={precision || unsaid} choices={exactness} onChange={makePrecise} />
    </div>
  );
}

function TypeField({ value, onChange }: FieldProps<'type'>) {
  const { data: types = [] } = useAnswer('listEventTypes', {});
  const choices = types.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Select
      label="Type"
      value={value?.typeId ?? ''}
      choices={choices}
      onChange={(typeId) =>
        onChange({
          kind: 'type',
          typeId,
          name: choices.find((choice) => choice.value === typeId)?.label ?? '',
          within: [],
        })
      }
    />
  );
}

function ActorField({ value, onChange, autoFocus }: FieldProps<'entity'>) {
  return (
    <EntityField
      label="Actor"
      placeholder="Name of an actor"
      kind="actor"
      chosen={value && { id: value.entityId, name: value.name }}
      onChange={(actor) => onChange(actor && { kind: 'entity', entityId: actor.id, name: actor.name })}
      autoFocus={autoFocus}
    />
  );
}

function NumberField({ value, onChange, autoFocus }: FieldProps<'number'>) {
  const [text, setText] = useState(value ? numberWords(value) : '');
  const isUnreadable = text.trim() !== '' && readNumber(text) === null;
  const type = (words: string) => {
    setText(words);
    onChange(readNumber(words));
  };
  return (
    <TextField
      label="How many"
      placeholder="23, at least 23, 20–30 …"
      value={text}
      onChange={type}
      autoFocus={autoFocus}
      error={isUnreadable ? 'This is not understood as a number.' : undefined}
    />
  );
}

function WordsField({ value, onChange, autoFocus }: FieldProps<'text'>) {
  return (
    <TextField
      label="Outcome"
      value={value?.text ?? ''}
      onChange={(text) => onChange({ kind: 'text', text })}
      autoFocus={autoFocus}
    />
  );
}

const ofKind = <Kind extends AccountValue['kind']>(value: AccountValue | null, kind: Kind) =>
  value?.kind === kind ? (value as ValueOf<Kind>) : null;

/** Mount it anew (`key`) when the value comes from somewhere else than its own field. */
export function ValueField({ fact, value, ...props }: ValueFieldProps) {
  switch (fact) {
    case 'happened':
      return <HappenedField {...props} value={ofKind(value, 'boolean')} />;
    case 'date':
      return <DateField {...props} value={ofKind(value, 'date')} />;
    case 'place':
      return <PlaceField {...props} value={ofKind(value, 'place')} />;
    case 'type':
      return <TypeField {...props} value={ofKind(value, 'type')} />;
    case 'participant':
      return <ActorField {...props} value={ofKind(value, 'entity')} />;
    case 'count':
      return <NumberField {...props} value={ofKind(value, 'number')} />;
    case 'outcome':
      return <WordsField {...props} value={ofKind(value, 'text')} />;
  }
}
