/** The list of events as a table for a file, every row that its filter means. */
import { happenedWords } from '../../../shared/accounts/account-words';
import { describeEdtf } from '../../../shared/dates/describe-edtf';
import type { EventSummary } from '../../../shared/model/event';
import { type CsvColumns, type CsvTable, csvTable } from '../../../shared/text/csv';
import { queries } from '../../client/client';
import { everyRow } from '../../client/every-row';
import { nameInWords } from '../../parts/isolated-names';

const columns: CsvColumns<EventSummary> = [
  ['When', ({ date }) => (date ? describeEdtf(date.edtf) : '')],
  ['EDTF', ({ date }) => date?.edtf ?? ''],
  ['Words of the date', ({ date }) => date?.words ?? ''],
  ['Event', ({ title }) => title],
  ['Type', ({ typeName }) => typeName],
  ['Place', ({ placeName }) => placeName],
  ['Who', ({ participants }) => participants.map(nameInWords).join('\n')],
  ['Happened', ({ happened }) => happenedWords[happened]],
  ['Facts contested', ({ conflictCount }) => conflictCount],
  ['Passages', ({ evidenceCount }) => evidenceCount],
  ['Event id', ({ id }) => id],
];

export async function eventsTable(filter: string): Promise<CsvTable> {
  const asked = { filter, actorId: null, placeId: null, typeId: null };
  return csvTable(columns, await everyRow((span) => queries.listEvents({ ...asked, ...span })));
}
