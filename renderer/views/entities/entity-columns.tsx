import type { EntitySummary } from '../../../shared/model/entity';
import type { Column } from '../../ui/lists/virtual-table';

const number = (count: number) => (count > 0 ? count.toLocaleString('en') : '–');

const name: Column<EntitySummary> = {
  id: 'name',
  label: 'Name',
  track: 'minmax(11rem, 3fr)',
  sortable: true,
  cell: (entity) => (
    <span dir="auto" title={entity.name} className="block truncate text-left font-medium">
      {entity.name}
    </span>
  ),
};

const actorKind: Column<EntitySummary> = {
  id: 'actorKind',
  label: 'Kind',
  track: '7.5rem',
  cell: (entity) => entity.actorKind || '–',
};

const rest: readonly Column<EntitySummary>[] = [
  {
    id: 'aliases',
    label: 'Also known as',
    track: 'minmax(7rem, 2fr)',
    cell: ({ aliases }) => (
      <span dir="auto" title={aliases.join(', ')} className="block truncate text-left text-muted">
        {aliases.join(', ')}
      </span>
    ),
  },
  {
    id: 'mentionCount',
    label: 'Mentions',
    track: '5.5rem',
    align: 'end',
    sortable: true,
    cell: ({ mentionCount }) => number(mentionCount),
  },
  {
    id: 'eventCount',
    label: 'Events',
    track: '4.5rem',
    align: 'end',
    cell: ({ eventCount }) => number(eventCount),
  },
];

/** The columns of a list of actors. */
export const actorColumns: readonly Column<EntitySummary>[] = [name, actorKind, ...rest];

/** The columns of a list of what has no kind of actor. */
export const otherColumns: readonly Column<EntitySummary>[] = [name, ...rest];
