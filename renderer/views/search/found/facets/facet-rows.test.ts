import { expect, it } from 'vitest';
import { facetRows } from './facet-rows';

const value = (name: string, count: number) => ({ value: name, label: name, count, filter: `actor:${name}` });
const values = [value('Mira', 9), value('Jarek', 5), value('Orla', 2)];
const short = (rows: ReturnType<typeof facetRows>) =>
  rows.map((row) => `${row.value} ${row.count ?? '-'} ${row.state}`);

it('lists what is chosen and left out first, however rare, then the most frequent', () => {
  const choice = { chosen: ['orla'], excluded: ['Sava'] };
  expect(short(facetRows(values, choice, 1))).toEqual(['orla 2 chosen', 'Sava - excluded', 'Mira 9 open']);
});

it('takes a number from elsewhere where what is chosen is too rare for the list', () => {
  const rows = facetRows(values, { chosen: ['Sava'], excluded: [] }, 0, [value('Sava', 1)]);
  expect(short(rows)).toEqual(['Sava 1 chosen']);
});

it('names what is left out without a number, and each value once', () => {
  const choice = { chosen: ['Mira', 'Mira'], excluded: ['Jarek'] };
  expect(short(facetRows(values, choice, 10))).toEqual(['Mira 9 chosen', 'Jarek - excluded', 'Orla 2 open']);
});
