/**
 * Tables for spreadsheets (RFC 4180): UTF-8 with a byte order mark, and words that a spreadsheet would take for a formula
 * escaped with an apostrophe. Reading such a table is no part of it.
 */

/** Words are escaped where a spreadsheet would compute them; numbers stand as they are. */
export type CsvCell = string | number;

/** What a view or an export has to say, a row a thing; every row has a cell for each column. */
export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

/** What a spreadsheet takes for the beginning of a formula, also in full width (OWASP, “CSV injection”). */
const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

function cellText(cell: CsvCell): string {
  if (typeof cell === 'number') return String(cell);
  const words = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

/** A row as a line, ended by CR LF. */
const lineOf = (cells: readonly CsvCell[]): string => `${cells.map(cellText).join(',')}\r\n`;

/** The lines of a file one by one, for tables too large to stand in memory; the first has the names of the columns. */
export function* csvLines(
  columns: readonly string[],
  rows: Iterable<readonly CsvCell[]>,
): Generator<string, void> {
  yield `\ufeff${lineOf(columns)}`;
  for (const row of rows) yield lineOf(row);
}

/** The table as the text of a file, lines ended by CR LF; the first line has the names of the columns. */
export function csvText({ columns, rows }: CsvTable): string {
  return [...csvLines(columns, rows)].join('');
}

/** What a column of a table is called, and what of a row stands in it. */
export type CsvColumns<Row> = readonly (readonly [name: string, cell: (row: Row) => CsvCell])[];

/** Rows as a table of these columns. */
export const csvTable = <Row>(columns: CsvColumns<Row>, rows: readonly Row[]): CsvTable => ({
  columns: columns.map(([name]) => name),
  rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
});
