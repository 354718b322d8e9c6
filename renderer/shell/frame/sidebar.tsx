import {
  BookOpen,
  CalendarClock,
  CalendarDays,
  Grid3x3,
  ListChecks,
  ListTodo,
  type LucideIcon,
  Map as MapIcon,
  MapPin,
  NotebookPen,
  Search,
  Tags,
  TextQuote,
  Trash2,
  Users,
  Waypoints,
} from 'lucide-react';
import { memo, useEffect } from 'react';
import { Button } from 'react-aria-components';
import type { CommandId } from '../../../shared/commands/command-list';
import type { NotebookInfo } from '../../../shared/contract/notebook';
import { useAnswer } from '../../client/query';
import { tip } from '../../ui/actions/tip';
import { useKeys } from '../keys/shortcuts';
import { type Place, useNavigation } from '../navigation';
import { preloadScreen, preloadWhenIdle } from '../screens';
import { runCommand } from '../use-command';

interface SidebarRow {
  readonly command: CommandId;
  readonly label: string;
  readonly icon: LucideIcon;
  /** The kinds of place in which this row is the current one. */
  readonly kinds: readonly Place['kind'][];
  readonly count?: (info: NotebookInfo) => number;
}

const rows: readonly SidebarRow[] = [
  { command: 'search', label: 'Search', icon: Search, kinds: ['search'] },
  {
    command: 'library',
    label: 'Library',
    icon: BookOpen,
    kinds: ['library', 'article'],
    count: (info) => info.articleCount,
  },
  { command: 'actors', label: 'Actors', icon: Users, kinds: ['actors'], count: (info) => info.actorCount },
  { command: 'places', label: 'Places', icon: MapPin, kinds: ['places'], count: (info) => info.placeCount },
  {
    command: 'events',
    label: 'Events',
    icon: CalendarDays,
    kinds: ['events', 'event'],
    count: (info) => info.eventCount,
  },
  { command: 'timeline', label: 'Timeline', icon: CalendarClock, kinds: ['timeline'] },
  { command: 'network', label: 'Network', icon: Waypoints, kinds: ['network'] },
  { command: 'map', label: 'Map', icon: MapIcon, kinds: ['map'] },
  { command: 'passages', label: 'Quotations', icon: TextQuote, kinds: ['passages'] },
  { command: 'matrix', label: 'Matrix', icon: Grid3x3, kinds: ['matrix'] },
  {
    command: 'notes',
    label: 'Notes',
    icon: NotebookPen,
    kinds: ['notes', 'note'],
    count: (info) => info.noteCount,
  },
  { command: 'tags', label: 'Codebook', icon: Tags, kinds: ['tags'] },
];
const toDoRow: SidebarRow = { command: 'to-do', label: 'To do', icon: ListTodo, kinds: ['to-do'] };
/** Always there: that nothing waits is worth knowing too. */
const reviewRow: SidebarRow = {
  command: 'review',
  label: 'To review',
  icon: ListChecks,
  kinds: ['review'],
  count: (info) => info.reviewCount,
};
const trashRow: SidebarRow = { command: 'trash', label: 'Trash', icon: Trash2, kinds: ['trash'] };

const Row = memo(function Row({
  row,
  count,
}: {
  readonly row: SidebarRow;
  readonly count: number | undefined;
}) {
  const keys = useKeys(row.command);
  const current = useNavigation((state) => row.kinds.includes(state.place.kind));
  const load = () => row.kinds.slice(0, 1).forEach(preloadScreen);
  return (
    <Button
      {...tip(row.label, keys)}
      aria-current={current ? 'page' : undefined}
      onPress={() => runCommand(row.command)}
      onHoverStart={load}
      onFocus={load}
      className={`flex items-center gap-2.5 w-full h-7 px-2 rounded-md cursor-default ${current ? 'bg-selected font-medium' : 'text-muted hovered:bg-selected/60 hovered:text-ink'}`}
    >
      <row.icon size={15} aria-hidden className="shrink-0" />
      <span className="max-[820px]:sr-only">{row.label}</span>
      {count !== undefined && count > 0 && (
        <span className="ms-auto text-xs text-faint tabular-nums font-normal max-[820px]:hidden">
          {count.toLocaleString('en')}
        </span>
      )}
    </Button>
  );
});

/** Where one can go in a notebook, with how much is there. */
export function Sidebar() {
  const { data: info } = useAnswer('getNotebook', {});
  const { data: toDo } = useAnswer('listToDo', {});
  useEffect(preloadWhenIdle, []);
  return (
    <nav
      aria-label="Notebook"
      className="w-44 max-[820px]:w-12 shrink-0 bg-sunken border-e border-rule p-2 flex flex-col gap-px"
    >
      {rows.map((row) => (
        <Row key={row.command} row={row} count={info && row.count?.(info)} />
      ))}
      <div className="mt-auto">
        <Row row={toDoRow} count={toDo?.reduce((sum, { count }) => sum + count, 0)} />
        <Row row={reviewRow} count={info && reviewRow.count?.(info)} />
        <Row row={trashRow} count={undefined} />
      </div>
    </nav>
  );
}
