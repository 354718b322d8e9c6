/** All tables of a notebook, in the order they stand in a workbook. */
import { articleTable, passageTable } from './article-tables';
import { codebookTable, entityTable, relationTable } from './entity-tables';
import { accountTable, eventTable, participationTable } from './event-tables';
import { list, type Table } from './table';

/** The loss report as data: what the tables do not keep. */
const lossTable: Table = {
  name: 'losses',
  columns: ['feature', 'handling', 'count', 'words', 'for_example'],
  *rows(_data, { losses }) {
    for (const { feature, handling, count, words, items } of losses)
      yield [feature, handling, count, words, list(items)];
  },
};

export const tables: readonly Table[] = [
  passageTable,
  entityTable,
  eventTable,
  accountTable,
  participationTable,
  relationTable,
  articleTable,
  codebookTable,
  lossTable,
];
