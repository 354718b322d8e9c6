/** The map as a table, with the same rows as the drawing and the file. */
import { useMemo } from 'react';
import { describeEdtf } from '../../../shared/dates/describe-edtf';
import { go } from '../../shell/navigation';
import { rowsOf } from '../../ui/lists/row-source';
import { type Column, VirtualTable } from '../../ui/lists/virtual-table';
import { type MapRow, mapRows, whereWords } from './map-rows';
import type { Shown } from './shown';
import { happenedWords, precisionWords } from './words';

const words = (text: string) => (
  <span dir="auto" title={text} className="block truncate text-start">
    {text || '–'}
  </span>
);

const notes = ({ isMaybe, isContested, event }: MapRow): string =>
  [
    isMaybe ? 'possibly at this time' : '',
    isContested ? 'place contested' : '',
    happenedWords[event.happened],
  ]
    .filter(Boolean)
    .join(', ');

const columns: readonly Column<MapRow>[] = [
  {
    id: 'place',
    label: 'Place',
    track: 'minmax(7rem, 2fr)',
    cell: ({ shown }) => words(shown?.place.name ?? ''),
  },
  {
    id: 'inside',
    label: 'Inside',
    track: 'minmax(4rem, 2fr)',
    cell: ({ shown }) => words(shown?.place.path.join(' › ') ?? ''),
  },
  {
    id: 'precision',
    label: 'Precision',
    track: 'minmax(5rem, 1.5fr)',
    cell: ({ shown }) => words(shown ? precisionWords[shown.place.precision] : ''),
  },
  { id: 'where', label: 'Coordinates', track: 'minmax(5rem, 1.6fr)', cell: (row) => words(whereWords(row)) },
  { id: 'event', label: 'Event', track: 'minmax(8rem, 3fr)', cell: ({ event }) => words(event.title) },
  {
    id: 'date',
    label: 'Date',
    track: 'minmax(5rem, 1.6fr)',
    cell: ({ event }) => words(event.date ? describeEdtf(event.date.edtf) : ''),
  },
  { id: 'notes', label: 'Notes', track: 'minmax(4rem, 1.5fr)', cell: (row) => words(notes(row)) },
];

export function MapTable({ shown }: { readonly shown: Shown }) {
  const rows = useMemo(() => mapRows(shown), [shown]);
  return (
    <VirtualTable
      label="Events by place"
      columns={columns}
      rows={rowsOf(rows)}
      rowKey={({ shown: at, event }) => `${at?.key} ${event.id}`}
      onOpen={({ event }) => go({ kind: 'event', id: event.id })}
      autoFocus
    />
  );
}
