/** The map as a table: a row for each event at each place, what is at no place last. The file has the same rows. */

import { describeEdtf } from '../../../shared/dates/describe-edtf';
import type { CsvTable } from '../../../shared/text/csv';
import type { PlacedEvent, Shown, ShownPlace } from './shown';
import { certaintyWords, coordinateWords, happenedWords, precisionWords } from './words';

export interface MapRow extends PlacedEvent {
  /** Null: at no place. */
  readonly shown: ShownPlace | null;
}

/** In the order of the places, each with its events in the order of time. */
export function mapRows({ placed, unplaced, nowhere }: Shown): MapRow[] {
  const at = [...placed, ...unplaced].flatMap((shown) => shown.events.map((event) => ({ ...event, shown })));
  return [...at, ...nowhere.map((event) => ({ ...event, isContested: false, shown: null }))];
}

const columns = [
  'Place',
  'Inside',
  'Precision',
  'Latitude',
  'Longitude',
  'Event',
  'Type',
  'Date',
  'Date (EDTF)',
  'In the time shown',
  'Place contested',
  'Happened',
] as const;

/** The same rows for a spreadsheet. */
export function mapTable(shown: Shown): CsvTable {
  const rows = mapRows(shown).map(({ shown: at, event, isMaybe, isContested }) => [
    at?.place.name ?? '',
    at?.place.path.join(' › ') ?? '',
    at ? precisionWords[at.place.precision] : '',
    at?.place.point?.latitude ?? '',
    at?.place.point?.longitude ?? '',
    event.title,
    event.typeName,
    event.date ? describeEdtf(event.date.edtf) : '',
    event.date?.edtf ?? '',
    certaintyWords(isMaybe),
    isContested ? 'yes' : 'no',
    happenedWords[event.happened],
  ]);
  return { columns, rows };
}

/** What a row's place is called in the table of the window. */
export const whereWords = ({ shown }: MapRow): string =>
  shown?.place.point ? coordinateWords(shown.place.point) : '';
