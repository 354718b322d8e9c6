/** Chooses a ready list of event types and roles: what is in it is shown first, and nothing in use is ever taken away. */
import { useState } from 'react';
import { type ReadyCodebook, type ReadyType, readyCodebooks } from '../../../shared/codebook/ready-codebooks';
import { commands } from '../../client/client';
import { notifyUndoable, run } from '../../shell/notices';
import { Button } from '../../ui/actions/button';
import { Segmented } from '../../ui/fields/segmented';
import { Dialog } from '../../ui/overlays/dialog';

function TypeLines({ types }: { readonly types: readonly ReadyType[] }) {
  return (
    <ul className="flex flex-col gap-0.5">
      {types.map(({ name, description, types: below = [] }) => (
        <li key={name}>
          {name}
          {description && <span className="text-xs text-muted"> {description}</span>}
          {below.length > 0 && (
            <p className="ps-4 text-xs text-muted">{below.map((one) => one.name).join(' · ')}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

async function take({ id, name }: ReadyCodebook, replace: boolean): Promise<void> {
  const taken = await run(commands.useReadyCodebook({ codebook: id, replace }));
  if (!taken) return;
  const kept =
    taken.elsewhere.length > 0 ? ` Already elsewhere, and left there: ${taken.elsewhere.join(', ')}.` : '';
  notifyUndoable(`Took over the list “${name}”.${kept}`, 'useReadyCodebook');
}

const ids = readyCodebooks.map(({ id, name }) => ({ value: id, label: name }));

export function ReadyListsDialog({ onClose }: { readonly onClose: () => void }) {
  const [id, setId] = useState<ReadyCodebook['id']>('plain');
  const list = readyCodebooks.find((one) => one.id === id);
  const use = (replace: boolean) => {
    onClose();
    if (list) void take(list, replace);
  };
  const footer = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button onPress={() => use(false)}>Add to mine</Button>
      <Button look="primary" onPress={() => use(true)}>
        Replace what is unused
      </Button>
    </>
  );
  return (
    <Dialog title="Ready lists of event types and roles" isOpen onClose={onClose} footer={footer}>
      <Segmented label="List" labelHidden value={id} choices={ids} onChange={setId} />
      {list && (
        <div className="mt-3 flex flex-col gap-3">
          <p className="text-muted">{list.description}</p>
          <section aria-label="Event types">
            <TypeLines types={list.types} />
          </section>
          <p>
            <span className="text-muted">Roles: </span>
            {list.roles.join(', ')}
          </p>
          <p className="text-xs text-muted">
            A list is a start, not a rule: every name can be changed afterwards. Types and roles that are in
            use stay.
          </p>
        </div>
      )}
    </Dialog>
  );
}
