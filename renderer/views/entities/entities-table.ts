/** The list of actors, places or objects as a table for a file, every row that its filter means. */
import type { QueryArgs } from '../../../shared/contract';
import type { EntitySummary } from '../../../shared/model/entity';
import { type CsvColumns, type CsvTable, csvTable } from '../../../shared/text/csv';
import { queries } from '../../client/client';
import { everyRow } from '../../client/every-row';

const columns: CsvColumns<EntitySummary> = [
  ['Name', ({ name }) => name],
  ['Kind', ({ kind, actorKind }) => actorKind || kind],
  ['Also known as', ({ aliases }) => aliases.join('\n')],
  ['Mentions', ({ mentionCount }) => mentionCount],
  ['Events', ({ eventCount }) => eventCount],
  ['Id', ({ id }) => id],
];

export async function entitiesTable(
  asked: Omit<QueryArgs<'listEntities'>, 'offset' | 'limit'>,
): Promise<CsvTable> {
  return csvTable(columns, await everyRow((span) => queries.listEntities({ ...asked, ...span })));
}
