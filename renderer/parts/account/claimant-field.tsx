/** Who says it: the article itself, actors that the notebook knows or will know, a source described in words, or nobody. */
import { useState } from 'react';
import type { Claimant } from '../../../shared/model/account';
import { Chip } from '../../ui/actions/chip';
import { Select } from '../../ui/fields/select';
import { TextField } from '../../ui/fields/text-field';
import { isPassing } from './account-draft';
import { type ChosenEntity, EntityField } from './entity-field';

const kinds: readonly { readonly value: Claimant['kind']; readonly label: string }[] = [
  { value: 'narrator', label: 'The article itself' },
  { value: 'actors', label: 'Actors' },
  { value: 'unnamed', label: 'A source without a name' },
  { value: 'none', label: 'Nobody: my own entry' },
];

const blank: Readonly<Record<Claimant['kind'], Claimant>> = {
  none: { kind: 'none' },
  narrator: { kind: 'narrator' },
  actors: { kind: 'actors', actors: [] },
  unnamed: { kind: 'unnamed', words: '' },
};

interface SpeakersProps {
  readonly actors: readonly ChosenEntity[];
  readonly onChange: (actors: readonly ChosenEntity[]) => void;
}

function Speakers({ actors, onChange }: SpeakersProps) {
  // The field for the next one is empty again when one was taken.
  const [asked, setAsked] = useState(0);
  const add = (actor: ChosenEntity | null) => {
    if (!actor) return;
    onChange([...actors.filter(({ id }) => id !== actor.id), actor]);
    setAsked(asked + 1);
  };
  return (
    <div className="flex flex-col gap-1.5 min-w-0">
      {actors.length > 0 && (
        <div className="flex flex-wrap gap-1">
          {actors.map(({ id, name }) => (
            <Chip
              key={id}
              aside={isPassing(id) ? 'new' : undefined}
              onRemove={() => onChange(actors.filter((actor) => actor.id !== id))}
            >
              {name}
            </Chip>
          ))}
        </div>
      )}
      <EntityField
        key={asked}
        label={actors.length > 0 ? 'A further speaker' : 'Speaker'}
        labelHidden
        placeholder={actors.length > 0 ? 'Another speaker' : 'Name of an actor'}
        kind="actor"
        chosen={null}
        onChange={add}
        autoFocus={asked > 0}
      />
    </div>
  );
}

export interface ClaimantFieldProps {
  readonly claimant: Claimant;
  readonly onChange: (claimant: Claimant) => void;
}

export function ClaimantField({ claimant, onChange }: ClaimantFieldProps) {
  return (
    <div className="flex flex-col gap-1.5 min-w-0">
      <Select
        label="Who says so"
        value={claimant.kind}
        choices={kinds}
        onChange={(kind) => onChange(blank[kind])}
      />
      {claimant.kind === 'actors' && (
        <Speakers actors={claimant.actors} onChange={(actors) => onChange({ kind: 'actors', actors })} />
      )}
      {claimant.kind === 'unnamed' && (
        <TextField
          label="The source in words"
          labelHidden
          placeholder="sources close to the talks"
          value={claimant.words}
          onChange={(words) => onChange({ kind: 'unnamed', words })}
        />
      )}
    </div>
  );
}
