/**
 * Counts passages by two things at once. Links are read once in the order of the file and counted here as numbers:
 * totals, the most frequent and "the others" need each passage once, which groups of SQL would each sort anew.
 */
import type { QueryArgs } from '../../../../shared/contract';
import type { CrossTable, Heading } from '../../../../shared/contract/passages';
import type { ReadableDB } from '../../core/sql';
import { type Axis, readAxis } from './axes';
import { type Belonging, belongingOf, readLinks } from './read-links';

type Args = QueryArgs<'crossTabulate'>;

/** An axis with its keys numbered. */
interface NumberedAxis extends Axis {
  readonly keys: readonly string[];
  readonly numbersOf: ReadonlyMap<string, readonly number[]>;
}

function numbered(axis: Axis): NumberedAxis {
  const numberOf = new Map<string, number>();
  const number = (key: string): number => {
    const known = numberOf.get(key) ?? numberOf.size;
    numberOf.set(key, known);
    return known;
  };
  const numbersOf = new Map([...axis.keysOf].map(([item, keys]) => [item, keys.map(number)]));
  return { ...axis, keys: [...numberOf.keys()], numbersOf };
}

/** The cells of one passage, as `row × columns + column`, each once. */
type Passage = readonly number[];

const unique = (numbers: readonly number[]): readonly number[] =>
  numbers.length < 2 ? numbers : [...new Set(numbers)];

function cellsOf(rows: readonly number[], columns: readonly number[], width: number): number[] {
  const cells: number[] = [];
  for (const row of rows) for (const column of columns) cells.push(row * width + column);
  return cells;
}

/** Passages that belong to both axes, by walking the two in step. */
function inBoth(left: Belonging, right: Belonging, width: number): Passage[] {
  const passages: Passage[] = [];
  let at = 0;
  for (const [index, id] of left.ids.entries()) {
    while (at < right.ids.length && (right.ids[at] ?? '') < id) at++;
    if (right.ids[at] !== id) continue;
    passages.push(unique(cellsOf(left.numbers[index] ?? [], right.numbers[at] ?? [], width)));
  }
  return passages;
}

/** Of two things said of events, both must be of one event: the cells of each event are its own. */
function ofOneEvent(rows: NumberedAxis, columns: NumberedAxis): ReadonlyMap<string, readonly number[]> {
  const width = columns.keys.length;
  return new Map(
    [...rows.numbersOf].map(([event, numbers]) => [
      event,
      cellsOf(numbers, columns.numbersOf.get(event) ?? [], width),
    ]),
  );
}

function readPassages(db: ReadableDB, args: Args, rows: NumberedAxis, columns: NumberedAxis): Passage[] {
  const { filters } = args;
  const links = readLinks(db, rows.link, filters);
  if (rows.link === 'evidence' && columns.link === 'evidence' && args.rows !== args.columns)
    return belongingOf(links, ofOneEvent(rows, columns)).numbers.map(unique);
  const left = belongingOf(links, rows.numbersOf);
  if (args.rows === args.columns) return inBoth(left, left, columns.keys.length);
  const others = columns.link === rows.link ? links : readLinks(db, columns.link, filters);
  return inBoth(left, belongingOf(others, columns.numbersOf), columns.keys.length);
}

/** How many passages each key of a side has, each passage counted once; `side` finds the key in a cell. */
function totalsOf(passages: readonly Passage[], keys: number, side: (cell: number) => number): Float64Array {
  const totals = new Float64Array(keys);
  const seen = new Int32Array(keys).fill(-1);
  for (const [index, cells] of passages.entries()) {
    for (const cell of cells) {
      const key = side(cell);
      if (seen[key] === index) continue;
      seen[key] = index;
      totals[key] = (totals[key] ?? 0) + 1;
    }
  }
  return totals;
}

/** Which keys are shown, in order, and where each key of the axis is shown; the rest go to the place after them. */
interface Shown {
  readonly order: readonly number[];
  readonly placeOf: Int32Array;
  readonly count: number;
}

const labelOf = ({ keys, labels }: NumberedAxis, key: number): string => {
  const name = keys[key] ?? '';
  return labels.get(name) ?? name;
};

function mostFrequent(axis: NumberedAxis, totals: Float64Array, limit: number): Shown {
  const present = [...totals.keys()].filter((key) => (totals[key] ?? 0) > 0);
  present.sort(
    (a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || (labelOf(axis, a) < labelOf(axis, b) ? -1 : 1),
  );
  const order = present.slice(0, limit);
  const placeOf = new Int32Array(axis.keys.length).fill(order.length);
  for (const [place, key] of order.entries()) placeOf[key] = place;
  return { order, placeOf, count: present.length };
}

function headingsOf(
  axis: NumberedAxis,
  { order, count }: Shown,
  totals: Float64Array,
  others: number,
): Heading[] {
  const shown = order.map((key) => ({
    key: axis.keys[key] ?? '',
    label: labelOf(axis, key),
    total: totals[key] ?? 0,
  }));
  return count > order.length ? [...shown, { key: null, label: '', total: others }] : shown;
}

/** Passages with the keys that are not shown taken together. */
function withOthers(passages: readonly Passage[], rows: Shown, columns: Shown, width: number): Passage[] {
  const newWidth = columns.order.length + 1;
  const shownAt = (cell: number) =>
    (rows.placeOf[Math.floor(cell / width)] ?? 0) * newWidth + (columns.placeOf[cell % width] ?? 0);
  return passages.map((cells) => unique(cells.map(shownAt)));
}

function countCells(passages: readonly Passage[], height: number, width: number): CrossTable['cells'] {
  const counts = new Int32Array(height * width);
  for (const cells of passages) for (const cell of cells) counts[cell] = (counts[cell] ?? 0) + 1;
  const found: [number, number, number][] = [];
  for (const [cell, count] of counts.entries())
    if (count > 0) found.push([Math.floor(cell / width), cell % width, count]);
  return found;
}

/** The passages of a filter by two dimensions; what it counts is said at {@link CrossTable}. */
export function crossTabulate(db: ReadableDB, args: Args): CrossTable {
  const rowAxis = numbered(readAxis(db, args.rows));
  const columnAxis = args.rows === args.columns ? rowAxis : numbered(readAxis(db, args.columns));
  const width = columnAxis.keys.length;
  const passages = readPassages(db, args, rowAxis, columnAxis);
  const rowTotals = totalsOf(passages, rowAxis.keys.length, (cell) => Math.floor(cell / width));
  const columnTotals = totalsOf(passages, width, (cell) => cell % width);
  const rows = mostFrequent(rowAxis, rowTotals, args.rowLimit);
  const columns = mostFrequent(columnAxis, columnTotals, args.columnLimit);
  const shown = withOthers(passages, rows, columns, width);
  const newWidth = columns.order.length + 1;
  const otherRows = totalsOf(shown, rows.order.length + 1, (cell) => Math.floor(cell / newWidth));
  const otherColumns = totalsOf(shown, newWidth, (cell) => cell % newWidth);
  return {
    rows: headingsOf(rowAxis, rows, rowTotals, otherRows[rows.order.length] ?? 0),
    columns: headingsOf(columnAxis, columns, columnTotals, otherColumns[columns.order.length] ?? 0),
    cells: countCells(shown, rows.order.length + 1, newWidth),
    total: passages.length,
    rowCount: rows.count,
    columnCount: columns.count,
  };
}
