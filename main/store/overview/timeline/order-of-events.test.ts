import { afterEach, beforeEach, expect, it } from 'vitest';
import { compareByTime } from '../../../../shared/dates/order/compare-by-time';
import { type TemporaryNotebook, temporaryNotebook } from '../../core/temporary-notebook';

let notebook: TemporaryNotebook;
beforeEach(() => {
  notebook = temporaryNotebook();
});
afterEach(() => notebook.remove());

const dates = [
  '2025',
  '2025-07',
  '2025-07-01',
  '2025-07-31',
  '2025-07-01/..',
  '../2025-07-01',
  '../2024',
  '[2025-07-01..]',
  'XXXX-07-03',
  '2025-07-01/2025-07-03',
  '2025-07-01~',
  '2025-22',
  '202X',
  '[2025-07-01,2025-07-09]',
  '0044',
  null,
];

it('is the same in the notebook as in the window: nothing comes as if it were surer than it is', () => {
  for (const edtf of dates.concat(dates.toReversed())) {
    const date = edtf === null ? null : { edtf, words: '' };
    notebook.run('createEvent', { title: edtf ?? 'undated', typeId: null, date, placeId: null });
  }
  const { rows } = notebook.ask('listEvents', {
    filter: '',
    actorId: null,
    placeId: null,
    typeId: null,
    offset: 0,
    limit: 100,
  });
  const timed = rows.map(({ id, date }) => ({
    id,
    earliest: date?.earliest ?? null,
    latest: date?.latest ?? null,
  }));
  expect(timed.map(({ id }) => id)).toEqual(timed.toSorted(compareByTime).map(({ id }) => id));
  expect(rows.slice(0, 5).map(({ title }) => title)).toEqual(['0044', '0044', '202X', '202X', '../2024']);
});
