/** Which column is what: by its heading, and where headings say nothing, by what is in it. A guess, for a person to look at. */
import type { ColumnRole, TableMapping } from '../../../../shared/model/imported/table-mapping';
import { columnWords } from './column-words';
import { provenOrder, tableDate } from './table-dates';
import type { TableRows } from './table-source';

const sampledRows = 200;

export function guessMapping(rows: TableRows, sheet: string): TableMapping {
  const [first = []] = rows;
  const width = Math.max(0, ...rows.slice(0, sampledRows).map((row) => row.length));
  const hasHeadings = looksLikeHeadings(first, rows.slice(1, sampledRows));
  const headings = hasHeadings ? first : [];
  const columns = Array.from({ length: width }, (_, at) =>
    columnOf(rows.slice(hasHeadings ? 1 : 0, sampledRows), at),
  );
  const named = byHeading(headings, width);
  const all = byValues(named, columns);
  const left = all.map((role, at) => role ?? (hasHeadings && (headings[at] ?? '') !== '' ? 'field' : null));
  const dates = columns[left.indexOf('published')] ?? [];
  return { sheet, hasHeadings, columns: left, dateOrder: provenOrder(dates) };
}

const columnOf = (rows: TableRows, at: number): string[] =>
  rows.map((row) => row[at] ?? '').filter((cell) => cell !== '');

/** Short cells, all different, at least one of them a known name, or none of them like what is below. */
function looksLikeHeadings(first: readonly string[], others: TableRows): boolean {
  const filled = first.filter((cell) => cell !== '');
  if (filled.length === 0 || filled.some((cell) => cell.length > 80 || isAddress(cell))) return false;
  if (new Set(filled).size < filled.length) return false;
  if (filled.some((cell) => roleOfHeading(cell) !== null)) return true;
  return filled.length > 1 && others.length > 0 && !filled.some((cell) => /\d/.test(cell));
}

const comparable = (heading: string): string =>
  heading
    .replace(/([\p{Ll}])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[\s_.:()/-]+/g, ' ')
    .trim();

const known: ReadonlyMap<string, readonly ColumnRole[]> = (() => {
  const roles = new Map<string, ColumnRole[]>();
  for (const [role, headings] of columnWords)
    for (const heading of headings)
      roles.set(comparable(heading), [...(roles.get(comparable(heading)) ?? []), role]);
  return roles;
})();

/** The role that a heading names, in any of the languages known; null for none. */
export function roleOfHeading(heading: string): ColumnRole | null {
  return known.get(comparable(heading))?.[0] ?? null;
}

function byHeading(headings: readonly string[], width: number): (ColumnRole | null)[] {
  const taken = new Set<ColumnRole>();
  return Array.from({ length: width }, (_, at) => {
    const role = known.get(comparable(headings[at] ?? ''))?.find((one) => !taken.has(one)) ?? null;
    if (role !== null) taken.add(role);
    return role;
  });
}

const isAddress = (cell: string): boolean => /^https?:\/\/\S+$/i.test(cell);
const isDate = (cell: string): boolean => tableDate(cell, 'day-first') !== null && !/^\d{4}$/.test(cell);
const share = (column: readonly string[], test: (cell: string) => boolean): number =>
  column.length === 0 ? 0 : column.filter(test).length / column.length;
const meanLength = (column: readonly string[]): number =>
  column.length === 0 ? 0 : column.reduce((total, cell) => total + cell.length, 0) / column.length;

/** A text is long; a title is a short line that differs from row to row. */
function byValues(
  named: readonly (ColumnRole | null)[],
  columns: readonly (readonly string[])[],
): (ColumnRole | null)[] {
  const roles = [...named];
  const give = (role: ColumnRole, score: (column: readonly string[]) => number, least: number): void => {
    if (roles.includes(role)) return;
    const scores = columns.map((column, at) => (roles[at] == null ? score(column) : 0));
    const best = Math.max(...scores);
    if (best >= least) roles[scores.indexOf(best)] = role;
  };
  give('text', meanLength, 200);
  give('url', (column) => share(column, isAddress), 0.6);
  give('published', (column) => share(column, isDate), 0.6);
  const mean = (column: readonly string[]): number => {
    const length = meanLength(column);
    return length > 15 && length < 200 && share(column, isAddress) < 0.1
      ? (new Set(column).size / Math.max(1, column.length)) * length
      : 0;
  };
  if (!named.some((role) => role !== null)) give('title', mean, 15);
  if (!roles.includes('text')) give('text', meanLength, 40);
  return roles;
}
