/** The rows of the table for tables of articles. A text is taken for one only by its name: prose has commas too. */
import { isArchiveOf } from '../archive/archive-names';
import { extensionsOf } from './extensions';
import type { CollectionFormat, ImportFormat } from './format';

const workbook: CollectionFormat = {
  kind: 'collection',
  name: 'xlsx',
  words: 'a workbook (XLSX)',
  extensions: extensionsOf.xlsx,
  mediaTypes: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  hasSignature: true,
  recognise: (_, input) => isArchiveOf(input, /xl\/workbook\.xml/),
  open: (input) => opened(input),
};

const delimited: CollectionFormat = {
  kind: 'collection',
  name: 'csv',
  words: 'a table (CSV)',
  extensions: extensionsOf.csv,
  mediaTypes: ['text/csv', 'text/tab-separated-values', 'application/csv'],
  recognise: () => false,
  open: (input) => opened(input),
};

/** The reader is loaded when the first table is met. */
async function* opened(input: Parameters<CollectionFormat['open']>[0]) {
  const { openTable } = await import('../text/table/open-table');
  yield* openTable(input);
}

/** In the order in which they are asked. */
export const tableFormats: readonly ImportFormat[] = [workbook, delimited];
