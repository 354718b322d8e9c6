/** What an actor or object is part of: a state's ministry, an army's brigade. Places have more to say: `place/place-inside.tsx`. */
import { Pencil, X } from 'lucide-react';
import type { EntityDetail } from '../../../shared/model/entity';
import { commands } from '../../client/client';
import { type EntityChoice, EntityPicker } from '../../parts/entity-picker';
import { SideSection } from '../../parts/page/side-section';
import { go } from '../../shell/navigation';
import { run } from '../../shell/notices';
import { Button, IconButton, LinkButton } from '../../ui/actions/button';
import { PopoverButton } from '../../ui/overlays/popover';

async function put(entity: EntityDetail, choice: EntityChoice): Promise<boolean> {
  const made = 'id' in choice ? choice : await run(commands.createEntity(choice));
  if (!made) return false;
  return (await run(commands.updateEntity({ id: entity.id, parentId: made.id }))) !== undefined;
}

export function PartOf({ entity }: { readonly entity: EntityDetail }) {
  const { parentId, parentName, kind, name } = entity;
  const trigger =
    parentId === null ? (
      <Button look="quiet">Say what it is part of…</Button>
    ) : (
      <IconButton label="Change what it is part of" icon={<Pencil size={13} />} />
    );
  return (
    <SideSection title="Part of">
      <div className="flex items-center gap-1 min-w-0">
        {parentId !== null && (
          <LinkButton title={parentName} onPress={() => go({ kind: 'entity', id: parentId })}>
            {parentName || 'Untitled'}
          </LinkButton>
        )}
        <span className="flex shrink-0 not-first:ms-auto first:-ms-2.5">
          <PopoverButton label="What it is part of" trigger={trigger}>
            {(close) => (
              <EntityPicker
                label={`“${name}” is part of`}
                kinds={[kind]}
                newKind={kind}
                initialText=""
                onPick={(choice) => void put(entity, choice).then((done) => done && close())}
              />
            )}
          </PopoverButton>
          {parentId !== null && (
            <IconButton
              label="Not part of it any more"
              icon={<X size={14} />}
              onPress={() => void run(commands.updateEntity({ id: entity.id, parentId: null }))}
            />
          )}
        </span>
      </div>
    </SideSection>
  );
}
