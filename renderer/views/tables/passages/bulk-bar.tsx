/** What can be done with the passages that are chosen, at the foot of the list. */
import { CalendarPlus, Download, Highlighter, Link2, Tag, Tags, Trash2, X } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { colours } from '../../../../shared/model/tag';
import { EntityPicker } from '../../../parts/entity-picker';
import { EventPicker } from '../../../parts/event-picker';
import { TagPicker } from '../../../parts/tag-picker';
import { openDialog } from '../../../shell/open-dialog';
import { Button } from '../../../ui/actions/button';
import { MenuButton } from '../../../ui/actions/menu-button';
import { tip } from '../../../ui/actions/tip';
import { PopoverButton } from '../../../ui/overlays/popover';
import { ChoicePicker } from '../filters/choice-picker';
import { useTagChoices } from '../filters/filter-pickers';
import {
  colourPassages,
  linkPassages,
  moveToTag,
  passagesWord,
  tagPassages,
  trashPassages,
  untagPassages,
  useBulkWork,
} from './bulk-changes';

interface BulkProps {
  readonly ids: readonly string[];
}
interface PanelProps extends BulkProps {
  readonly close: () => void;
}

const action = (label: string, icon: ReactElement) => (
  <Button look="quiet" icon={icon} {...tip(label.replace('…', ''))}>
    <span className="max-[1100px]:sr-only">{label}</span>
  </Button>
);

const noTags: readonly string[] = [];

function TagPanel({ ids, close }: PanelProps) {
  const pick = (tag: Parameters<typeof tagPassages>[1]) => {
    close();
    void tagPassages(ids, tag);
  };
  return (
    <TagPicker
      label={`Tag ${passagesWord(ids.length)}`}
      given={noTags}
      onTake={(id) => pick({ id })}
      onPick={pick}
    />
  );
}

function UntagPanel({ ids, close }: PanelProps) {
  const tags = useTagChoices();
  const pick = (id: string) => {
    close();
    void untagPassages(ids, id);
  };
  return <ChoicePicker label={`Take a tag off ${passagesWord(ids.length)}`} {...tags} onPick={pick} />;
}

/** From one tag to another, in two steps; the first is known where the list is narrowed to one tag. */
function MovePanel({ ids, close, from }: PanelProps & { readonly from: string | undefined }) {
  const [fromId, setFromId] = useState(from);
  const tags = useTagChoices();
  if (fromId === undefined)
    return <ChoicePicker key="from" label="Move from the tag" {...tags} onPick={setFromId} />;
  const name = tags.choices.find(({ id }) => id === fromId)?.label ?? '…';
  const move = (to: Parameters<typeof moveToTag>[2]) => {
    close();
    void moveToTag(ids, fromId, to);
  };
  return (
    <TagPicker
      key="to"
      label={`Move from “${name}” to the tag`}
      given={noTags}
      onTake={(id) => move({ id })}
      onPick={move}
    />
  );
}

function EntityPanel({ ids, close }: PanelProps) {
  return (
    <EntityPicker
      label={`Link ${passagesWord(ids.length)} to an actor, place or object`}
      kinds={['actor', 'place', 'object']}
      newKind={null}
      initialText=""
      onPick={(choice) => {
        close();
        if ('id' in choice) void linkPassages(ids, { entityId: choice.id });
      }}
    />
  );
}

const noPrefill = { date: null, reference: null, place: null };

function EventPanel({ ids, close }: PanelProps) {
  return (
    <EventPicker
      label={`Make ${passagesWord(ids.length)} evidence for an event`}
      initialText=""
      prefill={noPrefill}
      onPick={(event) => {
        close();
        void linkPassages(ids, { event });
      }}
    />
  );
}

const none = 'none';
const colourRows = [...colours, none].map((id) => ({
  id,
  label: id === none ? 'No colour' : id.charAt(0).toUpperCase() + id.slice(1),
  icon: (
    <span
      aria-hidden
      className="size-3 rounded-full border border-rule"
      style={{ background: id === none ? undefined : `var(--mark-${id})` }}
    />
  ),
}));

function ColourMenu({ ids }: BulkProps) {
  const give = (chosen: string) =>
    void colourPassages(ids, colours.find((colour) => colour === chosen) ?? null);
  return (
    <MenuButton label="Colour" rows={colourRows} onAction={give}>
      {action('Colour', <Highlighter size={14} aria-hidden />)}
    </MenuButton>
  );
}

function Actions({ ids, tagId }: BulkProps & { readonly tagId: string | undefined }) {
  const panels = [
    ['Tag…', <Tag size={14} aria-hidden key="" />, TagPanel],
    ['Take a tag off…', <X size={14} aria-hidden key="" />, UntagPanel],
    ['Link to a name…', <Link2 size={14} aria-hidden key="" />, EntityPanel],
    ['Evidence for…', <CalendarPlus size={14} aria-hidden key="" />, EventPanel],
  ] as const;
  return (
    <>
      {panels.map(([label, icon, Panel]) => (
        <PopoverButton key={label} label={label.replace('…', '')} trigger={action(label, icon)}>
          {(close) => <Panel ids={ids} close={close} />}
        </PopoverButton>
      ))}
      <PopoverButton label="Move to a tag" trigger={action('Move to a tag…', <Tags size={14} aria-hidden />)}>
        {(close) => <MovePanel ids={ids} close={close} from={tagId} />}
      </PopoverButton>
      <ColourMenu ids={ids} />
      <Button
        look="quiet"
        icon={<Download size={14} aria-hidden />}
        onPress={() => openDialog({ kind: 'export', scope: { kind: 'passages', ids: [...ids] } })}
      >
        <span className="max-[1100px]:sr-only">Export…</span>
      </Button>
    </>
  );
}

function Working({ words }: { readonly words: string }) {
  return (
    <span role="status" className="flex items-center gap-3 flex-1 min-w-0">
      <span
        aria-hidden
        className="size-3.5 rounded-full border-2 border-rule border-t-accent animate-spin shrink-0"
      />
      <span className="truncate">{words}</span>
    </span>
  );
}

interface BulkBarProps extends BulkProps {
  /** The one tag that the list is narrowed to. */
  readonly tagId: string | undefined;
  readonly onClear: () => void;
}

export function BulkBar({ ids, tagId, onClear }: BulkBarProps) {
  const working = useBulkWork((state) => state.words);
  return (
    <div
      role="toolbar"
      data-foot-bar
      aria-label="Chosen passages"
      className="flex items-center gap-0.5 px-4 h-9 border-t border-rule bg-sunken shrink-0"
    >
      {working === null ? (
        <>
          <span className="me-2 tabular-nums whitespace-nowrap">{passagesWord(ids.length)} chosen</span>
          <Actions ids={ids} tagId={tagId} />
          <Button
            look="quiet"
            icon={<Trash2 size={14} aria-hidden />}
            onPress={() => void trashPassages(ids).then(onClear)}
          >
            <span className="max-[1100px]:sr-only">Trash</span>
          </Button>
          <span className="ms-auto" />
          <Button look="quiet" onPress={onClear}>
            Clear
          </Button>
        </>
      ) : (
        <Working words={working} />
      )}
    </div>
  );
}
