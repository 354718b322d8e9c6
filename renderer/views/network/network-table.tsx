/** The network as a table: a tie a row, each leading to what it rests on. */
import { useMemo, useState } from 'react';
import type { Nearness, Network, NetworkEdge } from '../../../shared/contract/views/network';
import { rowsOf } from '../../ui/lists/row-source';
import { type Column, type Sort, VirtualTable } from '../../ui/lists/virtual-table';
import { tieNames, tieWords } from './network-words';

/** A tie with the names it goes between. */
export interface TieRow {
  readonly index: number;
  readonly a: string;
  readonly b: string;
  readonly kind: string;
  readonly weight: number;
  readonly words: string;
}

export function tieRows({ nodes, edges }: Network, near: Nearness): TieRow[] {
  const kindOf = ({ tie, label }: NetworkEdge) =>
    tie === 'relation' ? `${tieNames[tie]}: ${label}` : tieNames[tie];
  return edges.map((edge, index) => ({
    index,
    a: nodes[edge.source]?.name ?? '',
    b: nodes[edge.target]?.name ?? '',
    kind: kindOf(edge),
    weight: edge.weight,
    words: tieWords(edge, near),
  }));
}

const name = (words: string) => (
  <span dir="auto" title={words}>
    {words}
  </span>
);

const columns: readonly Column<TieRow>[] = [
  { id: 'a', label: 'One', track: 'minmax(8rem, 3fr)', sortable: true, cell: ({ a }) => name(a) },
  { id: 'b', label: 'Other', track: 'minmax(8rem, 3fr)', sortable: true, cell: ({ b }) => name(b) },
  { id: 'kind', label: 'Tie', track: 'minmax(7rem, 2fr)', sortable: true, cell: ({ kind }) => name(kind) },
  {
    id: 'weight',
    label: 'Weight',
    track: '5rem',
    align: 'end',
    sortable: true,
    cell: ({ weight }) => weight.toLocaleString('en'),
  },
];

const collator = new Intl.Collator('en');

function sorted(rows: readonly TieRow[], { column, descending }: Sort): readonly TieRow[] {
  const way = descending ? -1 : 1;
  const compare = (a: TieRow, b: TieRow): number => {
    if (column === 'weight') return a.weight - b.weight;
    const key = column === 'a' || column === 'b' ? column : 'kind';
    return collator.compare(a[key], b[key]);
  };
  return [...rows].sort((a, b) => way * compare(a, b) || a.index - b.index);
}

export interface NetworkTableProps {
  readonly network: Network;
  readonly near: Nearness;
  readonly onChooseTie: (edge: number) => void;
}

export function NetworkTable({ network, near, onChooseTie }: NetworkTableProps) {
  const [sort, setSort] = useState<Sort>({ column: 'weight', descending: true });
  const rows = useMemo(() => sorted(tieRows(network, near), sort), [network, near, sort]);
  return (
    <VirtualTable
      label="Ties of the network"
      columns={columns}
      rows={rowsOf(rows)}
      rowKey={({ index }) => String(index)}
      onOpen={({ index }) => onChooseTie(index)}
      sort={sort}
      onSort={setSort}
      autoFocus
    />
  );
}
