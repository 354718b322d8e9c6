/** What an entity is called in other systems: chips that can be taken off, a field to add. */
import { Plus } from 'lucide-react';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import type { EntityDetail, Identifier } from '../../../shared/model/entity';
import { commands } from '../../client/client';
import { SideSection } from '../../parts/page/side-section';
import { run } from '../../shell/notices';
import { IconButton } from '../../ui/actions/button';
import { Chip } from '../../ui/actions/chip';
import { TextField } from '../../ui/fields/text-field';

function Chips({ label, children }: { readonly label: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-wrap gap-1 mb-2">
      {children}
    </ul>
  );
}

const keyOf = ({ scheme, value }: Identifier) => `${scheme} ${value}`;

export function Identifiers({ entity }: { readonly entity: EntityDetail }) {
  const [scheme, setScheme] = useState('wikidata');
  const [value, setValue] = useState('');
  const isReady = scheme.trim() !== '' && value.trim() !== '';
  const set = (identifiers: readonly Identifier[]) =>
    run(commands.updateEntity({ id: entity.id, identifiers: [...identifiers] }));
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const added = await set([...entity.identifiers, { scheme: scheme.trim(), value: value.trim() }]);
    if (added !== undefined) setValue('');
  };
  return (
    <SideSection title="Identifiers">
      <Chips label="Identifiers">
        {entity.identifiers.map((one) => (
          <li key={keyOf(one)} className="min-w-0 flex">
            <Chip
              onRemove={() => void set(entity.identifiers.filter((other) => keyOf(other) !== keyOf(one)))}
            >{`${one.scheme}: ${one.value}`}</Chip>
          </li>
        ))}
      </Chips>
      <form onSubmit={(event) => void add(event)} className="grid grid-cols-[2fr_3fr_auto] gap-1 items-end">
        <TextField label="Scheme" labelHidden placeholder="Scheme" value={scheme} onChange={setScheme} />
        <TextField label="Identifier" labelHidden placeholder="Q7747" value={value} onChange={setValue} />
        <IconButton
          type="submit"
          label="Add the identifier"
          icon={<Plus size={15} />}
          isDisabled={!isReady}
        />
      </form>
    </SideSection>
  );
}
