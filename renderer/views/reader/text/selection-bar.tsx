/** The bar beside selected words: everything that can be said about them, each with its key. */
import {
  CalendarDays,
  EyeOff,
  Highlighter,
  MapPin,
  MessageSquare,
  MoreHorizontal,
  Plus,
  Quote,
  Tag,
  UserRound,
} from 'lucide-react';
import { memo, type ReactNode, type RefObject, useEffect, useState } from 'react';
import type { CommandId } from '../../../../shared/commands/command-list';
import { commandRow } from '../../../shell/keys/shortcuts';
import { runCommand } from '../../../shell/use-command';
import { IconButton } from '../../../ui/actions/button';
import { MenuButton, type MenuRow } from '../../../ui/actions/menu-button';
import { Toolbar, ToolbarLine } from '../../../ui/actions/toolbar';
import { useReader, useReaderState } from '../reader-context';
import type { PickerKind } from '../reader-state';
import { useRangeBox } from './use-range-box';

interface BarItem {
  readonly command: CommandId;
  readonly icon: ReactNode;
}

const items: readonly BarItem[] = [
  { command: 'link-actor', icon: <UserRound size={15} /> },
  { command: 'link-place', icon: <MapPin size={15} /> },
  { command: 'link-event', icon: <CalendarDays size={15} /> },
  { command: 'tag-passage', icon: <Tag size={15} /> },
  { command: 'colour-passage', icon: <Highlighter size={15} /> },
  { command: 'comment-passage', icon: <MessageSquare size={15} /> },
  { command: 'add-part', icon: <Plus size={15} /> },
  { command: 'cite-passage', icon: <Quote size={15} /> },
  { command: 'exclude', icon: <EyeOff size={15} /> },
];

/** Half of the bar's width: it is kept inside of the column. */
const halfWidthPx = 174;
/** The bar comes when the selection rests. */
const restMs = 140;

function useRested(key: string): boolean {
  const [rested, setRested] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setRested(key), restMs);
    return () => clearTimeout(timer);
  }, [key]);
  return rested === key;
}

function MoreMenu() {
  const reader = useReader();
  const focused = useReaderState((state) => state.focused[0]);
  const annotation = reader.annotations.find(({ id }) => id === focused);
  const rows: readonly MenuRow[] = [
    { id: 'alias', label: 'Add as another name of…' },
    { id: 'object', label: 'Link to an object…' },
    {
      id: 'add-to-passage',
      label: 'Add to the passage in focus',
      keys: commandRow('add-to-passage')?.keys,
      disabled: !annotation,
      group: true,
    },
  ];
  const act = (id: string) => {
    if (id === 'add-to-passage') runCommand(id);
    else reader.store.setState({ picker: id as PickerKind });
  };
  return (
    <MenuButton label="More" rows={rows} onAction={act}>
      <IconButton label="More" icon={<MoreHorizontal size={15} />} preventFocusOnPress />
    </MenuButton>
  );
}

/** Stays as it is while the bar moves. */
const SayingTools = memo(function SayingTools() {
  return (
    <Toolbar label="Selected words">
      {items.map(({ command, icon }) => {
        const row = commandRow(command);
        return (
          <IconButton
            key={command}
            label={row?.label ?? command}
            keys={row?.keys}
            icon={icon}
            preventFocusOnPress
            onPress={() => runCommand(command)}
          />
        );
      })}
      <ToolbarLine />
      <MoreMenu />
    </Toolbar>
  );
});

export interface BesideTextProps {
  readonly host: RefObject<HTMLElement | null>;
  readonly scroller: HTMLElement;
}

export function SelectionBar({ host, scroller }: BesideTextProps) {
  const selection = useReaderState((state) => (state.picker || state.wasSaid ? null : state.selection));
  const box = useRangeBox(selection, host, scroller);
  const rested = useRested(selection ? `${selection.start}-${selection.end}` : '');
  if (!box || !selection || !rested) return null;
  const width = host.current?.clientWidth ?? 0;
  const middle = Math.max(halfWidthPx, Math.min(width - halfWidthPx, box.left + box.width / 2));
  const top = box.hasRoomAbove ? box.top - 44 : box.top + box.height + 8;
  return (
    <div
      className="absolute z-20 -translate-x-1/2 rounded-lg border border-rule bg-raised shadow-lg p-1"
      style={{ left: middle, top }}
      // The selection stays where it is.
      onMouseDown={(event) => event.preventDefault()}
    >
      <SayingTools />
    </div>
  );
}
