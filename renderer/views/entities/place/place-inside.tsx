/** What a place lies in, as a path, and what lies in it. */
import { ChevronRight, Pencil, X } from 'lucide-react';
import { Fragment, useState } from 'react';
import type { PlaceName } from '../../../../shared/contract/views/map';
import type { EntityDetail } from '../../../../shared/model/entity';
import { commands, queries } from '../../../client/client';
import { useAnswer } from '../../../client/query';
import { type EntityChoice, EntityPicker } from '../../../parts/entity-picker';
import { go } from '../../../shell/navigation';
import { run } from '../../../shell/notices';
import { Button, IconButton, LinkButton } from '../../../ui/actions/button';
import { PopoverButton } from '../../../ui/overlays/popover';

const partsShown = 12;

/** Why a place cannot lie in another; '' when it can. */
async function obstacle(entity: EntityDetail, parentId: string): Promise<string> {
  if (parentId === entity.id) return 'A place cannot lie in itself.';
  const { path } = await queries.getPlaceWhere({ id: parentId });
  const isInside = path.some(({ id }) => id === entity.id);
  return isInside ? `That place lies in “${entity.name}” itself.` : '';
}

async function idOf(choice: EntityChoice): Promise<string | undefined> {
  if ('id' in choice) return choice.id;
  const made = await run(commands.createEntity(choice));
  return made?.id;
}

function ParentPicker({ entity, onDone }: { readonly entity: EntityDetail; readonly onDone: () => void }) {
  const [problem, setProblem] = useState('');
  const pick = async (choice: EntityChoice) => {
    const parentId = await idOf(choice);
    if (parentId === undefined) return;
    const why = await run(obstacle(entity, parentId));
    setProblem(why ?? '');
    if (why !== '') return;
    if ((await run(commands.updateEntity({ id: entity.id, parentId }))) !== undefined) onDone();
  };
  return (
    <>
      <EntityPicker
        label={`“${entity.name}” lies in`}
        kinds={['place']}
        newKind="place"
        initialText=""
        onPick={(choice) => void pick(choice)}
      />
      <p role="alert" className="text-danger text-xs mt-1" dir="auto">
        {problem}
      </p>
    </>
  );
}

function PlaceLinks({ places }: { readonly places: readonly PlaceName[] }) {
  return places.map(({ id, name }, at) => (
    <Fragment key={id}>
      {at > 0 && <ChevronRight size={12} aria-hidden className="text-faint shrink-0 rtl:rotate-180" />}
      <LinkButton title={name} onPress={() => go({ kind: 'entity', id })}>
        {name}
      </LinkButton>
    </Fragment>
  ));
}

function Parts({ parts }: { readonly parts: readonly PlaceName[] }) {
  if (parts.length === 0) return null;
  const left = parts.length - partsShown;
  return (
    <div className="mt-1.5">
      <span className="text-xs text-muted">In it</span>
      <ul className="flex flex-wrap gap-x-3">
        {parts.slice(0, partsShown).map(({ id, name }) => (
          <li key={id} className="min-w-0">
            <LinkButton title={name} onPress={() => go({ kind: 'entity', id })}>
              {name}
            </LinkButton>
          </li>
        ))}
        {left > 0 && <li className="text-xs text-muted">and {left.toLocaleString('en')} more</li>}
      </ul>
    </div>
  );
}

export function PlaceInside({ entity }: { readonly entity: EntityDetail }) {
  const { data } = useAnswer('getPlaceWhere', { id: entity.id });
  const path = data?.path ?? [];
  const trigger =
    path.length === 0 ? (
      <Button>Lies inside…</Button>
    ) : (
      <IconButton label="Change what it lies in" icon={<Pencil size={13} />} />
    );
  return (
    <div>
      <div className="flex items-center gap-1 min-w-0">
        {path.length > 0 && (
          // biome-ignore lint/a11y/useSemanticElements: a path of links is no set of fields
          <span role="group" aria-label="Lies in" className="flex flex-wrap items-center gap-x-1 min-w-0">
            <PlaceLinks places={path} />
          </span>
        )}
        <span className="flex not-first:ms-auto shrink-0">
          <PopoverButton label="What it lies in" trigger={trigger}>
            {(close) => <ParentPicker entity={entity} onDone={close} />}
          </PopoverButton>
          {path.length > 0 && (
            <IconButton
              label="Take it out"
              icon={<X size={14} />}
              onPress={() => void run(commands.updateEntity({ id: entity.id, parentId: null }))}
            />
          )}
        </span>
      </div>
      <Parts parts={data?.parts ?? []} />
    </div>
  );
}
