import { expect, test } from 'vitest';
import type { MapContent, MapEvent } from './content';
import { monthOf } from './geometry/months';
import { mapRows, mapTable } from './map-rows';
import { shownIn } from './shown';

const event = (id: string, edtf: string | null): MapEvent => ({
  id,
  title: `Event ${id}`,
  typeName: 'Attack',
  happened: 'unsaid',
  date:
    edtf === null ? null : { edtf, earliest: `${edtf}-01`.slice(0, 10), latest: `${edtf}-28`.slice(0, 10) },
});
const at = (...ids: readonly string[]) => ids.map((eventId) => ({ eventId, isContested: eventId === 'b' }));
const content: MapContent = {
  events: [event('a', '2025-06-01'), event('b', '2025-07'), event('c', null), event('d', '2025-07-04')],
  places: [
    {
      id: 'sumy',
      name: 'Sumy',
      path: ['Ukraine'],
      precision: 'settlement',
      point: { latitude: 50.9, longitude: 34.8, radiusKm: null },
      events: at('a', 'b'),
    },
    { id: 'front', name: 'The front', path: [], precision: 'region', point: null, events: at('b', 'c') },
  ],
};

test('all time: each event at each of its places, then what is at none', () => {
  const shown = shownIn(content, null);
  expect(mapRows(shown).map(({ shown: where, event: { id } }) => [where?.place.id, id])).toEqual([
    ['sumy', 'a'],
    ['sumy', 'b'],
    ['front', 'b'],
    ['front', 'c'],
    [undefined, 'd'],
  ]);
  expect(shown).toMatchObject({ eventCount: 4, undatedCount: 0 });
  expect(shown.placed[0]).toMatchObject({ sure: 2, maybe: 0, isContested: true });
});

test('a chosen time leaves out what is not in it, and says what has no date', () => {
  const july = { first: monthOf('2025-07-01'), last: monthOf('2025-07-01') };
  const shown = shownIn(content, july);
  expect(mapRows(shown).map(({ event: { id } }) => id)).toEqual(['b', 'b', 'd']);
  expect(shown).toMatchObject({ eventCount: 2, undatedCount: 1 });
});

test('the file has the rows of the table, coordinates as numbers', () => {
  const { columns, rows } = mapTable(shownIn(content, null));
  expect(rows).toHaveLength(5);
  expect(rows.every((row) => row.length === columns.length)).toBe(true);
  expect(rows[1]).toEqual([
    'Sumy',
    'Ukraine',
    'settlement',
    50.9,
    34.8,
    'Event b',
    'Attack',
    'July 2025',
    '2025-07',
    'yes',
    'yes',
    '',
  ]);
});
