import { expect, test } from 'vitest';
import { parseEdtf } from '../../../../shared/dates/edtf';
import type { EventDate } from '../../../../shared/model/event-date';
import { countByMonth, inMonths, monthOf, monthsOf, monthWords } from './months';

function date(edtf: string): EventDate {
  const parsed = parseEdtf(edtf);
  if (!parsed) throw new Error(`${edtf} is no EDTF`);
  return { words: '', ...parsed };
}

const july = { first: monthOf('2025-07-01'), last: monthOf('2025-07-31') };
const summer = { first: monthOf('2025-06-01'), last: monthOf('2025-08-31') };

test.each([
  ['2025-07-03', 'sure'],
  ['2025-07', 'sure'],
  ['2025-08-01', 'no'],
  ['2025', 'maybe'],
  ['2025-07~', 'maybe'],
  ['2025-07-03?', 'maybe'],
  ['2025-05/2025-09', 'sure'], // it went on all the time
  ['2025-05~/2025-09', 'maybe'],
  ['[2025-06-30,2025-07-01]', 'maybe'],
  ['2025-06/..', 'maybe'],
  ['../2025-06', 'no'],
  ['2024-21', 'no'],
])('%s is in July 2025: %s', (edtf, how) => {
  expect(inMonths(date(edtf), july)).toBe(how);
});

test('what has no date is in no chosen time', () => {
  expect(inMonths(null, summer)).toBe('no');
  expect(inMonths(date('XXXX-07-03'), summer)).toBe('no');
});

test('months have names, before our time too', () => {
  expect(monthWords(monthOf('2025-07-03'))).toBe('Jul 2025');
  expect(monthWords(monthOf('-0043-03-15'))).toBe('Mar 44 BC');
  expect(monthWords(monthOf('0000-12-31'))).toBe('Dec 1 BC');
  expect(monthOf('-0043-03-15')).toBe(monthOf('-0043-01-01') + 2);
});

test('from the first month to the last, open ends aside', () => {
  expect(monthsOf([date('2025-07-03'), date('2024'), null, date('2025-06/..')])).toEqual({
    first: monthOf('2024-01-01'),
    last: monthOf('2025-07-03'),
  });
  expect(monthsOf([null])).toBeNull();
});

test('an uncertain date counts, lighter, in every month it may lie in', () => {
  const counts = countByMonth([date('2025-07-03'), date('2025-07~'), date('2025'), null], summer, 100);
  expect(counts.map(({ sure, maybe }) => [sure, maybe])).toEqual([
    [0, 1],
    [1, 2],
    [0, 1],
  ]);
});

test('many months are counted several at a time, each event once in its stretch', () => {
  const range = { first: monthOf('1900-01-01'), last: monthOf('2025-12-31') };
  const counts = countByMonth([date('1914-06-28'), date('2025-12-31')], range, 140);
  expect(counts.length).toBeLessThanOrEqual(140);
  expect(counts.reduce((sum, { sure }) => sum + sure, 0)).toBe(2);
  expect(counts.at(-1)).toMatchObject({ last: range.last, sure: 1 });
});
