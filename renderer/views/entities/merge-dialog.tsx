/** Merges another entity into this one: its passages, events and names come here; one undo sends them back. */
import { useState } from 'react';
import type { EntityDetail } from '../../../shared/model/entity';
import { commands } from '../../client/client';
import { type EntityChoice, EntityPicker } from '../../parts/entity-picker';
import { notifyUndoable, run } from '../../shell/notices';
import { Button } from '../../ui/actions/button';
import { Dialog } from '../../ui/overlays/dialog';

export function MergeDialog({
  entity,
  onClose,
}: {
  readonly entity: EntityDetail;
  readonly onClose: () => void;
}) {
  const [other, setOther] = useState<{ readonly id: string; readonly name: string } | null>(null);
  const pick = (choice: EntityChoice, name: string) => {
    if ('id' in choice && choice.id !== entity.id) setOther({ id: choice.id, name });
  };
  const merge = async () => {
    if (!other) return;
    onClose();
    const done = await run(commands.mergeEntities({ keepId: entity.id, mergeId: other.id }));
    if (done !== undefined) notifyUndoable(`Merged ${other.name} into ${entity.name}`, 'mergeEntities');
  };
  const footer = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button look="primary" isDisabled={!other} onPress={() => void merge()}>
        Merge
      </Button>
    </>
  );
  return (
    <Dialog title={`Merge into ${entity.name}`} isOpen onClose={onClose} footer={footer} size="small">
      <EntityPicker label="The same as" kinds={[entity.kind]} newKind={null} initialText="" onPick={pick} />
      <p className="mt-3 text-muted" aria-live="polite">
        {other
          ? `All passages, events and names of “${other.name}” go to “${entity.name}”; “${other.name}” becomes an alias.`
          : 'Choose the entity that is the same. It can be undone.'}
      </p>
    </Dialog>
  );
}
