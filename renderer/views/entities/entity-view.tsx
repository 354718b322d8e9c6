/** One actor, place or object: who or what it is, every passage that mentions it, its events and its company. */
import { Download, GitMerge, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { actorKinds, type EntityDetail, entityKinds } from '../../../shared/model/entity';
import { commands } from '../../client/client';
import { useAnswer } from '../../client/query';
import { useMoreRows } from '../../client/use-rows';
import { CitingNotes } from '../../parts/page/citing-notes';
import { PageTitle } from '../../parts/page/page-title';
import { memoryOf, type PlaceMemory } from '../../parts/page/place-memory';
import { PassageList } from '../../parts/passages/passage-list';
import { ErrorMessage } from '../../shell/error-message';
import { useNavigation } from '../../shell/navigation';
import { notifyUndoable, run } from '../../shell/notices';
import { openDialog } from '../../shell/open-dialog';
import type { ScreenProps } from '../../shell/screen-props';
import { Button, IconButton } from '../../ui/actions/button';
import { Select } from '../../ui/fields/select';
import { ScrollPane } from '../../ui/layout/scroll-pane';
import { SplitPane } from '../../ui/layout/split-pane';
import { EntitySide } from './entity-side';
import { MergeDialog } from './merge-dialog';

type Change = Omit<Parameters<typeof commands.updateEntity>[0], 'id'>;

const kindChoices = entityKinds.map((kind) => ({ value: kind, label: kind }));
const actorChoices = actorKinds.map((kind) => ({ value: kind || 'none', label: kind || 'kind not said' }));

async function trash({ id, name, kind }: EntityDetail): Promise<void> {
  const { past, back, replace } = useNavigation.getState();
  if (past.length > 0) back();
  else replace({ kind: kind === 'actor' ? 'actors' : 'places' });
  const done = await run(commands.trashEntities({ ids: [id] }));
  if (done !== undefined) notifyUndoable(`Moved “${name}” to the trash`, 'trashEntities');
}

interface KindsProps {
  readonly entity: EntityDetail;
  readonly change: (set: Change) => void;
}

function Kinds({ entity, change }: KindsProps) {
  return (
    <>
      <Select
        label="What it is"
        labelHidden
        value={entity.kind}
        choices={kindChoices}
        onChange={(kind) => change({ kind })}
      />
      {entity.kind === 'actor' && (
        <Select
          label="Kind of actor"
          labelHidden
          value={entity.actorKind || 'none'}
          choices={actorChoices}
          onChange={(chosen) => change({ actorKind: actorKinds.find((kind) => kind === chosen) ?? '' })}
        />
      )}
    </>
  );
}

function EntityHeader({ entity }: { readonly entity: EntityDetail }) {
  const [merging, setMerging] = useState(false);
  const change = (set: Change) => run(commands.updateEntity({ id: entity.id, ...set }));
  const exportDossier = () => openDialog({ kind: 'export', scope: { kind: 'entity', id: entity.id } });
  return (
    <header className="px-4 pt-3.5 pb-3 border-b border-rule flex flex-col gap-2">
      <PageTitle label="Name" value={entity.name} onSave={(name) => change({ name })} />
      <div className="flex flex-wrap items-center gap-1.5">
        <Kinds entity={entity} change={(set) => void change(set)} />
        <div className="flex items-center gap-1.5 ms-auto">
          <Button icon={<GitMerge size={14} aria-hidden />} onPress={() => setMerging(true)}>
            Merge…
          </Button>
          <Button icon={<Download size={14} aria-hidden />} onPress={exportDossier}>
            Export…
          </Button>
          <IconButton
            label="Move to the trash"
            icon={<Trash2 size={15} />}
            onPress={() => void trash(entity)}
          />
        </div>
      </div>
      {merging && <MergeDialog entity={entity} onClose={() => setMerging(false)} />}
    </header>
  );
}

interface MentionsProps {
  readonly entity: EntityDetail;
  readonly memory: PlaceMemory;
}

function Mentions({ entity, memory }: MentionsProps) {
  const { rows, total, more, isLoading, error } = useMoreRows(
    'listMentions',
    { entityId: entity.id },
    memory,
  );
  if (error) return <ErrorMessage error={error} />;
  if (isLoading) return null;
  return (
    <section aria-label="Passages">
      {total > 0 && (
        <h2 className="px-4 pt-2.5 text-xs text-muted tabular-nums">
          {total === 1 ? '1 passage' : `${total.toLocaleString('en')} passages`}
        </h2>
      )}
      <PassageList
        passages={rows}
        total={total}
        onMore={more}
        memory={memory}
        emptyWords="No passage mentions it yet. Choose words in an article and link them to it."
      />
    </section>
  );
}

export function EntityView({ place }: ScreenProps<'entity'>) {
  const { data: entity, error } = useAnswer('getEntity', { id: place.id });
  const memory = memoryOf(place);
  if (error) return <ErrorMessage error={error} />;
  if (!entity) return null;
  return (
    <SplitPane
      name="entity"
      label="Width of the details"
      main={
        <ScrollPane memory={memory}>
          <EntityHeader entity={entity} />
          <Mentions entity={entity} memory={memory} />
        </ScrollPane>
      }
      side={
        <ScrollPane>
          <EntitySide entity={entity} />
          <CitingNotes of={{ kind: 'entity', id: entity.id }} />
        </ScrollPane>
      }
    />
  );
}
