/** Finds an actor, a place or an object by name or alias as one types, or makes one of the words typed. */
import { Box, MapPin, Plus, UserRound } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { CommandArgs } from '../../shared/contract';
import { type ActorKind, actorKinds, type EntityKind, type EntitySummary } from '../../shared/model/entity';
import { foldForMatch } from '../../shared/text/fold';
import { useAnswer } from '../client/query';
import { Select } from '../ui/fields/select';
import { areInsidePlacesOnly } from './names/inside-places';
import { NewPlacesNote, useNewPlaces } from './names/use-new-places';
import { PickerList, type PickerRow } from './picker-list';

/** An entity that exists, or one to make. */
export type EntityChoice = NonNullable<CommandArgs<'annotate'>['entities']>[number];

export interface EntityPickerProps {
  readonly label: string;
  readonly kinds: readonly EntityKind[];
  /** What a new one is; null: only those that exist can be taken. */
  readonly newKind: EntityKind | null;
  readonly initialText: string;
  /** Not offered: what another one is looked for to go with. */
  readonly except?: string;
  readonly onPick: (choice: EntityChoice, name: string) => void;
}

const createId = '\u0000create';
const kindWords: Readonly<Record<EntityKind, string>> = { actor: 'actor', place: 'place', object: 'object' };
const rowsShown = 12;

const icons: Readonly<Record<EntityKind, ReactNode>> = {
  actor: <UserRound size={14} aria-hidden className="shrink-0" />,
  place: <MapPin size={14} aria-hidden className="shrink-0" />,
  object: <Box size={14} aria-hidden className="shrink-0" />,
};

/** The sign of an entity's kind, as it stands before its name. */
export const entityIcon = (kind: EntityKind): ReactNode => icons[kind];

/** The alias by which an entity was found, when its name does not say why. */
export function matchedAlias(
  { name, aliases }: Pick<EntitySummary, 'name' | 'aliases'>,
  text: string,
): string | null {
  const words = foldForMatch(text);
  if (words === '' || foldForMatch(name).includes(words)) return null;
  return aliases.find((alias) => foldForMatch(alias).includes(words)) ?? null;
}

function detailOf(entity: EntitySummary, text: string): string {
  const alias = matchedAlias(entity, text);
  const kind = entity.kind === 'actor' ? entity.actorKind : '';
  const mentions = entity.mentionCount > 0 ? String(entity.mentionCount) : '';
  return [alias ? `also “${alias}”` : '', kind, mentions].filter(Boolean).join(' · ');
}

function rowsOf(
  found: readonly EntitySummary[],
  text: string,
  newKind: EntityKind | null,
): readonly PickerRow[] {
  const rows = found.map((entity) => ({
    id: entity.id,
    label: entity.name,
    detail: detailOf(entity, text),
    icon: icons[entity.kind],
  }));
  const name = text.trim();
  if (!newKind || name === '') return rows;
  const create = {
    id: createId,
    label: `Create ${kindWords[newKind]} “${name}”`,
    icon: <Plus size={14} aria-hidden />,
  };
  return areInsidePlacesOnly(found, name) ? [create, ...rows] : [...rows, create];
}

function ActorKindField({
  value,
  onChange,
}: {
  readonly value: ActorKind;
  readonly onChange: (kind: ActorKind) => void;
}) {
  const choices = actorKinds.map((kind) => ({
    value: kind === '' ? 'none' : kind,
    label: kind === '' ? 'not said' : kind,
  }));
  return (
    <div className="flex items-center gap-2 text-xs text-muted">
      A new actor is
      <Select
        label="What a new actor is"
        labelHidden
        value={value === '' ? 'none' : value}
        choices={choices}
        onChange={(kind) => onChange(actorKinds.find((one) => one === kind) ?? '')}
      />
    </div>
  );
}

export function EntityPicker(props: EntityPickerProps) {
  const { label, kinds, newKind, initialText, except, onPick } = props;
  const [text, setText] = useState(initialText);
  const [actorKind, setActorKind] = useState<ActorKind>('');
  // What was made a moment ago may not be among the rows of before: nobody is offered to make it again meanwhile.
  const { data: found = [], isFetching } = useAnswer('findEntities', {
    text: text.trim(),
    kinds: [...kinds],
    limit: rowsShown,
  });
  const data = found.filter(({ id }) => id !== except);
  const name = text.trim();
  const newPlaces = useNewPlaces(name, newKind === 'place');
  const pick = (id: string) => {
    const entity = data.find((one) => one.id === id);
    if (entity) onPick({ id }, entity.name);
    else if (newKind && name) {
      const where = newPlaces.whereOf(id);
      const made = { kind: newKind, actorKind: newKind === 'actor' ? actorKind : ('' as const), name };
      onPick(where ? { ...made, where } : made, name);
    }
  };
  return (
    <PickerList
      label={label}
      placeholder="Name or alias"
      text={text}
      onTextChange={setText}
      rows={[...rowsOf(data, text, newKind), ...newPlaces.rows]}
      isStale={isFetching}
      onPick={pick}
      emptyWords={newKind ? 'Type a name.' : 'None of that name.'}
    >
      {newPlaces.rows.length > 0 && <NewPlacesNote />}
      {newKind === 'actor' && <ActorKindField value={actorKind} onChange={setActorKind} />}
    </PickerList>
  );
}
