/** All tables of a notebook, in the order they stand in a workbook. */
import { articleTable, passageTable } from './article-tables';
import { codebookTable, entityTable, relationTable } from './entity-tables';
import { accountTable, eventTable, participationTable } from './event-tables';
import type { Table } from './table';

export const tables: readonly Table[] = [
  passageTable,
  entityTable,
  eventTable,
  accountTable,
  participationTable,
  relationTable,
  articleTable,
  codebookTable,
];
