/** Passages counted by two things at once; every number leads to its passages. */
import { ArrowLeftRight, Grid3x3 } from 'lucide-react';
import { useMemo } from 'react';
import { type CrossTable, dimensions, type PassageFilters } from '../../../../shared/contract/passages';
import { useAnswer } from '../../../client/query';
import { ExportMenu } from '../../../parts/export/export-menu';
import { ErrorMessage } from '../../../shell/error-message';
import { go, useNavigation } from '../../../shell/navigation';
import type { PlaceOf, ScreenProps } from '../../../shell/screen-props';
import { IconButton } from '../../../ui/actions/button';
import { Spinner } from '../../../ui/feedback/progress';
import { Segmented } from '../../../ui/fields/segmented';
import { Select } from '../../../ui/fields/select';
import { EmptyState } from '../../../ui/layout/empty-state';
import { PageHeader } from '../../../ui/layout/page-header';
import { FilterBar } from '../filters/filter-bar';
import { cellFilters, definitionOf, dimensionLabels, titleOf } from './dimension-words';
import type { GridPlace } from './grid-place';
import { matrixSvg, matrixTable } from './matrix-files';
import { MatrixGrid } from './matrix-grid';
import { type MatrixOrder, shownMatrix } from './shown-matrix';
import { type Pair, useFirstPair } from './use-first-pair';

const noFilters: PassageFilters = {};
const limits = ['25', '50', '100', '250', '500'] as const;

type MatrixPlace = Required<PlaceOf<'matrix'>>;

const usualLimit = '50';

/** A place with all that it leaves unsaid. */
const whole = (place: PlaceOf<'matrix'>, first: Pair | null): MatrixPlace => ({
  rows: 'actor',
  columns: 'tag',
  filters: noFilters,
  order: 'total',
  limit: usualLimit,
  ...first,
  ...place,
});

const dimensionChoices = dimensions.map((value) => ({ value, label: dimensionLabels[value] }));
const orders: readonly { readonly value: MatrixOrder; readonly label: string }[] = [
  { value: 'total', label: 'By total' },
  { value: 'name', label: 'By name' },
];
const limitChoices = limits.map((value) => ({ value, label: `Top ${value}` }));

const replace = (place: MatrixPlace) => useNavigation.getState().replace(place);

function Axes({ place }: { readonly place: MatrixPlace }) {
  const { rows, columns } = place;
  const set = (change: Partial<MatrixPlace>) => replace({ ...place, ...change });
  return (
    <>
      <Select
        label="Rows"
        labelHidden
        value={rows}
        choices={dimensionChoices}
        onChange={(next) => set({ rows: next })}
      />
      <IconButton
        label="Swap rows and columns"
        icon={<ArrowLeftRight size={15} />}
        onPress={() => set({ rows: columns, columns: rows })}
      />
      <Select
        label="Columns"
        labelHidden
        value={columns}
        choices={dimensionChoices}
        onChange={(next) => set({ columns: next })}
      />
    </>
  );
}

const shades = [0.15, 0.4, 0.65, 0.9];

function Legend({ words, most }: { readonly words: string; readonly most: number }) {
  return (
    <p className="flex items-center gap-3 px-4 py-1.5 border-t border-rule text-xs text-muted shrink-0">
      <span className="min-w-0">{words}</span>
      {most > 0 && (
        <span className="ms-auto flex items-center gap-1 shrink-0 tabular-nums" aria-hidden>
          1
          {shades.map((shade) => (
            <span
              key={shade}
              className="size-3.5 border border-rule"
              style={{ background: `color-mix(in srgb, var(--accent) ${45 * shade}%, var(--paper))` }}
            />
          ))}
          {most.toLocaleString('en')}
        </span>
      )}
    </p>
  );
}

interface TableProps {
  readonly place: MatrixPlace;
  readonly table: CrossTable;
}

/** The passages behind a number. */
function openCell(
  { place, table }: TableProps,
  keys: { readonly row?: string; readonly column?: string },
): void {
  const { rows, columns, filters } = place;
  if (table.total > 0)
    go({ kind: 'passages', filters: cellFilters(filters, [rows, keys.row], [columns, keys.column]) });
}

function Table({ place, table }: TableProps) {
  const { rows, columns, order } = place;
  const matrix = useMemo(() => shownMatrix(table, { rows, columns }, order), [table, rows, columns, order]);
  const open = ({ row, column }: GridPlace) => {
    const rowKey = matrix.rows[row]?.key ?? undefined;
    const columnKey = matrix.columns[column]?.key ?? undefined;
    openCell({ place, table }, { ...(rowKey && { row: rowKey }), ...(columnKey && { column: columnKey }) });
  };
  return (
    <>
      <MatrixGrid label={titleOf({ rows, columns })} matrix={matrix} onOpen={open} />
      <Legend words={definitionOf(rows, columns)} most={matrix.most} />
    </>
  );
}

function NoCells({ isNarrowed }: { readonly isNarrowed: boolean }) {
  return (
    <EmptyState title="No passage has both" icon={<Grid3x3 size={28} aria-hidden />}>
      {isNarrowed
        ? 'Take a filter off, or choose other rows or columns.'
        : 'The matrix counts passages that belong to a row and to a column. Choose other rows or columns, or link and tag more passages.'}
    </EmptyState>
  );
}

const plural = (count: number, one: string, more: string) =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${more}`;
const sizeWords = ({ total, rowCount, columnCount }: CrossTable) =>
  `${plural(total, 'passage', 'passages')} · ${plural(rowCount, 'row', 'rows')} × ${plural(columnCount, 'column', 'columns')}`;

function MatrixExport({
  place,
  table,
}: {
  readonly place: MatrixPlace;
  readonly table: CrossTable | undefined;
}) {
  const { rows, columns, order } = place;
  const shown = () => {
    if (!table) throw new Error('There is nothing to export.');
    return shownMatrix(table, place, order);
  };
  return (
    <ExportMenu
      name="Matrix"
      rows={() => matrixTable(shown(), place)}
      svg={() => matrixSvg(shown(), titleOf(place), definitionOf(rows, columns))}
      isDisabled={!table || table.total === 0}
    />
  );
}

export function MatrixView(props: ScreenProps<'matrix'>) {
  const isChosen = props.place.rows !== undefined || props.place.columns !== undefined;
  const first = useFirstPair(!isChosen, Number(usualLimit));
  const isKnown = isChosen || first !== null;
  const place = whole(props.place, isChosen ? null : first);
  const { rows, columns, filters, order, limit } = place;
  const limitNumber = Number(limit);
  const asked = { rows, columns, filters, rowLimit: limitNumber, columnLimit: limitNumber };
  const { data, error } = useAnswer('crossTabulate', asked);
  const table = isKnown ? data : undefined;
  return (
    <>
      <PageHeader title="Matrix" detail={<span role="status">{table ? sizeWords(table) : ''}</span>}>
        <MatrixExport place={place} table={table} />
      </PageHeader>
      <FilterBar filters={filters} onChange={(next) => replace({ ...place, filters: next })}>
        <Axes place={place} />
        <Segmented
          label="Order"
          labelHidden
          value={order}
          choices={orders}
          onChange={(next) => replace({ ...place, order: next })}
        />
        <Select
          label="How many"
          labelHidden
          value={limit}
          choices={limitChoices}
          onChange={(next) => replace({ ...place, limit: next })}
        />
      </FilterBar>
      {error ? <ErrorMessage error={error} /> : null}
      {!table && !error && <Spinner />}
      {table && table.total === 0 && <NoCells isNarrowed={Object.keys(filters).length > 0} />}
      {table && table.total > 0 && <Table place={place} table={table} />}
    </>
  );
}
