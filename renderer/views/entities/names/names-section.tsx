/** What else an entity is called, by kind of name; names of what was merged into it are there, and are changed after a split. */
import { Ellipsis, Plus } from 'lucide-react';
import { type SubmitEvent, useState } from 'react';
import type { EntityDetail, EntityName, NameKind } from '../../../../shared/model/entity';
import { commands } from '../../../client/client';
import { SideSection } from '../../../parts/page/side-section';
import { notifyUndoable, run } from '../../../shell/notices';
import { IconButton } from '../../../ui/actions/button';
import { MenuButton, type MenuRow } from '../../../ui/actions/menu-button';
import { Select } from '../../../ui/fields/select';
import { TextField } from '../../../ui/fields/text-field';
import { nameKindWords } from './name-words';

const removeId = 'remove';

function menuRows(name: EntityName): readonly MenuRow[] {
  return [
    ...nameKindWords.map(({ kind, one }) => ({ id: kind, label: one, checked: kind === name.kind })),
    { id: removeId, label: 'Remove', danger: true, group: true },
  ];
}

async function act({ id, name, kind: now }: EntityName, chosen: string): Promise<void> {
  if (chosen === removeId) {
    const done = await run(commands.removeAlias({ id }));
    if (done !== undefined) notifyUndoable(`Removed the name “${name}”`, 'removeAlias');
    return;
  }
  const kind = nameKindWords.find((words) => words.kind === chosen)?.kind;
  if (kind && kind !== now) await run(commands.updateAlias({ id, kind }));
}

function NameRow({ name, from }: { readonly name: EntityName; readonly from: string }) {
  // The name that a merged one goes by is no further name of it: it comes and goes with it.
  const isFixed = name.id === name.memberId;
  return (
    <li className="group flex items-center gap-1 min-w-0 min-h-6">
      <bdi className="min-w-0 [overflow-wrap:anywhere] select-text">{name.name}</bdi>
      {from && <span className="text-xs text-faint truncate">{isFixed ? 'merged' : `of ${from}`}</span>}
      {!isFixed && (
        <span className="ms-auto -my-1 shrink-0">
          <MenuButton label={`Name ${name.name}`} rows={menuRows(name)} onAction={(id) => void act(name, id)}>
            <IconButton label={`Change the name ${name.name}`} icon={<Ellipsis size={14} />} />
          </MenuButton>
        </span>
      )}
    </li>
  );
}

const kindChoices = nameKindWords.map(({ kind, one }) => ({ value: kind, label: one.split(':')[0] ?? one }));

function AddName({ entity }: { readonly entity: EntityDetail }) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<NameKind>('alias');
  const isReady = name.trim() !== '';
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!isReady) return;
    const added = await run(commands.addAlias({ entityId: entity.id, name: name.trim(), kind }));
    if (added) setName('');
  };
  return (
    <form
      onSubmit={(event) => void add(event)}
      className="mt-1 grid grid-cols-[minmax(0,1fr)_auto_auto] gap-1 items-end"
    >
      <TextField label="Add a name" labelHidden placeholder="Another name" value={name} onChange={setName} />
      <Select label="What sort of name" labelHidden value={kind} choices={kindChoices} onChange={setKind} />
      <IconButton type="submit" label="Add the name" icon={<Plus size={15} />} isDisabled={!isReady} />
    </form>
  );
}

export function NamesSection({ entity }: { readonly entity: EntityDetail }) {
  const nameOf = new Map(entity.merged.map(({ id, name }) => [id, name]));
  const from = ({ memberId }: EntityName) =>
    memberId === null ? '' : (nameOf.get(memberId) ?? 'one merged here');
  return (
    <SideSection title="Names">
      {nameKindWords.map(({ kind, many }) => {
        const names = entity.aliases.filter((name) => name.kind === kind);
        if (names.length === 0) return null;
        return (
          <div key={kind} className="mb-1">
            <h3 className="text-xs text-faint">{many}</h3>
            <ul aria-label={many}>
              {names.map((name) => (
                <NameRow key={name.id} name={name} from={from(name)} />
              ))}
            </ul>
          </div>
        );
      })}
      <AddName entity={entity} />
    </SideSection>
  );
}
