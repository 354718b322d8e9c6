/** The head of an entity's page: its name and kind, what can be done with it, and the way to the parts of its dossier. */
import { Download, GitMerge, Table2, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { actorKinds, type EntityDetail, entityKinds } from '../../../shared/model/entity';
import { commands } from '../../client/client';
import { useAnswer } from '../../client/query';
import { saveTable } from '../../parts/export/export-menu';
import { PageTitle } from '../../parts/page/page-title';
import { useNavigation } from '../../shell/navigation';
import { notifyUndoable, run } from '../../shell/notices';
import { openDialog } from '../../shell/open-dialog';
import { Button, IconButton } from '../../ui/actions/button';
import { MenuButton } from '../../ui/actions/menu-button';
import { Select } from '../../ui/fields/select';
import { articlesTitle } from './dossier/articles-section';
import { claimsTitle } from './dossier/claims-section';
import { companyTitle } from './dossier/company-section';
import { doingsTitle } from './dossier/doings-section';
import { goToSection } from './dossier/dossier-section';
import { dossierParts } from './dossier/dossier-tables';
import { passagesTitle } from './dossier/passages-section';
import { MergeDialog } from './merged/merge-dialog';

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

interface EntityProps {
  readonly entity: EntityDetail;
}

function TablesButton({ entity }: EntityProps) {
  const parts = dossierParts(entity);
  const choose = (title: string) => {
    const part = parts.find((one) => one.title === title);
    if (part) void saveTable(`${entity.name} – ${title}`, () => part.table(entity));
  };
  return (
    <MenuButton
      label="Tables of the dossier (CSV)"
      rows={parts.map(({ title }) => ({ id: title, label: `${title} (CSV)…` }))}
      onAction={choose}
    >
      <Button icon={<Table2 size={14} aria-hidden />}>Tables</Button>
    </MenuButton>
  );
}

function Actions({ entity, onMerge }: EntityProps & { readonly onMerge: () => void }) {
  const exportDossier = () => openDialog({ kind: 'export', scope: { kind: 'entity', id: entity.id } });
  return (
    <div className="flex flex-wrap items-center gap-1.5 ms-auto">
      <Button icon={<GitMerge size={14} aria-hidden />} onPress={onMerge}>
        Merge…
      </Button>
      <TablesButton entity={entity} />
      <Button icon={<Download size={14} aria-hidden />} onPress={exportDossier}>
        Export…
      </Button>
      <IconButton label="Move to the trash" icon={<Trash2 size={15} />} onPress={() => void trash(entity)} />
    </div>
  );
}

const one = { offset: 0, limit: 1 };

/** The parts with how much is in each; those that are empty are left out. */
function useParts({ id: entityId, kind, ...entity }: EntityDetail) {
  const doings = useAnswer('listDoings', { entityId, side: null, ...one }, kind !== 'object').data;
  const claims = useAnswer('listClaims', { actorId: entityId, ...one }, kind === 'actor').data;
  const company = useAnswer('listCoMentions', { entityId, ...one }).data;
  const articles = useAnswer('listMentioningArticles', { entityId, ...one }).data;
  const passages = useAnswer('listPassages', {
    filters: { aboutIds: [entityId] },
    sort: 'date',
    ...one,
  }).data;
  const parts: readonly (readonly [title: string, count: number])[] = [
    [doingsTitle({ id: entityId, kind, ...entity }), doings?.total ?? 0],
    [claimsTitle, claims?.total ?? 0],
    [companyTitle, company?.total ?? 0],
    [articlesTitle, articles?.total ?? 0],
    [passagesTitle, passages?.total ?? 0],
  ];
  return parts.filter(([, count]) => count > 0);
}

function PartLinks({ entity }: EntityProps) {
  const parts = useParts(entity);
  if (parts.length < 2) return null;
  return (
    <nav aria-label="Parts of the dossier" className="-mx-2.5 flex flex-wrap">
      {parts.map(([title, count]) => (
        <Button key={title} look="quiet" onPress={() => goToSection(title)}>
          {title}
          <span className="text-xs tabular-nums">{count.toLocaleString('en')}</span>
        </Button>
      ))}
    </nav>
  );
}

export function EntityHeader({ entity }: EntityProps) {
  const [merging, setMerging] = useState(false);
  const change = (set: Change) => run(commands.updateEntity({ id: entity.id, ...set }));
  return (
    <header className="px-4 pt-3.5 pb-2 border-b border-rule flex flex-col gap-2">
      <PageTitle label="Name" value={entity.name} onSave={(name) => change({ name })} />
      <div className="flex flex-wrap items-center gap-1.5">
        <Kinds entity={entity} change={(set) => void change(set)} />
        <Actions entity={entity} onMerge={() => setMerging(true)} />
      </div>
      <PartLinks entity={entity} />
      {merging && <MergeDialog entity={entity} onClose={() => setMerging(false)} />}
    </header>
  );
}
