/** Merges another entity into this one: its passages, events and names are read as this one's, until it is split off again. */
import { useState } from 'react';
import { type EntityDetail, entityKinds } from '../../../../shared/model/entity';
import { commands } from '../../../client/client';
import { useAnswer } from '../../../client/query';
import { type EntityChoice, EntityPicker } from '../../../parts/entity-picker';
import { notifyUndoable, run } from '../../../shell/notices';
import { Button } from '../../../ui/actions/button';
import { Dialog } from '../../../ui/overlays/dialog';

interface MergeDialogProps {
  readonly entity: EntityDetail;
  readonly onClose: () => void;
}

/** Why the two cannot be one; '' when they can. */
function obstacle(entity: EntityDetail, other: EntityDetail): string {
  if (other.kind === entity.kind) return '';
  return `“${entity.name}” is of kind ${entity.kind}, “${other.name}” of kind ${other.kind}. Make them the same kind first.`;
}

function consequence(entity: EntityDetail, other: EntityDetail, passages: number): string {
  const counted =
    passages === 1 ? 'passage that names' : `${passages.toLocaleString('en')} passages that name`;
  const what =
    passages === 0
      ? `Events, claims and names of “${other.name}”`
      : `The ${counted} “${other.name}”, its events, claims and names`;
  return `${what} are read as those of “${entity.name}”. Nothing is lost: each keeps its own, and they can be split at any time, also after later changes.`;
}

function useOther(id: string | null) {
  const { data: other } = useAnswer('getEntity', { id: id ?? '' }, id !== null);
  const page = { entityId: id ?? '', offset: 0, limit: 1 };
  const { data: mentions } = useAnswer('listMentions', page, id !== null);
  return { other: other?.id === id ? other : undefined, passages: mentions?.total ?? 0 };
}

export function MergeDialog({ entity, onClose }: MergeDialogProps) {
  const [id, setId] = useState<string | null>(null);
  const { other, passages } = useOther(id);
  const problem = other ? obstacle(entity, other) : '';
  const isReady = other !== undefined && problem === '';
  const pick = (choice: EntityChoice) => {
    if ('id' in choice) setId(choice.id);
  };
  const merge = async () => {
    if (!other) return;
    onClose();
    const done = await run(commands.mergeEntities({ keepId: entity.id, mergeId: other.id }));
    if (done !== undefined) notifyUndoable(`Merged “${other.name}” into “${entity.name}”`, 'mergeEntities');
  };
  const footer = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button
        // With the choice made, Enter merges.
        key={isReady ? 'ready' : 'asking'}
        autoFocus={isReady}
        look="primary"
        isDisabled={!isReady}
        onPress={() => void merge()}
      >
        Merge
      </Button>
    </>
  );
  return (
    <Dialog title="Merge with another" isOpen onClose={onClose} footer={footer} size="small">
      <div className="*:w-full">
        <EntityPicker
          label={`The same as “${entity.name}”`}
          kinds={entityKinds}
          newKind={null}
          except={entity.id}
          initialText=""
          onPick={pick}
        />
      </div>
      <p className={problem ? 'mt-3 text-danger' : 'mt-3 text-muted'} aria-live="polite" dir="auto">
        {other ? problem || consequence(entity, other, passages) : 'Choose the one that is the same.'}
      </p>
    </Dialog>
  );
}
