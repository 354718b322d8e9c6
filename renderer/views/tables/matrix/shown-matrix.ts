/** The matrix as it is shown: rows and columns in their order, counts to be looked up by place. */
import type { CrossTable, Dimension, Heading } from '../../../../shared/contract/passages';
import { labelOf } from './dimension-words';

export type MatrixOrder = 'total' | 'name';

export interface ShownHeading extends Heading {
  /** As it is read; the others are called so. */
  readonly words: string;
}

export interface ShownMatrix {
  readonly rows: readonly ShownHeading[];
  readonly columns: readonly ShownHeading[];
  readonly countAt: (row: number, column: number) => number;
  /** The greatest number of a cell; of a dimension by itself, of those beside the diagonal. */
  readonly most: number;
  readonly total: number;
  /** Whether a row and a column are the same thing. */
  readonly isDiagonal: (row: number, column: number) => boolean;
}

/** Places in the answer in the order they are shown; the others stand last. */
function orderOf(headings: readonly Heading[], order: MatrixOrder): readonly number[] {
  const places = [...headings.keys()];
  if (order === 'total') return places;
  const name = (place: number) => headings[place]?.label ?? '';
  return places.sort((a, b) => {
    const isLast = Number(headings[a]?.key === null) - Number(headings[b]?.key === null);
    return isLast || name(a).localeCompare(name(b), undefined, { numeric: true });
  });
}

function headingsOf(
  headings: readonly Heading[],
  order: readonly number[],
  dimension: Dimension,
  all: number,
): ShownHeading[] {
  const others = all - headings.length + 1;
  return order.flatMap((place) => {
    const heading = headings[place];
    if (!heading) return [];
    const words =
      heading.key === null ? `${others.toLocaleString('en')} others` : labelOf(dimension, heading.label);
    return [{ ...heading, words }];
  });
}

/** A cross table in an order. */
export function shownMatrix(
  table: CrossTable,
  dimensions: { readonly rows: Dimension; readonly columns: Dimension },
  order: MatrixOrder,
): ShownMatrix {
  const rowOrder = orderOf(table.rows, order);
  const columnOrder = orderOf(table.columns, order);
  const width = table.columns.length;
  const counts = new Int32Array(table.rows.length * width);
  for (const [row, column, count] of table.cells) counts[row * width + column] = count;
  const rows = headingsOf(table.rows, rowOrder, dimensions.rows, table.rowCount);
  const columns = headingsOf(table.columns, columnOrder, dimensions.columns, table.columnCount);
  const isSame = dimensions.rows === dimensions.columns;
  const most = table.cells.reduce((max, [row, column, count]) => {
    const isOwn = isSame && table.rows[row]?.key === table.columns[column]?.key;
    return isOwn ? max : Math.max(max, count);
  }, 0);
  return {
    rows,
    columns,
    countAt: (row, column) => counts[(rowOrder[row] ?? 0) * width + (columnOrder[column] ?? 0)] ?? 0,
    most,
    total: table.total,
    isDiagonal: (row, column) => isSame && rows[row]?.key === columns[column]?.key,
  };
}

/** How dark a number is, from 0 to 1: a root, so that small numbers are told from none beside great ones. */
export const shadeOf = (count: number, most: number): number =>
  count === 0 || most === 0 ? 0 : 0.12 + 0.88 * Math.sqrt(Math.min(1, count / most));
