/** Tables as CSV: one of them, or a folder with all. */
import { csvLines } from '../../../../shared/text/csv';
import { type MakeContext, type MakeExport, oneFile } from '../../formats/format';
import type { ExportData } from '../../gather/export-data';
import { aboutExport } from '../about-export';
import { passageTable } from './article-tables';
import { eventTable } from './event-tables';
import type { Table } from './table';
import { tables } from './tables';

/** A table as the lines of a CSV file. */
export const csvOf = (table: Table, data: ExportData, context: MakeContext): Iterable<string> =>
  csvLines(table.columns, table.rows(data, context));

export const makePassagesCsv = oneFile((data, context) => csvOf(passageTable, data, context));
export const makeEventsCsv = oneFile((data, context) => csvOf(eventTable, data, context));

/** A folder with a file for each table, and one that says what it is. */
export const makeCsvFolder: MakeExport = function* (data, context) {
  for (const table of tables) yield { name: `${table.name}.csv`, data: csvOf(table, data, context) };
  yield { name: 'README.txt', data: `${aboutExport(data, context).join('\n\n')}\n` };
};
